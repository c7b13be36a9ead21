"""What stands in a vault's folder, told from the outside: this opens nothing, and costs the first page no library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.storage.keys import KeyFile

KEYS = "vault.keys"
NEXT_KEYS = "vault.keys.next"
UNFINISHED_KEYS = "vault.keys.new"
DAMAGED_KEYS = "vault.keys.damaged"
DATABASE = "vault.db"
SEALED = "sealed"
SET_ASIDE = "vault.set-aside"
"""Marks a damaged vault whose owner works on in another one; every byte of it stays."""
EMPTIED = "vault.emptied"
"""Marks a place that is emptied because its authority ordered it."""


def holds_vault(folder: Path) -> bool:
    """Say whether ``folder`` holds a vault to unlock, one whose making was cut short included."""
    return any((folder / name).exists() for name in (KEYS, DATABASE)) or unfinished(folder) is not None


def unfinished(folder: Path) -> KeyFile | None:
    """Return the key file of a vault whose making was cut short; one that was itself cut short counts for nothing."""
    path = folder / UNFINISHED_KEYS
    if (folder / KEYS).exists() or not path.exists():
        return None
    from app.storage.keys import read_keys
    from app.storage.troubles import KeyFileDamaged

    try:
        return read_keys(path)
    except KeyFileDamaged:
        return None
