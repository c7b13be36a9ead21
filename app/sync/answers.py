"""What the endpoint answered, read as one of our messages or as one of a few troubles; nothing else is believed."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from app.errors import Trouble
from app.sync.policy import COME_AGAIN_SECONDS
from app.sync.troubles import AnswerUnreadable, ComeAgain, EndpointRefused, EndpointTrouble
from protocol.codec import convert, decode, parse
from protocol.keeping import SignedErased
from protocol.problems import Problem, Refused

MessageT = TypeVar("MessageT")

_OFFSET_DIGITS = 9
SUCCESS = range(200, 300)
_SERVER_FAULT = 500
_BUSY = (408, 429)
_COME_AGAIN = (Problem.TOO_FAST.status, Problem.ENDPOINT_BUSY.status, Problem.ENDPOINT_FULL.status)
_PROBLEMS = {problem.urn: problem for problem in Problem}


class Said(NamedTuple):
    """What was answered: status, body, and what the endpoint says in headers, if it does."""

    status: int
    body: bytes
    nonce: str
    offset: str
    again: str


def offset_in(answer: Said, also: int = 0) -> int:
    """Return the place an answer names, where it succeeded or has the status ``also``. Raises one of the troubles."""
    if answer.status not in SUCCESS and answer.status != also:
        raise trouble_in(answer)
    if not (answer.offset.isascii() and answer.offset.isdigit() and len(answer.offset) <= _OFFSET_DIGITS):
        raise AnswerUnreadable
    return int(answer.offset)


def trouble_in(answer: Said) -> Trouble:
    """Return the trouble that an answer without success stands for."""
    if answer.status in _COME_AGAIN and (seconds := _seconds_in(answer.again)):
        return ComeAgain(seconds, full=answer.status == Problem.ENDPOINT_FULL.status)
    problem = _PROBLEMS.get(_problem_type(answer.body))
    if problem is not None and problem is not Problem.ENDPOINT_TROUBLE:
        return EndpointRefused(problem, _erased_in(answer.body), _why_in(answer.body))
    return EndpointTrouble() if answer.status in _BUSY or answer.status >= _SERVER_FAULT else AnswerUnreadable()


def _seconds_in(said: str) -> int:
    """Return for how long the endpoint asks to be left in peace, as far as it is believed; 0 where it says nothing."""
    if not (said.isascii() and said.isdecimal() and len(said) <= _OFFSET_DIGITS):
        return 0
    return min(int(said), COME_AGAIN_SECONDS)


def _erased_in(answer: bytes) -> SignedErased | None:
    """Return the endpoint's signed word that it erased something, where one stands beside the problem."""
    try:
        return convert(parse(answer)["erased"], SignedErased)
    except (Refused, KeyError, TypeError):
        return None


def _why_in(answer: bytes) -> str:
    """Return what the endpoint says is missing, where it says it beside the problem."""
    try:
        said = parse(answer).get("why", "")
    except (Refused, AttributeError):
        return ""
    return said if isinstance(said, str) else ""


def _problem_type(answer: bytes) -> str:
    try:
        body: Any = parse(answer)
    except Refused:
        return ""
    return str(body.get("type", "")) if isinstance(body, dict) else ""


def read(body: bytes, kind: type[MessageT]) -> MessageT:
    """Return the message that was answered. Raises ``AnswerUnreadable``."""
    try:
        return decode(body, kind)
    except Refused as fault:
        raise AnswerUnreadable from fault
