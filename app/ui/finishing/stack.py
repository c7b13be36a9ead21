"""Plain holders for the parts of a page; each may be as narrow as it must, so that no page scrolls sideways."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from app.look.kit import Button, Column, Flow, Row, theme
from app.look.tokens import Space

_LARGE = 48
"""The height of what a family presses themselves, in pixels at 100 % text size."""
_BESIDE_FROM = 520
"""From this width on, in pixels at 100 % text size, two things stand side by side."""


def held_in(layout: QLayout) -> QWidget:
    """Return a plain widget that holds ``layout``."""
    holder = QWidget()
    holder.setMinimumWidth(1)
    holder.setLayout(layout)
    return holder


def stacked(*items: QWidget | QLayout, gap: Space = "s") -> QWidget:
    """Return a plain widget with things one under another."""
    return held_in(Column(*items, gap=gap))


def side_by_side(*widgets: QWidget) -> QWidget:
    """Return a plain widget with buttons side by side, going on in the next line where there is no room."""
    return held_in(Flow(*widgets, gap="m"))


class Pair(QWidget):
    """Two things side by side where there is room for both, else one under the other."""

    def __init__(self, one: QWidget, other: QWidget) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._row = Row(Column(one, None), Column(other, None), gap="xl")
        self._row.setStretch(0, 1)
        self._row.setStretch(1, 1)
        self.setLayout(self._row)
        theme.changed.connect(self._reflow)
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        beside = self.width() / theme.scale >= _BESIDE_FROM
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


class Equals(QWidget):
    """Buttons that are answers to one question: all of one width, side by side or one under another."""

    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._buttons = buttons
        self.setLayout(Flow(*buttons, gap="m"))
        theme.changed.connect(self._even)
        self._even()

    def _even(self) -> None:
        """Measure anew: what was wide enough for smaller text is not for larger."""
        for button in self._buttons:
            button.setMinimumSize(0, theme.px(_LARGE))
        widest = max(button.sizeHint().width() for button in self._buttons)
        for button in self._buttons:
            button.setMinimumWidth(widest)


def fill(column: Column, *widgets: QWidget) -> None:
    """Show these widgets in a column in place of what it held."""
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    column.add(*widgets)
