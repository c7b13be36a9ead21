"""Where the front of the audit was erased by its rule, and which accesses were sealed together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; nothing has been cut or sealed yet."""
    op.create_table(
        "audit_cuts",
        *(_text("authority"), _number("cut"), _text("at"), _text("by"), _text("rule"), _text("before")),
        *(_number("upto"), _text("link"), _text("erased"), _number("spared"), _text("sha256")),
        sa.PrimaryKeyConstraint("authority", "cut", name="pk_audit_cuts"),
    )
    op.create_table(
        "access_seals",
        *(_text("authority"), _number("seal"), _text("at"), _text("since"), _number("accesses"), _text("sha256")),
        sa.PrimaryKeyConstraint("authority", "seal", name="pk_access_seals"),
    )
    op.add_column("accesses", sa.Column("seal", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("ix_accesses_seal", "accesses", ["authority", "seal"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
