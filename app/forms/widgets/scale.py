"""A short scale such as 0 to 10, each number a plain choice; no slider, and no number is better lit than another."""

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.answers import Answer
from app.forms.definition import Item
from app.forms.widgets.control import Control
from app.forms.widgets.options import radio_for
from app.look.kit import Flow, set_aside

LONGEST = 10
"""A scale from 0 goes up to here at most; beyond it a number is typed."""


class NumberScale(Control):
    """The control of a short scale such as 0 to 10: each number a plain choice."""

    can_be_taken_away = True

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self.setObjectName(path)
        low, high = item.minimum or 0, item.maximum or 0
        self._radios = {number: radio_for(path, str(number), str(number)) for number in range(low, high + 1)}
        self._group = QButtonGroup(self)
        for radio in self._radios.values():
            self._group.addButton(radio)
            radio.clicked.connect(self.changed)
        self.setLayout(Flow(*self._radios.values(), gap="m"))

    def given(self) -> Answer | None:
        return next((number for number, radio in self._radios.items() if radio.isChecked()), None)

    def show_answer(self, answer: Answer | None) -> None:
        self._group.setExclusive(False)
        for number, radio in self._radios.items():
            radio.setChecked(number == answer)
        self._group.setExclusive(True)

    def dim(self, *, aside: bool) -> None:
        for radio in self._radios.values():
            set_aside(radio, aside=aside)

    def entry(self) -> QWidget:
        return self._group.checkedButton() or next(iter(self._radios.values()))

    def inputs(self) -> tuple[QWidget, ...]:
        return tuple(self._radios.values())

    def describe(self, name: str, hint: str) -> None:
        for number, radio in self._radios.items():
            radio.setAccessibleName(f"{name} {number}")
            radio.setAccessibleDescription(hint)
