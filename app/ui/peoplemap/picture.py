"""A map of people to be looked at, wherever a record is read; the words of each stand beside it, and nothing moves."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent

from app.domain.peoplemap import OnMap
from app.look.speech import noted, tr
from app.ui.peoplemap.painting import MIDDLE, box_at, height_for, paint_box, paint_ground, paint_lines, words_of
from app.ui.sheet import Sheet

_WIDEST = 760
"""How wide the sheet is at most, in pixels at 100 % text size."""
THE_CHILD = noted("The child")


class MapPicture(Sheet):
    """The whole map, as wide as there is room for."""

    def __init__(self, people: tuple[OnMap, ...], words: str) -> None:
        super().__init__(words, _WIDEST)
        self._people = people

    def height_of(self, width: int) -> int:
        return height_for(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self)
        paint_lines(painter, self, self._people)
        paint_box(painter, box_at(MIDDLE, self), tr(THE_CHILD), "", middle=True)
        for one in self._people:
            paint_box(painter, box_at(one.place, self), one.name, words_of(one))
        painter.end()
