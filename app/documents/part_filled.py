"""A form with what was written so far and room for the rest, in the order of the screen: a paper for its author alone.

It takes a ``WorkingView`` and nothing else, and what is not in it is on no page: of that it is said that there is more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reportlab.platypus import Flowable, Spacer

from app.documents import fonts, paper, words, writing
from app.documents.answered import in_words, rows
from app.documents.blank_form import KEEP, ON_LAPTOP, ROWS, for_whom, in_a_row, question
from app.domain.answers import Absent
from app.domain.working import WorkingView
from app.forms.definition import Item, ItemKind, Page

TITLE = "Working paper"
_OWN = (
    "For the worker alone: not a copy for the family, and not to be left with anybody. It says what was written so "
    "far, and has room for the rest in the order of the screen."
)
_LEFT_OUT = (
    f"Where it says “{ON_LAPTOP}”, there is an answer that is not for paper. Private notes are never on it. What you "
    "add here is typed in later, and the record then says that it was written on paper."
)


def part_filled(pages: Iterable[Page], view: WorkingView, day: date) -> bytes:
    """Return these pages with their answers and room to write (PDF, A4); its properties name nobody."""
    if type(view) is not WorkingView:
        raise TypeError("a working paper is made of a working view and of nothing else")
    return paper.as_pdf(_story(pages, view), TITLE, day)


def _story(pages: Iterable[Page], view: WorkingView) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(TITLE, paper.TITLE)
    yield from paper.lines(_OWN)
    yield from paper.lines(_LEFT_OUT, paper.SMALL)
    yield from paper.lines(KEEP, paper.SMALL)
    yield from for_whom()
    for page in pages:
        asked = [part for item in page.items for part in _asked(item, view)]
        if asked:
            yield paper.heading(page.title)
            yield from asked
    if any(map(writing.lacking, view.answers.values())):
        yield from paper.lines(words.MISSING_LETTERS, paper.SMALL)


def _asked(item: Item, view: WorkingView) -> Iterator[Flowable]:
    said = _said(item, view)
    if item.hidden:
        return
    if item.link_id in view.left_out:
        yield paper.labelled(item.text.rstrip(":"), ON_LAPTOP, paper.SMALL)
    elif item.is_rows:
        yield from _rows(item, view)
    elif item.kind is ItemKind.GROUP:
        inner = [part for one in item.items for part in _asked(one, view)]
        if inner and item.text:
            yield paper.heading(item.text, paper.TOPIC, level=1)
        yield from inner
    elif said:
        yield from _answer(item, said)
    elif not (item.read_only or item.copied or item.seldom):
        yield from question(item)


def _said(item: Item, view: WorkingView) -> str:
    given = view.answers.get(item.link_id)
    return words.REASONS[given.reason] if isinstance(given, Absent) else in_words(item, given)


def _answer(item: Item, said: str) -> Iterator[Flowable]:
    if item.kind is ItemKind.TEXT or item.text.endswith("?"):
        yield paper.heading(item.text, paper.LABEL, level=None)
        yield from paper.lines(said, paper.BODY if item.kind is ItemKind.TEXT else paper.FACT)
        yield Spacer(0, 6)
    else:
        yield paper.labelled(item.text.rstrip(":"), said, paper.FACT)


def _rows(group: Item, view: WorkingView) -> Iterator[Flowable]:
    """Yield each row that says something, and room for another; one that is seldom asked for only where it does."""
    labels = {item.link_id: item.text.rstrip("?:") for item in group.items}
    told = list(rows(view.answers, group))
    for number, row in enumerate(told, 1):
        yield paper.heading(f"{group.text} {number}", paper.LABEL, level=None)
        yield from paper.labelled_line({labels[link_id]: said for link_id, said in row.items()}, paper.FACT)
    if group.read_only or group.copied or group.seldom:
        return
    for number in range(len(told) + 1, max(len(told) + 1, ROWS) + 1):
        yield paper.heading(f"{group.text} {number}", paper.LABEL, level=None)
        yield from (part for inner in group.items for part in in_a_row(inner))
