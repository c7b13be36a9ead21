"""Answers as they are given, kept and signed; text is never trimmed, corrected or guessed at here.

An answer lives at a *path*. For a plain item the path is its ``linkId`` (``d1.speech.needs``). For an item in a
row of a repeating group it is ``group/row/linkId`` (``ac/4f1c22ab/ac.who``), and the answer at the group's own path
(``ac``) is the list of its row ids in the order shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from app.domain.ids import RowId


class AbsentReason(StrEnum):
    """Why an item was left without an answer, said in so many words: real answers, not gaps."""

    NOTHING_TO_ADD = "nothing-to-add"
    NOT_TALKED_ABOUT = "not-talked-about"
    NOT_KNOWN = "not-known"
    DECLINED = "declined"


@dataclass(frozen=True)
class Absent:
    """The answer of somebody who gave a reason in place of an answer."""

    reason: AbsentReason


Answer = str | int | bool | tuple[str, ...] | Absent
"""Text, ISO date or code; whole number; yes or no; several codes or row ids; or a reason for none."""

Answers = Mapping[str, Answer]
"""Answers by their path."""


def row_path(group: str, row: RowId, link_id: str) -> str:
    """Return the path of one item in one row of a repeating group."""
    return f"{group}/{row}/{link_id}"


def link_id_of(path: str) -> str:
    """Return the ``linkId`` of the item whose answer lives at ``path``."""
    return path.rsplit("/", 1)[-1]


def rows_of(answers: Answers, group: str) -> tuple[RowId, ...]:
    """Return the row ids of a repeating group, in the order shown; empty when it has none."""
    rows = answers.get(group, ())
    return tuple(RowId(row) for row in rows) if isinstance(rows, tuple) else ()


def cells_of(answers: Answers, group: str, row: RowId) -> dict[str, Answer]:
    """Return everything answered in one row of a repeating group, by path."""
    prefix = f"{group}/{row}/"
    return {path: given for path, given in answers.items() if path.startswith(prefix)}


def row_answers(answers: Answers, group: str) -> Iterator[dict[str, Answer]]:
    """Yield each row of a repeating group as answers by ``linkId``."""
    for row in rows_of(answers, group):
        yield {link_id_of(path): given for path, given in cells_of(answers, group, row).items()}


def text_of(answers: Answers, path: str) -> str:
    """Return the text at ``path``, or an empty string when there is none or a reason stands in its place."""
    given = answers.get(path, "")
    return given if isinstance(given, str) else ""


def is_blank(given: Answer | None) -> bool:
    """Say whether nothing was given: no answer, only white space, or an empty list. A reason is not blank."""
    if given is None:
        return True
    if isinstance(given, str):
        return not given.strip()
    return given == ()


def to_json(given: Answer) -> object:
    """Return the JSON form of an answer, text in Unicode NFC (so that equal words have equal digests)."""
    match given:
        case Absent(reason):
            return {"absent": reason.value}
        case str():
            return normalize("NFC", given)
        case tuple():
            return [normalize("NFC", code) for code in given]
        case _:
            return given


def from_json(value: object) -> Answer:
    """Return the answer whose JSON form is ``value``.

    Raises ``ValueError`` (without quoting the value) when it is none of the forms an answer can take.
    """
    match value:
        case str() | bool() | int():
            return value
        case list() if all(isinstance(code, str) for code in value):
            return tuple(value)
        case {"absent": str(reason), **rest} if not rest:
            return Absent(AbsentReason(reason))
    raise ValueError("not an answer")
