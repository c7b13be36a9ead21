"""The map of people on a screen that is turned to a child: larger, and with nothing of a worker's about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.look.kit import Column, Heading, PageColumn, Text
from app.look.speech import tr
from app.ui.peoplemap.view import MapView

_MEASURE = 820


class MapScreen(QWidget):
    """The page; what is done on it is the signals of its ``map``."""

    def __init__(self) -> None:
        super().__init__()
        self.map = MapView()
        page = PageColumn(measure=_MEASURE, centred=True)
        page.head.add(
            Heading(tr("Who is around you?")),
            Text(tr("Who is close? Who helps? You can skip this."), "body", wrap=True),
        )
        page.add(self.map)
        self.setLayout(Column(page))

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self.map.focus_first()
