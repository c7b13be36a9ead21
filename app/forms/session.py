"""What a form shows for the answers given so far; it asks nothing of the screen, and keeps no state of its own.

A question that is not shown keeps its answer: nothing a person wrote is dropped because another answer changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import ge, gt, le, lt
from typing import Any

from app.domain.answers import Absent, Answer, Answers, is_blank, link_id_of, row_path, rows_of
from app.domain.ids import RowId
from app.forms.definition import EnableWhen, FormDefinition, Item, ItemKind, Page


class PageStatus(StrEnum):
    """How far a page has come. A person says that it is completed; the program never does."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    COMPLETED = "completed"


@dataclass(frozen=True)
class Row:
    """One row of a repeating group, with its visible questions."""

    row_id: RowId
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Entry:
    """One visible item and its answer, if any; a repeating group has ``rows``, a plain group has ``entries``."""

    path: str
    item: Item
    answer: Answer | None
    rows: tuple[Row, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class PageState:
    """What one page shows now."""

    page: Page
    status: PageStatus
    entries: tuple[Entry, ...]


_COMPARED: dict[str, Callable[[Any, Any], bool]] = {">": gt, "<": lt, ">=": ge, "<=": le}


@dataclass(frozen=True)
class FormSession:
    """A form with the answers given so far, and the ids of the pages somebody marked as done."""

    form: FormDefinition
    answers: Answers
    done: Collection[str] = frozenset()

    def is_visible(self, path: str) -> bool:
        """Say whether the item at ``path`` is asked now, given the other answers.

        An item is hidden with the group it stands in, and what is hidden counts as not answered. Raises ``KeyError``
        when the form has no such item.
        """
        link_id = link_id_of(path)
        row = _row_of(path)
        chain = _chain(self.form.page_of(link_id).items, link_id)
        return all(self._is_enabled(item, row) for item in chain)

    def visible_paths(self) -> tuple[str, ...]:
        """Return the paths of everything asked now, in the order of the form, rows included."""
        return tuple(path for page in self.form.pages for path in _paths(self.page_state(page.link_id).entries))

    def page_state(self, link_id: str) -> PageState:
        """Return what the page shows now; raises ``KeyError`` when the form has no such page."""
        page = self.form.page(link_id)
        return PageState(page, self.status(link_id), self._entries(page.items, None))

    def status(self, link_id: str) -> PageStatus:
        """Return how far a page has come; any answer, or a reason for none, makes it started."""
        if link_id in self.done:
            return PageStatus.COMPLETED
        started = any(not is_blank(answer) and self._page_at(path) == link_id for path, answer in self.answers.items())
        return PageStatus.IN_PROGRESS if started else PageStatus.NOT_STARTED

    def _page_at(self, path: str) -> str | None:
        link_id = link_id_of(path)
        return self.form.page_of(link_id).link_id if link_id in self.form else None

    def _entries(self, items: Iterable[Item], row: tuple[str, RowId] | None) -> tuple[Entry, ...]:
        return tuple(self._entry(item, row) for item in items if self._is_enabled(item, row))

    def _entry(self, item: Item, row: tuple[str, RowId] | None) -> Entry:
        path = row_path(*row, item.link_id) if row else item.link_id
        answer = self.answers.get(path)
        if item.is_rows:
            rows = rows_of(self.answers, path)
            filled = (Row(row_id, self._entries(item.items, (item.link_id, row_id))) for row_id in rows)
            return Entry(path, item, answer, rows=tuple(filled))
        if item.kind is ItemKind.GROUP:
            return Entry(path, item, None, entries=self._entries(item.items, row))
        return Entry(path, item, answer)

    def _is_enabled(self, item: Item, row: tuple[str, RowId] | None) -> bool:
        if item.copied and not item.is_rows and is_blank(self.answers.get(item.link_id)):
            return False  # there is nothing to copy, and nobody types it here
        if not item.enable_when:
            return True
        held = (self._holds(condition, row) for condition in item.enable_when)
        return all(held) if item.enable_all else any(held)

    def _holds(self, condition: EnableWhen, row: tuple[str, RowId] | None) -> bool:
        in_rows = self.form.rows_around(condition.question)
        inside = row is not None and in_rows == row[0]
        path = row_path(*row, condition.question) if row and inside else condition.question
        return _meets(self.answers.get(path) if self.is_visible(path) else None, condition)


def _meets(given: Answer | None, condition: EnableWhen) -> bool:
    """Compare as FHIR R4 does: a list meets a condition when one of its codes does; ``!=`` holds without an answer."""
    values: tuple[str | int | bool, ...] = ()
    if given is not None and not isinstance(given, Absent) and not is_blank(given):
        values = given if isinstance(given, tuple) else (given,)
    if condition.operator == "exists":
        return bool(values) is condition.answer
    if condition.operator == "!=":
        return condition.answer not in values
    if condition.operator == "=":
        return condition.answer in values
    compare = _COMPARED[condition.operator]
    return any(type(value) is type(condition.answer) and compare(value, condition.answer) for value in values)


def _row_of(path: str) -> tuple[str, RowId] | None:
    group, _, rest = path.partition("/")
    return (group, RowId(rest.partition("/")[0])) if rest else None


def _chain(items: Iterable[Item], link_id: str) -> tuple[Item, ...]:
    """Return the item and the groups around it, outermost first."""
    for item in items:
        if item.link_id == link_id:
            return (item,)
        inner = _chain(item.items, link_id)
        if inner:
            return (item, *inner)
    return ()


def _paths(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.item.kind is not ItemKind.GROUP or entry.item.is_rows:
            yield entry.path
        yield from _paths(entry.entries)
        for row in entry.rows:
            yield from _paths(row.entries)
