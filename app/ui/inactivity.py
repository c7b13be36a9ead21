"""Notices that nobody has touched the laptop for a while, or that it slept; it knows nothing of locking."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TICK_MS = 1000
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


class Inactivity(QObject):
    """Watches the whole application.

    Both clocks are asked: the monotonic one stands still while a laptop sleeps, the wall clock can be put back.
    Signals: ``inactivity_detected()`` after ``seconds`` without a touch, and again every second until somebody acts on
    it: a lock that was refused (the disk is full, and the last words are not on it) is asked for again.
    """

    inactivity_detected = Signal()

    def __init__(
        self,
        application: QApplication,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(application)
        self._seconds, self._clock, self._wall = seconds, clock, wall
        self._last, self._last_wall = clock(), wall()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.check()  # first: the lid may have been shut a long time before this touch
            self._last, self._last_wall = self._clock(), self._wall()
        return False

    def check(self) -> None:
        """Say so if it has been too long."""
        if max(self._clock() - self._last, self._wall() - self._last_wall) >= self._seconds:
            self.inactivity_detected.emit()
