"""A file written onto a stick, and read back before anybody is told that it is there; never half of one left behind."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from app.errors import Trouble
from app.storage.files import sync_folder, unfinished, write_in_place

_SAFE = "Everything is safe on this laptop, and still waits to be sent."
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class StickFull(Trouble):
    """There is no room on the stick for the file."""

    def __init__(self) -> None:
        super().__init__(
            "There is no room on the stick.", _SAFE, "Please make room on it, or take another stick, and try again."
        )


class StickGone(Trouble):
    """The stick could not be written or read: often it was pulled out."""

    def __init__(self) -> None:
        super().__init__(
            "The stick could not be written.",
            _SAFE,
            "Is the stick still in, and not locked? Put it in again, or take another one, and try again.",
        )


class StickNotWhole(Trouble):
    """What was read back is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            "What is on the stick is not what was written.", _SAFE, "This stick may be worn out. Please take another."
        )


def write_checked(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` and read it back from the stick itself.

    Raises ``StickFull``, ``StickGone`` or ``StickNotWhole``; then no part of it is left under its name.
    """
    new = unfinished(path)
    try:
        write_in_place(new, content)
        is_whole = _read_back(new) == content
        if is_whole:
            new.replace(path)
            sync_folder(path.parent)
    except OSError as fault:
        _take_away(new)
        raise (StickFull if fault.errno in _NO_ROOM else StickGone) from None
    if not is_whole:
        _take_away(new)
        raise StickNotWhole


def _read_back(path: Path) -> bytes:
    """Return what stands there; the system is asked to forget first what it remembers of it, where it can."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
