"""The tray: where a paper lies while another program shows it to be printed; nothing stays, and no name says whose.

A program that shows files never says when it is done with one. So the tray is emptied ten minutes after the last paper
was laid in it, when the program locks or is closed, and when it starts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import QObject, QTimer

from app.errors import Trouble
from app.log import LOGGER
from app.look.speech import tr
from app.storage.files import make_private

TRAY = "tray"
KEPT_MS = 10 * 60 * 1000
_OWNER_ALONE = 0o600
_AT_ONCE = 1024 * 1024


class NotShown(Trouble):
    """No other program could show a paper."""

    def __init__(self) -> None:
        super().__init__(
            tr("No program on this laptop could open it."),
            tr("Nothing is lost, and no file was left."),
            tr("Save it instead."),
        )


def cannot_show(_body: bytes) -> None:
    """Show nothing: where there is no tray. Raises ``NotShown``."""
    raise NotShown


class Tray(QObject):
    """The folder, which is its owner's alone, and what may lie in it for a while."""

    def __init__(self, home: Path, show_file: Callable[[Path], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self._show_file = home / TRAY, show_file
        self._timer = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._timer.timeout.connect(self.clear)
        self.clear()

    def show(self, body: bytes) -> None:
        """Hand a PDF to whatever shows PDFs on this computer. Raises ``NotShown``, and then no file is left."""
        path = self.folder / f"{token_hex(8)}.pdf"
        self._timer.start()
        try:
            make_private(self.folder)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE), "wb") as file:
                file.write(body)
            is_shown = self._show_file(path)
        except OSError:
            is_shown = False
        if not is_shown:
            _erase(path)
            raise NotShown

    def clear(self) -> None:
        """Erase whatever lies in the tray; what another program will not let go of is erased another time."""
        self._timer.stop()
        for path in sorted(self.folder.glob("*")):
            _erase(path)
        left = len(list(self.folder.glob("*")))
        if left:
            LOGGER.info("%d papers stay in the tray until they can be erased", left)


def _erase(path: Path) -> None:
    """Write over a file, for what that is worth on a disk that moves what it writes, and take it away."""
    with suppress(OSError):
        if path.is_file() and not path.is_symlink():
            _write_over(path)
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _write_over(path: Path) -> None:
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _AT_ONCE)))
        file.flush()
        os.fsync(file.fileno())
