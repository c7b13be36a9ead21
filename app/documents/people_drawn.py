"""The map of people on paper: boxes and lines, in a figure whose words say the same; nobody withheld is on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from app.documents import fonts, paper, writing
from app.documents.flowing import paragraph
from app.documents.setting import Part
from app.documents.structure import Element
from app.domain.peoplemap import ACROSS, DOWN, Closeness, OnMap, Place

_WIDE = 480.0
"""How wide the sheet stands on paper, in points."""
_SCALE = _WIDE / ACROSS
_BOX = (80.0, 35.0)
"""A person's box, in points."""
_LONGEST = 26
"""So many letters of a name stand in a box; the list beside it has all of them."""
_LINES: Mapping[Closeness | None, tuple[float, tuple[float, ...]]] = {
    Closeness.CLOSE: (3.0, ()),
    Closeness.BETWEEN: (1.4, ()),
    Closeness.FAR: (1.4, (6, 4)),
    None: (0.8, (1, 3)),
}
"""How a line looks, as its width and its dashes; to somebody with no contact there is none."""
_NAME = ParagraphStyle("on the map", paper.SMALL, fontName=fonts.BOLD, fontSize=9, leading=10.5, alignment=TA_CENTER)
_WORD = ParagraphStyle("how close", _NAME, fontName=fonts.REGULAR, fontSize=8.5, textColor=paper.QUIET)


class PeopleDrawn(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The map, as a figure; ``words`` are how close each is said to be, and ``middle`` is the child's name."""

    def __init__(self, people: tuple[OnMap, ...], middle: str, alt: str, words: Mapping[Closeness | None, str]) -> None:
        super().__init__()
        self.people, self.element, self._words, self._middle = people, Element("Figure", alt), words, middle
        self.width, self.height = _WIDE, DOWN * _SCALE
        self._labels = [*self._parts(middle, ""), *(part for one in people for part in self._of(one))]
        self.element.adopt(part.element for part in self._labels)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the room of the sheet."""
        return self.width, self.height + 6

    def draw(self) -> None:
        """Draw the lines, then the boxes over them, then the words."""
        left, low = self.canv.absolutePosition(0, 0)
        self.element.box = (left, low, left + self.width, low + self.height)
        with self.canv.marked(self.element):
            self.canv.setStrokeColor(paper.INK)
            for one in self.people:
                self._line(one)
            self._box((ACROSS // 2, DOWN // 2), filled=True)
            for one in self.people:
                self._box(one.place, filled=False)
        places = [(ACROSS // 2, DOWN // 2), *(one.place for one in self.people)]
        labels = iter(self._labels)
        for place in places:
            self._write([next(labels), next(labels)], place)

    def _of(self, one: OnMap) -> list[Any]:
        return self._parts(one.name, self._words[one.closeness])

    def _parts(self, name: str, word: str) -> list[Any]:
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        return [_set(short, _NAME), _set(word, _WORD)]

    def _line(self, one: OnMap) -> None:
        if one.closeness not in _LINES:
            return
        width, dashes = _LINES[one.closeness]
        self.canv.setLineWidth(width)
        self.canv.setDash(*([list(dashes)] if dashes else [[]]))
        self.canv.line(*self._at((ACROSS // 2, DOWN // 2)), *self._at(one.place))

    def _box(self, place: Place, *, filled: bool) -> None:
        (across, down), (wide, tall) = self._at(place), _BOX
        self.canv.setDash([])
        self.canv.setLineWidth(1.8 if filled else 1)
        self.canv.setFillColor(paper.GROUND)
        self.canv.roundRect(across - wide / 2, down - tall / 2, wide, tall, 6, stroke=1, fill=1)

    def _write(self, parts: list[Any], place: Place) -> None:
        (across, down), (wide, tall) = self._at(place), _BOX
        heights = [part.wrap(wide - 6, tall)[1] if part.words().strip() else 0 for part in parts]
        top = down + sum(heights) / 2
        for part, height in zip(parts, heights, strict=True):
            top -= height
            if height:
                part.drawOn(self.canv, across - wide / 2 + 3, top)

    def _at(self, place: Place) -> tuple[float, float]:
        return place[0] * _SCALE, self.height - place[1] * _SCALE


def _set(words: str, style: ParagraphStyle) -> Any:
    return paragraph([Part(writing.drawable(words), style.fontName)], style, Element("P"))
