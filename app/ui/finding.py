"""Finding a child by a few letters of a name; it shows what it is given and remembers nothing once it was left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Field, Flow, Heading, LineBox, Stage, Text, announce
from app.ui.linetable import LineModel, LineTable
from app.ui.parts import Fold, holder, middling, upright
from app.ui.states import FoundLine

HERE, AT_DESK = ("Child", "Age", "What comes next"), ("Child", "Came", "From")
_SHARES, _NARROW_SHARES = (38, 24, 38), (40, 25, 35)
_MEASURE = 520
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TOLD = "A few letters are enough, in their order. Up and down choose, Enter opens."


class FoundModel(LineModel[FoundLine]):
    """Those who were found, the one meant most likely first."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        super().__init__()
        self.columns = columns

    def cell(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        line = self.lines[row]
        return (line.name, line.age, line.words)[column]


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
    """A box and the children found.

    Signals: ``typed(str)`` with each letter; ``enter_pressed()``; ``chosen(str)`` with an episode;
    ``back_requested()``.
    """

    typed = Signal(str)
    enter_pressed = Signal()
    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, columns: tuple[str, ...] = HERE) -> None:
        super().__init__()
        self._model = FoundModel(columns)
        self.table = LineTable(self._model, (0, 2), (_SHARES, _NARROW_SHARES))
        self.table.setObjectName("find.table")
        self.table.setAccessibleName("Children found")
        self.table.setAccessibleDescription("Up and down go from child to child, Enter opens.")
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
            self._top(), Field("Name", _TOLD, self._box), self._card, self._none, gap="m", margin=("xxl", "l")
        )
        column.setStretch(2, 1000)
        column.addStretch(1)
        self.setLayout(Column(upright(holder(column))))
        QShortcut(QKeySequence("Esc"), self, self.back_requested.emit)
        self.clear()

    def _top(self) -> QWidget:
        back = Button("Back", "arrow-left", "quiet", explained="Back to where you were (Esc)")
        back.setObjectName("find.back")
        back.clicked.connect(self.back_requested)
        return Fold(Heading("Find a child"), middling(holder(Flow(back))), width=_MEASURE)

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
        """Show these children; the first is chosen."""
        self._model.show_lines(lines)
        if lines:
            self.table.choose_row(0)
        self._card.setVisible(bool(lines))
        self._none.say("No child here has that name." if not lines and self.words else "")
        self._none.setVisible(bool(self._none.words))

    def say_found(self) -> None:
        """Have a screen reader say how many were found, and who is chosen."""
        lines = self._model.lines
        announce(self, f"{len(lines)} shown. {_spoken(lines[0])}" if lines else self._none.words)

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
        if index.isValid():
            self.chosen.emit(self._model.lines[index.row()].episode_id)


def _spoken(line: FoundLine) -> str:
    return ". ".join(part for part in (line.name, line.age, line.words) if part)
