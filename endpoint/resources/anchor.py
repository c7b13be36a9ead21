"""``/v1/anchor``: how far the asking device's audit has come; what does not go on from there is kept as a break."""

from __future__ import annotations

from endpoint.storage.anchors import find_anchor, insert_break, keep_anchor
from endpoint.visit import Answer, SignedVisit
from protocol.codec import decode, encode
from protocol.messages import Anchor, SignedAnchor
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

_HASH_LETTERS = 64


def get(visit: SignedVisit) -> Answer:
    """Hand back the device's own last anchor."""
    kept = find_anchor(visit.tx, visit.device.id)
    if kept is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(kept), about=_about(kept.anchor))


def put(visit: SignedVisit) -> Answer:
    """Keep an anchor that follows the one kept, even where the device says that its audit does not go on from it."""
    signed = decode(visit.asked.body, SignedAnchor)
    _check(visit, signed)
    kept = find_anchor(visit.tx, visit.device.id)
    if kept != signed:
        if not _follows(signed.anchor, kept):
            raise Refused(Problem.ANCHOR_DIFFERENT)
        if kept is not None and (not signed.anchor.continues or signed.anchor.key != kept.anchor.key):
            insert_break(visit.tx, kept, signed, visit.now)
        keep_anchor(visit.tx, signed, visit.now)
    return Answer(200, encode(signed), about=_about(signed.anchor))


def _check(visit: SignedVisit, signed: SignedAnchor) -> None:
    anchor = signed.anchor
    if anchor.device != visit.device.id or anchor.n < 1 or len(anchor.head) != _HASH_LETTERS:
        raise Refused(Problem.UNREADABLE)
    try:
        check(Kind.ANCHOR, anchor, signed.signature, visit.device.signing)
    except Refused as fault:
        raise Refused(Problem.UNREADABLE) from fault  # 401 would mean "try again"


def _follows(anchor: Anchor, kept: SignedAnchor | None) -> bool:
    before = (kept.anchor.n, kept.anchor.head) if kept is not None else (0, "")
    goes_on = anchor.n > before[0] or (anchor.n, anchor.head) == before
    return (anchor.after_n, anchor.after_head) == before and (goes_on or not anchor.continues)


def _about(anchor: Anchor) -> str:
    return f"line {anchor.n}"
