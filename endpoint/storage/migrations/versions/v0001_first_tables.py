"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of version 1."""
    _make_people_tables()
    _make_envelope_tables()
    _make_request_tables()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _make_people_tables() -> None:
    op.create_table(
        "authorities",
        *(_text("authority"), _text("store_epoch"), _bytes("directory")),
        sa.PrimaryKeyConstraint("authority", name="pk_authorities"),
    )
    op.create_table(
        "invitations",
        *(_text("authority"), _text("key"), _bytes("body")),
        sa.PrimaryKeyConstraint("authority", "key", name="pk_invitations"),
    )
    op.create_table(
        "devices",
        *(_text("authority"), _text("device"), _text("invitation"), _text("role"), _text("signing")),
        *(_bytes("enrolment"), _text("enrolled_at")),
        sa.PrimaryKeyConstraint("authority", "device", name="pk_devices"),
        sa.UniqueConstraint("authority", "invitation", name="uq_devices_authority_invitation"),
    )


def _make_envelope_tables() -> None:
    op.create_table(
        "envelopes",
        *(_text("authority"), _text("id"), _number("server_seq"), _text("device"), _number("device_seq")),
        *(_text("kind"), _number("size"), _bytes("header"), _bytes("receipt"), _text("received_at")),
        sa.PrimaryKeyConstraint("authority", "id", name="pk_envelopes"),
        sa.UniqueConstraint("authority", "server_seq", name="uq_envelopes_authority_server_seq"),
        sa.UniqueConstraint("authority", "device", "device_seq", name="uq_envelopes_authority_device_device_seq"),
    )
    op.create_table(
        "bodies",
        *(_text("authority"), _text("id"), _bytes("sealed")),
        sa.PrimaryKeyConstraint("authority", "id", name="pk_bodies"),
        sa.ForeignKeyConstraint(
            ["authority", "id"], ["envelopes.authority", "envelopes.id"], name="fk_bodies_envelopes"
        ),
    )
    op.create_table(
        "recipients",
        *(_text("authority"), _text("key_id"), _number("server_seq")),
        sa.PrimaryKeyConstraint("authority", "key_id", "server_seq", name="pk_recipients"),
    )


def _make_request_tables() -> None:
    op.create_table(
        "nonces",
        *(_text("authority"), _text("device"), _text("nonce"), _number("created")),
        sa.PrimaryKeyConstraint("authority", "device", "nonce", name="pk_nonces"),
    )
    op.create_index("ix_nonces_created", "nonces", ["authority", "created"])
    op.create_table(
        "accesses",
        *(_text("authority"), _text("at"), _text("device"), _text("action"), _text("about"), _number("status")),
    )
    op.create_index("ix_accesses_about", "accesses", ["authority", "about"])
