"""The focus ring: one ring for every control, outside its edge; it must be seen wherever the keyboard is."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from app.look.theme import theme
from app.look.tokens import RADIUS_CONTROL

_GAP, _WIDTH = 2, 3
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


def tab_through(stops: Sequence[QWidget]) -> None:
    """Let Tab go through ``stops`` in this order; all of them must be in one window."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


class _Ring(QWidget):
    """The painted ring. It lives where the focused control scrolls, so that it scrolls and clips with it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), _WIDTH))
        half = _WIDTH / 2
        radius = RADIUS_CONTROL + _GAP + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Rings whatever has the keyboard in one window; what is pressed with the mouse is ringed only if it takes text.

    What marks its own row, or is a whole page, sets the property ``own_focus`` and is left alone.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None
        theme.changed.connect(self._soon)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._focus_moved(None, QApplication.focusWidget())

    def target(self) -> QWidget | None:
        """Return the control that is ringed now, if any."""
        ring = self._ring
        return self._target if ring is not None and isValid(ring) and not ring.isHidden() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is not None and new.window() is self._window and _deserves_ring(new):
            self._target = new
            self._watch(new)
        self._place()

    def _watch(self, target: QWidget) -> None:
        watched: QWidget | None = target
        while watched is not None and watched is not self._window:
            watched.installEventFilter(self)
            self._watched.append(watched)
            watched = watched.parentWidget()

    def _forget(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if self._ring is not None and not isValid(self._ring):
            self._ring = None  # it went with the page it was on
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            if self._ring is not None:
                self._ring.hide()
            return
        host = self._host(target)
        ring = self._ring = self._ring or _Ring(host)
        if ring.parentWidget() is not host:
            ring.setParent(host)
        reach = _GAP + _WIDTH
        inner = target.ring_rect() if hasattr(target, "ring_rect") else target.rect()
        around = QRect(target.mapTo(host, QPoint(0, 0)) + inner.topLeft(), inner.size())
        ring.setGeometry(around.adjusted(-reach, -reach, reach, reach))
        ring.raise_()
        ring.show()
        ring.update()

    def _host(self, target: QWidget) -> QWidget:
        """Return the scrolled page the target is on, or the window."""
        host = target.parentWidget() or self._window
        while host is not self._window:
            viewport = host.parentWidget()
            if viewport is None or isinstance(viewport.parentWidget(), QScrollArea):
                break
            host = viewport
        return host


def _deserves_ring(widget: QWidget) -> bool:
    if widget.property("own_focus") or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return False
    by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return isinstance(widget, QLineEdit | QTextEdit) or not by_mouse
