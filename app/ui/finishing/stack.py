"""Plain holders for the parts of a page; each may be as narrow as it must, so that no page scrolls sideways."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget

from app.look.kit import Column, Flow, Row, tab_through, theme
from app.look.tokens import Space

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


def tab_as_seen(page: QWidget) -> None:
    """Let Tab go through a page in the order in which its parts stand; Qt puts what is added later at the end."""
    tab_through(list(_stops_on(page)))


def _stops_on(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = inside.layout() if inside is not None else None
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    items = [layout.itemAt(place) for place in range(layout.count())]
    for item in filter(None, items):
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops_in(inner)
        elif widget is not None:
            yield from _stops_on(widget)


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


def fill(column: Column, *widgets: QWidget) -> None:
    """Show these widgets in a column in place of what it held."""
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    column.add(*widgets)
