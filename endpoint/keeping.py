"""Keeping one envelope, however it came: once, for ever, under one id; refused without a trace of what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from endpoint.ids import check_id
from endpoint.permissions import check_may_send
from endpoint.storage.blobs import find_blob, let_go_of_blob, read_blob
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.envelopes import Place, find_envelope, give_place, insert_envelope
from endpoint.storage.letting_go import find_word, settle_bytes
from endpoint.storage.standings import mark_copied
from endpoint.times import to_text
from endpoint.visit import SignedVisit
from protocol import limits
from protocol.codec import decode, encode
from protocol.envelope import check_sealed, check_sender, split
from protocol.keeping import receipt_hash
from protocol.messages import EnvelopeHeader, EnvelopeKind, Receipt, SignedHeader, SignedReceipt
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign

_WITH_PREV = 2
"""The version of the protocol since which a receipt names the one before it."""


@dataclass(frozen=True)
class Kept:
    """What came of bringing an envelope: its id, 201 for one that is new and 200 for one that was here, its receipt."""

    id: str
    status: int
    receipt: bytes


def keep(visit: SignedVisit, envelope: bytes, version: int, named: str = "") -> Kept:
    """Keep an envelope and give its receipt; the same again gets the same receipt. Raises ``Refused``.

    ``version`` is the protocol's, of whoever will read the receipt; ``named`` the id it must have, if any. Where
    it is refused, nothing was written, and nothing has to be undone.
    """
    signed, sealed = split(envelope)
    _check_header(visit, signed)
    if named and signed.header.id != named:
        raise Refused(Problem.UNREADABLE)
    is_bare = not sealed and signed.header.size > 0
    if is_bare and find_envelope(visit.tx, signed.header.id) is not None:
        return Kept(signed.header.id, 200, _earlier_receipt(visit, signed))
    sealed = _brought_before(visit, signed.header) if is_bare else sealed
    if len(envelope) + (len(sealed) if is_bare else 0) > limits.ENVELOPE_BYTES:
        raise Refused(Problem.TOO_LARGE)
    check_sealed(signed, sealed)
    place = give_place(visit.tx, signed.header)
    receipt = _receipt(visit, signed.header, place, version)
    if not insert_envelope(visit.tx, signed, None if place.is_withdrawn else sealed, receipt):
        return Kept(signed.header.id, 200, _earlier_receipt(visit, signed))
    _settle(visit, signed.header, is_bare=is_bare)
    return Kept(signed.header.id, 201, encode(receipt))


def _check_header(visit: SignedVisit, signed: SignedHeader) -> None:
    header = signed.header
    check_id(header.id)
    if not header.recipients or header.blobs or header.device_seq < 1:
        raise Refused(Problem.UNREADABLE)
    check_may_send(visit.device, header)
    try:
        check_sender(signed, visit.device.signing)
    except Refused as fault:
        # 401 would mean "try again": this envelope will never be right.
        raise Refused(Problem.UNREADABLE) from fault


def _brought_before(visit: SignedVisit, header: EnvelopeHeader) -> bytes:
    blob = find_blob(visit.tx, visit.device.id, header.sha256)
    if blob is None or blob.received < blob.size:
        raise Refused(Problem.BLOB_MISSING, missing=(header.sha256,))
    return read_blob(visit.tx, visit.device.id, header.sha256)


def _receipt(visit: SignedVisit, header: EnvelopeHeader, place: Place, version: int) -> SignedReceipt:
    key = visit.house.receipt_key
    receipt = Receipt(
        id=header.id,
        sha256=header.sha256,
        store_epoch=visit.house.store_epoch,
        server_seq=place.server_seq,
        received_at=to_text(visit.now),
        prev=_prev(place) if version >= _WITH_PREV else "",
    )
    return SignedReceipt(receipt, public_text(key), sign(Kind.RECEIPT, receipt, key))


def _prev(place: Place) -> str:
    before = place.receipt_before
    return receipt_hash(decode(before, SignedReceipt).receipt) if before is not None else ""


def _settle(visit: SignedVisit, header: EnvelopeHeader, *, is_bare: bool) -> None:
    if is_bare:
        let_go_of_blob(visit.tx, visit.device.id, header.sha256)
    takes_back = header.kind is EnvelopeKind.WITHDRAWAL
    settle_bytes(visit.tx, header, list_devices_of_same_person(visit.tx, visit.device) if takes_back else ())


def _earlier_receipt(visit: SignedVisit, signed: SignedHeader) -> bytes:
    word = find_word(visit.tx, signed.header.id)
    if word is not None:
        raise Refused(Problem.ENVELOPE_ERASED, erased=word)
    earlier = find_envelope(visit.tx, signed.header.id)
    if earlier is None:
        raise Refused(Problem.DEVICE_SEQ_DIFFERENT)
    if earlier.header != signed:
        raise Refused(Problem.ENVELOPE_DIFFERENT)
    return earlier.receipt


def note_refusal(visit: SignedVisit, refusal: Refused) -> None:
    """Write down what a refusal says of the device itself; this outlives the attempt that was refused."""
    if refusal.problem is Problem.DEVICE_SEQ_DIFFERENT:
        mark_copied(visit.tx, visit.device.id, to_text(visit.now))
