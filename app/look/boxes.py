"""Boxes to type in and lists to choose from; none of them scrolls inside a page or loses what was typed."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QTextEdit, QWidget

from app.look.icons import ICON, picture
from app.look.theme import theme

_LEADING = 129.0
"""Line height in per cent of the font's own: 25 pixels for 16 pixel Inter."""


def set_aside(box: QWidget, *, aside: bool) -> None:
    """Show a box's words dimmed because something else stands in their place for now; they are kept."""
    if bool(box.property("set_aside")) != aside:
        box.setProperty("set_aside", aside)
        box.style().unpolish(box)
        box.style().polish(box)


def asks_undo(event: QKeyEvent) -> bool:
    """Say whether a key asks to take something back, or to do it again."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class TextBox(QTextEdit):
    """A box for text of any length that grows with it; Tab leaves it, and the wheel scrolls the page.

    Where ``leave_undo`` was called, the box takes nothing back by itself: whoever stands around it does.
    """

    def __init__(self, lines: int = 4) -> None:
        super().__init__()
        self._lines, self._has_undo = lines, True
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMinimumWidth(1)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._rescale)
        self._rescale()
        self.load("")

    def load(self, words: str) -> None:
        """Show ``words`` without reporting a change and without an undo step."""
        quiet = self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(words)
        self._lead()
        self.document().setUndoRedoEnabled(self._has_undo)
        self.blockSignals(quiet)
        self._fit()

    def leave_undo(self) -> None:
        """Leave taking back what was typed to the page, which knows of every box."""
        self._has_undo = False
        self.document().setUndoRedoEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_undo(event) and not self._has_undo:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _lead(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spaced)

    def _rescale(self) -> None:
        self.setFont(theme.font("body"))
        self.document().setDefaultFont(theme.font("body"))
        self._fit()

    def _fit(self) -> None:
        frame = 2 * (theme.px(8) + theme.palette.edge)
        least = self._lines * theme.line("body") + 8 + frame
        height = max(ceil(self.document().size().height()) + frame, least)
        if height != self.minimumHeight():
            self.setMinimumHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LineBox(QLineEdit):
    """A box for a few words; ``letters`` is about how many it should have room for."""

    def __init__(self, letters: int | None = None) -> None:
        super().__init__()
        self._letters, self._has_undo = letters, True
        self.setMinimumWidth(1)
        theme.changed.connect(self._rescale)
        self._rescale()

    def load(self, words: str) -> None:
        """Show ``words`` from their beginning, without reporting a change."""
        quiet = self.blockSignals(True)
        self.setText(words)
        self.setCursorPosition(0)
        self.blockSignals(quiet)

    def leave_undo(self) -> None:
        """Leave taking back what was typed to the page, which knows of every box."""
        self._has_undo = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_undo(event) and not self._has_undo:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _rescale(self) -> None:
        self.setFont(theme.font("body"))
        if self._letters is not None:
            self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * self._letters + theme.px(34))


class ChoiceList(QComboBox):
    """A list that opens to choose from; the wheel never changes it by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self.setFont(theme.font("body"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = picture("chevron-down", "ink_2", ICON)
        side = theme.px(ICON)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - side - theme.px(10), (self.height() - side) // 2, arrow)
        painter.end()


def leave_undo(widgets: Iterable[QWidget]) -> None:
    """Have the boxes among these leave taking back to the page around them."""
    for widget in widgets:
        if isinstance(widget, TextBox | LineBox):
            widget.leave_undo()
