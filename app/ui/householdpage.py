"""A family on one page: its children, who lives where, who is what to whom, and who helps; no private matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    Heading,
    LineBox,
    PageColumn,
    Rule,
    Text,
    TextBox,
    tab_through,
)
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark, tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.parts import Fold, middling

_LEAD = noted(
    "Everybody on one page. What you write of an adult, of home or of who helps is in each child’s record at once."
)
_ADD_HINT = noted("A first name is enough. The adults, the home and who helps are there already.")
_FATHERS = noted(
    "Has each parent been thought of, a father who lives elsewhere too? If one cannot be asked, write why. It stays in"
    " your own record, and on nobody’s copy."
)
_RELATION_LETTERS = 20
_BESIDE = 420
"""From this width on, in pixels at 100 % text size, a name and what can be done about it stand side by side."""


@dataclass(frozen=True)
class ChildLine:
    """A child and their record: ``key`` opens it; empty for the one that is open."""

    name: str
    who: str
    stage: str
    key: str = ""


@dataclass(frozen=True)
class Relation:
    """What somebody is to one child: ``key`` says whose record it is, and is empty where that cannot be changed."""

    child: str
    words: str
    key: str = ""


@dataclass(frozen=True)
class PersonLine:
    """Somebody in the family; ``may_begin`` where they may be a child with a record to begin."""

    row: str
    name: str
    who: str
    relations: tuple[Relation, ...]
    may_begin: bool = False
    brings: str | None = None
    """What they bring, in the record that is open; ``None`` where its form does not ask."""


@dataclass(frozen=True)
class HomeLine:
    """An address in lines, or that it is kept secret, and whose it is; ``may_move`` where several may move at once."""

    address: str
    whose: str
    may_move: bool = False


@dataclass(frozen=True)
class ServiceLine:
    """Who helps, and whom."""

    name: str
    what: str
    whose: str


@dataclass(frozen=True)
class HouseholdState:
    """All that the page shows; ``parents`` is what was written about considering each parent, in words."""

    children: tuple[ChildLine, ...] = ()
    homes: tuple[HomeLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    parents: str = ""


class HouseholdPage(QWidget):
    """The page.

    Signals: ``add_requested(str)`` with a first name; ``begin_requested(str)`` with the row of somebody who stands
    there by name; ``opened(str)`` with a child's key; ``related(str, str, str)`` with the key, the row and what they
    are to that child; ``brought(str, str)`` with the row and what they bring; ``step_wanted(str)``;
    ``moved(str, str)`` with the new address and postcode of all who live together; ``parents_requested()``;
    ``back_requested()``.
    """

    add_requested = Signal(str)
    begin_requested = Signal(str)
    opened = Signal(str)
    related = Signal(str, str, str)
    brought = Signal(str, str)
    step_wanted = Signal(str)
    moved = Signal(str, str)
    parents_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._trouble = trouble_notice()
        self._children, self._homes = Column(gap="m"), Column(gap="m")
        self._people, self._services = Column(gap="l"), Column(gap="s")
        self._name, self._add = LineBox(24), self._button("family.add", tr("Add this child"), "user-plus")
        self._name.setObjectName("family.name")
        self._name.returnPressed.connect(self._asked_to_add)
        self._add.clicked.connect(self._asked_to_add)
        self._back = self._button("family.back", tr("Back"), "arrow-left", "quiet")
        self._back.clicked.connect(self.back_requested)
        self._ways = [self._way("fh", tr("Write about people at home")), self._way("sv", tr("Write about who helps"))]
        self._moving = self._new_address()
        self._parents_said = Remark("pen-line", "")
        self._parents = self._button("family.parents", tr("Write about each parent"), "pen-line")
        self._parents.clicked.connect(self.parents_requested)
        self._stops: list[QWidget] = []
        self._page = self._laid_out()
        self.setLayout(Column(self._page))

    def show_household(self, state: HouseholdState) -> None:
        """Show the family as it is now."""
        self._trouble.hide()
        self._name.load("")
        self._stops = []
        fill(self._children, *(self._child(line) for line in state.children))
        self._stops += [self._name, self._add]
        fill(self._homes, *(self._home(line) for line in state.homes))
        self._stops += [self._move, self._address, self._postcode, self._write_address]
        together = next((line for line in state.homes if line.may_move), None)
        self._together.setVisible(together is not None)
        self._whose.say(tr("For {whose}.").format(whose=together.whose) if together is not None else "")
        self._moving.hide()
        self._move.show()
        fill(self._people, *self._persons(state.people))
        self._stops.append(self._ways[0])
        fill(self._services, *(self._service(line) for line in state.services))
        self._parents_said.say("pen-line", state.parents, "ink_2")
        self._parents_said.setVisible(bool(state.parents))
        tab_through([self._back, *self._stops, self._ways[1], self._parents])

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        tell_trouble(self._trouble, trouble)
        self._page.to_top()

    def focus_first(self) -> None:
        """Put the keyboard on the way back, at the top."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.to_top()

    def focus_name(self) -> None:
        """Put the keyboard where the next child is added."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _laid_out(self) -> PageColumn:
        page = PageColumn()
        lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        page.head.add(Heading(tr("The family")), lead, side_by_side(self._back), self._trouble)
        adding = Fold(
            Field(tr("Another child"), tr(_ADD_HINT), self._name), Column(None, self._add), width=_BESIDE, gap="m"
        )
        page.add(
            Card(Heading(tr("Children"), "h2"), held_in(self._children), Rule(), adding),
            Card(Heading(tr("Home"), "h2"), held_in(self._homes), self._together),
            Card(
                Heading(tr("Who is in the family"), "h2"), held_in(self._people), side_by_side(self._ways[0]), gap="l"
            ),
            Card(Heading(tr("Who helps already"), "h2"), held_in(self._services), side_by_side(self._ways[1])),
            Card(
                Heading(tr("Each parent"), "h2"),
                Text(tr(_FATHERS), "body", "ink_2", wrap=True),
                self._parents_said,
                side_by_side(self._parents),
            ),
        )
        return page

    def _new_address(self) -> QWidget:
        """Return where a new address is written once for all who live together; shown when somebody asks for it."""
        self._address, self._postcode, self._whose = TextBox(2), LineBox(12), Text("", "ui", "ink_2", wrap=True)
        self._address.setObjectName("family.address")
        self._postcode.setObjectName("family.postcode")
        self._move = self._button("family.move", tr("They have moved"), "house")
        self._move.clicked.connect(self._ask_address)
        self._write_address = self._button("family.moved", tr("Write it for each of them"), "check")
        self._write_address.clicked.connect(self._asked_to_move)
        boxes = (Field(tr("New address"), "", self._address), Field(tr("Postcode"), "", self._postcode))
        moving = stacked(*boxes, self._whose, side_by_side(self._write_address))
        moving.hide()
        self._together = stacked(side_by_side(self._move), moving)
        return moving

    def _ask_address(self) -> None:
        self._address.load("")
        self._postcode.load("")
        self._move.hide()
        self._moving.show()
        self._address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked_to_move(self) -> None:
        address = self._address.toPlainText().strip()
        if address:
            self.moved.emit(address, self._postcode.text().strip())
        else:
            self._address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked_to_add(self) -> None:
        name = self._name.text().strip()
        if name:
            self.add_requested.emit(name)
        else:
            self.focus_name()

    def _child(self, line: ChildLine) -> QWidget:
        told = Text(" · ".join(filter(None, (line.who, line.stage))), "ui", "ink_2", wrap=True)
        if not line.key:
            return stacked(Text(line.name, "label", wrap=True), told, gap="hair")
        button = self._button(f"family.open:{line.key}", tr("Open"), "arrow-right")
        button.setAccessibleName(tr("Open: {name}").format(name=line.name))
        button.clicked.connect(partial(self._open, line.key))
        self._stops.append(button)
        named = stacked(Text(line.name, "label", wrap=True), told, gap="hair")
        return Fold(named, middling(button), width=_BESIDE)

    def _open(self, key: str) -> None:
        self.opened.emit(key)

    def _home(self, line: HomeLine) -> QWidget:
        return stacked(Text(line.address, "body", wrap=True), Text(line.whose, "ui", "ink_2", wrap=True), gap="hair")

    def _persons(self, lines: Sequence[PersonLine]) -> list[QWidget]:
        if not lines:
            return [Text(tr("Nobody is written down yet."), "body", "ink_2", wrap=True)]
        return [self._person(line) for line in lines]

    def _person(self, line: PersonLine) -> QWidget:
        boxes = [self._relation(line, relation) for relation in line.relations if relation.key]
        fixed = [
            tr("{words} of {child}").format(words=one.words, child=one.child)
            for one in line.relations
            if not one.key and one.words
        ]
        told = " · ".join(filter(None, (line.who, *fixed)))
        parts: list[QWidget] = [Text(line.name, "label", wrap=True)]
        if told:
            parts.append(Text(told, "ui", "ink_2", wrap=True))
        if boxes:
            parts.append(held_in(Flow(*boxes, gap="m")))
        if line.brings is not None:
            parts.append(self._brings(line))
        if line.may_begin:
            parts.append(side_by_side(self._begin(line)))
        return stacked(*parts, gap="xs")

    def _relation(self, line: PersonLine, relation: Relation) -> QWidget:
        box = LineBox(_RELATION_LETTERS)
        box.setObjectName(f"family.rel:{relation.key}:{line.row}")
        box.load(relation.words)
        box.textEdited.connect(lambda words: self.related.emit(relation.key, line.row, words))
        field = Field(tr("To {child}").format(child=relation.child), "", box)
        box.setAccessibleName(tr("What {name} is to {child}").format(name=line.name, child=relation.child))
        self._stops.append(box)
        return field

    def _brings(self, line: PersonLine) -> QWidget:
        box = LineBox()
        box.setObjectName(f"family.brings:{line.row}")
        box.load(line.brings or "")
        box.textEdited.connect(lambda words: self.brought.emit(line.row, words))
        self._stops.append(box)
        return Field(tr("What {name} brings").format(name=line.name), tr("What goes well because they are there."), box)

    def _begin(self, line: PersonLine) -> Button:
        button = self._button(f"family.begin:{line.row}", tr("Add as another child"), "user-plus", "quiet")
        button.setAccessibleName(tr("Add as another child: {name}").format(name=line.name))
        button.clicked.connect(lambda: self.begin_requested.emit(line.row))
        self._stops.append(button)
        return button

    def _service(self, line: ServiceLine) -> QWidget:
        told = " · ".join(filter(None, (line.what, line.whose)))
        return stacked(Text(line.name, "label", wrap=True), Text(told, "ui", "ink_2", wrap=True), gap="hair")

    def _way(self, step: str, words: str) -> Button:
        button = self._button(f"family.to:{step}", words, "pen-line")
        button.clicked.connect(lambda: self.step_wanted.emit(step))
        return button

    @staticmethod
    def _button(name: str, words: str, icon: str, look: str = "plain") -> Button:
        button = Button(words, icon, "quiet" if look == "quiet" else "plain")
        button.setObjectName(name)
        return button
