"""Envelopes, once in and never changed; the sealed bytes lie in a table of their own, so that lists never read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, func, insert, select, text
from sqlalchemy.dialects import sqlite

from endpoint.storage.database import Transaction, take_turn
from endpoint.storage.tables import BODIES, ENVELOPES, RECIPIENTS
from endpoint.storage.written import Written
from protocol.codec import decode, encode
from protocol.messages import REPLACED_BY_NEWER, EnvelopeHeader, EnvelopeKind, SignedHeader, SignedReceipt

ERASED = "erased"
"""The kind of a row whose envelope was erased: its id and number stay taken, and nothing else is left."""

_LAST = select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0)).where(
    ENVELOPES.c.authority == bindparam("authority")
)
_OF_ENVELOPE = (BODIES.c.authority == ENVELOPES.c.authority) & (BODIES.c.id == ENVELOPES.c.id)
_BY_PLACE = (ENVELOPES.c.authority == RECIPIENTS.c.authority) & (ENVELOPES.c.server_seq == RECIPIENTS.c.server_seq)
_INSERT = Written(sqlite.insert(ENVELOPES).on_conflict_do_nothing().returning(ENVELOPES.c.server_seq))
_NAMES = [column.name for column in ENVELOPES.c]
_INSERT_WHOLE = Written(
    text(f"""
WITH kept AS (
  INSERT INTO envelopes ({", ".join(_NAMES)}) VALUES ({", ".join(f":{name}" for name in _NAMES)})
  ON CONFLICT DO NOTHING RETURNING authority, id, server_seq
), body AS (
  INSERT INTO bodies (authority, id, sealed)
  SELECT authority, id, CAST(:sealed AS bytea) FROM kept WHERE CAST(:sealed AS bytea) IS NOT NULL
), told AS (
  INSERT INTO recipients (authority, key_id, server_seq)
  SELECT authority, key_id, server_seq FROM kept, unnest(CAST(:recipients AS text[])) AS key_id
)
SELECT server_seq FROM kept
""")  # noqa: S608 - the names of our own columns
)
"""The three inserts in one journey: on PostgreSQL each journey is made while everybody else waits for the turn."""

_INSERT_BODY = Written(insert(BODIES))
_INSERT_RECIPIENT = Written(insert(RECIPIENTS))
_FIND = select(ENVELOPES.c.header, ENVELOPES.c.receipt).where(
    ENVELOPES.c.authority == bindparam("authority"), ENVELOPES.c.id == bindparam("id")
)
_BEFORE = (
    select(ENVELOPES.c.receipt)
    .where(ENVELOPES.c.authority == bindparam("authority"), ENVELOPES.c.device == bindparam("device"))
    .where(ENVELOPES.c.device_seq < bindparam("device_seq"), ENVELOPES.c.device_seq > 0, ENVELOPES.c.kind != ERASED)
    .order_by(ENVELOPES.c.device_seq.desc())
    .limit(1)
)
_WITHDRAWN = (
    exists()
    .where(ENVELOPES.c.authority == bindparam("authority"), ENVELOPES.c.device == bindparam("device"))
    .where(ENVELOPES.c.kind == EnvelopeKind.WITHDRAWAL.value, ENVELOPES.c.record == bindparam("record"))
    .where(ENVELOPES.c.device_seq > bindparam("device_seq"))
)
_PLACE = Written(
    select(
        _LAST.scalar_subquery().label("last"),
        _BEFORE.scalar_subquery().label("before"),
        _WITHDRAWN.label("withdrawn"),
    )
)
"""All that one transaction must know before it keeps an envelope, in one question."""

_FIND_BODY = select(BODIES.c.sealed).where(BODIES.c.authority == bindparam("authority"), BODIES.c.id == bindparam("id"))


@dataclass(frozen=True)
class KeptEnvelope:
    """What is kept of an envelope beside its sealed bytes. ``receipt`` is the receipt's own bytes, as first sent."""

    header: SignedHeader
    receipt: bytes


@dataclass(frozen=True)
class Place:
    """An envelope's place in the order of commits, the receipt for the one before it by number, and whether its own
    device had taken it back before it came.
    """

    server_seq: int
    receipt_before: bytes | None
    is_withdrawn: bool


@dataclass(frozen=True)
class Listed:
    """One envelope in a list and its place in the order of commits."""

    server_seq: int
    header: SignedHeader


def next_server_seq(tx: Transaction) -> int:
    """Return the next place in the order of commits.

    It is the order of commits because only one transaction at a time holds the turn, and holds it to its commit. A
    place given before the turn came would be a place that a reader can miss.
    """
    take_turn(tx.connection, tx.authority)
    return int(tx.connection.execute(_LAST, {"authority": tx.authority}).scalar_one()) + 1


