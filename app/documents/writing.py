"""A text made ready for a page: what is never seen is left out, and nothing hidden may turn its words about.

Overrides and embeddings would make a line read otherwise than it was typed, so they never reach a page; the joiners
and the direction marks that Arabic, Indic scripts and emoji need do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from app.documents import fonts
from app.documents.direction import END_OF_ISOLATE, FIRST_STRONG_ISOLATE

MISSING = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
ISOLATES = FIRST_STRONG_ISOLATE + END_OF_ISOLATE
_KEPT = frozenset(_JOINERS + _MARKS + ISOLATES)
_TAGS = range(0xE0020, 0xE0080)
"""They spell which flag a black flag stands for, such as that of Wales."""
_SELECTORS = frozenset({*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
_SKINS = range(0x1F3FB, 0x1F400)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def is_plain(text: str) -> bool:
    """Say whether reportlab sets a text by itself: letters of Noto Sans from left to right, none on another."""
    return text.isascii() or _plain_letters().issuperset(text)


def drawable(text: str) -> str:
    """Return ``text`` with what no face has shown as ``MISSING``, and what must not or cannot be seen left out.

    Line breaks of every kind are kept as newlines.
    """
    return "\n".join(map(_drawable_line, text.splitlines()))


def _drawable_line(line: str) -> str:
    line = unicodedata.normalize("NFC", line.replace("\t", " "))
    if line.isprintable() and is_plain(line):
        return line
    return "".join(map(_drawable, line))


def lacking(given: object) -> bool:
    """Say whether an answer is text with letters that ``drawable`` shows as ``MISSING``."""
    return isinstance(given, str) and MISSING in drawable(given)


def isolated(text: str) -> str:
    """Return a name or an answer so that it can stand inside a sentence of ours and leave its order alone."""
    text = text.strip()
    if is_plain(text):
        return text
    inside = "".join(letter for letter in text if letter not in ISOLATES)
    return f"{FIRST_STRONG_ISOLATE}{inside}{END_OF_ISOLATE}"


def is_unseen(letter: str) -> bool:
    """Say whether a letter stays in the text and is never drawn by itself: joiners, marks, selectors."""
    return letter in _KEPT or ord(letter) in _TAGS or ord(letter) in _SELECTORS


def is_tall(letter: str) -> bool:
    """Say whether a letter is of a script that needs more room between its lines."""
    return unicodedata.bidirectional(letter) == "AL"


def is_joined(letter: str, before: str) -> bool:
    """Say whether a letter is drawn as one with the letter before it: marks, joined emoji, their skin."""
    category = unicodedata.category(letter)
    return is_unseen(letter) or category[0] == "M" or before == "\N{ZERO WIDTH JOINER}" or ord(letter) in _SKINS


def with_faces(text: str, role: str) -> Iterator[tuple[str, fonts.Face]]:
    """Yield each letter of a drawable text with the face that sets it; joined letters stay in one face."""
    before: fonts.Face | None = None
    for place, letter in enumerate(text):
        before = _face_of(letter, text[place + 1 : place + 2], text[place - 1 : place], role, before)
        yield letter, before


def _face_of(letter: str, after: str, previous: str, role: str, before: fonts.Face | None) -> fonts.Face:
    code = ord(letter)
    if before is not None and (is_unseen(letter) or (code in before.letters and is_joined(letter, previous))):
        return before
    emoji = fonts.face(fonts.EMOJI)
    if after in {"\N{VARIATION SELECTOR-16}", "\N{COMBINING ENCLOSING KEYCAP}"} and code in emoji.letters:
        return emoji
    first, *others = fonts.faces_for(role)
    if code in first.letters:
        return first
    if before is not None and code in before.letters:
        return before
    return next((face for face in others if code in face.letters), first)


def _drawable(letter: str) -> str:
    if is_unseen(letter):
        return letter
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    return letter if ord(letter) in fonts.all_letters() else MISSING


@cache
def _plain_letters() -> frozenset[str]:
    return frozenset(filter(_is_plain, map(chr, fonts.letters()))) | {"\n"}


def _is_plain(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "MC" and unicodedata.bidirectional(letter) not in {"R", "AL", "AN"}
