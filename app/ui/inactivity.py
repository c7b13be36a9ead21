"""Notices that nobody has touched the laptop for a while, or that it slept; it knows nothing of locking."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.ui.touches import Touches

_TICK_MS = 1000
_ASLEEP_SECONDS = 5.0


def seconds_asleep() -> float:
    """Return how long this laptop has slept since it was started, whatever its clock on the wall says.

    Nought on Windows, whose clocks are not told apart here; macOS was never tried.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    elif sys.platform == "darwin":  # noqa: RET505 -- mypy reads what is for another system only in such a row
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)
    else:
        return 0.0


class Inactivity(QObject):
    """Watches every window of the program.

    Both clocks are asked: the monotonic one stands still while a laptop sleeps, the wall clock can be put back. A
    laptop that slept was left, however short it was and whether or not somebody announced it.
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
        asleep: Callable[[], float] = seconds_asleep,
    ) -> None:
        super().__init__(application)
        self._seconds, self._clock, self._wall, self._asleep = seconds, clock, wall, asleep
        self._last_asleep = asleep()
        self._last, self._last_wall = clock(), wall()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        Touches(application, self).touched.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self.check()  # first: the lid may have been shut a long time before this touch
        self._last, self._last_wall, self._last_asleep = self._clock(), self._wall(), self._asleep()

    def check(self) -> None:
        """Say so if it has been too long."""
        untouched = max(self._clock() - self._last, self._wall() - self._last_wall)
        if untouched >= self._seconds or self._asleep() - self._last_asleep >= _ASLEEP_SECONDS:
            self.inactivity_detected.emit()
