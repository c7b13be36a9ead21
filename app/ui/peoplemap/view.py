"""The map of people with its list, and how somebody is put on it; the same for a worker and a child at the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import RowId
from app.domain.peoplemap import CHILD, FAMILY, WORKER, Known, OnMap
from app.look.kit import Button, Card, Column, Field, Flow, Heading, LineBox, Text, announce, tab_through
from app.look.speech import noted, told, tr
from app.ui.finishing.choices import Choices
from app.ui.parts import Fold, discard, holder
from app.ui.peoplemap.lines import PersonLine
from app.ui.peoplemap.painting import sentence_of
from app.ui.peoplemap.sheet import MapSheet

_WHOSE = (
    (CHILD, noted("The child’s own")),
    (FAMILY, noted("The family’s, made together")),
    (WORKER, noted("Mine, from what is written")),
)
_WHOSE_HINT = noted("A child’s own map is shown to a parent only where the child said so.")
_NOBODY = noted("Nobody is on the map yet.")
_HOW = noted("Move a box with the mouse or the arrow keys: nearer is closer. Or say it in the list.")
_BESIDE = 420
_NAME_LETTERS = 24


@dataclass(frozen=True)
class MapState:
    """What is shown: the child in the middle, who is on the map, who may be put on it by one press, and whose it is.

    ``asks`` is whether it may be said whose map it is and who on it is a private matter: not where a child sees it.
    """

    middle: str
    people: tuple[OnMap, ...] = ()
    known: tuple[Known, ...] = ()
    made_by: str = ""
    asks: bool = True


class MapView(QWidget):
    """The map.

    Signals: ``known_added(object)`` with those ``Known`` people; ``name_added(str)``; ``moved(str, object)``;
    ``said(str, object)``; ``helps(str, bool)``; ``kept(str, bool)``; ``removed(str)``; ``made_by(str)``.
    """

    known_added = Signal(object)
    name_added = Signal(str)
    moved = Signal(str, object)
    said = Signal(str, object)
    helps = Signal(str, bool)
    kept = Signal(str, bool)
    removed = Signal(str)
    made_by = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._state = MapState("")
        self._sheet, self._nobody = MapSheet(), Text(tr(_NOBODY), "body", "ink_2", wrap=True)
        self._lines: dict[RowId, PersonLine] = {}
        self._list, self._buttons = Column(gap="m"), Flow(gap="m")
        self._known: list[Button] = []
        self._all = Button(tr("Put all of them on the map"), "users")
        self._all.setObjectName("map.all")
        self._all.clicked.connect(lambda: self.known_added.emit(self._state.known))
        self._name = LineBox(_NAME_LETTERS)
        self._name.setObjectName("map.name")
        self._add = Button(tr("Put on the map"), "user-plus")
        self._add.setObjectName("map.add")
        self._name.returnPressed.connect(self._add_name)
        self._add.clicked.connect(self._add_name)
        self._whose = Choices("map.by", tr("Whose map is it?"), told(_WHOSE), tr(_WHOSE_HINT), across=3)
        self._whose.chosen.connect(self.made_by)
        self._lay_out()
        self._sheet.moved.connect(self.moved)
        self._sheet.removed.connect(self.removed)
        self._sheet.chosen.connect(self._to_line)

    def show_map(self, state: MapState) -> None:
        """Show the map as it is now."""
        before, self._state = self._state, state
        self._sheet.show_people(state.middle, state.people)
        self._nobody.setVisible(not state.people)
        self._show_lines()
        if before.known != state.known or not self._known:
            self._show_known()
        self._whose_card.setVisible(state.asks)
        self._whose.load(state.made_by)
        tab_through(self.stops())

    def say(self, row: str) -> None:
        """Have a screen reader say how somebody stands now."""
        for one in self._state.people:
            if one.row == row:
                announce(self, sentence_of(one))

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        known = [self._all, *self._known] if self._known else []
        lines = [stop for line in self._lines.values() for stop in line.stops()]
        whose = self._whose.stops() if self._state.asks else []
        return [*known, self._name, self._add, *self._sheet.stops(), *lines, *whose]

    def focus_first(self) -> None:
        """Put the keyboard where the page begins: on who can be put on the map, else on the box for a name."""
        (self._all if self._known else self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, row: str) -> None:
        """Put the keyboard on somebody on the map, where they are there."""
        self._sheet.focus_on(row)

    def _lay_out(self) -> None:
        adding = Fold(
            Field(tr("Somebody else"), tr("A name is enough."), self._name), Column(None, self._add), width=_BESIDE
        )
        self._known_card = Card(Text(tr("Who is known already"), "label", wrap=True), holder(self._buttons), gap="s")
        self._whose_card = Card(self._whose)
        self.setLayout(
            Column(
                self._known_card,
                Card(adding),
                Text(tr(_HOW), "body", "ink_2", wrap=True),
                self._sheet,
                Heading(tr("The map in words"), "h2"),
                self._nobody,
                holder(self._list),
                self._whose_card,
                gap="l",
            )
        )

    def _show_lines(self) -> None:
        people = {one.row: one for one in self._state.people}
        if list(people) != list(self._lines):
            self._lines = {row: self._lines.get(row) or self._line(one) for row, one in people.items()}
            self._place_lines()
        for row, line in self._lines.items():
            line.show_person(people[row])

    def _place_lines(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in self._lines.values():
                discard(old)
        self._list.add(*self._lines.values())

    def _line(self, one: OnMap) -> PersonLine:
        line = PersonLine(one, may_keep=self._state.asks)
        line.said.connect(lambda closeness: self.said.emit(one.row, closeness))
        line.helps.connect(lambda on: self.helps.emit(one.row, on))
        line.kept.connect(lambda on: self.kept.emit(one.row, on))
        line.removed.connect(lambda: self.removed.emit(one.row))
        return line

    def _show_known(self) -> None:
        """Offer who can be put on the map; whoever pressed one of these buttons goes on with the next."""
        had = any(button.hasFocus() for button in (self._all, *self._known))
        for old in (self._all, *self._known):
            self._buttons.removeWidget(old)
        for old in self._known:
            discard(old)
        self._known = [self._to_add(known) for known in self._state.known]
        for button in (self._all, *self._known):
            self._buttons.addWidget(button)
            button.show()
        self._known_card.setVisible(bool(self._known))
        if had:
            self.focus_first()

    def _to_add(self, known: Known) -> Button:
        button = Button(", ".join(filter(None, (known.name, known.who))), "plus")
        button.setAccessibleName(tr("Put on the map: {name}").format(name=known.name))
        button.setObjectName(f"map.known:{known.row}")
        button.clicked.connect(lambda: self.known_added.emit((known,)))
        return button

    def _add_name(self) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self._name.load("")
            self.name_added.emit(name)
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_line(self, row: str) -> None:
        if RowId(row) in self._lines:
            self._lines[RowId(row)].focus_first()
