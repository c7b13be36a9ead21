"""Which record an envelope is about, so that a newer draft or ledger lets go of those before it.

What was kept before has none of those kinds, and needs no value.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and its index."""
    op.add_column("envelopes", sa.Column("record", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_envelopes_about", "envelopes", ["authority", "device", "kind", "record"])
