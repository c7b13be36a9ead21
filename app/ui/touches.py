"""Hears every key, mouse and touch on the program's windows; it remembers none and holds none back.

It listens where the window system hands them in, and not to the whole application: that would have Python asked about
each of the thousands of events by which a page is built, which was a fifth of the time a page takes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Touches(QObject):
    """Listens at each window from the moment somebody is in it.

    Signals: ``touched()``; ``pressed(QKeyEvent)`` with each key that goes down, before ``touched`` is said of it.
    """

    touched = Signal()
    pressed = Signal(QKeyEvent)

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusWindowChanged.connect(self.listen_at)
        for window in application.topLevelWindows():
            self.listen_at(window)

    def listen_at(self, window: QWindow | None) -> None:
        """Listen at one window; at one that is listened at already it changes nothing."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            if isinstance(event, QKeyEvent):
                self.pressed.emit(event)
            self.touched.emit()
        return False
