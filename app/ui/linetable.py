"""A table of lines in words, for reading: the cells that wrap and the widths that follow the window; no word is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.look.icons import picture
from app.look.kit import theme
from app.look.speech import tr
from app.look.text import set_lines
from app.look.tokens import WIDE, Ink, Kind

Line = TypeVar("Line")
AnyIndex = QModelIndex | QPersistentModelIndex
Mark = tuple[str, Ink]
"""An icon before a cell's words, and its ink."""

_LEAST = 260
"""The least height of a table, in pixels at 100 % text size: the page scrolls rather than squeeze it further."""
_ACROSS, _MARK = 12, 16
ROOMY_CELL, DENSE_CELL = 6, 2
"""How much room there is over and under a cell's words, in pixels at 100 % text size."""


class LineModel(QAbstractTableModel, Generic[Line]):
    """Rows of words under the names of their columns."""

    columns: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Hold these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def cell(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        raise NotImplementedError

    def mark(self, row: int, column: int) -> Mark | None:  # noqa: ARG002  most tables have none
        """Return the icon before a cell's words, if its column has icons."""
        return None

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(index.row(), index.column())
        return None


class WrappingCell(QStyledItemDelegate):
    """Paints a cell with as many lines as its words need, an icon before them, and the whole row when chosen.

    The columns at ``strong`` and ``dark`` stand out from the others.
    """

    def __init__(self, table: QTableView, *, strong: int, dark: int, down: int) -> None:
        super().__init__(table)
        self._strong, self._dark, self._down = strong, dark, down

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        state, place = option.state, option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, theme.colour("accent_soft"))
        painter.setPen(QPen(theme.colour("hairline"), theme.palette.edge))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        kind, ink, aside = self._manner(index, chosen=chosen)
        top = place.top() + theme.px(self._down)
        if aside:
            self._paint_mark(painter, index, QPointF(place.left() + theme.px(_ACROSS), top), chosen=chosen)
        painter.setPen(theme.colour(ink))
        laid = set_lines(index.data(), kind, _room(place.width(), aside))
        laid.draw(painter, QPointF(place.left() + theme.px(_ACROSS) + aside, top))

    def height(self, index: AnyIndex, width: int) -> int:
        """Return how high a cell of ``width`` must be for its words."""
        kind, _, aside = self._manner(index, chosen=False)
        lines = set_lines(index.data(), kind, _room(width, aside)).lineCount()
        return lines * theme.line(kind) + 2 * theme.px(self._down)

    def _mark(self, index: AnyIndex) -> Mark | None:
        model = index.model()
        return model.mark(index.row(), index.column()) if isinstance(model, LineModel) else None

    def _paint_mark(self, painter: QPainter, index: AnyIndex, at: QPointF, *, chosen: bool) -> None:
        icon, ink = self._mark(index) or ("", "ink")
        drop = (theme.line("ui") - theme.px(_MARK)) / 2
        painter.drawPixmap(at + QPointF(0, drop), picture(icon, "on_accent_soft" if chosen else ink, _MARK))

    def _manner(self, index: AnyIndex, *, chosen: bool) -> tuple[Kind, Ink, int]:
        column = index.column()
        kind: Kind = "strong" if column == self._strong else "ui"
        ink: Ink = "on_accent_soft" if chosen else "ink" if column in (self._strong, self._dark) else "ink_2"
        return kind, ink, theme.px(_MARK + 6) if self._mark(index) is not None else 0


def _room(width: int, aside: int) -> int:
    return max(width - 2 * theme.px(_ACROSS) - aside, 1)


class LineTable(QTableView):
    """One row for each line; arrows go from row to row, Tab leaves.

    ``cells`` are the columns that stand out; ``shares`` how much of the width each column has, in hundredths, where
    there is room and where there is little; ``down`` how much room there is over and under the words.
    """

    def __init__(
        self,
        model: LineModel[Any],
        cells: tuple[int, int],
        shares: tuple[Sequence[int], Sequence[int]],
        down: int = ROOMY_CELL,
    ) -> None:
        super().__init__()
        self._model, (self._shares, self._narrow) = model, shares
        self.setModel(model)
        self._cells = WrappingCell(self, strong=cells[0], dark=cells[1], down=down)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setMinimumWidth(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._prepare_headers()
        model.modelReset.connect(self.fit)
        model.layoutChanged.connect(self.fit)
        theme.changed.connect(self.fit)

    def choose_row(self, row: int) -> None:
        """Select a row and bring it into view."""
        self.selectRow(row)
        self.scrollTo(self._model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _prepare_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)

    def fit(self) -> None:
        """Give each column its share of the width, and each row the height its words need in it."""
        width, left = self.viewport().width(), 0
        shares = self._shares if width / theme.scale >= WIDE else self._narrow
        edges = [round(width * sum(shares[: i + 1]) / 100) for i in range(len(shares))]
        for column, right in enumerate(edges):
            self.setColumnWidth(column, right - left)
            left = right
        self.setMinimumHeight(theme.px(_LEAST))
        for row in range(self._model.rowCount()):
            cells = [self._model.index(row, column) for column in range(len(shares))]
            self.setRowHeight(row, max(self._cells.height(c, self.columnWidth(c.column())) for c in cells))
        self.scrollTo(self.currentIndex())
