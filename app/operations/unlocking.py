"""What is done each time a vault is opened and closed: the audit's line, and sweeping up after a crash."""

from __future__ import annotations

from app.clock import Clock
from app.forms.definition import FormLibrary
from app.operations.keeping_keys import look_after_keys
from app.operations.policy import Policy, own_policy
from app.operations.remembering import catch_up
from app.operations.workplace import Workplace, begin_audit_key, load_workplace
from app.storage import audit, guesses, lease, noticed, sealed, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.vault import Vault

_POLICY = "policy"


def after_unlocking(
    tx: Transaction, vault: Vault, forms: FormLibrary, clock: Clock, policy: Policy | None = None
) -> Workplace | None:
    """Return who works here, or ``None`` when this vault is not enrolled yet; bring rows and sealed files together.

    What is due is read out of records older than the table for it.
    """
    wrong = guesses.forget(vault.folder)
    if wrong:
        audit.write(tx, Act.WRONG_PASSPHRASE, vault.vault_id, clock.now(), f"{wrong} in a row")
    audit.write(tx, Act.UNLOCKED, vault.vault_id, clock.now())
    look_after_keys(tx, vault, clock)
    lease.note_time(tx, clock.now())
    noticed.note(tx, vault.vault_id, vault.signs, clock.now())
    tx.once_committed(vault.signs_are_kept)
    sealed.tidy(tx, vault.sealed)
    catch_up(tx, (policy or own_policy()).agreement_review_days)
    workplace = load_workplace(tx, vault, forms, clock)
    if workplace is not None:
        begin_audit_key(tx, workplace.directory)
        vault.change_escrow(workplace.directory.directory.vault_escrow)
    return workplace


def note_policy(tx: Transaction, policy: Policy, clock: Clock) -> None:
    """Write that the policy is another one than last time; the first one seen is no change."""
    before = sync_state.read(tx, _POLICY)
    if before == policy.version:
        return
    sync_state.write(tx, _POLICY, policy.version)
    if before is not None:
        audit.write(tx, Act.POLICY_CHANGED, "", clock.now(), policy.version)


def before_locking(tx: Transaction, vault: Vault, clock: Clock) -> None:
    """Write that the vault is locked."""
    audit.write(tx, Act.LOCKED, vault.vault_id, clock.now())
    lease.note_time(tx, clock.now())
