"""A laptop that an administrator revoked, and when: beside what the authority's root orders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; nobody has revoked one this way yet."""
    op.add_column("devices", sa.Column("revoked_at", sa.Text(), nullable=False, server_default=""))
