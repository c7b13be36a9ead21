"""The signature pad: mouse, finger and pen; it keeps lines as they were drawn and never a picture of them."""

import time
from itertools import pairwise
from math import dist

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.strokes import HEIGHT, WIDTH, Point, Strokes
from app.look.kit import announce, theme
from app.look.speech import noted, tr
from app.look.tokens import RADIUS_CONTROL
from app.ui.counting import counted

_LEAST_INK = 40
"""Less line than this, in units of the pad, is a slip of the pen and no signature."""
_LINE_AT = 0.74
"""Where the line to sign on stands, as a part of the height."""
_PEN = 4.5
"""Width of the drawn line in units of the pad."""
_TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


def is_near_empty(strokes: Strokes) -> bool:
    """Say whether so little was drawn that nobody could have meant it as a signature or a mark."""
    ink = sum(dist(one[:2], other[:2]) for stroke in strokes for one, other in pairwise(stroke))
    return ink < _LEAST_INK


class SignaturePad(QWidget):
    """A pad of 1000 by 300 units, whatever its size on the screen; ``changed`` comes after each line, undo and clear.

    Delete clears it, Control and Z takes the last change back. ``with_times`` keeps the milliseconds since the first
    touch with each point; it is off unless a policy asks for it.
    """

    changed = Signal()
    accessible_role = QAccessible.Role.Graphic
    called, tall, step = noted("Signature"), HEIGHT, 1
    """What a screen reader calls it, how many of its units it is high, and how far apart two points are at least."""

    def __init__(self) -> None:
        super().__init__()
        self.with_times = False
        self._strokes: Strokes = ()
        self._before: list[Strokes] = []
        self._drawn: list[Point] | None = None
        self._pen_is_down = False
        self._began = 0.0
        self.setAccessibleName(tr(self.called))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)
        theme.changed.connect(self.update)

    def strokes(self) -> Strokes:
        """Return what was drawn."""
        return self._strokes

    def show_strokes(self, strokes: Strokes) -> None:
        """Show a drawing without reporting a change."""
        self._strokes, self._before, self._drawn = strokes, [], None
        self.update()

    def clear(self) -> None:
        """Take everything off the pad; ``undo`` brings it back."""
        if self._strokes:
            self._become(())
            announce(self, self.spoken_words())

    def undo(self) -> None:
        """Take the last change back: a line drawn, or the pad cleared."""
        if self._before:
            self._strokes = self._before.pop()
        elif self._strokes:
            self._strokes = self._strokes[:-1]
        else:
            return
        self.update()
        self.changed.emit()
        announce(self, self.spoken_words())

    def is_blank(self) -> bool:
        """Say whether there is no signature: nothing drawn, or so little that it can only be a slip."""
        return is_near_empty(self._strokes)

    def spoken_words(self) -> str:
        """Return what is on the pad as a screen reader says it."""
        count = len(self._strokes)
        if self.is_blank():
            return tr("Not signed")
        return tr("Signed, {count}").format(count=counted(count, "stroke"))

    def heightForWidth(self, width: int) -> int:
        return round(width * self.tall / WIDTH)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._pen_is_down:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and not self._pen_is_down:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._pen_is_down:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()  # an accepted pen event brings no second one dressed as a mouse
        if event.type() == QEvent.Type.TabletPress:
            self._pen_is_down = True
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove and self._pen_is_down:
            self._go_on(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
            self._pen_is_down = False

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() in _TOUCHES:
            self._touched(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and _takes_back(event):
            event.accept()  # the last line drawn goes; elsewhere this key takes back what was done on any page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._end()  # a window that locks in mid-stroke keeps what was drawn
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.scale(self.width() / WIDTH, self.height() / self.tall)
        ink = QPen(theme.colour("signature"), _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (*self._strokes, tuple(self._drawn or ())):
            if stroke:
                painter.drawPath(smooth(stroke))
        painter.end()

    def _paint_paper(self, painter: QPainter) -> None:
        edge = theme.palette.edge
        painter.setPen(QPen(theme.colour("control"), edge))
        painter.setBrush(theme.colour("surface"))
        inside = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(inside, RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        """Paint the line to sign on."""
        left, right, down = theme.space("xl"), self.width() - theme.space("xl"), round(self.height() * _LINE_AT) + 0.5
        painter.drawLine(QPointF(left, down), QPointF(right, down))
        if not self._strokes and self._drawn is None:
            painter.setFont(theme.font("hint"))
            painter.setPen(theme.colour("ink_3"))
            below = QRectF(left, down + 4, right - left, self.height() - down)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, tr("Sign above the line"))

    def _touched(self, event: QTouchEvent) -> None:
        points = event.points()
        if not points or self._pen_is_down:  # the hand resting beside the pen draws nothing
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(points[0].position())
        else:
            self._end()

    def _begin(self, at: QPointF) -> None:
        self._end()
        if not self._strokes:
            self._began = time.monotonic()
        self._drawn = [self._point(at)]
        self.update()

    def _go_on(self, at: QPointF) -> None:
        if self._drawn is None:
            return
        point = self._point(at)
        if dist(point[:2], self._drawn[-1][:2]) >= self.step:
            self._drawn.append(point)
            self.update()

    def _end(self) -> None:
        if self._drawn is not None:
            drawn, self._drawn = tuple(self._drawn), None
            self._become((*self._strokes, drawn))

    def _become(self, strokes: Strokes) -> None:
        self._before.append(self._strokes)
        self._strokes = strokes
        self.update()
        self.changed.emit()

    def _point(self, at: QPointF) -> Point:
        x = min(max(round(at.x() * WIDTH / max(self.width(), 1)), 0), WIDTH)
        y = min(max(round(at.y() * self.tall / max(self.height(), 1)), 0), self.tall)
        return x, y, round((time.monotonic() - self._began) * 1000) if self.with_times else 0


def smooth(stroke: tuple[Point, ...]) -> QPainterPath:
    """Return one line as a smooth path through the middles between its points."""
    points = [QPointF(x, y) for x, y, _ in stroke]
    path = QPainterPath(points[0])
    for one, other in pairwise(points[1:]):
        path.quadTo(one, (one + other) / 2)
    path.lineTo(points[-1] + QPointF(0.1, 0) if len(points) == 1 else points[-1])
    return path


def _takes_back(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
