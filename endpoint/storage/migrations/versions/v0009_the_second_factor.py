"""Each account's second factor, sealed, and until when it is proved on a device."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "factors",
        *(_text("authority"), _text("account"), sa.Column("sealed", sa.LargeBinary(), nullable=False)),
        *(_text("set_up_at"), _number("used"), _number("wrong"), _text("wait_until")),
        sa.PrimaryKeyConstraint("authority", "account", name="pk_factors"),
    )
    op.create_table(
        "factor_proofs",
        *(_text("authority"), _text("device"), _text("until")),
        sa.PrimaryKeyConstraint("authority", "device", name="pk_factor_proofs"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
