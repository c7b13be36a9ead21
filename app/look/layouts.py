"""Layouts whose gaps follow the text size; nothing laid out here may force a window wider than it is."""

from math import ceil

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from app.look.theme import theme
from app.look.tokens import Space

Item = QWidget | QLayout | None
"""A widget, a layout, or ``None`` for a stretch."""


class _Box(QBoxLayout):
    """A row or a column with a gap and a margin from the space scale."""

    def __init__(
        self, direction: QBoxLayout.Direction, items: tuple[Item, ...], gap: Space, margin: Space | tuple[Space, Space]
    ) -> None:
        super().__init__(direction)
        self._gap, self._margin = gap, margin
        self.add(*items)
        theme.changed.connect(self._rescale)
        self._rescale()

    def add(self, *items: Item) -> None:
        """Add widgets, layouts and (for ``None``) stretches, in this order."""
        for item in items:
            if item is None:
                self.addStretch(1)
            elif isinstance(item, QWidget):
                self.addWidget(item)
            else:
                self.addLayout(item)

    def set_margin(self, margin: Space | tuple[Space, Space]) -> None:
        """Use another margin, the same all round or (across, down)."""
        self._margin = margin
        self._rescale()

    def _rescale(self) -> None:
        self.setSpacing(theme.space(self._gap))
        across, down = self._margin if isinstance(self._margin, tuple) else (self._margin, self._margin)
        x, y = theme.space(across), theme.space(down)
        self.setContentsMargins(x, y, x, y)


class Column(_Box):
    """Things one under another."""

    def __init__(self, *items: Item, gap: Space = "s", margin: Space | tuple[Space, Space] = "none") -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, items, gap, margin)


class Row(_Box):
    """Things side by side."""

    def __init__(self, *items: Item, gap: Space = "m", margin: Space | tuple[Space, Space] = "none") -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, items, gap, margin)


class Flow(QLayout):
    """Things side by side that go on in the next line where there is no more room."""

    def __init__(self, *widgets: QWidget, gap: Space = "s") -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins())
        for widget in widgets:
            self.addWidget(widget)
        theme.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = theme.space(self._gap) * max(len(hints) - 1, 0)
        return QSize(sum(hint.width() for hint in hints) + gaps, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(1, max((size.height() for size in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items in lines within ``rect`` and return the height they need."""
        gap, x, y, tallest = theme.space(self._gap), rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), rect.width()), size.height())))
            x, tallest = x + size.width() + gap, max(tallest, size.height())
        return y + tallest - rect.y()


class InColumns(Flow):
    """Things in columns, as many as there is room for, in lines as even as can be."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(*widgets, gap="none")

    def width_for(self, columns: int) -> int:
        """Return how wide it must be for so many columns."""
        return _wide([item.sizeHint().width() for item in self._items], columns)

    def sizeHint(self) -> QSize:
        width = self.width_for(2)
        return QSize(width, self.heightForWidth(width))

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        widths, tall = [item.sizeHint().width() for item in shown], max(item.sizeHint().height() for item in shown)
        columns = _columns(widths, rect.width())
        for place, item in enumerate(shown if move else ()):
            line, column = divmod(place, columns)
            at = QPoint(rect.x() + _wide(widths, columns, column), rect.y() + line * tall)
            item.setGeometry(QRect(at, QSize(min(item.sizeHint().width(), rect.width()), tall)))
        return ceil(len(shown) / columns) * tall


def _columns(widths: list[int], room: int) -> int:
    """Return how many stand in a line: the most that fit, in lines as even as can be."""
    fitting = (ceil(len(widths) / lines) for lines in range(1, len(widths) + 1))
    return next((columns for columns in fitting if _wide(widths, columns) <= room), 1)


def _wide(widths: list[int], columns: int, before: int | None = None) -> int:
    """Return how wide the columns are together, or those ``before`` one of them."""
    return sum(max(widths[place::columns], default=0) for place in range(columns if before is None else before))
