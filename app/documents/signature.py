"""How the family said yes, on their copy: the signature as it was drawn, or the other way they chose, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable

from app.documents import paper
from app.documents.structure import Element
from app.documents.told import Told
from app.domain.answers import text_of
from app.domain.strokes import HEIGHT, WIDTH, Strokes, strokes_in

_SIDE = 4
_PEN = 1.1
"""How thick the pen is, in points."""
_AS_WIDE_AS = 150
"""How wide the whole pad is on paper, in points; what was drawn keeps its measure and its place on the line."""


class Drawn(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A signature on paper, as a figure that says whose it is."""

    def __init__(self, strokes: Strokes, alt: str, indent: float) -> None:
        super().__init__()
        self.strokes, self.element, self._indent = strokes, Element("Figure", alt), indent
        self.width = _AS_WIDE_AS
        self.height = _AS_WIDE_AS * HEIGHT / WIDTH

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the room of the pad."""
        return self.width, self.height + _SIDE

    def draw(self) -> None:
        """Draw the lines, and say where on the page the figure stands."""
        left, low = self.canv.absolutePosition(self._indent, 0)
        self.element.box = (left, low, left + self.width, low + self.height)
        with self.canv.marked(self.element):
            self.canv.setStrokeColor(paper.INK)
            self.canv.setLineWidth(_PEN)
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


def signing(told: Told) -> Iterator[Flowable]:
    """Yield who said yes and how, with the signature where one was drawn; nothing where nobody is named."""
    words = how_signed(told)
    if words:
        heading = paper.heading(told.language.copies.SIGNED, level=None)
        yield from paper.together([heading, *paper.lines(words), *signature(told)], 0)


def signature(told: Told, indent: float = 0) -> Iterator[Flowable]:
    """Yield the signature as it was drawn, ``indent`` points from the left; nothing where they chose another way."""
    strokes = strokes_in(text_of(told.agreed, "c2.strokes"))
    if text_of(told.agreed, "c2.route") == "drawn" and strokes:
        yield Drawn(strokes, told.language.copies.SIGNATURE_OF.format(name=_name(told)), indent)


def how_signed(told: Told) -> str:
    """Return who said yes and how, in a sentence; empty where nobody is named."""
    said, name = told.language.copies, _name(told)
    route, typed, witness = (text_of(told.agreed, f"c2.{part}").strip() for part in ("route", "typed_name", "witness"))
    spoken = said.SIGNED_SPOKEN if witness else said.SIGNED_SPOKEN_ALONE
    ways = {"drawn": said.SIGNED_DRAWN, "typed": said.SIGNED_TYPED, "spoken": spoken, "paper": said.SIGNED_PAPER}
    words = ways.get(route, said.SIGNED_OTHER).format(name=name, typed=typed or name, witness=witness)
    return str(words) if name else ""


def _name(told: Told) -> str:
    return text_of(told.agreed, "c2.signer").strip()
