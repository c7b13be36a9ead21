"""One practitioner's vault: a folder with a key file, an encrypted database and sealed files; open is having its key.

Its making is over when the key file gets its name, last of all: until then it is finished at the next unlock, and
from then on a database that is missing is a damage to report, never a reason to make another one.
"""

import os
import weakref
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import Trouble
from app.storage import database, keys, soundness, standing
from app.storage.files import make_private, sync_folder, write_durably, write_in_place
from app.storage.folder import DAMAGED_KEYS, DATABASE, KEYS, NEXT_KEYS, SEALED, UNFINISHED_KEYS, holds_vault, unfinished
from app.storage.opened_keys import OpenedKeys, spare_key_files
from app.storage.soundness import Progress, Soundness, go_on
from app.storage.troubles import (
    KeyFileDamaged,
    OnlyOlderKeys,
    SecretDamaged,
    VaultAlreadyHere,
    VaultDamaged,
    VaultLocked,
    VaultNotHere,
    WrongPassphrase,
    in_plain_words,
)
from app.storage.witness import Sign, Witness

_JOURNAL = DATABASE + "-wal"
_NONCE_BYTES = 12
_LONGEST_JOURNAL_BYTES = 16 * 1024 * 1024


class Vault:
    """An open vault. One thread holds it; only wrapping and unwrapping a secret may happen on another."""

    def __init__(self, folder: Path, key_file: keys.KeyFile, vault_key: bytes, *, may_be_new: bool = False) -> None:
        self.folder = folder
        self._key_file = key_file
        self._vault_key: bytes | None = vault_key
        self._journal = folder / _JOURNAL
        with in_plain_words():
            make_private(self.sealed)
            self._witness = Witness(folder, folder / DATABASE, keys.witness_key(key_file, vault_key), key_file.mac)
        try:
            self._connection = self._opened(may_be_new=may_be_new)
        except BaseException:
            self._witness.refuse()
            raise
        self._unlocked = weakref.finalize(self, self._witness.abandon)

    def _opened(self, *, may_be_new: bool) -> database.Connection:
        place, key = self.folder / DATABASE, self._database_key()
        connection = database.open_database(place, key, self._witness.begin, may_be_new=may_be_new)
        try:
            self._witness.settle()
            if database.is_scrub_due(connection):
                with self._witness.folding():
                    database.scrub(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What was noticed of an older copy put back, until ``signs_are_kept``."""
        return self._witness.signs

    def signs_are_kept(self) -> None:
        """Let go of the signs: they stand in the audit."""
        self._witness.signs_are_kept()

    @property
    def vault_id(self) -> str:
        """The vault's random id."""
        return self._key_file.vault

    @property
    def sealed(self) -> Path:
        """The folder of sealed files."""
        return self.folder / SEALED

    def transaction(self) -> AbstractContextManager[database.Transaction]:
        """Return one transaction: committed when its block ends, undone whole when it raises; never one in another."""
        self._key()
        return self._transaction()

    @contextmanager
    def _transaction(self) -> Iterator[database.Transaction]:
        now = None
        with database.transaction(self._connection) as tx:
            yield tx
            if tx.has_written:
                now = standing.count(tx, self._witness.standing)
        with suppress(Trouble), in_plain_words():  # the commit stands, whatever comes of what follows
            if now is not None:
                self._witness.follow(now)
            self._look_after(tx)

    def _look_after(self, tx: database.Transaction) -> None:
        """Do what a commit asked for."""
        if tx.leaves_no_trace:
            with self._witness.folding():
                database.scrub(self._connection)
        elif tx.is_weighty or self._journal_bytes() > _LONGEST_JOURNAL_BYTES:
            self.checkpoint()

    def _journal_bytes(self) -> int:
        try:
            return self._journal.stat().st_size
        except OSError:
            return 0

    def checkpoint(self) -> None:
        """Fold the journal into the database file: after finishing, after signing, and when nobody types."""
        self._key()
        if self._journal_bytes():
            with self._witness.folding():
                database.checkpoint(self._connection)

    def check(self, progress: Progress = go_on) -> Soundness:
        """Look at every page, and change nothing. Raises ``Stopped`` or ``DiskTrouble``."""
        self.checkpoint()
        return soundness.check(self._connection, progress)

    def counted(self, progress: Progress = go_on) -> dict[str, int]:
        """Return how many rows each table has, once every page was checked. Raises ``VaultDamaged``."""
        self.checkpoint()
        return soundness.counted(self._connection, progress)

    def copy_database(self, to: Path, progress: Progress = go_on) -> dict[str, int]:
        """Write a consistent copy of the database to ``to``, under the same key; return its tables' rows."""
        self._key()
        database.copy(self._connection, to, self._database_key(), progress)
        return database.rows_of(self._connection)

    def count_in(self, copy: Path, progress: Progress = go_on) -> dict[str, int]:
        """Open a copy of this database, check every page of it, and return how many rows each table has."""
        with closing(database.open_database(copy, self._database_key())) as connection:
            return soundness.counted(connection, progress)

    def mac_of(self, covered: bytes, purpose: str) -> str:
        """Return the MAC of some bytes under the vault's key, for one purpose."""
        return keys.mac_of(self._key(), covered, purpose)

    def wrap_secret(self, secret: bytes, purpose: str) -> bytes:
        """Return ``secret`` (a private key of this device) encrypted under the vault's key and bound to ``purpose``."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._secrets().encrypt(nonce, secret, purpose.encode())

    def unwrap_secret(self, wrapped: bytes, purpose: str) -> bytes:
        """Return what ``wrap_secret`` was given.

        Raises ``SecretDamaged`` for other bytes, another vault or another purpose.
        """
        try:
            return self._secrets().decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], purpose.encode())
        except (InvalidTag, ValueError):
            raise SecretDamaged from None

    def change_passphrase(self, passphrase: str, cost: keys.Cost = keys.STANDARD) -> None:
        """Open with ``passphrase`` from now on; the key file before it goes once the new one has opened the vault."""
        self._save(keys.rewrapped(self._key_file, self._key(), passphrase, cost))

    def change_recovery_code(self, code: str, held: Literal["practitioner", "office"]) -> None:
        """Open with the recovery code ``code`` too, from now on; one made before opens this vault no more."""
        self._save(keys.with_recovery(self._key_file, self._key(), code, held))

    def change_escrow(self, holders: Mapping[str, str]) -> bool:
        """Let the holders of exactly these escrow keys open it, by name in the directory; say whether that was new."""
        if keys.escrow_of(self._key_file) == dict(holders):
            return False
        self._save(keys.with_escrow(self._key_file, self._key(), holders))
        return True

    @property
    def slot_cost(self) -> keys.Cost:
        """What a guess at the passphrase costs."""
        return keys.cost_of(self._key_file)

    def check_passphrase(self, passphrase: str) -> None:
        """Raise ``WrongPassphrase`` unless ``passphrase`` opens this vault: asked before its keys are changed."""
        self._key()
        keys.with_passphrase(passphrase)(self._key_file)

    @property
    def key_holders(self) -> tuple[str, ...]:
        """The names of the escrow keys whose holders can open it; none before its laptop joined a team."""
        return tuple(sorted(keys.escrow_of(self._key_file)))

    @property
    def recovery_held(self) -> str:
        """Who keeps the recovery code, ``practitioner`` or ``office``; empty when none was made."""
        return next((str(slot.get("held", "")) for slot in self._key_file.of_type("recovery")), "")

    def change_key(self, passphrase: str, cost: keys.Cost | None = None) -> None:
        """Encrypt everything under a fresh vault key: yearly, when somebody leaves, or when a key may have leaked.

        The same passphrase and recovery code open it afterwards. At any instant one of the two key files on the disk
        opens the database, and the next unlock finishes what a crash cut short. Raises ``WrongPassphrase``,
        ``DiskFull`` or ``DiskTrouble``; then the key is what it was.
        """
        vault_key = self._key()
        keys.with_passphrase(passphrase)(self._key_file)
        kept = cost or self.slot_cost
        fresh, file = keys.next_epoch(self._key_file, vault_key, passphrase, kept)
        with self._witness.changing_keys(file.mac), self._witness.folding():
            keys.save_keys(self.folder / NEXT_KEYS, file)
            database.change_key(self._connection, keys.database_key(file, fresh))
            _take_over(self.folder)
        self._key_file, self._vault_key = file, fresh

    def _save(self, changed: keys.KeyFile) -> None:
        with self._witness.changing_keys(changed.mac):
            keys.save_keys(self.folder / KEYS, changed)
        self._key_file = changed

    def lock(self) -> None:
        """Fold the journal in, close the database and let go of the key; locking twice is locking once.

        It locks whatever happens: a journal that the disk had no room to fold in is read at the next unlock.
        """
        if self._vault_key is None:
            return
        self._vault_key = None
        self._unlocked.detach()
        with suppress(Trouble), in_plain_words():
            if self._journal_bytes():
                self._witness.unsettle()
            database.checkpoint(self._connection)
        self._connection.close()
        with suppress(Trouble), in_plain_words():
            self._witness.close()

    def _key(self) -> bytes:
        if self._vault_key is None:
            raise VaultLocked
        return self._vault_key

    def _database_key(self) -> bytes:
        return keys.database_key(self._key_file, self._key())

    def _secrets(self) -> AESGCM:
        return AESGCM(keys.inner_key(self._key_file, self._key()))


def create_vault(folder: Path, passphrase: str, cost: keys.Cost = keys.STANDARD) -> Vault:
    """Make a vault in ``folder`` and return it open.

    Raises ``VaultAlreadyHere`` (and touches nothing) when there is one, ``NotEnoughMemory``, ``DiskFull`` or
    ``DiskTrouble``.
    """
    if holds_vault(folder):
        raise VaultAlreadyHere
    return _create(folder, *keys.new_keys(passphrase, cost))


def create_next(folder: Path, opened: OpenedKeys, passphrase: str, cost: keys.Cost) -> Vault:
    """Make an empty vault in ``folder`` that follows a damaged one, and return it open.

    The same recovery code and key holders open it, and secrets wrapped by the damaged one are its own. Raises as
    ``create_vault``, and ``VaultTooNew``.
    """
    if holds_vault(folder):
        raise VaultAlreadyHere
    return _create(folder, *keys.next_epoch(opened.file, opened.vault_key, passphrase, cost))


def _create(folder: Path, vault_key: bytes, key_file: keys.KeyFile) -> Vault:
    with in_plain_words():
        make_private(folder)
        write_in_place(folder / UNFINISHED_KEYS, keys.to_bytes(key_file))
        sync_folder(folder)
    return _finish(folder, key_file, vault_key)


def open_vault(folder: Path, passphrase: str) -> Vault:
    """Unlock the vault in ``folder`` by its passphrase: about a second's work, on purpose. Raises as ``open_with``."""
    return open_with(folder, keys.with_passphrase(passphrase))


def open_with(folder: Path, opener: keys.Opener) -> Vault:
    """Unlock the vault in ``folder`` by whatever opens its key file.

    Raises ``VaultNotHere``, ``WrongPassphrase`` or what else the opener raises, ``KeyFileDamaged``,
    ``NotEnoughMemory``, ``VaultDamaged``, ``VaultInUse``, ``VaultTooNew``, ``DiskFull`` or ``DiskTrouble``; whichever
    it is, no byte has changed.
    """
    with in_plain_words():  # a disk that is gone refuses even to say which files there are
        if (folder / KEYS).exists():
            try:
                return _open_finished(folder, opener)
            except KeyFileDamaged:
                return _open_spare(folder, opener)
        key_file = unfinished(folder)
        if key_file is not None:
            return _finish(folder, key_file, opener(key_file))
        if (folder / DATABASE).exists():
            return _open_spare(folder, opener)
        raise VaultNotHere


def _open_finished(folder: Path, opener: keys.Opener) -> Vault:
    key_file = keys.read_keys(folder / KEYS)
    vault_key = opener(key_file)
    if not _has_content(folder / DATABASE):
        raise VaultDamaged
    vault = _open_changing(folder, opener) or Vault(folder, key_file, vault_key)
    # The passphrase before the last change must not open a copy for ever; the new one has just been proved. Nor must
    # one open that was never acknowledged: such a file is left by a crash in the middle of a change.
    following = folder / NEXT_KEYS
    for left in (*keys.left_by_a_change(folder / KEYS), following, *keys.left_by_a_change(following)):
        with suppress(Trouble), in_plain_words():  # what cannot be deleted now must not keep the vault shut
            left.unlink(missing_ok=True)
    return vault


def _open_spare(folder: Path, opener: keys.Opener) -> Vault:
    """Return the vault opened by another key file than the one in use, which is damaged or gone.

    Nobody gains by it who could not put that file in the other's place. Raises ``KeyFileDamaged`` where there is none,
    and ``OnlyOlderKeys`` where there is one and what was given does not open it.
    """
    wrong = False
    for path in spare_key_files(folder):
        try:
            file = keys.read_keys(path)
            vault = _with_content(folder, file, opener(file))
        except (KeyFileDamaged, VaultDamaged):
            continue
        except WrongPassphrase:
            wrong = True
            continue
        _put_back(folder, path)
        return vault
    raise OnlyOlderKeys if wrong else KeyFileDamaged


def _with_content(folder: Path, file: keys.KeyFile, vault_key: bytes) -> Vault:
    if not _has_content(folder / DATABASE):
        raise VaultDamaged
    return Vault(folder, file, vault_key)


def _put_back(folder: Path, spare: Path) -> None:
    """Put a key file that has opened the vault in the place of the damaged one, whose bytes are kept beside it."""
    with in_plain_words():
        if (folder / KEYS).exists():
            write_durably(folder / DAMAGED_KEYS, (folder / KEYS).read_bytes())
        write_durably(folder / KEYS, spare.read_bytes())


def _open_changing(folder: Path, opener: keys.Opener) -> Vault | None:
    """Return the vault under the key it was being changed to, or ``None`` where no change had reached the database.

    The change is one transaction: the database opens under exactly one of the two keys.
    """
    if not (folder / NEXT_KEYS).exists():
        return None
    try:
        file = keys.read_keys(folder / NEXT_KEYS)
        vault = Vault(folder, file, opener(file))
    except (VaultDamaged, KeyFileDamaged):
        return None
    _take_over(folder)
    return vault


def _take_over(folder: Path) -> None:
    """Put the key file of the changed key in the place of the one before, which opens nothing any more."""
    with in_plain_words():
        (folder / NEXT_KEYS).replace(folder / KEYS)
        sync_folder(folder)


def _finish(folder: Path, key_file: keys.KeyFile, vault_key: bytes) -> Vault:
    """Make the database, or complete one that a crash left half made, and name the key file last."""
    path = folder / DATABASE
    with in_plain_words():
        if not path.exists():
            write_in_place(path, b"")  # so that it is its owner's alone from the first byte
    vault = Vault(folder, key_file, vault_key, may_be_new=True)
    with in_plain_words():
        vault.checkpoint()
        (folder / UNFINISHED_KEYS).replace(folder / KEYS)
        sync_folder(folder)
    return vault


def _has_content(path: Path) -> bool:
    with in_plain_words():
        return path.exists() and path.stat().st_size > 0
