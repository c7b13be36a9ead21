"""The sealed files beside the database: on the disk before a row names them; never one that is not sealed.

Until its row has committed a file is called ``NAME.pending``. So after a crash a file for an act that never was is told
from one that an older copy of the database, put back, knows nothing of: the first goes, the second is kept aside.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.storage import outbox
from app.storage.database import Transaction
from app.storage.files import make_private, sync_folder, write_in_place
from app.storage.troubles import SealedFileLost, in_plain_words

_PENDING = ".pending"
ASIDE = "aside"
"""The folder in theirs for files of which the database knows nothing."""


def write(tx: Transaction, folder: Path, name: str, sealed: bytes) -> None:
    """Write a sealed file so that it is on the disk when this returns; it gets its name once ``tx`` has committed.

    Raises ``DiskFull`` or ``DiskTrouble``.
    """
    with in_plain_words():
        write_in_place(_pending(folder, name), sealed)
        sync_folder(folder)
    tx.once_committed(partial(_settle, folder, name))


def read(folder: Path, name: str) -> bytes:
    """Return a sealed file's bytes; raises ``SealedFileLost`` when they cannot be had."""
    if not name:  # it was given up once a verified backup held it
        raise SealedFileLost
    for path in (_file(folder, name), _pending(folder, name)):
        with suppress(OSError):
            return path.read_bytes()
    raise SealedFileLost


def copies(folder: Path) -> list[Path]:
    """Return every sealed file that was ever named: those in their place, and those that stand aside alone."""
    found = {path.name: path for place in (folder / ASIDE, folder) for path in sorted(place.glob("*.ecaf"))}
    return list(found.values())


def erase(folder: Path, names: Iterable[str]) -> None:
    """Delete sealed files, after the transaction that gave them up has committed; missing ones are fine."""
    with in_plain_words():
        for name in names:
            for path in (_file(folder, name), _pending(folder, name), _file(folder / ASIDE, name)):
                path.unlink(missing_ok=True)
        sync_folder(folder)


def tidy(tx: Transaction, folder: Path) -> None:
    """Bring files and rows together after whatever happened since the last unlock. No file that was named is lost.

    What was given up goes; what an act cut short by a crash left half goes too. A file of which the database knows
    nothing stands aside, and comes back with the database that knows it.
    """
    given_up, known = outbox.given_up(tx), outbox.all_files(tx)
    if given_up:
        erase(folder, given_up)
        outbox.forget_given_up(tx)
    with in_plain_words():
        for name in known:
            _bring_back(folder, name)
        for path in sorted(path for path in folder.iterdir() if path.is_file()):
            _sort_out(folder, path, known)
        sync_folder(folder)


def _sort_out(folder: Path, path: Path, known: frozenset[str]) -> None:
    name = path.name.removesuffix(_PENDING)
    if path.name == name and name not in known:
        make_private(folder / ASIDE)
        path.replace(_file(folder / ASIDE, name))
        sync_folder(folder / ASIDE)
    elif path.name != name and name in known:
        _settle(folder, name)
    elif path.name != name:
        path.unlink()


def _bring_back(folder: Path, name: str) -> None:
    aside = _file(folder / ASIDE, name)
    if aside.exists() and not _file(folder, name).exists():
        aside.replace(_file(folder, name))


def _settle(folder: Path, name: str) -> None:
    _pending(folder, name).replace(_file(folder, name))


def _pending(folder: Path, name: str) -> Path:
    return _file(folder, name).with_name(name + _PENDING)


def _file(folder: Path, name: str) -> Path:
    if name != Path(name).name or name in {"", ".", "..", ASIDE}:
        raise ValueError("a sealed file's name is a plain name")
    return folder / name
