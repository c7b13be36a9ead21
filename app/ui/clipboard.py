"""Takes back what was copied from here, after half a minute and at a lock; what others copied is never touched."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_SECONDS = 30.0
_TICK_MS = 1000
_ON_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
_ASKS = (
    {
        _ON_WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
        _ON_WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
        _ON_WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    }
    if sys.platform == "win32"
    else {"x-kde-passwordManagerHint": b"secret"}
)
"""Asks whoever keeps a history of what was copied, or sends it to another computer, to leave this out. Windows was
never tried; macOS has its own way, which is not taken."""


class ClipboardWatch(QObject):
    """Watches what is copied, and what is only marked with the mouse where the system pastes that too."""

    def __init__(
        self,
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
        owns: Callable[[QClipboard.Mode], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._clock = QGuiApplication.clipboard(), clock
        self._owns = owns or self._is_ours
        self._since: dict[QClipboard.Mode, float] = {}
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.check)
        self._clipboard.changed.connect(self._changed)

    def check(self) -> None:
        """Take back what has been there for too long."""
        for mode, since in list(self._since.items()):
            if self._clock() - since >= KEPT_SECONDS:
                self._take_back(mode)

    def take_back(self) -> None:
        """Take back everything of ours now."""
        for mode in list(self._since):
            self._take_back(mode)

    def _take_back(self, mode: QClipboard.Mode) -> None:
        del self._since[mode]
        if not self._since:
            self._timer.stop()
        if self._owns(mode):
            self._clipboard.clear(mode)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._since.pop(mode, None)
        if not self._owns(mode) or not self._clipboard.text(mode):
            return
        self._since[mode] = self._clock()
        self._timer.start()
        if mode is QClipboard.Mode.Clipboard:
            QTimer.singleShot(0, self, self._ask_to_forget)  # not while the system is told of the first

    def _ask_to_forget(self) -> None:
        """Put the same words there once more, as words alone, with what asks others not to keep them."""
        words = self._clipboard.text() if self._owns(QClipboard.Mode.Clipboard) else ""
        if not words or all(self._clipboard.mimeData().hasFormat(ask) for ask in _ASKS):
            return  # it was taken back meanwhile, or asked already
        again = QMimeData()
        again.setText(words)
        for ask, answer in _ASKS.items():
            again.setData(ask, answer)
        self._clipboard.setMimeData(again)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        return self._clipboard.ownsSelection() if mode is QClipboard.Mode.Selection else self._clipboard.ownsClipboard()
