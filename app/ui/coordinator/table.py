"""The inbox as a table: the model that orders it and the cells that wrap; a cell's words are never cut off."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.look.icons import picture
from app.look.kit import theme
from app.look.text import set_lines
from app.look.tokens import WIDE, Ink, Kind
from app.ui.states import EnvelopeState, InboxLine

AnyIndex = QModelIndex | QPersistentModelIndex
COLUMNS = ("Child", "From", "Agreed on", "Arrived", "State")
_SHARES, _NARROW_SHARES = (18, 27, 13, 17, 25), (17, 24, 17, 19, 23)
"""How much of the width each column has, in hundredths: where there is room, and where there is little."""
_STATE = len(COLUMNS) - 1
_MARKS: dict[EnvelopeState, tuple[str, Ink]] = {
    "new": ("mail-check", "accent"),
    "opened": ("mail-open", "ink_3"),
    "refused": ("circle-alert", "bad"),
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_LEAST = 260
"""The least height of the table, in pixels at 100 % text size: the page scrolls rather than squeeze it further."""
_ROW, _ACROSS, _DOWN, _MARK = 32, 12, 6, 16


def short_day(day: date) -> str:
    """Return a day as a table shows it: ``6 Oct 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class InboxModel(QAbstractTableModel):
    """The lines of the inbox in the order last asked for; at first the newest on top."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[InboxLine] = []
        self._by, self._order = 3, Qt.SortOrder.DescendingOrder

    def show_lines(self, lines: tuple[InboxLine, ...]) -> None:
        """Hold these lines, in the order last asked for."""
        self.beginResetModel()
        self.lines = list(lines)
        self._arrange()
        self.endResetModel()

    def row_of(self, envelope_id: str) -> int | None:
        """Return the row that shows an envelope."""
        return next((row for row, line in enumerate(self.lines) if line.envelope_id == envelope_id), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(self.lines[index.row()], index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()  # now the table says what it wants kept
        kept = [(index, self.lines[index.row()].envelope_id) for index in self.persistentIndexList()]
        self._by, self._order = column, order
        self._arrange()
        for index, envelope_id in kept:
            self.changePersistentIndex(index, self.index(self.row_of(envelope_id) or 0, index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        descending = self._order == Qt.SortOrder.DescendingOrder
        self.lines.sort(key=lambda line: _sort_key(line, self._by), reverse=descending)


def _cell(line: InboxLine, column: int) -> str:
    agreed = short_day(line.agreed_on) if line.agreed_on else "Not known"
    arrived = f"{short_day(line.arrived.date())}, {line.arrived:%H:%M}"
    return (line.child, f"{line.author}, {line.agency}", agreed, arrived, line.words)[column]


def _sort_key(line: InboxLine, column: int) -> tuple[str | date | datetime, datetime]:
    state = {"new": "0", "refused": "1", "opened": "2"}[line.state] + line.words
    keys = (line.child.casefold(), line.author.casefold(), line.agreed_on or date.min, line.arrived, state)
    return keys[column], line.arrived


class WrappingCell(QStyledItemDelegate):
    """Paints a cell with as many lines as its words need, an icon before the state, and the whole row when chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        state, place = option.state, option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(place, theme.colour("accent_soft"))
        painter.setPen(QPen(theme.colour("hairline"), theme.palette.edge))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        kind, ink, aside = _manner(index.column(), chosen=chosen)
        top = place.top() + theme.px(_DOWN)
        if aside:
            self._paint_mark(painter, index, QPointF(place.left() + theme.px(_ACROSS), top), chosen=chosen)
        painter.setPen(theme.colour(ink))
        laid = set_lines(index.data(), kind, _room(place.width(), aside))
        laid.draw(painter, QPointF(place.left() + theme.px(_ACROSS) + aside, top))

    def height(self, index: AnyIndex, width: int) -> int:
        """Return how high a cell of ``width`` must be for its words."""
        kind, _, aside = _manner(index.column(), chosen=False)
        lines = set_lines(index.data(), kind, _room(width, aside)).lineCount()
        return max(lines * theme.line(kind) + 2 * theme.px(_DOWN), theme.px(_ROW))

    def _paint_mark(self, painter: QPainter, index: AnyIndex, at: QPointF, *, chosen: bool) -> None:
        model = index.model()
        assert isinstance(model, InboxModel)  # noqa: S101  the table is made with this model only
        icon, ink = _MARKS[model.lines[index.row()].state]
        drop = (theme.line("ui") - theme.px(_MARK)) / 2
        painter.drawPixmap(at + QPointF(0, drop), picture(icon, "on_accent_soft" if chosen else ink, _MARK))


def _manner(column: int, *, chosen: bool) -> tuple[Kind, Ink, int]:
    kind: Kind = "strong" if column == 0 else "ui"
    ink: Ink = "on_accent_soft" if chosen else "ink" if column in (0, _STATE) else "ink_2"
    return kind, ink, theme.px(_MARK + 6) if column == _STATE else 0


def _room(width: int, aside: int) -> int:
    return max(width - 2 * theme.px(_ACROSS) - aside, 1)


class InboxTable(QTableView):
    """One row for each assessment; arrows go from row to row, Tab leaves, a press on a column's name sorts by it."""

    def __init__(self, model: InboxModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self._cells = WrappingCell(self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName("Assessments released to your desk")
        self.setAccessibleDescription("Up and down go from row to row. Enter opens the row.")
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
        model.modelReset.connect(self._fit)
        model.layoutChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def choose_row(self, row: int) -> None:
        """Select a row and bring it into view."""
        self.selectRow(row)
        self.scrollTo(self._model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _prepare_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        self.setSortingEnabled(True)
        header.setSortIndicator(3, Qt.SortOrder.DescendingOrder)

    def _fit(self) -> None:
        width, left = self.viewport().width(), 0
        shares = _SHARES if width / theme.scale >= WIDE else _NARROW_SHARES
        edges = [round(width * sum(shares[: i + 1]) / 100) for i in range(len(shares))]
        for column, right in enumerate(edges):
            self.setColumnWidth(column, right - left)
            left = right
        self.setMinimumHeight(theme.px(_LEAST))
        for row in range(self._model.rowCount()):
            cells = [self._model.index(row, column) for column in range(len(COLUMNS))]
            self.setRowHeight(row, max(self._cells.height(c, self.columnWidth(c.column())) for c in cells))
        self.scrollTo(self.currentIndex())
