"""The tables; each leads with the authority's GSS code, so that they can be split as the law splits them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(naming_convention={"uq": "uq_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})


def _authority() -> Column[str]:
    return Column("authority", Text, nullable=False)


AUTHORITIES = Table(
    "authorities",
    METADATA,
    _authority(),
    Column("store_epoch", Text, nullable=False),
    Column("directory", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority"),
)

INVITATIONS = Table(
    "invitations",
    METADATA,
    _authority(),
    Column("key", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("ended_at", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("authority", "key"),
)

DEVICES = Table(
    "devices",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("invitation", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("signing", Text, nullable=False),
    Column("enrolment", LargeBinary, nullable=False),
    Column("enrolled_at", Text, nullable=False),
    Column("account", Text, nullable=False, server_default=""),
    Column("good_until", Text, nullable=False, server_default=""),
    Column("revoked_at", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("authority", "device"),
    UniqueConstraint("authority", "invitation"),
    Index("ix_devices_account", "authority", "account"),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    _authority(),
    Column("account", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "account"),
)

FACTORS = Table(
    "factors",
    METADATA,
    _authority(),
    Column("account", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("set_up_at", Text, nullable=False),
    Column("used", BigInteger, nullable=False),
    Column("wrong", BigInteger, nullable=False),
    Column("wait_until", Text, nullable=False),
    PrimaryKeyConstraint("authority", "account"),
)

FACTOR_PROOFS = Table(
    "factor_proofs",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("until", Text, nullable=False),
    PrimaryKeyConstraint("authority", "device"),
)

ACCOUNT_CHANGES = Table(
    "account_changes",
    METADATA,
    _authority(),
    Column("account", Text, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),
    PrimaryKeyConstraint("authority", "account", "n"),
)

AUDIT_CHAIN = Table(
    "audit_chain",
    METADATA,
    _authority(),
    Column("n", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("link", Text, nullable=False),
    PrimaryKeyConstraint("authority", "n"),
)

ACCESS_SEALS = Table(
    "access_seals",
    METADATA,
    _authority(),
    Column("seal", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("accesses", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("authority", "seal"),
)

AUDIT_CUTS = Table(
    "audit_cuts",
    METADATA,
    _authority(),
    Column("cut", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("link", Text, nullable=False),
    Column("erased", Text, nullable=False),
    Column("spared", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("authority", "cut"),
)

ENVELOPES = Table(
    "envelopes",
    METADATA,
    _authority(),
    Column("id", Text, nullable=False),
    Column("server_seq", BigInteger, nullable=False),
    Column("device", Text, nullable=False),
    Column("device_seq", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("record", Text, nullable=False, server_default=""),
    Column("sha256", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("authority", "id"),
    UniqueConstraint("authority", "server_seq"),
    UniqueConstraint("authority", "device", "device_seq"),
    Index("ix_envelopes_about", "authority", "device", "kind", "record"),
)

BODIES = Table(
    "bodies",
    METADATA,
    _authority(),
    Column("id", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "id"),
    ForeignKeyConstraint(["authority", "id"], ["envelopes.authority", "envelopes.id"], name="fk_bodies_envelopes"),
)

RECIPIENTS = Table(
    "recipients",
    METADATA,
    _authority(),
    Column("key_id", Text, nullable=False),
    Column("server_seq", BigInteger, nullable=False),
    PrimaryKeyConstraint("authority", "key_id", "server_seq"),
)

BLOBS = Table(
    "blobs",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("begun_at", Text, nullable=False),
    PrimaryKeyConstraint("authority", "device", "sha256"),
)

PIECES = Table(
    "pieces",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("piece", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "device", "sha256", "place"),
)

ERASURES = Table(
    "erasures",
    METADATA,
    _authority(),
    Column("place", BigInteger, nullable=False),
    Column("envelope", Text, nullable=False),
    Column("word", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "place"),
    UniqueConstraint("authority", "envelope"),
)

ERASURE_READERS = Table(
    "erasure_readers",
    METADATA,
    _authority(),
    Column("key_id", Text, nullable=False),
    Column("place", BigInteger, nullable=False),
    PrimaryKeyConstraint("authority", "key_id", "place"),
)

EPOCHS = Table(
    "epochs",
    METADATA,
    _authority(),
    Column("epoch", Text, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("ended_at", Text, nullable=False),
    PrimaryKeyConstraint("authority", "epoch"),
)

DEVICE_STATES = Table(
    "device_states",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("token_before", Text, nullable=False),
    Column("copied_at", Text, nullable=False),
    Column("protocol", BigInteger, nullable=False),
    Column("seen_at", Text, nullable=False),
    PrimaryKeyConstraint("authority", "device"),
)

ORDERS = Table(
    "orders",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    Column("given_at", Text, nullable=False),
    Column("done", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "device", "id"),
)

POLICIES = Table(
    "policies",
    METADATA,
    _authority(),
    Column("serial", BigInteger, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "serial"),
)

NOTICES = Table(
    "notices",
    METADATA,
    _authority(),
    Column("episode", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("about", Text, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "episode"),
    Index("ix_notices_about", "authority", "about"),
)

ANCHORS = Table(
    "anchors",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    Column("kept_at", Text, nullable=False),
    PrimaryKeyConstraint("authority", "device"),
)

ANCHOR_BREAKS = Table(
    "anchor_breaks",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("kept", LargeBinary, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    Column("noticed_at", Text, nullable=False),
    Index("ix_anchor_breaks_device", "authority", "device"),
)

SERVICES = Table(
    "services",
    METADATA,
    _authority(),
    Column("id", Text, nullable=False),
    Column("published", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "id"),
)

SERVICE_EDITIONS = Table(
    "service_editions",
    METADATA,
    _authority(),
    Column("serial", BigInteger, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "serial"),
)

SERVICE_PAGES = Table(
    "service_pages",
    METADATA,
    _authority(),
    Column("sha256", Text, nullable=False),
    Column("page", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "sha256"),
)

DESK_KEYS = Table(
    "desk_keys",
    METADATA,
    _authority(),
    Column("key", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("statement", LargeBinary, nullable=False),
    PrimaryKeyConstraint("authority", "key"),
)

NONCES = Table(
    "nonces",
    METADATA,
    _authority(),
    Column("device", Text, nullable=False),
    Column("nonce", Text, nullable=False),
    Column("created", BigInteger, nullable=False),
    PrimaryKeyConstraint("authority", "device", "nonce"),
    Index("ix_nonces_created", "authority", "created"),
)

ACCESSES = Table(
    "accesses",
    METADATA,
    _authority(),
    Column("at", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("status", BigInteger, nullable=False),
    Column("seal", BigInteger, nullable=False, server_default="0"),
    Index("ix_accesses_about", "authority", "about"),
    Index("ix_accesses_seal", "authority", "seal"),
)
