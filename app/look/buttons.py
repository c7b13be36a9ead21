"""Things to press and to choose; every one has words, and words that are long go on in the next line."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy

from app.look import tokens
from app.look.icons import button_icon, picture
from app.look.text import natural_width, set_lines
from app.look.theme import theme
from app.look.tokens import Ink, Kind

ButtonLook = Literal["plain", "primary", "quiet", "small"]
"""``primary`` for the one thing to do, ``quiet`` without an edge, ``small`` beside something it belongs to."""
_MARK, _MARK_GAP, _PAD = 22, 10, 6
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Button(QPushButton):
    """A button named for what it does; a page has one ``primary`` button at most.

    ``icon`` stands before the words, or after them with ``icon_at_end``. ``explained`` is the tool tip, and the spoken
    description.
    """

    def __init__(
        self,
        words: str,
        icon: str | None = None,
        look: ButtonLook = "plain",
        *,
        explained: str = "",
        icon_at_end: bool = False,
    ) -> None:
        super().__init__()
        self._icon, self._at_end = icon, icon_at_end
        self._ink: Ink = "on_accent" if look == "primary" else "ink_2"
        self.setProperty("look", look)
        self.setToolTip(explained)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon_at_end:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.say(words)
        self.toggled.connect(self._rescale)
        theme.changed.connect(self._rescale)
        self._rescale()

    def say(self, words: str) -> None:
        """Show other words. An ampersand is an ampersand, never a shortcut."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def show_icon(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._rescale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._rescale()

    def _rescale(self) -> None:
        self.setFont(theme.font("caption" if self.property("look") == "small" else "ui"))
        if self._icon is None:
            self.setIcon(QIcon())
            return
        filled = self.isChecked() and self.property("look") == "quiet"
        ink: Ink = "ink_3" if not self.isEnabled() else "on_accent_soft" if filled else self._ink
        icon, size = button_icon(self._icon, ink, at_end=self._at_end)
        self.setIcon(icon)
        self.setIconSize(size)


class Chip(QPushButton):
    """A small choice that is switched on and off; when on it carries a tick beside its colour."""

    def __init__(self, words: str, kind: Kind = "caption") -> None:
        super().__init__(words.replace("&", "&&"))
        self._kind: Kind = kind
        self.setProperty("look", "chip")
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._rescale)
        theme.changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self.setFont(theme.font(self._kind))
        icon, size = button_icon("check" if self.isChecked() else "circle", self._mark_ink(), 16)
        self.setIcon(icon)
        self.setIconSize(size)

    def _mark_ink(self) -> Ink:
        return "on_accent_soft" if self.isChecked() else "ink_3"


# Two classes of Qt's cannot be joined in one, so what both kinds share only tells the type checker that it is a button.
if TYPE_CHECKING:
    _AnyButton = QAbstractButton
else:
    _AnyButton = object


class _Marked(_AnyButton):
    """What a tick box and a radio button share: a mark, then words that wrap; all of it can be pressed."""

    def _prepare(self, words: str) -> None:
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}
        theme.changed.connect(self._rescale)

    def _rescale(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._lines(max(width - self._words_left(), 1)).lineCount()
            needed = lines * theme.line("ui") + 2 * theme.px(_PAD)
            self._heights[width] = max(needed, theme.px(tokens.TARGET_HEIGHT))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._words_left() + natural_width(self._words(), "ui")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.px(tokens.TARGET_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        return bool(self.rect().contains(place))

    def ring_rect(self) -> QRect:
        """Return what the focus ring goes round: the mark and its words, not the empty rest of the row."""
        return QRect(0, 0, min(self.width(), self.sizeHint().width()), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen())
        self._draw_mark(painter, self._box())
        painter.setPen(theme.colour("ink" if self.isEnabled() and not self._is_aside() else "ink_3"))
        left = self._words_left()
        self._lines(self.width() - left).draw(painter, QPointF(left, theme.px(_PAD)))
        painter.end()

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError

    def _pen(self) -> QPen:
        ink = self._fill() if self.isChecked() else "ink" if self.underMouse() else "control"
        return QPen(theme.colour(ink), theme.palette.edge)

    def _fill(self) -> Ink:
        return "control" if self._is_aside() else "accent"

    def _is_aside(self) -> bool:
        return bool(self.property("set_aside"))

    def _box(self) -> QRectF:
        side = theme.px(_MARK)
        top = theme.px(_PAD) + (theme.line("ui") - side) / 2
        return QRectF(1.5, top + 0.5, side - 1, side - 1)

    def _words_left(self) -> int:
        return theme.px(_MARK + _MARK_GAP)

    def _lines(self, width: float) -> QTextLayout:
        return set_lines(self._words(), "ui", width)

    def _words(self) -> str:
        return self.text().replace("&&", "&")


class TickBox(_Marked, QCheckBox):
    """A tick box; its words are part of it and wrap."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._prepare(words)

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(theme.colour(self._fill() if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        if self.isChecked():
            inset = theme.px(3)
            painter.drawPixmap(box.topLeft() + QPointF(inset, inset), picture("check", "on_accent", _MARK - 6))


class RadioChoice(_Marked, QRadioButton):
    """One of several choices of which one holds; its words are part of it and wrap.

    The arrow keys go from each to the next, however the choices stand: Qt's own go by where they stand, and pass by
    whatever is in another column. ``picked`` comes when this one is meant: by mouse, finger or space bar, and not when
    the arrow keys only come past it; so a page may go on from there.
    """

    picked = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._prepare(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_meant = event.button() == Qt.MouseButton.LeftButton and self.hitButton(event.position().toPoint())
        super().mouseReleaseEvent(event)  # the page may be laid out anew by what follows from it
        if is_meant:
            self.picked.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, group = _ARROWS.get(Qt.Key(event.key()), 0), self.group()
        if not step or group is None:
            super().keyPressEvent(event)
            return
        choices = [choice for choice in group.buttons() if choice.isVisible() and choice.isEnabled()]
        aim = choices[(choices.index(self) + step) % len(choices)]
        aim.setFocus(Qt.FocusReason.TabFocusReason)
        aim.click()

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setBrush(theme.colour(self._fill()))
            inset = box.width() * 0.26
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
