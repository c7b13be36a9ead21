"""A whole number in a small box; what is not a number yet is kept as it was typed."""

from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item
from app.forms.widgets import wording
from app.forms.widgets.control import Control
from app.look.kit import Column, LineBox, Text, set_aside
from app.look.speech import tr

_LETTERS = 8


def whole_number(typed: str) -> int | str | None:
    """Return the number that was typed, the typing itself where it is not a whole number, or ``None`` for nothing."""
    words = typed.strip()
    plain = words.removeprefix("-")
    return int(words) if plain.isascii() and plain.isdecimal() else words or None


class NumberBox(Control):
    """The control of an ``integer`` item."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self._box = LineBox(_LETTERS)
        self._box.setObjectName(path)
        self._note = Text(tr(wording.NOT_A_NUMBER), "hint", "ink_2", wrap=True)
        self._note.hide()
        self.setLayout(Column(self._box, self._note))
        self._box.textEdited.connect(self._typed)
        self._box.editingFinished.connect(self._check)

    def given(self) -> Answer | None:
        return whole_number(self._box.text())

    def show_answer(self, answer: Answer | None) -> None:
        self._box.load(str(answer) if isinstance(answer, int | str) else "")
        self._check()

    def dim(self, *, aside: bool) -> None:
        set_aside(self._box, aside=aside)

    def entry(self) -> QWidget:
        return self._box

    def _typed(self) -> None:
        self._note.hide()
        self.changed.emit()

    def _check(self) -> None:
        self._note.setVisible(isinstance(self.given(), str))
