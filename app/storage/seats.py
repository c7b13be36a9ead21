"""One vault folder for each practitioner on a laptop; nothing in one names, opens or blocks another."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from pathlib import Path

from app.errors import Trouble
from app.said import said
from app.storage.files import write_durably
from app.storage.folder import EMPTIED, SET_ASIDE, holds_vault

LONGEST_LABEL = 30
"""So many letters a label may have."""

_LABEL = "vault.label"
_MOST_BYTES = 4 * LONGEST_LABEL


def seats(home: Path) -> tuple[str, ...]:
    """Return the ids of the places on this laptop, last worked in first; one that cannot be read is among them."""
    folders = [folder for folder in (home / "vaults").glob("*") if _is_seat(folder)]
    return tuple(folder.name for folder in sorted(folders, key=_last_touched, reverse=True))


def _is_seat(folder: Path) -> bool:
    """Say whether a folder is a place to unlock; a damaged one left for another is not, nor one being emptied.

    Where the disk does not tell, it is one, and opening it says why.
    """
    try:
        return holds_vault(folder) and not any((folder / mark).exists() for mark in (SET_ASIDE, EMPTIED))
    except (OSError, Trouble):
        return True


def _last_touched(folder: Path) -> float:
    try:
        return max((file.stat().st_mtime for file in folder.glob("vault.*")), default=0.0)
    except OSError:
        return 0.0


def named_seats(home: Path) -> dict[str, str]:
    """Return the places on this laptop, last worked in first, and what each is called: its label, or else a number.

    A number stays with its place, whichever was worked in last.
    """
    known = seats(home)
    numbers = {seat: number for number, seat in enumerate(sorted(known), 1)}
    return {seat: label_of(home / "vaults" / seat) or said("Place {number}", number=numbers[seat]) for seat in known}


def seat_folder(home: Path, seat: str) -> Path:
    """Return the folder of a place, be it there or not; with no id, the one last worked in."""
    return home / "vaults" / (seat or next(iter(seats(home)), ""))


def new_seat_folder(home: Path) -> Path:
    """Return the folder for a new place; its name is random and says nothing of the person."""
    from app.domain.ids import new_id

    return home / "vaults" / new_id()


def label_of(folder: Path) -> str:
    """Return what the owner of a place called it, or nothing; anybody at this laptop can read it."""
    try:
        with (folder / _LABEL).open("rb") as file:
            return _plain(file.read(_MOST_BYTES).decode("utf-8", "ignore"))
    except OSError:
        return ""


def set_label(folder: Path, label: str) -> str:
    """Call a place ``label`` from now on, or by its number alone again when it is empty; return it as it is shown.

    Raises ``DiskFull`` or ``DiskTrouble``.
    """
    from app.storage.troubles import in_plain_words

    shown = _plain(label)
    with in_plain_words():
        if shown:
            write_durably(folder / _LABEL, shown.encode())
        else:
            with suppress(FileNotFoundError):
                (folder / _LABEL).unlink()
    return shown


def _plain(label: str) -> str:
    """Return one short line without signs that nobody sees."""
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in label)
    return " ".join(unicodedata.normalize("NFC", seen).split())[:LONGEST_LABEL].strip()
