"""A practitioner's own phrases: `;` and some letters bring the words she keeps under them; none is shipped.

Words that stand in a text exactly as they were kept are told as inserted: once they are edited they are hers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.said import said

Phrases = Mapping[str, str]
"""The words kept under some letters."""
LETTERS = re.compile(r"[a-z0-9]{1,12}")
LONGEST = 400
_JUST_TYPED = re.compile(r"(?:^|[\s(“\"])(;(?P<letters>[A-Za-z0-9]{1,12}))(?P<after>[ \n.,;:!?)])$")


@dataclass(frozen=True)
class Insertion:
    """What takes the place of the letters from ``start`` to ``end``; what was typed after them stays."""

    start: int
    end: int
    words: str


def insertion(before_caret: str, phrases: Phrases) -> Insertion | None:
    """Return what is to be inserted now that a space or a stop was typed after the letters; ``None`` for nothing."""
    found = _JUST_TYPED.search(before_caret)
    words = phrases.get(found["letters"].lower()) if found is not None else None
    return Insertion(found.start(1), found.end(1), words) if found is not None and words is not None else None


def inserted_in(line: str, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield where kept words stand in a line just as they are kept, and their length."""
    for words in phrases.values():
        at = line.find(words)
        while at >= 0:
            yield at, len(words)
            at = line.find(words, at + len(words))


def letters_of(text: str) -> str:
    """Return letters as a phrase is kept under them: without the mark before them, in small letters."""
    return text.strip().removeprefix(";").lower()


def words_of(text: str) -> str:
    """Return words as they are kept: on one line."""
    return " ".join(text.split())


def why_not(letters: str, words: str) -> str:
    """Return what a phrase still needs, in a sentence; empty when it can be kept."""
    if not LETTERS.fullmatch(letters):
        return "Choose up to twelve letters or numbers, without a space."
    if not words:
        return "Write the words that these letters bring."
    return (
        ""
        if len(words) <= LONGEST
        else said("Keep it under {longest} letters: a phrase is a beginning.", longest=LONGEST)
    )
