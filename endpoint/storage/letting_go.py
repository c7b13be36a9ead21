"""Sealed bytes that are let go: replaced by newer ones, taken back, or erased; an id that was once used stays used."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, insert, select, update

from endpoint.storage.database import Transaction
from endpoint.storage.envelopes import ERASED, next_server_seq
from endpoint.storage.tables import BODIES, ENVELOPES, ERASURE_READERS, ERASURES, RECIPIENTS
from protocol.codec import decode, encode
from protocol.keeping import SignedErased
from protocol.messages import REPLACED_BY_NEWER, EnvelopeHeader, EnvelopeKind


def settle_bytes(tx: Transaction, header: EnvelopeHeader, same_person: Collection[str]) -> None:
    """Let go of what an envelope that has just been kept makes needless; ``same_person`` are its sender's devices."""
    if header.kind in REPLACED_BY_NEWER:
        _let_go_of_older(tx, header)
    elif header.kind is EnvelopeKind.WITHDRAWAL:
        _let_go_of_released(tx, header, same_person)


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


def _let_go_of_released(tx: Transaction, header: EnvelopeHeader, same_person: Collection[str]) -> None:
    """Erase the bytes of what was released of a record: by its device before this number, by the person's others."""
    released = select(ENVELOPES.c.id).where(
        ENVELOPES.c.authority == tx.authority,
        ENVELOPES.c.kind == EnvelopeKind.RELEASED.value,
        ENVELOPES.c.record == header.record,
        ENVELOPES.c.device.in_(sorted({*same_person, header.device})),
        (ENVELOPES.c.device != header.device) | (ENVELOPES.c.device_seq < header.device_seq),
    )
    tx.connection.execute(delete(BODIES).where(BODIES.c.authority == tx.authority, BODIES.c.id.in_(released)))


def find_word(tx: Transaction, envelope: str) -> SignedErased | None:
    """Return the endpoint's word that it erased this envelope, if it did."""
    query = select(ERASURES.c.word).where(ERASURES.c.authority == tx.authority, ERASURES.c.envelope == envelope)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, SignedErased) if found is not None else None


def erase(tx: Transaction, signed: SignedErased, asked_by: str) -> None:
    """Erase one envelope for ever, and keep the word for it; an id that never came is taken by it too.

    ``asked_by`` is the device that asked, which hears of it like those it was addressed to; empty for a replayed log.
    """
    envelope = signed.erased.envelope
    row = tx.connection.execute(
        select(ENVELOPES.c.server_seq, ENVELOPES.c.device).where(
            ENVELOPES.c.authority == tx.authority, ENVELOPES.c.id == envelope
        )
    ).one_or_none()
    place = next_server_seq(tx)
    _keep_word(tx, signed, place, _readers(tx, row.server_seq if row else 0, row.device if row else asked_by))
    _take_id(tx, envelope, place, asked_by) if row is None else _empty(tx, envelope, row.server_seq, place)


def _readers(tx: Transaction, server_seq: int, sender: str) -> list[str]:
    query = select(RECIPIENTS.c.key_id).where(
        RECIPIENTS.c.authority == tx.authority, RECIPIENTS.c.server_seq == server_seq
    )
    return sorted({*tx.connection.execute(query).scalars(), sender} - {""})


def _keep_word(tx: Transaction, signed: SignedErased, place: int, readers: list[str]) -> None:
    row = {"authority": tx.authority, "place": place, "envelope": signed.erased.envelope, "word": encode(signed)}
    tx.connection.execute(insert(ERASURES), row)
    if readers:
        rows = [{"authority": tx.authority, "key_id": key_id, "place": place} for key_id in readers]
        tx.connection.execute(insert(ERASURE_READERS), rows)


def _empty(tx: Transaction, envelope: str, server_seq: int, place: int) -> None:
    tx.connection.execute(delete(BODIES).where(BODIES.c.authority == tx.authority, BODIES.c.id == envelope))
    tx.connection.execute(
        delete(RECIPIENTS).where(RECIPIENTS.c.authority == tx.authority, RECIPIENTS.c.server_seq == server_seq)
    )
    tx.connection.execute(
        update(ENVELOPES)
        .where(ENVELOPES.c.authority == tx.authority, ENVELOPES.c.id == envelope)
        .values(server_seq=place, kind=ERASED, size=0, header=b"", receipt=b"", record="", sha256="")
    )


def _take_id(tx: Transaction, envelope: str, place: int, device: str) -> None:
    # The device's own numbers begin at 1, so the place as a negative number is one that nothing else will use.
    tx.connection.execute(
        insert(ENVELOPES),
        {
            "authority": tx.authority,
            "id": envelope,
            "server_seq": place,
            "device": device,
            "device_seq": -place,
            "kind": ERASED,
            "size": 0,
            "header": b"",
            "receipt": b"",
            "received_at": "",
            "record": "",
            "sha256": "",
        },
    )


def list_words(tx: Transaction, key_ids: Collection[str], after: int, limit: int) -> list[tuple[int, SignedErased]]:
    """Return at most ``limit`` words about envelopes of these keys after a place, each with its own, in order."""
    places = (
        select(ERASURE_READERS.c.place)
        .where(ERASURE_READERS.c.authority == tx.authority, ERASURE_READERS.c.key_id.in_(sorted(key_ids)))
        .where(ERASURE_READERS.c.place > after)
        .distinct()
        .order_by(ERASURE_READERS.c.place)
        .limit(limit)
    )
    query = (
        select(ERASURES.c.place, ERASURES.c.word)
        .where(ERASURES.c.authority == tx.authority, ERASURES.c.place.in_(places))
        .order_by(ERASURES.c.place)
    )
    return [(row.place, decode(row.word, SignedErased)) for row in tx.connection.execute(query)]
