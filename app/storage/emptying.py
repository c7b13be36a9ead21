"""Emptying a place because its authority ordered it; never on any other word, and never for words typed wrong.

The keys go first, overwritten: without them nothing that is left can be read. A mark says that the place is being
emptied, so that what a crash or a full disk left is finished at the next start, and whoever comes back is told.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.errors import Trouble
from app.storage.files import sync_folder, write_durably, write_in_place
from app.storage.folder import EMPTIED, KEYS


@dataclass(frozen=True)
class Emptied:
    """What anybody at this laptop may read of it: which authority, when, and how much nobody else had. No name."""

    authority: str
    at: datetime
    unsent: int
    drafts: int


def erase_keys(folder: Path, emptied: Emptied) -> None:
    """Mark a place and overwrite and delete every key file in it, those of a change cut short included.

    Raises ``DiskFull`` or ``DiskTrouble``; then it is to be tried again.
    """
    from app.storage.troubles import in_plain_words

    with in_plain_words():
        write_durably(folder / EMPTIED, json.dumps({**asdict(emptied), "at": emptied.at.isoformat()}).encode())
        _erase_keys(folder)


def _erase_keys(folder: Path) -> None:
    for path in sorted(folder.glob(KEYS + "*")):
        write_in_place(path, os.urandom(max(path.stat().st_size, 1)))
        path.unlink()
    sync_folder(folder)


def erase_rest(folder: Path) -> None:
    """Delete everything else in a marked place, once its vault is closed; what cannot go now goes at the next start."""
    for path in list(folder.iterdir()):
        if path.name == EMPTIED:
            continue
        with suppress(OSError):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def finish_emptying(home: Path) -> tuple[Emptied, ...]:
    """Finish what a crash left of a place that was being emptied, and return what is to be told of each."""
    return tuple(_each_finished(home))


def _each_finished(home: Path) -> Iterator[Emptied]:
    for mark in sorted((home / "vaults").glob(f"*/{EMPTIED}")):
        with suppress(OSError, ValueError, KeyError, TypeError, Trouble):
            _erase_keys(mark.parent)
            erase_rest(mark.parent)
            said = json.loads(mark.read_text(encoding="utf-8"))
            at = datetime.fromisoformat(said["at"])
            yield Emptied(str(said["authority"]), at, int(said["unsent"]), int(said["drafts"]))


def forget_emptied(home: Path) -> None:
    """Take the marks away: somebody works on this laptop anew."""
    for mark in (home / "vaults").glob(f"*/{EMPTIED}"):
        with suppress(OSError):
            mark.unlink()
            mark.parent.rmdir()
