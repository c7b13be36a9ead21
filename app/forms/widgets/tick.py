"""Yes or nothing said: a tick box that shows the item's own words; it is never ticked before somebody ticks it."""

from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item
from app.forms.widgets.control import Control
from app.look.kit import Column, TickBox, set_aside


class Tick(Control):
    """The control of a ``boolean`` item: ticked is yes; unticked again is no answer, as before it was ticked."""

    speaks_for_itself = True

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self._box = TickBox(item.text)
        self._box.setObjectName(path)
        self.setLayout(Column(self._box))
        self._box.clicked.connect(self.changed)

    def given(self) -> Answer | None:
        return True if self._box.isChecked() else None

    def show_answer(self, answer: Answer | None) -> None:
        self._box.setChecked(answer is True)

    def dim(self, *, aside: bool) -> None:
        set_aside(self._box, aside=aside)

    def entry(self) -> QWidget:
        return self._box
