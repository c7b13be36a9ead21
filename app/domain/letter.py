"""Letters and notices as what stands on them; each is made for one moment from what may leave, and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LetterKind(StrEnum):
    """Which letter it is."""

    LEAFLET = "consent-leaflet"
    """What a family reads before they say yes or no; about nobody."""
    START = "start-notice"
    """To the local team: an assessment begins."""
    TRANSFER = "transfer-letter"
    """To another area, when the family move or agree to pass it on."""
    LEAD = "lead-introduction"
    """Who the lead professional is and how to reach them."""
    REMINDER = "agreement-reminder"
    """Whether what the family agreed to is still all right."""
    THANKS = "thank-you"
    """After what was agreed, or when a checklist was the end of it."""


FOR_HOME = frozenset({LetterKind.LEAD, LetterKind.REMINDER, LetterKind.THANKS})
"""Letters about one family that lie about at home: somebody must have said that this is safe."""


@dataclass(frozen=True)
class LetterPart:
    """One heading of a letter with what stands under it, in this order; ``pen`` are labels with a line to write on."""

    title: str = ""
    lines: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    pen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A whole letter. ``sender`` and ``to`` are the lines of an address; without ``to`` it is handed over."""

    title: str
    day: date
    sender: tuple[str, ...]
    to: tuple[str, ...]
    greeting: str
    parts: tuple[LetterPart, ...]
    signed: tuple[str, ...] = ()
    small: str = ""


@dataclass(frozen=True)
class Passing:
    """To which area a record is passed on, what of it, and that the family said yes to it."""

    to: str
    what: tuple[str, ...]
    agreed: bool
