"""Slows down somebody who tries passphrases at this keyboard, and never wipes anything for it.

The count stands beside the key file, so that starting the program again does not begin afresh. Whoever copies the disk
is not slowed by it: against them stands only what a guess costs.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.errors import Trouble
from app.said import said
from app.storage.files import write_durably

WAITS: tuple[int, ...] = (0, 0, 0, 5, 15, 30, 60, 300)
"""Seconds to wait after so many wrong guesses in a row; from then on always the last."""

_FILE = "vault.guesses"

_MINUTE = 60


class TooManyGuesses(Trouble):
    """Wrong passphrases were typed too fast one after another; ``seconds`` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        wait = said("{seconds} seconds", seconds=seconds)
        if seconds >= _MINUTE:
            wait = said("{minutes} minutes", minutes=-(-seconds // _MINUTE))
        next_step = said("Please wait {wait}, look at each word on your paper, and try again.", wait=wait)
        super().__init__("That was not the passphrase several times in a row.", "Nothing is lost.", next_step)


class Guesses(msgspec.Struct, frozen=True):
    """How many wrong guesses there were in a row, and when the last one was."""

    wrong: int = 0
    last: datetime | None = None


def read(folder: Path) -> Guesses:
    """Return what stands beside a key file; none where there is no such file, or one that makes no sense."""
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=Guesses)
    except (OSError, msgspec.MsgspecError, ValueError):
        return Guesses()


def check(folder: Path, now: datetime) -> None:
    """Raise ``TooManyGuesses`` while there is a wait; a clock that was set back gains nothing."""
    waits = left(read(folder), now)
    if waits > 0:
        raise TooManyGuesses(waits)


def note_wrong(folder: Path, now: datetime) -> None:
    """Count one more wrong guess; a disk that takes no more must not be the reason a vault stays shut."""
    _write(folder, Guesses(read(folder).wrong + 1, now))


def forget(folder: Path) -> int:
    """Begin afresh after a right one; return how many wrong ones there were, for the audit."""
    wrong = read(folder).wrong
    if wrong:
        _write(folder, Guesses())
    return wrong


def left(guesses: Guesses, now: datetime) -> int:
    """Return how many seconds there are still to wait after these guesses."""
    if guesses.last is None or guesses.wrong <= 0:
        return 0
    wait = timedelta(seconds=WAITS[min(guesses.wrong, len(WAITS) - 1)])
    passed = max(now - guesses.last, timedelta(0))
    return max(-(-(wait - passed) // timedelta(seconds=1)), 0)


def _write(folder: Path, guesses: Guesses) -> None:
    try:
        write_durably(folder / _FILE, msgspec.json.encode(guesses))
    except OSError:
        return
