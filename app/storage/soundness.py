"""Checking everything that is kept: every page's seal, the structure, the links and the sealed files; never a repair.

The seals alone miss a page cut off at the end, and the structure alone misses a page nobody uses: both are looked at,
once the journal is folded in (a journal that is not would be taken for a fault).
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.storage import database
from app.storage.troubles import Stopped, VaultDamaged, in_plain_words

Progress = Callable[[float], bool]
"""Told how much is done, 0 to 1; it answers whether to go on."""

_STEPS_BETWEEN = 20_000
"""So many steps of the database's own machine between two questions whether to go on."""


@dataclass(frozen=True)
class Soundness:
    """What was found: faults of the database in its own codes, and the sealed files that are gone or changed."""

    pages: int
    faults: tuple[str, ...]
    lost_files: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was found."""
        return not self.faults and not self.lost_files


def go_on(_done: float) -> bool:
    """Go on, whatever is done."""
    return True


def check(connection: Any, progress: Progress = go_on) -> Soundness:
    """Look at every page of an open database, and change nothing. Raises ``Stopped``, ``DiskTrouble``."""
    told = _Told(progress)
    database.checkpoint(connection)
    with in_plain_words():
        pages = int(_rows(connection, "PRAGMA page_count")[0])
        connection.set_progress_handler(told.asked, _STEPS_BETWEEN)
        try:
            faults = tuple(_faults(connection, told))
        finally:
            connection.set_progress_handler(None, 0)
    return Soundness(pages, faults)


def counted(connection: Any, progress: Progress = go_on) -> dict[str, int]:
    """Return how many rows each table has, once every page was looked at. Raises ``VaultDamaged`` for any fault."""
    if not check(connection, progress).is_sound:
        raise VaultDamaged
    return database.rows_of(connection)


def _faults(connection: Any, told: "_Told") -> list[str]:
    told.reach(0.05)
    faults = _rows(connection, "PRAGMA cipher_integrity_check")
    told.reach(0.4)
    faults += [row for row in _rows(connection, "PRAGMA integrity_check") if row != "ok"]
    told.reach(0.8)
    faults += [f"a row of {row} has lost what it belongs to" for row in _rows(connection, "PRAGMA foreign_key_check")]
    told.reach(0.9)
    return faults


def lost_files(folder: Path, expected: Mapping[str, str], unsealed: Callable[[bytes], bytes]) -> tuple[str, ...]:
    """Return the names of the sealed files that are gone or changed; ``expected`` is each one's SHA-256 by its name.

    ``unsealed`` takes a file's bytes to what the hash is over.
    """
    return tuple(name for name, hashed in expected.items() if not _is_there(folder / name, hashed, unsealed))


def _is_there(path: Path, hashed: str, unsealed: Callable[[bytes], bytes]) -> bool:
    try:
        return sha256(unsealed(path.read_bytes())).hexdigest() == hashed
    except (OSError, ValueError):
        return False


def _rows(connection: Any, pragma: str) -> list[str]:
    with closing(connection.execute(pragma)) as cursor:
        return [str(row[0]) for row in cursor.fetchall()]


class _Told:
    """Tells how far the check is, and stops it where it is told to."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0.0

    def reach(self, done: float) -> None:
        """Say how much is done. Raises ``Stopped``."""
        self._done = done
        if not self._progress(done):
            raise Stopped

    def asked(self) -> int:
        """Answer the database's own machine: nothing to go on, anything else to stop."""
        return 0 if self._progress(self._done) else 1
