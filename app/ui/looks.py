"""Who did what, to be read line by line and narrowed by child, person and day; it decides and remembers nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, ChoiceList, Column, Field, Flow, Heading, Notice, Stage, Text, TickBox, announce
from app.look.speech import noted, tr
from app.look.tokens import ROOMY
from app.ui.linetable import DENSE_CELL, LineModel, LineTable
from app.ui.outside import ACCOUNT, Outside
from app.ui.parts import Fold, holder, middling, upright
from app.ui.states import LookLine, LooksState

_COLUMNS = (noted("When"), noted("Who"), noted("What"), noted("Child"))
_SHARES, _NARROW_SHARES = (22, 20, 34, 24), (24, 20, 32, 24)
_WHAT = 2
_NO_CHILD = noted("no child")
"""What stands where an act is about none: an empty cell would have no name for whoever cannot see that it is empty."""
_FEWEST_LETTERS = 8
"""A list to choose from may be as narrow as this; what is chosen is cut in it, and whole when it is opened."""
_TOLD = noted("Everything done in your place on this laptop, and who opened what you sent. Nobody can change a line.")
_ONLY_LOOKED = noted("Only where a record was read and nothing was written that day")
_ONLY_LEFT = noted("Only what left this place: on paper, in a file, or to the authority")
_SAVE = noted("Save what was done for this child")
_BUNDLE = noted("Everything kept about this child")


class LooksModel(LineModel[LookLine]):
    """The lines, newest first."""

    columns = _COLUMNS

    def cell(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        line = self.lines[row]
        return (line.at, line.who, line.what, line.child or tr(_NO_CHILD))[column]


class LooksPage(Stage):
    """The list and what narrows it.

    Signals: ``wanted_changed()`` when another child, person or day was chosen; ``save_requested()`` for the chosen
    child; ``bundle_requested()`` for all that is held about them; ``back_requested()``.
    """

    wanted_changed = Signal()
    save_requested = Signal()
    bundle_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = LooksModel()
        self.table = LineTable(self._model, (_WHAT, 0), (_SHARES, _NARROW_SHARES), DENSE_CELL)
        self.table.setObjectName("looks.table")
        self.table.setAccessibleName(tr("Who did what"))
        self.table.setAccessibleDescription(tr("Up and down go from line to line."))
        self._child, self._person, self._day = ChoiceList(), ChoiceList(), ChoiceList()
        for name, box in (("child", self._child), ("person", self._person), ("day", self._day)):
            box.setObjectName(f"looks.{name}")
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_FEWEST_LETTERS)
            box.activated.connect(self.wanted_changed)
        self._only_looked = TickBox(tr(_ONLY_LOOKED))
        self._only_looked.setObjectName("looks.only_looked")
        self._only_looked.clicked.connect(self.wanted_changed)
        self._only_left = TickBox(tr(_ONLY_LEFT))
        self._only_left.setObjectName("looks.only_left")
        self._only_left.clicked.connect(self.wanted_changed)
        self._count, self._none = Text("", "hint", "ink_2", wrap=True), Text("", "body", "ink_2", wrap=True)
        self._said = Notice("bad", "")
        self._said.hide()
        self._outside = Outside(ACCOUNT)
        self._card = Card(self.table, margin="s")
        column = Column(
            self._top(),
            self._narrowing(),
            self._said,
            self._outside,
            self._card,
            self._none,
            gap="m",
            margin=("xxl", "l"),
        )
        column.setStretch(4, 1000)
        column.addStretch(1)
        self.setLayout(Column(upright(holder(column))))
        self.show_looks(LooksState())

    def _top(self) -> QWidget:
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        self._back.setObjectName("looks.back")
        self._back.clicked.connect(self.back_requested)
        self._save = Button(
            tr(_SAVE), "save", explained=tr("For somebody who asks to see what was done with their record")
        )
        self._save.setObjectName("looks.save")
        self._save.clicked.connect(self.save_requested)
        told = Column(Heading(tr("Who did what")), Text(tr(_TOLD), "hint", "ink_2", wrap=True), gap="xs")
        return Fold(told, middling(holder(Flow(self._back, self._save, gap="m"))), width=960)

    def _narrowing(self) -> QWidget:
        boxes = ((tr("Child"), self._child), (tr("Who"), self._person), (tr("Day"), self._day))
        fields = [Field(label, "", box) for label, box in boxes]
        self._bundle = Button(
            tr(_BUNDLE), "file-text", explained=tr("For somebody who asks to see it and has a right to")
        )
        self._bundle.setObjectName("looks.bundle")
        self._bundle.clicked.connect(self.bundle_requested)
        ticks = holder(Column(self._only_looked, self._only_left, gap="xs"))
        under = Fold(ticks, middling(self._count), middling(holder(Flow(self._bundle))), width=ROOMY)
        return holder(Column(Fold(*fields, width=ROOMY, wide=(0, 1, 2)), under, gap="s"))

    def show_looks(self, state: LooksState) -> None:
        """Show these lines; what is chosen stays chosen where it is still there."""
        self._said.hide()
        self._outside.hide()
        _fill(self._child, tr("Every child"), state.children)
        _fill(self._person, tr("Everybody"), tuple((name, name) for name in state.people))
        _fill(self._day, tr("Every day"), tuple((day.isoformat(), words) for day, words in state.days))
        self._model.show_lines(state.lines)
        if state.lines:
            self.table.choose_row(0)
        self._card.setVisible(bool(state.lines))
        self._count.say(state.count)
        self._none.say("" if state.lines else tr("There is no such line."))
        self._none.setVisible(not state.lines)
        for button in (self._save, self._bundle):
            button.setEnabled(bool(self.child()))

    def say_count(self) -> None:
        """Tell whoever does not see the list how many lines there are now."""
        announce(self, self._count.words or self._none.words)

    def child(self) -> str:
        """Return the id of the chosen child, or nothing."""
        return str(self._child.currentData() or "")

    def child_name(self) -> str:
        """Return the name of the chosen child, or nothing."""
        return self._child.currentText() if self.child() else ""

    def person(self) -> str:
        """Return the name of the chosen person, or nothing."""
        return str(self._person.currentData() or "")

    def day(self) -> date | None:
        """Return the chosen day, or nothing."""
        chosen = self._day.currentData()
        return date.fromisoformat(chosen) if chosen else None

    def only_looked(self) -> bool:
        """Say whether only those are wanted who looked and did not write."""
        return self._only_looked.isChecked()

    def only_left(self) -> bool:
        """Say whether only what left this place is wanted."""
        return self._only_left.isChecked()

    def clear(self) -> None:
        """Choose nothing, and hold no line."""
        for box in (self._child, self._person, self._day):
            box.setCurrentIndex(0)
        self._only_looked.setChecked(False)
        self._only_left.setChecked(False)
        self.show_looks(LooksState())

    def show_saved(self) -> None:
        """Say that the list was saved."""
        self._said.hide()
        self._outside.tell_saved()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._say(tr(trouble.what), f"{tr(trouble.safe)} {tr(trouble.next_step)}".strip())

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, title: str, words: str) -> None:
        self._outside.hide()
        self._said.say(title, words)
        self._said.show()
        announce(self, f"{title} {words}")


def _fill(box: ChoiceList, everything: str, choices: tuple[tuple[str, str], ...]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, "")
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
