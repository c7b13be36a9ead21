"""Copying a vault's folder to another place, byte for byte, and reading it back before that is called done.

It works on a vault that does not open as well as on any other. The folder itself is read and never written to.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.storage.files import PRIVATE_FILE, make_private, sync_folder
from app.storage.soundness import Progress, go_on
from app.storage.troubles import CopyNotTheSame, Stopped, in_plain_words

_PIECE = 64 * 1024
_SECTOR = 4096


@dataclass(frozen=True)
class CopiedAside:
    """A copy that was read back: where it is, its files and bytes, and the places the disk did not give.

    ``unread`` counts bytes by file name; in the copy there are zeros in their place.
    """

    folder: Path
    files: int
    size: int
    unread: dict[str, int]


def copy_aside(folder: Path, to: Path, progress: Progress = go_on) -> CopiedAside:
    """Copy everything in ``folder`` into a new folder ``to``, and compare every file's hash with what the disk holds.

    Raises ``CopyNotTheSame``, ``Stopped``, ``DiskFull`` or ``DiskTrouble``; what was copied by then stays.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files) or 1
    done, unread = 0, {}
    with in_plain_words():
        to.mkdir(parents=True)
    for path in files:
        name = path.relative_to(folder)
        lost = _copy(path, to / name)
        if lost:
            unread[str(name)] = lost
        done += path.stat().st_size
        if not progress(done / size):
            raise Stopped
    return CopiedAside(to, len(files), done, unread)


def _copy(path: Path, to: Path) -> int:
    """Copy one file to the disk itself and read it back; return how many bytes the disk did not give."""
    lost: list[int] = []
    with in_plain_words():
        make_private(to.parent)
        handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        hashed = sha256()
        with os.fdopen(handle, "wb") as file:
            for piece in _pieces(path, lost.append):
                hashed.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            _forget_cached(file.fileno())
        sync_folder(to.parent)
        if _hash_of(to) != hashed.digest():
            raise CopyNotTheSame
    return sum(lost)


def _pieces(path: Path, lose: Callable[[int], None]) -> Iterator[bytes]:
    """Yield a file's bytes; where the disk does not give some, look at them sector by sector, and leave zeros."""
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for start in range(0, size, _PIECE):
            wanted = min(_PIECE, size - start)
            piece = _read(file.fileno(), start, wanted)
            if piece is not None:
                yield piece
                continue
            for sector in range(start, start + wanted, _SECTOR):
                length = min(_SECTOR, size - sector)
                part = _read(file.fileno(), sector, length)
                if part is None:
                    lose(length)
                yield part if part is not None else bytes(length)


def _read(number: int, start: int, wanted: int) -> bytes | None:
    try:
        os.lseek(number, start, os.SEEK_SET)
        found = os.read(number, wanted)
    except OSError:
        return None
    return found if len(found) == wanted else None


def _forget_cached(number: int) -> None:
    """Ask that reading back comes from the disk, not from memory, where the system can."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with suppress(OSError):
            advise(number, 0, 0, os.POSIX_FADV_DONTNEED)


def _hash_of(path: Path) -> bytes:
    with path.open("rb") as file:
        hashed = sha256()
        while piece := file.read(_PIECE):
            hashed.update(piece)
    return hashed.digest()
