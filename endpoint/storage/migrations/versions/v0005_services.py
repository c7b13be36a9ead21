"""The service directory: what was published, the signed editions, and the pages that laptops fetch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "services",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("published", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "id", name="pk_services"),
    )
    op.create_table(
        "service_editions",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        sa.Column("statement", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "serial", name="pk_service_editions"),
    )
    op.create_table(
        "service_pages",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "sha256", name="pk_service_pages"),
    )
