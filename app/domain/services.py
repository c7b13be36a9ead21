"""Which services are meant by a need, a level, an age, a place and some words; what is not known hides no service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from app.domain.finding import words_of

OLD_AFTER = timedelta(days=365)
"""What nobody has looked at for so long is told as old."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for; whatever is empty is not looked at. ``need`` and ``level`` are codes, ``age`` in years."""

    need: str = ""
    level: str = ""
    age: int | None = None
    place: str = ""
    words: str = ""


@dataclass(frozen=True)
class Sought:
    """What a search reads of one service: its words as they are compared, each with a space before it.

    ``needs`` and ``levels`` are codes; ``youngest`` and ``oldest`` whole years, or not known.
    """

    name: str
    about: str
    places: str
    needs: frozenset[str]
    levels: frozenset[str]
    youngest: int | None = None
    oldest: int | None = None


class Meant(IntEnum):
    """How surely a service is meant; those that name what was typed come first."""

    SURELY = 0
    PERHAPS = 1


def meant(wanted: Wanted, sought: Sought) -> Meant | None:
    """Return how surely a service is meant, or None.

    A need must be named by the service. A level, an age or a place that it says nothing about never hides it.
    """
    is_fit = _needs(wanted, sought) and _level(wanted, sought) and _age(wanted, sought)
    if not is_fit or not _has(words_of(wanted.words), sought.name + sought.about):
        return None
    place = words_of(wanted.place)
    if place and sought.places and not _has(place, sought.places):
        return None
    is_sure = _has(words_of(wanted.words), sought.name) and (not place or bool(sought.places))
    return Meant.SURELY if is_sure else Meant.PERHAPS


def _needs(wanted: Wanted, sought: Sought) -> bool:
    return not wanted.need or wanted.need in sought.needs


def _level(wanted: Wanted, sought: Sought) -> bool:
    return not wanted.level or not sought.levels or wanted.level in sought.levels


def _age(wanted: Wanted, sought: Sought) -> bool:
    if wanted.age is None:
        return True
    young = sought.youngest is None or sought.youngest <= wanted.age
    return young and (sought.oldest is None or wanted.age <= sought.oldest)


def _has(words: Iterable[str], text: str) -> bool:
    """Say whether each of these words begins a word of a text."""
    return all(f" {word}" in text for word in words)


def is_old(checked: date | None, today: date) -> bool:
    """Say whether to ring before counting on a service: nobody has looked for a year, or it is not known."""
    return checked is None or today - checked > OLD_AFTER
