"""Options laid out to be seen at once, and the line for own words under them; what is not chosen stays unmarked."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from app.forms.widgets import wording
from app.look.kit import Column, LineBox, RadioChoice, Text, theme
from app.look.speech import tr

_TWO_COLUMNS_FROM = 520
_ONE_COLUMN_UP_TO = 3


class OptionGrid(QWidget):
    """Radio buttons or tick boxes under one spoken name; the order reads across, then down."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, buttons: Sequence[QAbstractButton] = ()) -> None:
        super().__init__()
        self._shown = 0
        self.buttons: list[QAbstractButton] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self.setMinimumWidth(1)
        theme.changed.connect(self._reflow)
        for button in buttons:
            self.add(button)

    def add(self, button: QAbstractButton) -> None:
        """Add one option after the others."""
        self.buttons.append(button)
        self._shown = 0
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _columns(self) -> int:
        roomy = self.width() / theme.scale >= _TWO_COLUMNS_FROM
        return 2 if roomy and len(self.buttons) > _ONE_COLUMN_UP_TO else 1

    def _reflow(self) -> None:
        self._grid.setHorizontalSpacing(theme.space("l"))
        self._grid.setVerticalSpacing(theme.space("none"))
        columns = self._columns()
        if columns == self._shown:
            return
        self._shown = columns
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


class OwnWords(QWidget):
    """A line for an answer none of the options names."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.box = LineBox()
        self.box.setObjectName(f"{path}:other")
        label = Text(tr(wording.SOMETHING_ELSE), "ui", "ink_2")
        label.setBuddy(self.box)
        self.setLayout(Column(label, self.box, gap="xs"))

    def describe(self, name: str, hint: str) -> None:
        """Tell screen readers which question the own words answer."""
        self.box.setAccessibleName(f"{name}: {tr(wording.SOMETHING_ELSE).lower()}")
        self.box.setAccessibleDescription(hint)


def radio_for(path: str, code: str, words: str) -> RadioChoice:
    """Return the radio button for one option of the item at ``path``."""
    radio = RadioChoice(words)
    radio.setObjectName(f"{path}:option:{code}")
    return radio
