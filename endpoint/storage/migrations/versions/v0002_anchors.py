"""How far each device's audit has come, and where one did not go on from there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "anchors",
        *(_text("authority"), _text("device"), _bytes("statement"), _text("kept_at")),
        sa.PrimaryKeyConstraint("authority", "device", name="pk_anchors"),
    )
    op.create_table(
        "anchor_breaks",
        *(_text("authority"), _text("device"), _bytes("kept"), _bytes("statement"), _text("noticed_at")),
    )
    op.create_index("ix_anchor_breaks_device", "anchor_breaks", ["authority", "device"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)
