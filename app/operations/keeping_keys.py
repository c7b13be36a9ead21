"""What the owner of an open vault does with its keys: new words, a recovery code, another vault key, a label.

Each act stands in the audit before it is done, so that none is done without its line; one that then failed says so in
a second line. Nothing here ever keeps a word, a code or a key.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.clock import Clock
from app.errors import Trouble
from app.storage import asking, audit, guesses, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.moments import moment, stored
from app.storage.slots import Cost
from app.storage.troubles import WrongPassphrase
from app.storage.vault import Vault

KEY_DAYS = 365
"""After so many days the vault's key is due to be changed."""

Held = Literal["practitioner", "office"]
"""Who keeps the paper with the recovery code."""

_CODE_MADE, _CODE_USED, _KEY_SINCE = "recovery code made", "recovery code used", "vault key since"
_NOT_DONE = "not done"
_NUMBER_LETTERS = 8


@dataclass(frozen=True)
class KeysHeld:
    """Who can open a vault. ``code_held`` is empty where there is no recovery code.

    ``code_used`` says that the paper was taken out of its envelope; ``holders`` are the names of the escrow keys.
    """

    number: str
    code_held: str
    code_made: datetime | None
    code_used: bool
    key_since: datetime
    holders: tuple[str, ...]

    def is_key_due(self, now: datetime) -> bool:
        """Say whether the vault's key is a year old."""
        return now - self.key_since >= timedelta(days=KEY_DAYS)


def place_number(vault_id: str) -> str:
    """Return the number that tells a vault and its papers from others, such as ``3F2A-91BC``; it names nobody."""
    letters = vault_id[:_NUMBER_LETTERS].upper()
    return f"{letters[:4]}-{letters[4:]}"


def keys_held(tx: Transaction, vault: Vault, clock: Clock) -> KeysHeld:
    """Return who can open this vault."""
    made, since = sync_state.read(tx, _CODE_MADE), sync_state.read(tx, _KEY_SINCE)
    return KeysHeld(
        number=place_number(vault.vault_id),
        code_held=vault.recovery_held,
        code_made=moment(made) if made else None,
        code_used=sync_state.read(tx, _CODE_USED) is not None,
        key_since=moment(since) if since else clock.now(),
        holders=vault.key_holders,
    )


def look_after_keys(tx: Transaction, vault: Vault, clock: Clock) -> None:
    """Begin a key's year where nobody noted it, and let go of a request to the key holders that was not needed.

    The passphrase or the code was found after all: what waited for the holders' answer must open nothing any more.
    """
    if sync_state.read(tx, _KEY_SINCE) is None:
        sync_state.write(tx, _KEY_SINCE, stored(clock.now()))
    if asking.asked(vault.folder) is not None:
        audit.write(tx, Act.HOLDERS_ASKED, vault.vault_id, clock.now())
        with suppress(Trouble):  # a disk that does not let go of it must not be the reason a vault stays shut
            asking.forget(vault.folder)


def note_code_used(tx: Transaction, clock: Clock) -> None:
    """Remember that the recovery code was taken out and used, so that a new one is asked for."""
    sync_state.write(tx, _CODE_USED, stored(clock.now()))


def prove(vault: Vault, passphrase: str, clock: Clock) -> None:
    """Check that whoever sits here has the passphrase, not just an open laptop.

    Raises ``WrongPassphrase`` or ``TooManyGuesses``; wrong guesses count as those at the door do.
    """
    guesses.check(vault.folder, clock.now())
    try:
        vault.check_passphrase(passphrase)
    except WrongPassphrase:
        guesses.note_wrong(vault.folder, clock.now())
        raise
    wrong = guesses.forget(vault.folder)
    if wrong:
        with vault.transaction() as tx:
            audit.write(tx, Act.WRONG_PASSPHRASE, vault.vault_id, clock.now(), f"{wrong} in a row")


def change_passphrase(vault: Vault, old: str, new: str, clock: Clock, cost: Callable[[], Cost]) -> None:
    """Open with ``new`` from now on, and with ``old`` no more.

    Raises as ``prove``, or ``DiskFull`` or ``DiskTrouble``.
    """
    prove(vault, old, clock)
    wanted = cost()
    _with_its_line(vault, Act.PASSPHRASE_CHANGED, "", clock, lambda: vault.change_passphrase(new, wanted))


def keep_recovery_code(vault: Vault, code: str, held: Held, clock: Clock) -> None:
    """Open with this recovery code from now on, and with one made before no more.

    Raises ``DiskFull`` or ``DiskTrouble``.
    """
    _with_its_line(vault, Act.RECOVERY_CODE_MADE, held, clock, lambda: vault.change_recovery_code(code, held))
    with suppress(Trouble), vault.transaction() as tx:  # it opens from now on, even where no day could be noted
        sync_state.write(tx, _CODE_MADE, stored(clock.now()))
        sync_state.forget(tx, _CODE_USED)


def change_key(vault: Vault, passphrase: str, clock: Clock, say: Callable[[str], None]) -> None:
    """Encrypt everything under a fresh vault key; the same passphrase, code and holders open it afterwards.

    ``say`` hears in words how far it is. It may be cut off at any instant: the next unlock finishes or undoes it.
    Raises as ``prove``, or ``DiskFull`` or ``DiskTrouble``; then the key is what it was.
    """
    say("Checking your words…")
    prove(vault, passphrase, clock)
    say("Writing everything anew under the new key…")
    _with_its_line(vault, Act.KEY_CHANGED, "", clock, lambda: vault.change_key(passphrase))
    with suppress(Trouble), vault.transaction() as tx:
        sync_state.write(tx, _KEY_SINCE, stored(clock.now()))


def _with_its_line(vault: Vault, act: Act, why: str, clock: Clock, do: Callable[[], None]) -> None:
    with vault.transaction() as tx:
        audit.write(tx, act, vault.vault_id, clock.now(), why)
    try:
        do()
    except BaseException:
        with suppress(Trouble), vault.transaction() as tx:
            audit.write(tx, act, vault.vault_id, clock.now(), _NOT_DONE)
        raise
