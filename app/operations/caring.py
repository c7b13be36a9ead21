"""Backing a place up and checking it, each with its line in the audit; both leave everything in it as it is."""

from __future__ import annotations

from pathlib import Path

from app.clock import Clock
from app.sealing.envelopes import sealed_part
from app.storage import audit, outbox
from app.storage.audit import Act
from app.storage.backup import Backup, read_backup, write_backup
from app.storage.keys import Opener
from app.storage.soundness import Progress, Soundness, lost_files
from app.storage.vault import Vault


def back_up(vault: Vault, to: Path, clock: Clock, progress: Progress) -> Backup:
    """Write a backup of an open vault and read it back. Raises as ``write_backup``."""
    done = write_backup(vault, to, clock.now().isoformat(), progress)
    with vault.transaction() as tx:
        audit.write(tx, Act.BACKED_UP, vault.vault_id, clock.now())
    return done


def bring_back(path: Path, opener: Opener, into: Path, clock: Clock, progress: Progress) -> Vault:
    """Bring a place back from a backup into a new folder, and return it open. Raises as ``read_backup``."""
    vault = read_backup(path, opener, into, progress)
    with vault.transaction() as tx:
        audit.write(tx, Act.BROUGHT_BACK, vault.vault_id, clock.now())
    return vault


def check_everything(vault: Vault, clock: Clock, progress: Progress) -> Soundness:
    """Look at every page and every sealed file of an open vault. Raises ``Stopped`` or ``DiskTrouble``."""
    found = vault.check(progress)
    with vault.transaction() as tx:
        lost = lost_files(vault.sealed, outbox.hashes(tx), sealed_part)
        result = "well" if found.is_sound and not lost else f"{len(found.faults)} faults, {len(lost)} files"
        audit.write(tx, Act.CHECKED, vault.vault_id, clock.now(), result)
    return Soundness(found.pages, found.faults, lost)
