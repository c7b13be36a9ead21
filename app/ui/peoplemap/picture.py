"""A map of people to be looked at, wherever a record is read; the words of each stand beside it, and nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.peoplemap import OnMap
from app.look.kit import theme
from app.look.speech import noted, tr
from app.ui.peoplemap.painting import MIDDLE, box_at, height_for, paint_box, paint_ground, paint_lines, words_of

_WIDEST = 760
"""How wide the sheet is at most, in pixels at 100 % text size."""
THE_CHILD = noted("The child")


class MapPicture(QWidget):
    """The whole map, as wide as there is room for."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, people: tuple[OnMap, ...], words: str) -> None:
        super().__init__()
        self._people = people
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
        return height_for(min(width, theme.px(_WIDEST)))

    def sizeHint(self) -> QSize:
        width = theme.px(_WIDEST)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self)
        paint_lines(painter, self, self._people)
        paint_box(painter, box_at(MIDDLE, self), tr(THE_CHILD), "", middle=True)
        for one in self._people:
            paint_box(painter, box_at(one.place, self), one.name, words_of(one))
        painter.end()

    def _rescale(self) -> None:
        self.setMaximumWidth(theme.px(_WIDEST))
        self.updateGeometry()
