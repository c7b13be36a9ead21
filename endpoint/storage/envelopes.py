"""Envelopes, once in and never changed; the sealed bytes lie in a table of their own, so that lists never read them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import BODIES, ENVELOPES, RECIPIENTS
from protocol.codec import decode
from protocol.messages import REPLACED_BY_NEWER, EnvelopeKind, SignedHeader

ERASED = "erased"
"""The kind of a row whose envelope was erased: its id and number stay taken, and nothing else is left."""

_LAST = select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0)).where(
    ENVELOPES.c.authority == bindparam("authority")
)
_OF_ENVELOPE = (BODIES.c.authority == ENVELOPES.c.authority) & (BODIES.c.id == ENVELOPES.c.id)
_BY_PLACE = (ENVELOPES.c.authority == RECIPIENTS.c.authority) & (ENVELOPES.c.server_seq == RECIPIENTS.c.server_seq)
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

    It is the order of commits because only one transaction at a time holds the turn, and holds it to its commit. A
    place given before the turn came would be a place that a reader can miss.
    """
    tx.take_turn()
    return int(tx.connection.execute(_LAST, {"authority": tx.authority}).scalar_one()) + 1


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
