"""``/v1/orders/{id}``: a device saying that it did what its authority ordered; its first word on it is kept."""

from __future__ import annotations

from endpoint.ids import is_id
from endpoint.storage.standings import keep_done
from endpoint.visit import Answer, SignedVisit
from protocol.codec import decode, encode
from protocol.orders import SignedDone
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check


def put(visit: SignedVisit) -> Answer:
    """Keep the word that an order was carried out."""
    signed = decode(visit.asked.body, SignedDone)
    done = signed.done
    if done.device != visit.device.id or done.order != visit.asked.path["id"] or done.unsent < 0:
        raise Refused(Problem.UNREADABLE)
    try:
        check(Kind.DONE, done, signed.signature, visit.device.signing)
    except Refused as fault:
        raise Refused(Problem.UNREADABLE) from fault  # 401 would mean "try again"
    kept = keep_done(visit.tx, signed) if is_id(done.order) else None
    if kept is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(kept), about=done.order)
