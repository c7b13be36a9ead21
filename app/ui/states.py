"""What the pages show: small frozen values in words, ready to be read; no Qt, no record and no rule is in here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from app.domain.peoplemap import OnMap
from app.said import noted


@dataclass(frozen=True)
class CarryOn:
    """Where she stopped: the child's name, the title of the page, and when it was saved, in words."""

    name: str
    where: str
    saved: str = ""


@dataclass(frozen=True)
class FamilyLine:
    """One child's line on the home page, all of it in words.

    ``next`` is what comes next, ``where`` where the record is, ``need`` how to talk with the family where that matters.
    """

    episode_id: str
    name: str
    age: str
    next: str
    where: str
    need: str = ""


@dataclass(frozen=True)
class FoundLine:
    """One child that was found, in words; ``words`` say what comes next.

    Or something to do (``is_way``), with its keys in the place of the age.
    """

    episode_id: str
    name: str
    age: str
    words: str
    is_way: bool = False


@dataclass(frozen=True)
class Reminder:
    """Something to come back to: the episode it is about, what it is, and when or until when, in words.

    ``page`` is the page of the record it is seen to on; empty where that is the first.
    """

    episode_id: str
    title: str
    words: str
    page: str = ""


@dataclass(frozen=True)
class HomeState:
    """The home page: ``today`` is the day in words; what there is nothing of is empty.

    ``sending`` is where sending stands, in the same words as on the bar; ``waiting`` is what to do about it. ``ended``
    are checklists that were the end of it and are kept for a while. ``keys`` is what is to be seen to about the keys
    of this place. ``worries`` are questions about safety that nobody has answered. ``lost`` names what stood on
    another laptop of hers and was never sent; ``out_of_touch`` says that nothing new can be begun until this laptop
    has heard from its authority. ``has_more`` says that ``families`` are only those last worked with. ``lapses`` is
    what lapses soon of the check and training of whoever works here.
    """

    first_name: str
    today: str
    families: tuple[FamilyLine, ...] = ()
    carry_on: CarryOn | None = None
    waiting: str = ""
    went_well: str = ""
    sending: str = noted("Waiting to send")
    due: tuple[Reminder, ...] = ()
    ended: tuple[Reminder, ...] = ()
    keys: str = ""
    lost: str = ""
    out_of_touch: str = ""
    has_more: bool = False
    worries: tuple[Reminder, ...] = ()
    lapses: str = ""


@dataclass(frozen=True)
class Contact:
    """Somebody local to ring: who, a few words on when to ring them, and the number as it is dialled."""

    label: str
    words: str
    number: str


EnvelopeState = Literal["new", "opened", "refused"]
"""New to the desk, opened at this desk, or could not be opened."""


@dataclass(frozen=True)
class InboxLine:
    """One assessment a family released to the desk.

    ``child`` is what may be shown before opening (a name or initials). ``arrived`` is in local time. ``words`` say the
    state, such as "Opened by you on Tuesday 24 November 2026" or "Could not be opened: the seal is broken".
    """

    envelope_id: str
    child: str
    author: str
    agency: str
    agreed_on: date | None
    arrived: datetime
    state: EnvelopeState
    words: str


@dataclass(frozen=True)
class InboxState:
    """The coordinator's inbox; ``collected`` says when the desk last collected, in words."""

    lines: tuple[InboxLine, ...] = ()
    collected: str = ""


@dataclass(frozen=True)
class ReadLine:
    """One answer as it is read: its label, its words, whether they are somebody's own, and what was drawn, as text.

    ``people`` are those on a map of people, which is shown as a picture of them.
    """

    link_id: str
    label: str
    words: str
    is_quote: bool = False
    strokes: str = ""
    people: tuple[OnMap, ...] = ()


@dataclass(frozen=True)
class ReadSection:
    """One topic of a record as it is read, strengths before needs."""

    title: str
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked about a record (seal, signature, consent), in words, and whether it was well."""

    words: str
    good: bool


@dataclass(frozen=True)
class Reading:
    """A finished record to be read: whose, from whom and when, what was checked, who may see it, and what it says."""

    title: str
    meta: str
    checks: tuple[CheckLine, ...]
    may_see: tuple[str, ...]
    sections: tuple[ReadSection, ...]
    note: str = ""
    """What is in it and what is not, where that is another than the page says of itself."""


@dataclass(frozen=True)
class LookLine:
    """One line of "Who did what", all of it in words; ``child`` is empty where it is about nobody."""

    at: str
    who: str
    what: str
    child: str


@dataclass(frozen=True)
class LooksState:
    """The page "Who did what": its lines, and the children, people and days there are to choose from."""

    lines: tuple[LookLine, ...] = ()
    children: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()
    days: tuple[tuple[date, str], ...] = ()
    count: str = ""
