"""Collects Python's garbage on the windows' own thread: no other thread may ever end a window's object."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class Tidying(QObject):
    """Takes the place of Python's own collector, which runs on whichever thread happens to be busy.

    The vault's and the courier's thread could otherwise collect a cycle that owns a Qt object and destroy it there,
    under the feet of the windows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the generations that are due by Python's own thresholds."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
        if due:
            gc.collect(max(due))
