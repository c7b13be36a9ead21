"""Small arrangements that several pages share; nothing here may force a page wider than its window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from app.look.kit import Column, Notice, Row, Text, announce, theme
from app.look.tokens import Space

_AROUND = 24
"""How much of what is round it comes into view, too."""


def holder(layout: QLayout) -> QWidget:
    """Return a plain widget round ``layout`` that can be shown and hidden as one, and be as narrow as it must."""
    widget = QWidget()
    widget.setLayout(layout)
    widget.setMinimumWidth(1)
    return widget


def discard(widget: QWidget) -> None:
    """Take ``widget`` off its page: hidden and nameless at once, ended when whatever it is just doing is done."""
    widget.hide()
    widget.setObjectName("")
    widget.deleteLater()


def give_back(widget: QWidget | None) -> None:
    """Give the keyboard back to what had it before a page covered it, if that is still there."""
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def upright(body: QWidget) -> QScrollArea:
    """Return ``body`` filling its place, and scrolling up and down (never sideways) where the place is too small."""
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setMinimumWidth(1)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def middling(widget: QWidget) -> Column:
    """Return ``widget`` half-way up and down beside something higher."""
    return Column(None, widget, None)


class Fold(QWidget):
    """Parts side by side where there is room for them, one under another where there is not.

    ``width`` is the least room for side by side, in pixels at 100 % text size. The parts at ``wide`` take what is over.
    """

    def __init__(self, *parts: QWidget | QLayout, width: int, wide: tuple[int, ...] = (0,), gap: Space = "l") -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._width = width
        self._row = Row(*parts, gap=gap)
        for index in wide:
            self._row.setStretch(index, 1)
        self.setLayout(self._row)
        theme.changed.connect(self._turn)

    def make_wide(self, index: int, *, wide: bool) -> None:
        """Give a part what room is over, or no more than it needs: nothing, when what it holds is hidden."""
        self._row.setStretch(index, int(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() / theme.scale >= self._width
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)


def say_or_hide(page: QWidget, line: Text | Notice, words: str) -> None:
    """Say on a line of a page what became of something, aloud too; without words the line is not there."""
    line.say(words)
    line.setVisible(bool(words))
    if words:
        announce(page, words)


def come_into_view(widget: QWidget) -> None:
    """Scroll the page to where this stands, once there is room made for it: what it says must not be missed."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    page = widget.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    if page is not None:
        page.ensureWidgetVisible(widget, 0, theme.px(_AROUND))
