"""The fixed words of the papers in one language; no language is ever offered whose words nobody has reviewed.

Ours stand in ``words``, ``letterwords`` and ``copywords``. Those of another language are data, ``papers-CODE.json`` in
``resources/i18n``: the same names, a full set of them, and who has reviewed them. A word that is missing there, or
takes other blanks than ours, is a damaged file and never a paper in two languages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from app.documents import copywords, letterwords, words
from app.forms.languages import Review
from app.paths import resources
from app.sealing.words import CALENDAR, Calendar, date_in_words, day_in_words

OWN = "en-GB"
_BLANK = re.compile(r"{(\w+)}")


class Words:
    """Fixed words by the names they have in our own language, as attributes: ``words.PLAN_FOR``."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def __getattr__(self, name: str) -> Any:
        """Return the words of one name; raises ``AttributeError`` for a name that ours do not have."""
        try:
            return self.said[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Language:
    """Everything a paper says by itself, in one language. ``reviewed`` says whether a family may be given it."""

    code: str
    papers: Words
    letters: Words
    copies: Words
    calendar: Calendar
    reviewed: bool = True

    def day(self, day: date) -> str:
        """Return a day in words."""
        return day_in_words(day, self.calendar)

    def date(self, written: str) -> str:
        """Return a date as exactly as it was written, in words."""
        return date_in_words(written, self.calendar)


def own_words(module: ModuleType) -> dict[str, Any]:
    """Return the fixed words that stand in a module, by their names."""
    return {name: said for name, said in vars(module).items() if name.isupper()}


ENGLISH = Language(OWN, Words(own_words(words)), Words(own_words(letterwords)), Words(own_words(copywords)), CALENDAR)
_MODULES = {"papers": words, "letters": letterwords, "copies": copywords}


def read_language(path: Path) -> Language:
    """Return the language in a file. Raises ``ValueError`` with what is missing, or is not of the shape of ours."""
    raw: dict[str, Any] = json.loads(path.read_bytes())
    review = raw["review"]
    reviewed = review["state"] == Review.REVIEWED and bool(
        review.get("by", "").strip() and review.get("on", "").strip()
    )
    told = {part: Words(_whole(part, own_words(module), raw[part])) for part, module in _MODULES.items()}
    calendar = Calendar(tuple(raw["calendar"]["days"]), tuple(raw["calendar"]["months"]))
    return Language(str(raw["language"]), **told, calendar=calendar, reviewed=reviewed)


@cache
def languages() -> Mapping[str, Language]:
    """Return every language a family may be given papers in, our own first."""
    found = (read_language(path) for path in sorted((resources() / "i18n").glob("papers-*.json")))
    return {OWN: ENGLISH} | {each.code: each for each in found if each.reviewed}


def _whole(part: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    if ours.keys() != theirs.keys():
        raise ValueError(f"{part}: {', '.join(sorted(ours.keys() ^ theirs.keys()))}")
    said = {name: _like(ours[name], theirs[name], name) for name in ours}
    for name in ours:
        if sorted(_blanks(ours[name])) != sorted(_blanks(said[name])):
            raise ValueError(f"{part}: {name} has other blanks")
    return said


def _like(ours: Any, theirs: Any, name: str) -> Any:
    """Return words from a file in the shape that ours have: a tuple, a table, one sentence."""
    match ours:
        case dict():
            return {key: str(theirs[key.value if isinstance(key, StrEnum) else key]) for key in ours}
        case tuple():
            if len(ours) != len(theirs):
                raise ValueError(f"{name} has {len(ours)} parts")
            return tuple(_like(one, other, name) for one, other in zip(ours, theirs, strict=True))
        case _:
            if not str(theirs).strip():
                raise ValueError(f"{name} is empty")
            return str(theirs)


def _blanks(said: Any) -> Iterator[str]:
    parts = said.values() if isinstance(said, dict) else said if isinstance(said, tuple) else ()
    yield from _BLANK.findall(said) if isinstance(said, str) else (blank for part in parts for blank in _blanks(part))
