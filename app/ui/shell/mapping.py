"""Writes the map of people into the assessment as steps to be taken back; a child is shown nobody unsafe there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer, text_of
from app.domain.ids import RowId, new_row_id
from app.domain.peoplemap import (
    CHILD,
    FAMILY,
    HELPS,
    MADE_BY,
    MAP,
    PRIVATE,
    Known,
    Written,
    added,
    known_people,
    moved,
    not_for_home,
    people_on,
    private_on_map,
    said,
    taken_off,
    ticked,
)
from app.look.kit import Button, Column, Heading, PageColumn, Text
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.finishing.stack import side_by_side
from app.ui.peoplemap.view import MapState, MapView
from app.ui.shell.writing import Writing

PEOPLE_MAP = "people-map"
"""The page with the map of people."""
_LEAD = noted("Who is around this child, and how close. It is part of the assessment.")
_MEASURE = 960


class MapKeeper(QObject):
    """Fills a map from a draft, and writes what is done on it.

    ``turned`` is where the screen is turned to a family: nobody is shown there whom it may not be safe to be in touch
    with, nor a private matter, and what is done is the child's own unless it was said to be the family's.
    """

    def __init__(self, view: MapView, draft: OpenDraft, writing: Writing, *, turned: bool = False) -> None:
        super().__init__(view)
        self._view, self._draft, self._writing, self._turned = view, draft, writing, turned
        view.known_added.connect(self._add)
        view.name_added.connect(lambda name: self._add((Known(new_row_id(), name, ""),)))
        view.moved.connect(lambda row, place: self._write(moved(self._now(), RowId(row), place), row))
        view.said.connect(lambda row, closeness: self._write(said(self._now(), RowId(row), closeness), row))
        view.helps.connect(lambda row, on: self._write(ticked(RowId(row), HELPS, on=on), row))
        view.kept.connect(lambda row, on: self._write(ticked(RowId(row), PRIVATE, on=on), row))
        view.removed.connect(lambda row: self._write(taken_off(self._now(), RowId(row))))
        view.made_by.connect(lambda code: self._write(((MADE_BY, code),)))
        self.refresh()

    def refresh(self) -> None:
        """Show the map as it is written now."""
        answers = self._draft.answers
        unseen = (*private_on_map(answers), *not_for_home(answers, to_themselves=True)) if self._turned else ()
        people = tuple(one for one in people_on(answers) if f"{MAP}/{one.row}/" not in unseen)
        name = text_of(answers, "id.known_as").strip() or text_of(answers, "id.given").strip() or tr("The child")
        known = known_people(answers, to_child=self._turned)
        self._view.show_map(MapState(name, people, known, text_of(answers, MADE_BY), asks=not self._turned))

    def _now(self) -> dict[str, Answer]:
        return self._draft.answers

    def _add(self, people: tuple[Known, ...]) -> None:
        self._writing.begin_step()
        for known in people:
            for path, given in tuple(added(self._now(), known)):
                self._writing.write(self._draft, path, given)
        self._end(people[-1].row if people else "")

    def _write(self, changes: Iterable[Written], row: str = "") -> None:
        for path, given in tuple(changes):
            self._writing.write(self._draft, path, given)
        self._end(row)

    def _end(self, row: str) -> None:
        if self._turned and text_of(self._now(), MADE_BY) not in {CHILD, FAMILY}:
            self._writing.write(self._draft, MADE_BY, CHILD)
        self.refresh()
        self._view.say(row)


class MapPage(QWidget):
    """The page for a worker. Signals: ``left()``."""

    left = Signal()

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._keeper: MapKeeper | None = None
        self._view: MapView | None = None
        self._draft: OpenDraft | None = None
        back = Button(tr("Back"), "arrow-left", "quiet")
        back.setObjectName("map.back")
        back.clicked.connect(self.left)
        self._back, self._page = back, PageColumn(measure=_MEASURE)
        lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        self._page.head.add(Heading(tr("The map of people")), lead, side_by_side(back))
        self.setLayout(Column(self._page))

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none: nothing of another family stays."""
        draft = file.assessment if file is not None else None
        self._draft = draft if draft is not None and MAP in draft.form else None
        self._keeper = None
        if self._view is not None:
            self._page.column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def is_there(self) -> bool:
        """Say whether the open record has a map."""
        return self._draft is not None

    def begin(self) -> None:
        """Show the map as it is written now, and put the keyboard where it begins."""
        self.refresh()
        if self._view is not None:
            self._view.focus_first()
        self._page.to_top()

    def refresh(self) -> None:
        """Show the map as it is written now."""
        if self._draft is None:
            return
        if self._view is None:
            self._view = MapView()
            self._page.add(self._view)
            self._keeper = MapKeeper(self._view, self._draft, self._writing)
        elif self._keeper is not None:
            self._keeper.refresh()

    def show_again(self, path: str) -> bool:
        """Show what a step taken back did, where it was done here; say whether that is so."""
        if not path.startswith(f"{MAP}/") and path not in {MAP, MADE_BY}:
            return False
        self.refresh()
        if self._view is not None and "/" in path:
            self._view.focus_on(path.split("/")[1])
        return True

    def focus_back(self) -> None:
        """Put the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
