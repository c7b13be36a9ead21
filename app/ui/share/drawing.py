"""A child's drawing: lines as they were drawn, by mouse, finger or pen, and never a picture of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from app.domain.strokes import DRAWING_HEIGHT, Strokes, canonical
from app.look.kit import announce
from app.look.speech import noted, tr
from app.ui.finishing.pad import SignaturePad
from app.ui.words import drawing_in_words

LARGEST = 1_900_000
"""So many letters a drawing takes at most, well under the five megabytes that one may have."""


class DrawingPad(SignaturePad):
    """A sheet of 1000 by 560 units to draw on; a full one takes no more lines and says so."""

    called, tall, step = noted("Drawing"), DRAWING_HEIGHT, 4

    def _paint_line(self, painter: QPainter) -> None:
        """Leave the sheet empty: there is no line to write on."""

    def spoken_words(self) -> str:
        return drawing_in_words(self.strokes()) if self.strokes() else tr("Nothing drawn yet")

    def text(self) -> str:
        """Return the drawing as the one text that stands for it; empty while there is none."""
        return canonical(self.strokes())

    def _begin(self, at: QPointF) -> None:
        if len(self.text()) > LARGEST:
            announce(self, tr("This sheet is full. What you drew is kept."))
            return
        super()._begin(at)

    def _become(self, strokes: Strokes) -> None:
        super()._become(strokes)
        announce(self, self.spoken_words())
