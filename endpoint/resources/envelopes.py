"""``/v1/envelopes/{id}``: kept once, for ever, under one id; handed only to those it is addressed to."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from endpoint.ids import check_id
from endpoint.permissions import check_may_read, check_may_send
from endpoint.storage.envelopes import find_envelope, find_sealed, insert_envelope, next_server_seq
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.envelope import check_sender, pack, unpack
from protocol.messages import EnvelopeHeader, Receipt, SignedHeader, SignedReceipt
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign


def put(visit: SignedVisit) -> Answer:
    """Keep an envelope and give a receipt; the same bytes again get the same receipt."""
    signed, sealed = unpack(visit.asked.body)
    _check_header(visit, signed)
    receipt = _receipt(visit, signed.header)
    try:
        with visit.tx.attempt():
            insert_envelope(visit.tx, signed, sealed, receipt)
    except IntegrityError:
        return Answer(200, _earlier_receipt(visit, signed), about=signed.header.id)
    return Answer(201, encode(receipt), about=signed.header.id)


def _check_header(visit: SignedVisit, signed: SignedHeader) -> None:
    header = signed.header
    check_id(header.id)
    if header.id != visit.asked.path["id"] or not header.recipients:
        raise Refused(Problem.UNREADABLE)
    check_may_send(visit.device, header)
    try:
        check_sender(signed, visit.device.signing)
    except Refused as fault:
        # 401 would mean "try again": this envelope will never be right.
        raise Refused(Problem.UNREADABLE) from fault


def _receipt(visit: SignedVisit, header: EnvelopeHeader) -> SignedReceipt:
    key = visit.house.receipt_key
    receipt = Receipt(
        id=header.id,
        sha256=header.sha256,
        store_epoch=visit.house.store_epoch,
        server_seq=next_server_seq(visit.tx),
        received_at=to_text(visit.now),
    )
    return SignedReceipt(receipt, public_text(key), sign(Kind.RECEIPT, receipt, key))


def _earlier_receipt(visit: SignedVisit, signed: SignedHeader) -> bytes:
    earlier = find_envelope(visit.tx, signed.header.id)
    if earlier is None:
        raise Refused(Problem.DEVICE_SEQ_DIFFERENT)
    if earlier.header != signed:
        raise Refused(Problem.ENVELOPE_DIFFERENT)
    return earlier.receipt


def get(visit: SignedVisit) -> Answer:
    """Hand an envelope to a device it is addressed to."""
    envelope = visit.asked.path["id"]
    kept = find_envelope(visit.tx, envelope)
    if kept is None:
        raise Refused(Problem.NOT_FOUND)
    check_may_read(visit.device, visit.house.directory.directory, kept.header.header)
    sealed = find_sealed(visit.tx, envelope)
    if sealed is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, pack(kept.header, sealed), "application/octet-stream", about=envelope)
