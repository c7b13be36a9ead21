"""What version 2 of the protocol needs: pieces, erasures, epochs, how devices stand, orders, policies and notices."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, and write each kept envelope's hash beside it."""
    _make_blob_tables()
    _make_erasure_tables()
    _make_device_tables()
    _make_notices()
    op.add_column("envelopes", sa.Column("sha256", sa.Text(), nullable=False, server_default=""))
    _write_hashes()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _make_blob_tables() -> None:
    op.create_table(
        "blobs",
        *(
            _text("authority"),
            _text("device"),
            _text("sha256"),
            _number("size"),
            _number("received"),
            _text("begun_at"),
        ),
        sa.PrimaryKeyConstraint("authority", "device", "sha256", name="pk_blobs"),
    )
    op.create_table(
        "pieces",
        *(_text("authority"), _text("device"), _text("sha256"), _number("place"), _bytes("piece")),
        sa.PrimaryKeyConstraint("authority", "device", "sha256", "place", name="pk_pieces"),
    )


def _make_erasure_tables() -> None:
    op.create_table(
        "erasures",
        *(_text("authority"), _number("place"), _text("envelope"), _bytes("word")),
        sa.PrimaryKeyConstraint("authority", "place", name="pk_erasures"),
        sa.UniqueConstraint("authority", "envelope", name="uq_erasures_authority_envelope"),
    )
    op.create_table(
        "erasure_readers",
        *(_text("authority"), _text("key_id"), _number("place")),
        sa.PrimaryKeyConstraint("authority", "key_id", "place", name="pk_erasure_readers"),
    )
    op.create_table(
        "epochs",
        *(_text("authority"), _text("epoch"), _number("last_seq"), _text("ended_at")),
        sa.PrimaryKeyConstraint("authority", "epoch", name="pk_epochs"),
    )


def _make_device_tables() -> None:
    op.create_table(
        "device_states",
        *(_text("authority"), _text("device"), _text("token"), _text("token_before"), _text("copied_at")),
        *(_number("protocol"), _text("seen_at")),
        sa.PrimaryKeyConstraint("authority", "device", name="pk_device_states"),
    )
    op.create_table(
        "orders",
        *(_text("authority"), _text("device"), _text("id"), _bytes("statement"), _text("given_at"), _bytes("done")),
        sa.PrimaryKeyConstraint("authority", "device", "id", name="pk_orders"),
    )
    op.create_table(
        "policies",
        *(_text("authority"), _number("serial"), _bytes("statement")),
        sa.PrimaryKeyConstraint("authority", "serial", name="pk_policies"),
    )


def _make_notices() -> None:
    op.create_table(
        "notices",
        *(_text("authority"), _text("episode"), _text("device"), _number("n"), _text("about"), _bytes("statement")),
        sa.PrimaryKeyConstraint("authority", "episode", name="pk_notices"),
    )
    op.create_index("ix_notices_about", "notices", ["authority", "about"])


def _write_hashes() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT authority, id, header FROM envelopes")).all()
    for authority, envelope, header in rows:
        sha256 = json.loads(bytes(header)).get("header", {}).get("sha256", "")
        connection.execute(
            sa.text("UPDATE envelopes SET sha256 = :sha256 WHERE authority = :authority AND id = :id"),
            {"sha256": sha256, "authority": authority, "id": envelope},
        )
