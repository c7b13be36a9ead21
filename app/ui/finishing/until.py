"""For how long: when to ask the family again, and when their agreement ends; neither has to be said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answers
from app.forms.definition import Item, ItemKind
from app.forms.widgets.date import DateBoxes
from app.look.kit import Card, Field, leave_undo
from app.look.speech import noted, tr
from app.ui.finishing.stack import Pair

_ASKED = (
    (
        "c2.review_on",
        noted("When shall we ask again?"),
        noted("It then stands on your home page. You may leave it empty."),
    ),
    (
        "c2.expires",
        noted("When does it end?"),
        noted("After that day nothing goes to anyone. Empty: no end."),
    ),
)


class HowLong(Card):
    """Two dates. ``given`` carries (path, answer), with ``None`` for no date."""

    given = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._dates = {path: DateBoxes(Item(path, ItemKind.DATE, ""), path) for path, _, _ in _ASKED}
        fields = [self._field(path, tr(label), tr(hint)) for path, label, hint in _ASKED]
        self.column.add(Pair(*fields))

    def load(self, answers: Answers) -> None:
        """Show the dates without reporting them."""
        for path, boxes in self._dates.items():
            boxes.show_answer(answers.get(path))

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return [box for boxes in self._dates.values() for box in boxes.inputs()]

    def _field(self, path: str, label: str, hint: str) -> Field:
        boxes = self._dates[path]
        field = Field(label, hint, boxes)
        boxes.describe(label, hint)
        boxes.changed.connect(lambda: self.given.emit(path, boxes.given()))
        leave_undo(boxes.inputs())
        return field
