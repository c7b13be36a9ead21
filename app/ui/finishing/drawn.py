"""A child's drawing to be looked at: its lines on a sheet, with words for whoever cannot see it; nothing draws here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.strokes import DRAWING_HEIGHT, WIDTH, Strokes
from app.look.kit import theme
from app.look.tokens import RADIUS_CONTROL
from app.ui.finishing.pad import smooth

_WIDEST = 420
"""How wide the sheet is at most, in pixels at 100 % text size."""
_PEN = 5.0
"""Width of a line in units of the sheet."""


class DrawnSheet(QWidget):
    """The whole sheet, in its own measure, as wide as there is room for."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, strokes: Strokes, words: str) -> None:
        super().__init__()
        self._strokes = strokes
        self.setAccessibleName(words)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._rescale)
        self._rescale()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, theme.px(_WIDEST)) * DRAWING_HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        width = theme.px(_WIDEST)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.palette.edge
        painter.setPen(QPen(theme.colour("control"), edge))
        painter.setBrush(theme.colour("surface"))
        inside = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.scale(self.width() / WIDTH, self.height() / DRAWING_HEIGHT)
        ink = QPen(theme.colour("signature"), _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in filter(None, self._strokes):
            painter.drawPath(smooth(stroke))
        painter.end()

    def _rescale(self) -> None:
        self.setMaximumWidth(theme.px(_WIDEST))
        self.updateGeometry()
