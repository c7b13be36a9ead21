"""A child's drawing to be looked at: its lines on a sheet, with words for whoever cannot see it; nothing draws here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from app.domain.strokes import DRAWING_HEIGHT, WIDTH, Strokes
from app.look.kit import theme
from app.look.tokens import RADIUS_CONTROL
from app.ui.finishing.pad import smooth
from app.ui.sheet import Sheet

_WIDEST = 420
"""How wide the sheet is at most, in pixels at 100 % text size."""
_PEN = 5.0
"""Width of a line in units of the sheet."""


class DrawnSheet(Sheet):
    """The whole sheet, in its own measure, as wide as there is room for."""

    def __init__(self, strokes: Strokes, words: str) -> None:
        super().__init__(words, _WIDEST)
        self._strokes = strokes

    def height_of(self, width: int) -> int:
        return round(width * DRAWING_HEIGHT / WIDTH)

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
