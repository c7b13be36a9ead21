"""Whether one version of a question can hold an answer to another, with the same meaning; never by a guess."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.answers import Absent, Answer, is_blank
from app.forms.definition import Item, ItemKind
from app.forms.validation import LONGEST_TEXT
from app.forms.widgets.wording import REASONS

_TEXTS = frozenset({ItemKind.TEXT, ItemKind.STRING})
_CHOICES = frozenset({ItemKind.CHOICE, ItemKind.OPEN_CHOICE})
_LONGEST_SCALE = 10


@dataclass(frozen=True)
class Held:
    """An answer as another version of its question holds it; ``left`` is what of it has no place there, in words."""

    answer: Answer
    left: str = ""


def held(was: Item, becomes: Item, given: Answer) -> Held | None:
    """Return the answer as ``becomes`` holds it, or ``None`` where it cannot."""
    if was.is_rows or becomes.is_rows:
        return Held(given) if was.is_rows and becomes.is_rows else None
    if isinstance(given, Absent) or _takes(was) == _takes(becomes):
        return Held(given)
    return _HOLDERS[becomes.kind](was, becomes, given)


def _takes(item: Item) -> tuple[object, ...]:
    """Return all that decides which answers a question takes, and what they mean."""
    options = frozenset((option.system, option.code) for option in item.options)
    return item.kind, item.repeats, item.minimum, item.maximum, item.max_length, options


def in_words(item: Item | None, given: Answer) -> str:
    """Return an answer in words, every choice by its label; empty for rows and for what says nothing."""
    match given:
        case Absent(reason):
            return REASONS[reason]
        case bool():
            return "yes" if given else "no"
        case tuple():
            is_rows = item is not None and item.is_rows
            return "" if is_rows else "; ".join(_display(item, code) for code in given)
        case str():
            return _display(item, given) if given.strip() else ""
        case _:
            return str(given)


def _display(item: Item | None, code: str) -> str:
    return item.display_of(code) if item is not None and item.kind in _CHOICES else code


def _text(was: Item, becomes: Item, given: Answer) -> Held | None:
    words = given if was.kind in _TEXTS else in_words(was, given)
    return Held(words) if isinstance(words, str) and _fits(becomes, words) else None


def _fits(item: Item, words: str) -> bool:
    """Say whether a box takes words as they are: a line has no second one, and what is too long would be cut."""
    one_line = item.kind is not ItemKind.STRING or "\n" not in words
    return one_line and len(words) <= (item.max_length or LONGEST_TEXT)


def _date(was: Item, _becomes: Item, given: Answer) -> Held | None:
    return Held(given) if was.kind is ItemKind.DATE else None


def _boolean(was: Item, _becomes: Item, given: Answer) -> Held | None:
    return Held(given) if was.kind is ItemKind.BOOLEAN else None


def _integer(was: Item, becomes: Item, given: Answer) -> Held | None:
    if was.kind is not ItemKind.INTEGER or not isinstance(given, int):
        return None
    same = (was.minimum, was.maximum) == (becomes.minimum, becomes.maximum)
    if (_is_scale(was) or _is_scale(becomes)) and not same:
        return None  # a 4 of 5 is not a 4 of 10
    low, high = becomes.minimum, becomes.maximum
    return Held(given) if same or ((low is None or given >= low) and (high is None or given <= high)) else None


def _is_scale(item: Item) -> bool:
    return item.minimum == 0 and item.maximum is not None and item.maximum <= _LONGEST_SCALE


def _choice(was: Item, becomes: Item, given: Answer) -> Held | None:
    parts = (given,) if isinstance(given, str) else given
    if was.kind not in _CHOICES | _TEXTS or not isinstance(parts, tuple):
        return None
    if is_blank(given):
        return Held(given) if was.kind in _CHOICES and was.repeats == becomes.repeats else None
    taken = {part: answer for part in parts if (answer := _part(was, becomes, part)) is not None}
    left = "; ".join(_display(was, part) for part in parts if part not in taken)
    answers = tuple(dict.fromkeys(taken.values()))
    if not answers or (not becomes.repeats and (left or len(answers) > 1)):
        return None
    return Held(answers if becomes.repeats else answers[0], left)


def _part(was: Item, becomes: Item, part: str) -> str | None:
    """Return one choice, or somebody's own words, as the other question holds it."""
    if was.kind in _CHOICES and not was.options and not becomes.options:
        return part  # what may be chosen is told elsewhere
    option = was.option(part) if was.kind in _CHOICES else None
    same = becomes.option(part)
    if option is not None and same is not None and same.system == option.system:
        return part
    words = option.display if option is not None else part
    is_open = becomes.kind is ItemKind.OPEN_CHOICE and becomes.option(words) is None
    return words if is_open and "\n" not in words else None


_HOLDERS: dict[ItemKind, Callable[[Item, Item, Answer], Held | None]] = {
    ItemKind.TEXT: _text,
    ItemKind.STRING: _text,
    ItemKind.DATE: _date,
    ItemKind.BOOLEAN: _boolean,
    ItemKind.INTEGER: _integer,
    ItemKind.CHOICE: _choice,
    ItemKind.OPEN_CHOICE: _choice,
}