def give_place(tx: Transaction, header: EnvelopeHeader) -> Place:
    """Return an envelope's place in the order of commits (``next_server_seq``), and what goes with it."""
    if not tx.in_turn:
        take_turn(tx.connection, tx.authority)
    about = {"device": header.device, "device_seq": header.device_seq, "record": header.record}
    ((last, before, withdrawn),) = _PLACE.run(tx, about)
    return Place(last + 1, before, is_withdrawn=header.kind is EnvelopeKind.RELEASED and bool(withdrawn))


def insert_envelope(tx: Transaction, signed: SignedHeader, sealed: bytes | None, receipt: SignedReceipt) -> bool:
    """Keep an envelope with its receipt; say whether its id and its device's number were free, and keep none if not.

    Without ``sealed`` bytes it is kept like one whose bytes were let go.
    """
    recipients = sorted(set(signed.header.recipients))
    row = _row(tx.authority, signed, receipt)
    if tx.connection.dialect.name == "postgresql":
        whole = {**row, "sealed": sealed, "recipients": recipients}
        return bool(_INSERT_WHOLE.run(tx, whole))
    if not _INSERT.run(tx, row):
        return False
    if sealed is not None:
        _INSERT_BODY.run(tx, {"id": signed.header.id, "sealed": sealed})
    for key_id in recipients:
        _INSERT_RECIPIENT.run(tx, {"key_id": key_id, "server_seq": row["server_seq"]})
    return True


def list_kept_of(tx: Transaction, device: str) -> list[SignedHeader]:
    """Return the headers of what a device sent to safe keeping, in the order it was queued there."""
    query = (
        select(ENVELOPES.c.header)
        .join(BODIES, _OF_ENVELOPE)
        .where(ENVELOPES.c.authority == tx.authority, ENVELOPES.c.device == device)
        .where(ENVELOPES.c.kind.in_([EnvelopeKind.KEPT.value, *(kind.value for kind in REPLACED_BY_NEWER)]))
        .order_by(ENVELOPES.c.device_seq)
    )
    return [decode(row.header, SignedHeader) for row in tx.connection.execute(query)]


def _row(authority: str, signed: SignedHeader, receipt: SignedReceipt) -> dict[str, object]:
    header = signed.header
    return {
        "authority": authority,
        "id": header.id,
        "server_seq": receipt.receipt.server_seq,
        "device": header.device,
        "device_seq": header.device_seq,
        "kind": str(header.kind),
        "size": header.size,
        "header": encode(signed),
        "receipt": encode(receipt),
        "received_at": receipt.receipt.received_at,
        "record": header.record,
        "sha256": header.sha256,
    }


def find_envelope(tx: Transaction, envelope: str) -> KeptEnvelope | None:
    """Return what is kept under this id, if anything is; nothing of what was erased."""
    row = tx.connection.execute(_FIND, {"authority": tx.authority, "id": envelope}).one_or_none()
    return KeptEnvelope(decode(row.header, SignedHeader), bytes(row.receipt)) if row and row.header else None


def find_sealed(tx: Transaction, envelope: str) -> bytes | None:
    """Return the sealed bytes of an envelope that is kept, or None when a newer one took its place."""
    row = tx.connection.execute(_FIND_BODY, {"authority": tx.authority, "id": envelope}).one_or_none()
    return bytes(row.sealed) if row else None


def list_envelopes(
    tx: Transaction, key_ids: Collection[str], kinds: Collection[EnvelopeKind], after: int, limit: int
) -> list[Listed]:
    """Return at most ``limit`` envelopes of these kinds addressed to any of these keys after a place.

    They stand in the order of commits. One whose sealed bytes were let go is not among them.
    """
    addressed = (
        select(RECIPIENTS.c.server_seq)
        .join(ENVELOPES, _BY_PLACE)
        .join(BODIES, _OF_ENVELOPE)
        .where(ENVELOPES.c.kind.in_(sorted(kinds)))
        .where(RECIPIENTS.c.authority == tx.authority, RECIPIENTS.c.key_id.in_(sorted(key_ids)))
        .where(RECIPIENTS.c.server_seq > after)
        .distinct()
        .order_by(RECIPIENTS.c.server_seq)
        .limit(limit)
    )
    query = (
        select(ENVELOPES.c.server_seq, ENVELOPES.c.header)
        .where(ENVELOPES.c.authority == tx.authority, ENVELOPES.c.server_seq.in_(addressed))
        .order_by(ENVELOPES.c.server_seq)
    )
    rows = tx.connection.execute(query)
    return [Listed(row.server_seq, decode(row.header, SignedHeader)) for row in rows]
