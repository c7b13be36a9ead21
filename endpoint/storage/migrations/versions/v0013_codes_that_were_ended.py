"""When an invitation was ended because another took its place, before anybody used it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; none was ended yet."""
    op.add_column("invitations", sa.Column("ended_at", sa.Text(), nullable=False, server_default=""))
