"""Who looks into the index, and its log: no look, refused look or override goes by without its line in it.

The door calls ``refused_as`` for each look that is refused, whatever became of the rest of its transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from endpoint.ids import is_id
from endpoint.storage.invitations import find_invitation
from endpoint.storage.looks import Look, insert_look
from endpoint.times import to_text
from endpoint.visit import SignedVisit
from protocol import limits
from protocol.codec import decode, encode
from protocol.messages import Message
from protocol.problems import Problem, Refused


@dataclass(frozen=True)
class Reason:
    """Why somebody looks, and for which colleague if not for herself."""

    why: str = ""
    on_behalf: str = ""


def check_reason(why: str, *others: str) -> None:
    """Raise ``Refused`` where no reason is given, or a text holds what no keyboard types."""
    if any(ord(letter) < ord(" ") and letter != "\n" for text in (why, *others) for letter in text):
        raise Refused(Problem.MALFORMED)
    if not why.strip():
        raise Refused(Problem.INDEX_NO_REASON)


def person(visit: SignedVisit) -> tuple[str, str]:
    """Return the name and agency of whoever asks, as the authority invited them."""
    return person_of(visit, visit.device.enrolment.keys.invitation)


def person_of(visit: SignedVisit, invitation: str) -> tuple[str, str]:
    """Return the name and agency of whom an invitation was for."""
    signed = find_invitation(visit.tx, invitation)
    return (signed.invitation.name, signed.invitation.agency) if signed is not None else ("", "")


def note_look(visit: SignedVisit, act: str, child: str, reason: Reason, shown: Message) -> None:
    """Write down a look with what was asked and all that was shown."""
    _write(visit, _Result(act, child, encode(shown).decode(), 200), reason)


def refused_as(act: str) -> Callable[[SignedVisit, Refused], None]:
    """Return what writes a look of this kind down when it was refused."""

    def note(visit: SignedVisit, refusal: Refused) -> None:
        named = visit.asked.path.get("child", visit.asked.path.get("episode", visit.asked.path.get("look", "")))
        said = json.dumps(refusal.problem.code)
        result = _Result(act, named if is_id(named) else "", said, refusal.problem.status)
        _write(visit, result, _reason_in(visit.asked.body))

    return note


@dataclass(frozen=True)
class _Result:
    act: str
    child: str
    results: str
    status: int


def _reason_in(body: bytes) -> Reason:
    """Return the reason as far as there is one in a request that may be anything."""
    try:
        said = decode(body, dict)
    except Refused:
        return Reason()
    why, on_behalf = said.get("reason", ""), said.get("on_behalf", "")
    is_text = isinstance(why, str) and isinstance(on_behalf, str)
    return Reason(_printable(why), _printable(on_behalf)) if is_text else Reason()


def _printable(text: str) -> str:
    return text.replace("\0", "")  # which PostgreSQL does not keep


def _write(visit: SignedVisit, result: _Result, reason: Reason) -> None:
    who, agency = person(visit)
    asked = visit.asked.body[: limits.INDEX_BYTES].decode("utf-8", "replace")
    look = Look(
        look=str(uuid4()),
        at=to_text(visit.now),
        device=visit.device.id,
        who=who,
        agency=agency,
        reason=reason.why,
        on_behalf=reason.on_behalf,
        query=json.dumps({"path": dict(visit.asked.path), "body": asked}),
        **vars(result),
    )
    insert_look(visit.tx, look)
