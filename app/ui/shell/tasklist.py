"""The list of topics beside the page: any order, three statuses, what is unfinished stands out, and no percentage."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app.forms.session import PageStatus
from app.look import tokens
from app.look.icons import picture
from app.look.kit import theme
from app.look.speech import noted, tr
from app.look.tokens import Ink

_LEFT, _RIGHT = 42, 10
"""The room a line leaves for its mark and at its end, in pixels at 100 % text size."""
STEP = Qt.ItemDataRole.UserRole
STATUS = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

ICONS: dict[PageStatus, tuple[str, Ink]] = {
    PageStatus.COMPLETED: ("circle-check", "good"),
    PageStatus.IN_PROGRESS: ("circle-dot", "accent"),
    PageStatus.NOT_STARTED: ("circle", "ink_3"),
}


@dataclass(frozen=True)
class ListedStep:
    """One line of the list: its id, its title, how far it has come, and whether it can be opened yet."""

    step: str
    title: str
    status: PageStatus
    is_open: bool = True


@dataclass(frozen=True)
class ListedSection:
    """One heading of the list with its lines."""

    title: str
    steps: tuple[ListedStep, ...]


_STATUS = {
    PageStatus.NOT_STARTED: noted("not started"),
    PageStatus.IN_PROGRESS: noted("in progress"),
    PageStatus.COMPLETED: noted("completed"),
}


class TaskList(QTreeView):
    """A real tree: arrow keys, type-ahead and screen readers work by themselves.

    Signals: ``chosen(str)`` with the id of the step somebody went to.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasklist")
        self.setAccessibleName(tr("Topics"))
        self.setProperty("own_focus", True)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._lines: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_StepPainter(self))
        self.clicked.connect(self._chose)
        self.activated.connect(self._chose)
        self.selectionModel().selectionChanged.connect(self._selected)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_sections(self, sections: tuple[ListedSection, ...], current: str) -> None:
        """Show the list anew with ``current`` marked."""
        self.selectionModel().blockSignals(True)
        self._model.clear()
        self._lines.clear()
        for section in sections:
            self._model.appendRow(self._section(section))
        self.expandAll()
        self.mark(current)
        self.selectionModel().blockSignals(False)

    def mark(self, step: str) -> None:
        """Mark a step as the one shown, without going anywhere."""
        line = self._lines.get(step)
        if line is not None:
            blocked = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(line.index())
            self.selectionModel().blockSignals(blocked)
            self.scrollTo(line.index())  # a blocked selection does not bring it into view by itself
            self.viewport().update()

    def show_status(self, step: str, status: PageStatus) -> None:
        """Show how far one step has come."""
        line = self._lines.get(step)
        if line is not None and line.data(STATUS) is not status:
            line.setData(status, STATUS)
            line.setData(f"{line.text()}, {tr(_STATUS[status])}", Qt.ItemDataRole.AccessibleTextRole)

    def _section(self, section: ListedSection) -> QStandardItem:
        head = QStandardItem(section.title)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for step in section.steps:
            line = QStandardItem(step.title)
            line.setData(step.step, STEP)
            line.setData(step.status, STATUS)
            spoken = f"{step.title}, {tr(_STATUS[step.status]) if step.is_open else tr('not open yet')}"
            line.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            line.setFlags(flags if step.is_open else Qt.ItemFlag.NoItemFlags)
            head.appendRow(line)
            self._lines[step.step] = line
        return head

    def _selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        """Go where the arrow keys lead, and where a screen reader's "select" does."""
        for index in now.indexes():
            self._chose(index)

    def _chose(self, index: QModelIndex) -> None:
        step = index.data(STEP)
        if isinstance(step, str):
            self.chosen.emit(step)

    def _restyle(self) -> None:
        self.setFont(theme.font("ui"))
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _StepPainter(QStyledItemDelegate):
    """Paints headings and lines; a line wraps rather than being cut off."""

    def __init__(self, view: TaskList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(self._view.viewport().width(), theme.px(120))
        metrics = QFontMetrics(self._font(index, bold=True))
        if not index.parent().isValid():
            return QSize(width, metrics.height() + theme.px(14 if index.row() == 0 else 26))
        room = QRect(0, 0, width - theme.px(_LEFT + _RIGHT), 999)
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(width, max(theme.px(36), words.height() + theme.px(15)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if index.parent().isValid():
            self._paint_line(painter, option, index, rect)
        else:
            painter.setFont(self._font(index, bold=True))
            painter.setPen(theme.colour("ink_3"))
            place = rect.adjusted(theme.px(14), 0, -theme.px(10), -theme.px(6))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, index.data())
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRect) -> None:
        current = index == self._view.currentIndex()
        is_open = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        self._paint_ground(painter, option, rect, current=current and is_open)
        font = self._font(index, bold=current)
        painter.setFont(font)
        place = rect.adjusted(theme.px(_LEFT), 0, -theme.px(_RIGHT), 0)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        words = QFontMetrics(font).boundingRect(place, flags, index.data())
        icon, ink = ICONS[index.data(STATUS)]
        if current:
            ink = "on_accent_soft"
        side = theme.px(18)
        top = words.top() + (QFontMetrics(font).height() - side) // 2
        painter.drawPixmap(QPoint(rect.left() + theme.px(14), top), picture(icon if is_open else "lock", ink, 18))
        painter.setPen(theme.colour("on_accent_soft" if current else "ink_2" if is_open else "ink_3"))
        painter.drawText(place, flags, index.data())

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, current: bool) -> None:
        box = QRectF(rect).adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        state: QStyle.StateFlag = option.state
        if current:
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 6, 4, box.height() - 12), 2, 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            tint = theme.colour("ink")
            tint.setAlphaF(0.06)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        if current and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)

    @staticmethod
    def _font(index: Index, *, bold: bool) -> QFont:
        font = QFont(theme.font("ui" if index.parent().isValid() else "caption"))  # a copy: the theme's is everybody's
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


def sidebar_width(_parent: QWidget | None = None) -> int:
    """Return the list's width in pixels: it grows more slowly than the text."""
    return round(tokens.SIDEBAR_WIDTH * (1 + (theme.scale - 1) * 0.7))
