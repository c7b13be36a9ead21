"""Files written so that a crash leaves the old one or the new one, whole; never one with words in the clear."""

import os
import sys
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def make_private(folder: Path) -> None:
    """Make ``folder`` where it is missing, and shut it to everybody but its owner."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)


def write_durably(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` and to the disk itself, then rename it into place."""
    new = unfinished(path)
    write_in_place(new, content)
    new.replace(path)
    sync_folder(path.parent)


def unfinished(path: Path) -> Path:
    """Return the name that ``path`` has until all of it is on the disk; a crash may leave such a file."""
    return path.with_name(path.name + ".new")


def write_in_place(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` and to the disk itself, readable by its owner alone."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Put the names in ``folder`` on the disk; Windows has no such call and keeps them with the file."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
