"""A QR code on the screen, dark on white whatever the palette; what it says is held only while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import theme

QUIET = 4
"""How many modules stay white all round it (ISO/IEC 18004): without them a camera does not find it."""
_MODULE = 5
"""The side of one module in pixels at 100 % text size: a telephone reads it from 30 cm."""
_DARK, _LIGHT = QColor("#000000"), QColor("#ffffff")


def modules(content: str) -> tuple[bytes, ...]:
    """Return the rows of a code, without its quiet zone: 1 is dark. A seventh of it may be unreadable."""
    import segno  # takes a moment, and few people ever see a code

    return tuple(bytes(row) for row in segno.make(content, error="m", micro=False).matrix)


class SquareCode(QWidget):
    """A code of whole pixels, called by ``name`` aloud; nothing can be done with it but be looked at."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, name: str, words: str) -> None:
        """``words`` tell a screen reader where the same stands to be read."""
        super().__init__()
        self._name, self._words, self._rows = name, words, tuple[bytes, ...]()
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_code(self, content: str) -> None:
        """Show what is to be read; empty for nothing."""
        self._rows = modules(content) if content else ()
        self._rescale()

    def is_blank(self) -> bool:
        """Say whether nothing is shown."""
        return not self._rows

    def spoken_name(self) -> str:
        """Return what a screen reader calls it."""
        return self._name

    def spoken_words(self) -> str:
        """Return where the same stands to be read."""
        return self._words

    def sizeHint(self) -> QSize:
        return self.size()

    def _side(self) -> int:
        return len(self._rows) + 2 * QUIET

    def _rescale(self) -> None:
        side = self._side() * theme.px(_MODULE)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each module with as many whole pixels of the screen as there is room for: never a blurred edge."""
        ratio = self.devicePixelRatioF()
        across = int(self.width() * ratio)
        pixels = across // self._side()
        picture = self._drawn().scaled(self._side() * pixels, self._side() * pixels)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), _LIGHT)
        margin = (across - self._side() * pixels) // 2 / ratio
        painter.drawImage(QPointF(margin, margin), picture)
        painter.end()

    def _drawn(self) -> QImage:
        drawn = QImage(self._side(), self._side(), QImage.Format.Format_RGB32)
        drawn.fill(_LIGHT)
        for y, row in enumerate(self._rows, QUIET):
            for x, dark in enumerate(row, QUIET):
                if dark:
                    drawn.setPixelColor(x, y, _DARK)
        return drawn
