"""What is done each time a vault is opened and closed: the audit's line, and sweeping up after a crash."""

from __future__ import annotations

from app.clock import Clock
from app.forms.definition import FormLibrary
from app.operations.workplace import Workplace, load_workplace
from app.storage import audit, guesses, lease, outbox, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.vault import Vault


def after_unlocking(tx: Transaction, vault: Vault, forms: FormLibrary, clock: Clock) -> Workplace | None:
    """Return who works here, or ``None`` when this vault is not enrolled yet; erase sealed files no row knows."""
    wrong = guesses.forget(vault.folder)
    if wrong:
        audit.write(tx, Act.WRONG_PASSPHRASE, vault.vault_id, clock.now(), f"{wrong} in a row")
    audit.write(tx, Act.UNLOCKED, vault.vault_id, clock.now())
    lease.note_time(tx, clock.now())
    sealed.sweep_orphans(vault.sealed, outbox.all_files(tx))
    workplace = load_workplace(tx, vault, forms, clock)
    if workplace is not None:
        vault.change_escrow(workplace.directory.directory.vault_escrow)
    return workplace


def before_locking(tx: Transaction, vault: Vault, clock: Clock) -> None:
    """Write that the vault is locked."""
    audit.write(tx, Act.LOCKED, vault.vault_id, clock.now())
    lease.note_time(tx, clock.now())
