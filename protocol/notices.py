"""Whether another assessment of a child is open (``docs/protocol.md`` §8): the least that asks it, and its answer."""

from __future__ import annotations

from enum import StrEnum

from protocol.messages import Message


class NoticeState(StrEnum):
    """Whether the assessment a notice is about is open."""

    OPEN = "open"
    CLOSED = "closed"


class Notice(Message, frozen=True):
    """That an assessment is open, about whom; nothing of what it says, no service and no agency.

    ``born`` is an ISO date, empty before the birth. ``n`` counts an episode's notices from 1; the highest stands. All
    that names the child is empty in one that is ``closed``. There is none of a restricted episode.
    """

    episode: str
    device: str
    n: int
    state: NoticeState
    given: str
    family: str
    born: str
    postcode: str


class SignedNotice(Message, frozen=True):
    """A notice and the device's signature over it."""

    notice: Notice
    signature: str


class Another(StrEnum):
    """Whether another assessment of the same child is open; ``held`` tells nothing of where, whose or since when."""

    NONE = "none"
    HELD = "held"


class NoticeAnswer(Message, frozen=True):
    """The endpoint's answer to a notice."""

    episode: str
    another: Another
