"""The sealed files beside the database: on the disk before a row names them; never one that is not sealed."""

from collections.abc import Iterable
from pathlib import Path

from app.storage.files import sync_folder, write_durably
from app.storage.troubles import SealedFileLost, in_plain_words


def write(folder: Path, name: str, sealed: bytes) -> None:
    """Write a sealed file so that it is on the disk when this returns; call it before its row commits.

    Raises ``DiskFull`` or ``DiskTrouble``.
    """
    with in_plain_words():
        write_durably(_file(folder, name), sealed)


def read(folder: Path, name: str) -> bytes:
    """Return a sealed file's bytes; raises ``SealedFileLost`` when they cannot be had."""
    try:
        return _file(folder, name).read_bytes()
    except OSError:
        raise SealedFileLost from None


def erase(folder: Path, names: Iterable[str]) -> None:
    """Delete sealed files, after the transaction that gave them up has committed; missing ones are fine."""
    with in_plain_words():
        for name in names:
            _file(folder, name).unlink(missing_ok=True)
        sync_folder(folder)


def sweep_orphans(folder: Path, known: frozenset[str]) -> int:
    """Delete the files that no row names, and return how many; once after each unlock, with ``outbox.all_files``.

    Such a file was written for an act that never committed, or belongs to one that was erased or voided.
    """
    orphans = [path.name for path in folder.iterdir() if path.is_file() and path.name not in known]
    if orphans:
        erase(folder, orphans)
    return len(orphans)


def _file(folder: Path, name: str) -> Path:
    if name != Path(name).name or name in {"", ".", ".."}:
        raise ValueError("a sealed file's name is a plain name")
    return folder / name
