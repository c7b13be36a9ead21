"""One vault folder for each practitioner on a laptop; nothing in one names, opens or blocks another."""

from __future__ import annotations

from pathlib import Path

from app.storage.folder import SET_ASIDE, holds_vault


def seats(home: Path) -> tuple[str, ...]:
    """Return the ids of the places on this laptop, last worked in first."""
    folders = [folder for folder in (home / "vaults").glob("*") if _is_seat(folder)]
    return tuple(folder.name for folder in sorted(folders, key=_last_touched, reverse=True))


def _is_seat(folder: Path) -> bool:
    """Say whether a folder is a place to unlock; a damaged one that was left for another is not."""
    return holds_vault(folder) and not (folder / SET_ASIDE).exists()


def _last_touched(folder: Path) -> float:
    return max((file.stat().st_mtime for file in folder.glob("vault.*")), default=0.0)


def seat_folder(home: Path, seat: str) -> Path:
    """Return the folder of a place; with no id, the one last worked in."""
    known = seats(home)
    return home / "vaults" / (seat if seat in known else known[0])


def new_seat_folder(home: Path) -> Path:
    """Return the folder for a new place; its name is random and says nothing of the person."""
    from app.domain.ids import new_id

    return home / "vaults" / new_id()
