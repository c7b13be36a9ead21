"""``/v1/erasures``: a person's own envelopes erased for ever, and word of it for those who had them."""

from __future__ import annotations

from endpoint.cursors import read_cursor, read_limit, write_cursor
from endpoint.erasing import erase_all
from endpoint.ids import check_id
from endpoint.storage.desk_keys import reading_key_ids
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.envelopes import find_envelope
from endpoint.storage.letting_go import list_words
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.codec import decode, encode
from protocol.keeping import ErasedList, SignedErasure
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check


def put(visit: SignedVisit) -> Answer:
    """Erase what a device asks to be erased; all of it was its person's own, or none of it is erased."""
    signed = decode(visit.asked.body, SignedErasure)
    erasure = signed.erasure
    _check(visit, signed)
    hers = list_devices_of_same_person(visit.tx, visit.device)
    for envelope in erasure.envelopes:
        kept = find_envelope(visit.tx, envelope)
        if kept is not None and kept.header.header.device not in hers:
            raise Refused(Problem.NOT_FOUND)
    words = erase_all(visit, erasure.envelopes, erasure.why)
    return Answer(200, encode(ErasedList(words)), about=erasure.id)


def _check(visit: SignedVisit, signed: SignedErasure) -> None:
    erasure = signed.erasure
    for one in (erasure.id, *erasure.envelopes):
        check_id(one)
    fits = 0 < len(erasure.envelopes) <= limits.ERASURE_ENVELOPES
    if not fits or erasure.id != visit.asked.path["id"] or erasure.device != visit.device.id:
        raise Refused(Problem.MALFORMED)
    try:
        check(Kind.ERASURE, erasure, signed.signature, visit.device.signing)
    except Refused as fault:
        raise Refused(Problem.UNREADABLE) from fault  # 401 would mean "try again"


def get(visit: SignedVisit) -> Answer:
    """List what was erased of what this device reads or sent."""
    limit, store = read_limit(visit.asked.query), f"{visit.house.store_epoch}:erased"
    after = read_cursor(visit.asked.query, store)
    keys = reading_key_ids(visit.tx, visit.device)
    found = list_words(visit.tx, keys, after, limit + 1)
    page = found[:limit]
    last = page[-1][0] if page else after
    words = ErasedList(tuple(word for _, word in page), write_cursor(store, last), more=len(found) > limit)
    return Answer(200, encode(words), about=f"{after}..{last}")
