"""``/v1/envelopes``: kept once, for ever, under one id; handed only to those it is addressed to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from endpoint.audit import Action
from endpoint.ids import is_id
from endpoint.keeping import Brought, Kept, keep_all, note_refusal
from endpoint.permissions import check_may_read
from endpoint.storage.accesses import Access, insert_accesses
from endpoint.storage.database import Transaction
from endpoint.storage.desk_keys import reading_key_ids
from endpoint.storage.envelopes import find_envelope, find_sealed
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.batches import Verdict, Verdicts, unpack_batch
from protocol.codec import decode, encode
from protocol.envelope import pack, split
from protocol.messages import PROTOCOL_VERSION, SignedReceipt
from protocol.problems import Problem, Refused

_REST = re.compile(r"bytes=(\d{1,9})-")


def put_all(tx: Transaction, visits: Sequence[SignedVisit]) -> list[Answer | Refused]:
    """Keep an envelope for each visit and give its receipt; the same bytes again get the same receipt."""
    brought = [Brought(one, one.asked.body, one.asked.version, named=one.asked.path["id"]) for one in visits]
    return [
        one if isinstance(one, Refused) else Answer(one.status, one.receipt, about=one.id)
        for one in keep_all(tx, brought)
    ]


def post(visit: SignedVisit) -> Answer:
    """Keep what can be kept of a batch, and say of each envelope what became of it."""
    envelopes, version = unpack_batch(visit.asked.body), max(visit.asked.version, PROTOCOL_VERSION)
    kept = keep_all(visit.tx, [Brought(visit, envelope, version) for envelope in envelopes])
    verdicts = tuple(_verdict(visit, *pair) for pair in zip(envelopes, kept, strict=True))
    at, device = to_text(visit.now), visit.device.id
    insert_accesses(visit.tx, [Access(at, device, Action.ENVELOPE_PUT, one.id, one.status) for one in verdicts])
    return Answer(200, encode(Verdicts(verdicts)), about=f"{len(verdicts)} envelopes")


def _verdict(visit: SignedVisit, envelope: bytes, kept: Kept | Refused) -> Verdict:
    if isinstance(kept, Refused):
        note_refusal(visit, kept)
        return Verdict(_id_in(envelope), kept.problem.status, problem=kept.problem.code, **kept.members)
    return Verdict(kept.id, kept.status, receipt=decode(kept.receipt, SignedReceipt))


def _id_in(envelope: bytes) -> str:
    try:
        said = split(envelope)[0].header.id
    except Refused:
        return ""
    return said if is_id(said) else ""


def get(visit: SignedVisit) -> Answer:
    """Hand an envelope, or the rest of it, to a device it is addressed to."""
    envelope = visit.asked.path["id"]
    kept = find_envelope(visit.tx, envelope) if is_id(envelope) else None
    if kept is None:
        raise Refused(Problem.NOT_FOUND)
    check_may_read(reading_key_ids(visit.tx, visit.device), kept.header.header)
    sealed = find_sealed(visit.tx, envelope)
    if sealed is None:
        raise Refused(Problem.NOT_FOUND)
    return _rest(pack(kept.header, sealed), visit.asked.header("range"), envelope)


def _rest(whole: bytes, asked: str, envelope: str) -> Answer:
    """Return the whole, or what is asked for of its end (RFC 9110 §14.2: a range that is not understood is left)."""
    found = _REST.fullmatch(asked)
    begin = int(found.group(1)) if found else 0
    if found is None or begin >= len(whole):
        return Answer(200, whole, "application/octet-stream", about=envelope)
    said = {"content-range": f"bytes {begin}-{len(whole) - 1}/{len(whole)}"}
    return Answer(206, whole[begin:], "application/octet-stream", about=envelope, headers=said)
