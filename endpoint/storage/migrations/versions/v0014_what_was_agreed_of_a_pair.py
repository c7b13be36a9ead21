"""Which of two assessments goes on, where their authors were brought together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of the pairs that were settled before nobody said it."""
    op.add_column("index_held", sa.Column("goes_on", sa.Text(), nullable=False, server_default=""))
