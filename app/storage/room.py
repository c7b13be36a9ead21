"""Room on the disk: a ballast that is given up so that open work can still be saved, and the warnings before that.

The save of an open draft is the last thing to fail. Nothing is ever deleted here but the ballast, which holds nothing.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.errors import Trouble
from app.storage.files import PRIVATE_FILE, sync_folder

FreeSpace = Callable[[Path], int]
"""Asks how many bytes can still be written where a path is."""

BALLAST_BYTES = 64 * 1024 * 1024
LOW_BYTES = 1024 * 1024 * 1024
VERY_LOW_BYTES = 100 * 1024 * 1024
_BALLAST = "vault.ballast"
_PIECE = 1024 * 1024


class NoRoomForNew(Trouble):
    """There is so little room left that it is kept for the work that is open already."""

    def __init__(self) -> None:
        super().__init__(
            "There is too little room on the disk to begin with a new child.",
            "Everything you have is safe, and you can go on writing in what is open.",
            "Please make room on the disk first: empty the bin, or move films and pictures elsewhere.",
        )


def free_space(folder: Path) -> int:
    """Return how many bytes can be written there."""
    return shutil.disk_usage(folder).free


def no_end(_folder: Path) -> int:
    """Return as much room as anybody can want, where nobody asked to be warned."""
    return 1 << 60


class Room:
    """The room round one vault. ``ballast_bytes`` of 0 keeps none."""

    def __init__(self, folder: Path, free: FreeSpace = no_end, ballast_bytes: int = 0) -> None:
        self._ballast, self._folder, self._free, self._bytes = folder / _BALLAST, folder, free, ballast_bytes

    @property
    def is_low(self) -> bool:
        """Whether it is time to make room: under 1 GB."""
        return self._left() < LOW_BYTES

    @property
    def is_given_up(self) -> bool:
        """Whether there is no ballast (any more) where there ought to be one."""
        return bool(self._bytes) and not self._ballast.exists()

    def check_for_new(self) -> None:
        """Raise ``NoRoomForNew`` when what room there is, under 100 MB, is kept for what is open."""
        if self._left() < VERY_LOW_BYTES:
            raise NoRoomForNew

    def make_ballast(self) -> bool:
        """Lay down the ballast where there is none and plenty of room; say whether it is there.

        Its blocks are really taken: a file with holes in it would free nothing.
        """
        if not self._bytes or self._ballast.exists():
            return self._ballast.exists()
        if self._left() < LOW_BYTES + self._bytes:
            return False
        try:
            _take_blocks(self._ballast.with_suffix(".new"), self._bytes)
            self._ballast.with_suffix(".new").replace(self._ballast)
        except OSError:
            with suppress(OSError):
                self._ballast.with_suffix(".new").unlink(missing_ok=True)
            return False
        return True

    def give_up_ballast(self) -> bool:
        """Free the ballast's blocks for what must be saved now; say whether there were any."""
        try:
            self._ballast.unlink()
            sync_folder(self._folder)
        except OSError:
            return False
        return True

    def _left(self) -> int:
        try:
            return self._free(self._folder)
        except OSError:
            return no_end(self._folder)  # what cannot be told is no reason to refuse anything


def _take_blocks(path: Path, size: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        for _ in range(size // _PIECE):
            file.write(os.urandom(_PIECE))  # such as no disk can press together
        file.flush()
        os.fsync(file.fileno())
