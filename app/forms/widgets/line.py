"""Short text: one line; it is shown from its beginning and never cut off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item
from app.forms.widgets.control import Control
from app.look.kit import LineBox, Row, set_aside

_SHORT = 30
"""Up to this many letters a box is only as wide as what belongs in it."""


class ShortText(Control):
    """The control of a ``string`` item."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        fits = item.max_length is not None and item.max_length <= _SHORT
        self._box = LineBox(item.max_length if fits else None)
        self._box.setObjectName(path)
        self.setLayout(Row(self._box))
        self._box.textEdited.connect(self.changed)
        self._box.editingFinished.connect(self.settled)
        self._box.cursorPositionChanged.connect(lambda _old, new: self.caret_moved.emit(new))

    def given(self) -> Answer | None:
        return self._box.text() or None

    def show_answer(self, answer: Answer | None) -> None:
        self._box.load(answer if isinstance(answer, str) else "")

    def dim(self, *, aside: bool) -> None:
        set_aside(self._box, aside=aside)

    def entry(self) -> QWidget:
        return self._box

    def caret(self) -> int:
        return self._box.cursorPosition()

    def focus_at(self, caret: int | None) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.setCursorPosition(len(self._box.text()) if caret is None else caret)
