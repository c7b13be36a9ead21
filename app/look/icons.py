"""Line icons in the colours of the theme; an icon never stands without words beside it or a spoken name."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.look.theme import theme
from app.look.tokens import Ink
from app.paths import resources

ICON = 20
"""The usual side of an icon, in pixels at 100 % text size."""
BUTTON_ICON = 18
_BUTTON_GAP = 6


@cache
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    drawing = _drawing(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.9"')
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def picture(name: str, ink: Ink = "ink_2", side: int = ICON) -> QPixmap:
    """Return icon ``name`` in the colour of ``ink``; ``side`` is in pixels at 100 % text size."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return _painted(name, getattr(theme.palette, ink), theme.px(side), ratio)


def button_icon(name: str, ink: Ink, side: int = BUTTON_ICON, *, at_end: bool = False) -> tuple[QIcon, QSize]:
    """Return an icon and its size for a button with words; Qt's own gap is 4 pixels, so the picture brings the rest."""
    gap = theme.px(_BUTTON_GAP)
    return _padded(picture(name, ink, side), gap, at_end=at_end), QSize(theme.px(side) + gap, theme.px(side))


def _padded(drawn: QPixmap, gap: int, *, at_end: bool) -> QIcon:
    ratio = drawn.devicePixelRatio()
    padded = QPixmap(round(drawn.width() + gap * ratio), drawn.height())
    padded.setDevicePixelRatio(ratio)
    padded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(padded)
    painter.drawPixmap(gap if at_end else 0, 0, drawn)
    painter.end()
    return QIcon(padded)


class Icon(QWidget):
    """A decorative icon. It is a plain widget on purpose: a label would be read out as an unnamed image."""

    def __init__(self, name: str, ink: Ink = "ink_2", side: int = ICON) -> None:
        super().__init__()
        self._name, self._ink, self._side = name, ink, side
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_icon(self, name: str, ink: Ink) -> None:
        """Show another icon in the same place."""
        self._name, self._ink = name, ink
        self.update()

    def _rescale(self) -> None:
        side = theme.px(self._side)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, picture(self._name, self._ink, self._side))
        painter.end()
