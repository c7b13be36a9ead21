"""Opening a vault whose passphrase was forgotten: by the recovery code, or by two of the authority's key holders.

Either way a new passphrase is chosen first, and the old one opens nothing afterwards. Nothing in the vault is lost, and
that it was opened so is written in its audit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.clock import Clock
from app.operations.keeping_keys import note_code_used
from app.storage import asking, audit, guesses, keys
from app.storage.audit import Act
from app.storage.opened_keys import key_files
from app.storage.slots import Cost
from app.storage.vault import Vault, open_with
from protocol.escrow import EscrowRequest

BY_CODE = "recovery code"


def recover_by_code(folder: Path, typed: str, new_passphrase: str, clock: Clock, cost: Callable[[], Cost]) -> Vault:
    """Return the vault in ``folder``, opened by its recovery code and from now on by ``new_passphrase``.

    Raises ``RecoveryCodeMistyped``, ``WrongRecoveryCode``, ``NoRecoveryCode``, or whatever ``open_with`` raises.
    """
    opener = keys.with_recovery_code(typed)
    return _reopened(folder, opener, new_passphrase, clock, cost(), BY_CODE)


def check_code(folder: Path, typed: str) -> None:
    """Raise what ``recover_by_code`` would raise for this code, before anybody chooses new words for nothing."""
    opener = keys.with_recovery_code(typed)
    opener(keys.read_keys(key_files(folder)[0]))


def ask_holders(folder: Path, new_passphrase: str, cost: Callable[[], Cost]) -> EscrowRequest:
    """Make the request that the key holders answer. Raises ``NoEscrow`` and as ``asking.ask``."""
    return asking.ask(folder, new_passphrase, cost())


def recover_by_holders(
    folder: Path, new_passphrase: str, answer: bytes, clock: Clock, cost: Callable[[], Cost]
) -> Vault:
    """Return the vault in ``folder``, opened by the key holders' answer and from now on by ``new_passphrase``.

    ``new_passphrase`` is the one chosen when asking. Raises ``NothingAsked``, ``WrongPassphrase``,
    ``AnswerNotForHere``, or whatever ``open_with`` raises.
    """
    opener = asking.with_answer(folder, new_passphrase, answer)
    vault = _reopened(folder, opener, new_passphrase, clock, cost(), "key holders")
    asking.forget(folder)
    return vault


def _reopened(  # noqa: PLR0913, PLR0917 - what opens it, what will, and when
    folder: Path, opener: keys.Opener, new_passphrase: str, clock: Clock, cost: Cost, by: str
) -> Vault:
    vault = open_with(folder, opener)
    try:
        with vault.transaction() as tx:  # first, so that no crash leaves new words without a line about how
            audit.write(tx, Act.RECOVERED, vault.vault_id, clock.now(), by)
            if by == BY_CODE:
                note_code_used(tx, clock)
        vault.change_passphrase(new_passphrase, cost)
    except BaseException:
        vault.lock()
        raise
    guesses.forget(folder)
    return vault
