"""Finding a child, or something to do, by a few letters; it shows what it is given and remembers nothing once left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Field, Flow, Heading, LineBox, Stage, Text, announce
from app.look.speech import noted, tr
from app.ui.linetable import LineModel, LineTable, Mark
from app.ui.parts import Fold, holder, middling, upright
from app.ui.states import FoundLine

HERE, AT_DESK = (
    (noted("Child, or what to do"), noted("Age, or keys"), noted("What comes next")),
    (noted("Child, or what to do"), noted("Came"), noted("From")),
)
_SHARES, _NARROW_SHARES = (38, 24, 38), (40, 25, 35)
_MEASURE = 520
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TOLD = noted("A few letters are enough, in their order. Up and down choose, Enter opens.")


class FoundModel(LineModel[FoundLine]):
    """What was found, whoever is meant most likely first; what can be done comes after the children."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        super().__init__()
        self.columns = columns

    def cell(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        line = self.lines[row]
        return (line.name, line.age, line.words)[column]

    def mark(self, row: int, column: int) -> Mark | None:
        """Return the arrow before something to do."""
        return ("arrow-right", "ink_2") if column == 0 and self.lines[row].is_way else None


class _FindBox(LineBox):
    """The box; up and down go through what was found while the keyboard stays in it. Signals: ``moved(int)``."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class FindPage(Stage):
    """A box and what was found.

    Signals: ``typed(str)`` with each letter; ``enter_pressed()``; ``chosen(str)`` with an episode; ``way_chosen(str)``
    with the words of what is to be done; ``back_requested()``.
    """

    typed = Signal(str)
    enter_pressed = Signal()
    chosen = Signal(str)
    way_chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, columns: tuple[str, ...] = HERE) -> None:
        super().__init__()
        self._model = FoundModel(columns)
        self.table = LineTable(self._model, (0, 2), (_SHARES, _NARROW_SHARES))
        self.table.setObjectName("find.table")
        self.table.setAccessibleName(tr("What was found"))
        self.table.setAccessibleDescription(tr("Up and down go from line to line, Enter opens."))
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        self._box = _FindBox()
        self._box.setObjectName("find.name")
        self._box.textEdited.connect(self.typed)
        self._box.returnPressed.connect(self.enter_pressed)
        self._box.moved.connect(self._move)
        self._none = Text("", "body", "ink_2", wrap=True)
        self._card = Card(self.table, margin="s")
        column = Column(
            self._top(),
            Field(tr("A name, or what to do"), tr(_TOLD), self._box),
            self._card,
            self._none,
            gap="m",
            margin=("xxl", "l"),
        )
        column.setStretch(2, 1000)
        column.addStretch(1)
        self.setLayout(Column(upright(holder(column))))
        QShortcut(QKeySequence("Esc"), self, self.back_requested.emit)
        self.clear()

    def _top(self) -> QWidget:
        back = Button(tr("Back"), "arrow-left", "quiet", explained=tr("Back to where you were (Esc)"))
        back.setObjectName("find.back")
        back.clicked.connect(self.back_requested)
        return Fold(Heading(tr("Find a child, or something to do")), middling(holder(Flow(back))), width=_MEASURE)

    @property
    def words(self) -> str:
        """What is typed."""
        return self._box.text()

    def clear(self) -> None:
        """Hold no letter and no name."""
        self._box.load("")
        self.show_found(())

    def focus_first(self) -> None:
        """Put the keyboard in the box."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, lines: tuple[FoundLine, ...]) -> None:
        """Show these lines; the first is chosen."""
        self._model.show_lines(lines)
        if lines:
            self.table.choose_row(0)
        self._card.setVisible(bool(lines))
        self._none.say(
            tr("No child here has that name, and nothing to do is called that.") if not lines and self.words else ""
        )
        self._none.setVisible(bool(self._none.words))

    def say_found(self) -> None:
        """Have a screen reader say how many were found, and who is chosen."""
        lines = self._model.lines
        announce(
            self,
            tr("{number} shown. {spoken}").format(number=len(lines), spoken=_spoken(lines[0]))
            if lines
            else self._none.words,
        )

    def open_chosen(self) -> None:
        """Open whoever is chosen; nobody, where nobody was found."""
        self._open(self.table.currentIndex())

    def _move(self, step: int) -> None:
        lines = self._model.lines
        if lines:
            row = min(max(self.table.currentIndex().row() + step, 0), len(lines) - 1)
            self.table.choose_row(row)
            announce(self, _spoken(lines[row]), at_once=True)

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        line = self._model.lines[index.row()]
        if line.is_way:
            self.way_chosen.emit(line.name)
        else:
            self.chosen.emit(line.episode_id)


def _spoken(line: FoundLine) -> str:
    return ". ".join(part for part in (line.name, line.age, line.words) if part)
