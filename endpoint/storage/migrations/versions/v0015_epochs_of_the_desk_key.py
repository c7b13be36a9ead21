"""Further epochs of the desk key: what the root gave to each coordinator's laptop, sealed to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; the first epoch came with letters, and has no row."""
    op.create_table(
        "desk_keys",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "key", name="pk_desk_keys"),
    )
