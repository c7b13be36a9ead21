"""What was drawn by hand, on paper: each line as it was drawn, in a figure that says what it is; never smoothed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from app.documents import paper
from app.documents.structure import Element
from app.domain.strokes import DRAWING_HEIGHT, WIDTH, Strokes

_SIDE = 4


@dataclass(frozen=True)
class Sheet:
    """How a sheet stands on paper: its height in its own units, how wide the whole of it is, and the pen, in points."""

    tall: int
    wide: float
    pen: float


_TALL = 150
CHILDS_SHEET = Sheet(DRAWING_HEIGHT, wide=_TALL * WIDTH / DRAWING_HEIGHT, pen=1.4)
"""How a child's drawing stands on paper: as tall as the place to draw on a young child's copy."""


class Drawn(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """Strokes on paper, as a figure; what was drawn keeps its measure and its place on the sheet."""

    def __init__(self, strokes: Strokes, alt: str, sheet: Sheet, indent: float = 0) -> None:
        super().__init__()
        self.strokes, self.element, self._indent = strokes, Element("Figure", alt), indent
        self.width, self._pen = sheet.wide, sheet.pen
        self.height = sheet.wide * sheet.tall / WIDTH

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the room of the sheet."""
        return self.width, self.height + _SIDE

    def draw(self) -> None:
        """Draw the lines, and say where on the page the figure stands."""
        left, low = self.canv.absolutePosition(self._indent, 0)
        self.element.box = (left, low, left + self.width, low + self.height)
        with self.canv.marked(self.element):
            self.canv.setStrokeColor(paper.INK)
            self.canv.setLineWidth(self._pen)
            self.canv.setLineCap(1)
            self.canv.setLineJoin(1)
            self.canv.drawPath(self._path(self.canv.beginPath()), stroke=1, fill=0)

    def _path(self, path: Any) -> Any:
        scale = self.width / WIDTH
        for stroke in self.strokes:
            for number, (x, y, _) in enumerate(stroke):
                (path.lineTo if number else path.moveTo)(self._indent + x * scale, self.height - y * scale)
            if len(stroke) == 1:  # a dot is a line of no length, which a round pen still marks
                path.lineTo(self._indent + stroke[0][0] * scale, self.height - stroke[0][1] * scale)
        return path
