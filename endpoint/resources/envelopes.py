"""``/v1/envelopes``: kept once, for ever, under one id; handed only to those it is addressed to."""

from __future__ import annotations

import re

from endpoint.audit import Action
from endpoint.ids import is_id
from endpoint.keeping import keep, note_refusal
from endpoint.permissions import check_may_read
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.authorities import find_directory
from endpoint.storage.envelopes import find_envelope, find_sealed
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.batches import Verdict, Verdicts, unpack_batch
from protocol.codec import decode, encode
from protocol.envelope import pack, split
from protocol.messages import PROTOCOL_VERSION, SignedReceipt
from protocol.problems import Problem, Refused

_REST = re.compile(r"bytes=(\d{1,9})-")


def put(visit: SignedVisit) -> Answer:
    """Keep an envelope and give a receipt; the same bytes again get the same receipt."""
    envelope = visit.asked.path["id"]
    kept = keep(visit, visit.asked.body, visit.asked.version, named=envelope)
    return Answer(kept.status, kept.receipt, about=kept.id)


def post(visit: SignedVisit) -> Answer:
    """Keep what can be kept of a batch, and say of each envelope what became of it."""
    verdicts = tuple(_verdict(visit, envelope) for envelope in unpack_batch(visit.asked.body))
    for verdict in verdicts:
        access = Access(to_text(visit.now), visit.device.id, Action.ENVELOPE_PUT, verdict.id, verdict.status)
        insert_access(visit.tx, access)
    return Answer(200, encode(Verdicts(verdicts)), about=f"{len(verdicts)} envelopes")


def _verdict(visit: SignedVisit, envelope: bytes) -> Verdict:
    try:
        kept = keep(visit, envelope, max(visit.asked.version, PROTOCOL_VERSION))
    except Refused as refusal:
        note_refusal(visit, refusal)
        return Verdict(_id_in(envelope), refusal.problem.status, problem=refusal.problem.code, **refusal.members)
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
    kept = find_envelope(visit.tx, envelope)
    if kept is None:
        raise Refused(Problem.NOT_FOUND)
    check_may_read(visit.device, find_directory(visit.tx).directory, kept.header.header)
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
