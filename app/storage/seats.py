"""One vault folder for each practitioner on a laptop; nothing in one names, opens or blocks another."""

from __future__ import annotations

from pathlib import Path

from app.storage.folder import holds_vault


def seats(home: Path) -> tuple[str, ...]:
    """Return the ids of the places on this laptop, last worked in first."""
    folders = [folder for folder in (home / "vaults").glob("*") if holds_vault(folder)]
    return tuple(folder.name for folder in sorted(folders, key=_last_touched, reverse=True))


def _last_touched(folder: Path) -> float:
    return max((file.stat().st_mtime for file in folder.glob("vault.*")), default=0.0)


def seat_folder(home: Path, seat: str) -> Path:
    """Return the folder of a place, be it there or not; with no id, the one last worked in."""
    return home / "vaults" / (seat or next(iter(seats(home)), ""))


def new_seat_folder(home: Path) -> Path:
    """Return the folder for a new place; its name is random and says nothing of the person."""
    from app.domain.ids import new_id

    return home / "vaults" / new_id()
