"""The key files of a vault whose database may not open, the one in use first; nothing here writes or deletes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Trouble
from app.storage import keys
from app.storage.folder import KEYS, NEXT_KEYS, UNFINISHED_KEYS
from app.storage.troubles import VaultNotHere


@dataclass(frozen=True)
class OpenedKeys:
    """A key file and the vault key in it, for reading a vault that does not open."""

    file: keys.KeyFile
    vault_key: bytes = field(repr=False)

    @property
    def database_key(self) -> bytes:
        """The key of the database."""
        return keys.database_key(self.file, self.vault_key)


def spare_key_files(folder: Path) -> tuple[Path, ...]:
    """Return the key files that can stand in for one that is damaged or gone: of a change cut short, and before it."""
    spares = (folder / NEXT_KEYS, folder / UNFINISHED_KEYS, keys.backup_of(folder / KEYS))
    return tuple(path for path in spares if path.exists())


def key_files(folder: Path) -> tuple[Path, ...]:
    """Return the key files of a vault, the one in use first; a change of its key that was cut short leaves two."""
    found = tuple(folder / name for name in (KEYS, NEXT_KEYS, UNFINISHED_KEYS) if (folder / name).exists())
    if not found:
        raise VaultNotHere
    return found


def open_keys(folder: Path, opener: keys.Opener) -> tuple[OpenedKeys, ...]:
    """Open the key files of a vault whose database may not open, the one in use first, and change nothing.

    Raises what the opener raises, ``KeyFileDamaged``, ``VaultNotHere`` or ``DiskTrouble`` when none opens.
    """
    found, trouble = [], None
    for path in (*key_files(folder), *spare_key_files(folder)):
        try:
            file = keys.read_keys(path)
            found.append(OpenedKeys(file, opener(file)))
        except Trouble as fault:
            trouble = trouble or fault
    if not found:
        raise trouble or VaultNotHere
    return tuple(found)
