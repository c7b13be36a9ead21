"""A form to be filled in by hand, in the order of the screen, with room to write; it holds no answer and no name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from reportlab.platypus import Flowable, Spacer

from app.documents import fonts, paper
from app.forms.definition import Item, ItemKind, Page

_TITLE = "To write on, when there is no laptop"
_FIRST = (
    "The questions come in the order of the screen, so that it is quick to type in later. Leave out what was not "
    "talked about. Instead of an answer you can write: "
    "nothing to add, not talked about yet, I don’t know, chose not to say."
)
KEEP = "Keep it with you. Once it is typed in and read together, it is handed over or destroyed as your team does it."
ON_LAPTOP = "on the laptop already"
_TO_MARK = "Mark what is so:"
_LINES, ROWS = 3, 2
_LINE_ROOM = 26


def blank_form(pages: Iterable[Page], day: date, answered: Collection[str] = ()) -> bytes:
    """Return these pages of a form with room to write (PDF, A4).

    Of the questions ``answered`` it is said that the laptop has an answer, and never which: no room is left for them.
    """
    return paper.as_pdf(_story(pages, answered), _TITLE, day)


def _story(pages: Iterable[Page], answered: Collection[str]) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(_TITLE, paper.TITLE)
    yield from paper.lines(_FIRST)
    yield from paper.lines(KEEP, paper.SMALL)
    yield from for_whom()
    for page in pages:
        asked = [part for item in page.items for part in _asked(item, answered)]
        if asked:
            yield paper.heading(page.title)
            yield from asked


def for_whom() -> Iterator[Flowable]:
    """Yield lines for who writes, when and with whom."""
    for label in ("Written by", "On", "With"):
        yield from paper.line_to_write_on(label)


def _asked(item: Item, answered: Collection[str]) -> Iterator[Flowable]:
    if item.hidden or item.read_only or item.copied or item.seldom:
        return
    if item.link_id in answered:
        yield paper.labelled(item.text.rstrip(":"), ON_LAPTOP, paper.SMALL)
    elif item.is_rows:
        for number in range(1, ROWS + 1):
            yield paper.heading(f"{item.text} {number}", paper.LABEL, level=None)
            yield from (part for inner in item.items for part in in_a_row(inner))
    elif item.kind is ItemKind.GROUP:
        if item.text:
            yield paper.heading(item.text, paper.TOPIC, level=1)
        yield from (part for inner in item.items for part in _asked(inner, answered))
    else:
        yield from question(item)


def in_a_row(item: Item) -> Iterator[Flowable]:
    """Yield a line to write on for one question of a row."""
    if not (item.hidden or item.read_only or item.seldom):
        yield from paper.line_to_write_on(item.text)


def question(item: Item) -> Iterator[Flowable]:
    """Yield a question with room to write, or its choices to be marked."""
    if item.options or item.kind is ItemKind.BOOLEAN:
        yield paper.heading(item.text, paper.LABEL, level=None)
        choices = [option.display for option in item.options] or ["Yes"]
        yield from paper.lines(f"{_TO_MARK} {'  /  '.join(choices)}", paper.FACT)
    elif item.kind is ItemKind.TEXT:
        yield paper.heading(item.text, paper.LABEL, level=None)
        yield from (paper.Rule(0, _LINE_ROOM) for _ in range(_LINES))
        yield Spacer(0, 6)
    else:
        yield from paper.line_to_write_on(item.text)
