"""Envelopes, once in and never changed; the sealed bytes lie in a table of their own, so that lists never read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import BODIES, ENVELOPES, RECIPIENTS
from protocol.codec import decode, encode
from protocol.messages import REPLACED_BY_NEWER, EnvelopeHeader, EnvelopeKind, SignedHeader, SignedReceipt

# Written once and for all: putting a statement together costs more than running it.
_LAST = select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0)).where(
    ENVELOPES.c.authority == bindparam("authority")
)
_INSERT = insert(ENVELOPES)
_INSERT_BODY = insert(BODIES)
_INSERT_RECIPIENT = insert(RECIPIENTS)
_FIND = select(ENVELOPES.c.header, ENVELOPES.c.receipt).where(
    ENVELOPES.c.authority == bindparam("authority"), ENVELOPES.c.id == bindparam("id")
)
_FIND_BODY = select(BODIES.c.sealed).where(BODIES.c.authority == bindparam("authority"), BODIES.c.id == bindparam("id"))


@dataclass(frozen=True)
class KeptEnvelope:
    """What is kept of an envelope beside its sealed bytes. ``receipt`` is the receipt's own bytes, as first sent."""

    header: SignedHeader
    receipt: bytes


@dataclass(frozen=True)
class Listed:
    """One envelope in a list and its place in the order of commits."""

    server_seq: int
    header: SignedHeader


def next_server_seq(tx: Transaction) -> int:
    """Return the next place in the order of commits.

    It is the order of commits because only one transaction writes at a time. On a database with several writers the
    lock that makes it so (PostgreSQL: ``pg_advisory_xact_lock``, held to the commit) belongs at the top of this
    function; a place given before such a lock is a place a reader can miss.
    """
    return int(tx.connection.execute(_LAST, {"authority": tx.authority}).scalar_one()) + 1


def insert_envelope(tx: Transaction, signed: SignedHeader, sealed: bytes, receipt: SignedReceipt) -> None:
    """Keep an envelope with its receipt. Raises ``IntegrityError`` when its id or its device's number is taken."""
    server_seq = receipt.receipt.server_seq
    tx.connection.execute(_INSERT, _row(tx.authority, signed, receipt))
    tx.connection.execute(_INSERT_BODY, {"authority": tx.authority, "id": signed.header.id, "sealed": sealed})
    rows = [
        {"authority": tx.authority, "key_id": key_id, "server_seq": server_seq}
        for key_id in sorted(set(signed.header.recipients))
    ]
    tx.connection.execute(_INSERT_RECIPIENT, rows)
    if signed.header.kind in REPLACED_BY_NEWER:
        _let_go_of_older(tx, signed.header)


def _let_go_of_older(tx: Transaction, header: EnvelopeHeader) -> None:
    """Erase the bytes of all but a device's newest envelope about one thing; header and receipt stay for ever."""
    about = select(ENVELOPES.c.id).where(
        ENVELOPES.c.authority == tx.authority,
        ENVELOPES.c.device == header.device,
        ENVELOPES.c.kind == str(header.kind),
        ENVELOPES.c.record == header.record,
    )
    newest = about.order_by(ENVELOPES.c.device_seq.desc()).limit(1).scalar_subquery()
    older = about.where(ENVELOPES.c.id != newest)
    tx.connection.execute(delete(BODIES).where(BODIES.c.authority == tx.authority, BODIES.c.id.in_(older)))


def list_kept_of(tx: Transaction, device: str) -> list[SignedHeader]:
    """Return the headers of what a device sent to safe keeping, in the order it was queued there."""
    query = (
        select(ENVELOPES.c.header)
        .join(BODIES, (BODIES.c.authority == ENVELOPES.c.authority) & (BODIES.c.id == ENVELOPES.c.id))
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
    }


def find_envelope(tx: Transaction, envelope: str) -> KeptEnvelope | None:
    """Return what is kept under this id, if anything is."""
    row = tx.connection.execute(_FIND, {"authority": tx.authority, "id": envelope}).one_or_none()
    return KeptEnvelope(decode(row.header, SignedHeader), row.receipt) if row else None


def find_sealed(tx: Transaction, envelope: str) -> bytes | None:
    """Return the sealed bytes of an envelope that is kept, or None when a newer one took its place."""
    row = tx.connection.execute(_FIND_BODY, {"authority": tx.authority, "id": envelope}).one_or_none()
    return bytes(row.sealed) if row else None


def list_envelopes(tx: Transaction, key_ids: Collection[str], after: int, limit: int) -> list[Listed]:
    """Return at most ``limit`` envelopes addressed to any of these keys after a place, in the order of commits."""
    addressed = (
        select(RECIPIENTS.c.server_seq)
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
