"""A vault is made, locked and opened; whatever goes wrong, it says what, and keeps every byte."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mason import MASON, MORNING, PASSPHRASE, new_vault, register

from app.errors import Trouble
from app.storage import children, database, keys, sync_state
from app.storage.database import Transaction
from app.storage.folder import holds_vault
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.troubles import (
    DiskTrouble,
    KeyFileDamaged,
    NotEnoughMemory,
    SecretDamaged,
    VaultAlreadyHere,
    VaultDamaged,
    VaultInUse,
    VaultLocked,
    VaultNotHere,
    VaultTooNew,
    WrongPassphrase,
)
from app.storage.vault import Vault, create_vault, open_vault


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path, passphrase: str = PASSPHRASE) -> Trouble:
    """Return the trouble that opening meets, having made sure that it changed nothing."""
    before = every_byte(folder)
    with pytest.raises(Trouble) as met:
        open_vault(folder, passphrase)
    assert every_byte(folder) == before
    assert met.value.what
    return met.value


@pytest.fixture
def locked(vault: Vault) -> Path:
    with vault.transaction() as tx:
        register(tx, MASON)
    vault.lock()
    return vault.folder


def test_what_was_kept_is_there_after_locking_and_unlocking(locked: Path) -> None:
    vault = open_vault(locked, f"  {PASSPHRASE.upper()} ")
    with vault.transaction() as tx:
        row = children.get(tx, MASON)
    vault.lock()
    assert row is not None
    assert row.summary.given == "Mason"


def test_the_folder_is_its_owners_alone(vault: Vault) -> None:
    with vault.transaction() as tx:
        register(tx, MASON)
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    assert vault.sealed.stat().st_mode & 0o777 == 0o700
    files = [path for path in vault.folder.iterdir() if path.is_file()]
    assert {path.name for path in files} == {"vault.keys", "vault.db", "vault.db-wal", "vault.witness"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files)


def test_a_locked_vault_leaves_no_journal_and_does_nothing_more(vault: Vault) -> None:
    vault.lock()
    vault.lock()
    assert {path.name for path in vault.folder.iterdir()} == {"vault.keys", "vault.db", "vault.witness", "sealed"}
    for refused_act in (vault.transaction, vault.checkpoint, lambda: vault.wrap_secret(b"key", "sign")):
        with pytest.raises(VaultLocked):
            refused_act()


def test_a_wrong_passphrase_changes_no_byte(locked: Path) -> None:
    assert isinstance(refused(locked, "copper lantern meadow biscuit garden"), WrongPassphrase)


def test_a_damaged_key_file_is_said_to_be_one(locked: Path) -> None:
    path = locked / "vault.keys"
    written = bytearray(path.read_bytes())
    written[len(written) // 2] ^= 1
    path.write_bytes(bytes(written))
    assert isinstance(refused(locked), KeyFileDamaged)


def test_a_damaged_database_is_never_a_wrong_passphrase_and_never_made_anew(locked: Path) -> None:
    path = locked / "vault.db"
    whole = path.read_bytes()
    for damage in (
        b"",
        b"SQLite format 3\0" + whole[16:],
        bytes(len(whole)),
        whole[:2048],
        whole[:4000] + b"?" + whole[4001:],
    ):
        path.write_bytes(damage)
        assert isinstance(refused(locked), VaultDamaged)


def test_a_missing_database_is_reported_and_not_replaced(locked: Path) -> None:
    (locked / "vault.db").unlink()
    assert isinstance(refused(locked), VaultDamaged)


def test_a_database_in_the_clear_is_not_written_to(locked: Path) -> None:
    import sqlite3

    path = locked / "vault.db"
    path.unlink()
    with sqlite3.connect(path) as clear:
        clear.execute("CREATE TABLE children (child)")
    clear.close()
    assert isinstance(refused(locked), VaultDamaged)


def test_a_vault_of_a_newer_program_is_left_as_it_is(locked: Path) -> None:
    vault = open_vault(locked, PASSPHRASE)
    vault._connection.set_authorizer(None)
    vault._connection.execute("PRAGMA user_version = 9000")
    vault.lock()
    assert isinstance(refused(locked), VaultTooNew)


def test_a_second_window_is_told_that_the_vault_is_open_elsewhere(vault: Vault) -> None:
    assert isinstance(refused(vault.folder), VaultInUse)
    with vault.transaction() as tx:
        sync_state.write(tx, "still", "here")


def test_a_new_vault_never_takes_the_place_of_one(locked: Path) -> None:
    before = every_byte(locked)
    with pytest.raises(VaultAlreadyHere):
        new_vault(locked)
    assert every_byte(locked) == before


def test_an_empty_folder_holds_no_vault(tmp_path: Path) -> None:
    assert not holds_vault(tmp_path)
    with pytest.raises(VaultNotHere):
        open_vault(tmp_path, PASSPHRASE)


def half_made(folder: Path, at: str) -> None:
    """Leave ``folder`` as a crash at that moment of its making would."""
    new_vault(folder).lock()
    (folder / "vault.keys").replace(folder / "vault.keys.new")
    if at == "before the database":
        (folder / "vault.db").unlink()
        shutil.rmtree(folder / "sealed")
    if at == "at its first byte":
        (folder / "vault.db").write_bytes(b"")


@pytest.mark.parametrize("at", ["before the database", "at its first byte", "before the name"])
def test_a_vault_whose_making_was_cut_short_is_finished_at_the_next_unlock(folder: Path, at: str) -> None:
    half_made(folder, at)
    assert holds_vault(folder)
    with pytest.raises(WrongPassphrase):
        open_vault(folder, "not that one")
    open_vault(folder, PASSPHRASE).lock()
    vault = open_vault(folder, PASSPHRASE)
    with vault.transaction() as tx:
        register(tx, MASON)
    vault.lock()


def test_a_key_file_cut_short_in_its_first_writing_is_no_dead_end(folder: Path) -> None:
    half_made(folder, "before the database")
    path = folder / "vault.keys.new"
    path.write_bytes(path.read_bytes()[:100])
    assert not holds_vault(folder)
    new_vault(folder).lock()
    open_vault(folder, PASSPHRASE).lock()


_MAKING = """
import sys
from pathlib import Path
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import create_vault
sys.stdout.write("."); sys.stdout.flush()
create_vault(Path(sys.argv[1]), sys.argv[2], ONLY_FOR_TESTS)
"""


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.02, 0.04])
def test_killed_while_it_is_made_a_vault_opens_or_is_not_there_yet(folder: Path, wait: float) -> None:
    command = [sys.executable, "-c", _MAKING, str(folder), PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as making:  # noqa: S603 -- our own script
        assert making.stdout is not None
        making.stdout.read(1)
        try:
            making.wait(wait)
        except subprocess.TimeoutExpired:
            making.kill()
    opened = open_vault(folder, PASSPHRASE) if holds_vault(folder) else new_vault(folder)
    with opened.transaction() as tx:
        register(tx, MASON)
    opened.lock()


def test_the_settings_are_the_ones_that_leak_and_lose_nothing(vault: Vault) -> None:
    found = {name: database._pragma(vault._connection, name) for name in database.PRAGMAS}
    assert found == database.PRAGMAS
    assert found["journal_mode"] == "wal"
    assert database._pragma(vault._connection, "locking_mode") == "exclusive"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'elsewhere' AS elsewhere KEY ''",
        "PRAGMA temp_store = FILE",
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
        "PRAGMA synchronous = OFF",
        "PRAGMA user_version = 7",
        "PRAGMA secure_delete = OFF",
    ],
)
def test_no_statement_can_carry_content_out_or_weaken_the_settings(vault: Vault, statement: str) -> None:
    with pytest.raises(Exception, match="not authorized"):
        vault._connection.execute(statement)


def test_a_short_key_is_a_mistake_and_not_a_key(folder: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        database.open_database(folder.with_suffix(".db"), b"")


def test_shared_memory_is_never_mapped_not_even_after_a_crash(vault: Vault, tmp_path: Path) -> None:
    with vault.transaction() as tx:
        register(tx, MASON)
    crashed = tmp_path / "crashed"
    shutil.copytree(vault.folder, crashed)
    assert (crashed / "vault.db-wal").stat().st_size > 0
    again = open_vault(crashed, PASSPHRASE)
    assert not (crashed / "vault.db-shm").exists()
    with again.transaction() as tx:
        assert children.get(tx, MASON) is not None
    again.lock()


def test_a_secret_opens_only_for_its_purpose_and_in_its_vault(vault: Vault, tmp_path: Path) -> None:
    wrapped = vault.wrap_secret(b"k" * 32, "sign")
    assert vault.unwrap_secret(wrapped, "sign") == b"k" * 32
    assert b"k" * 8 not in wrapped
    other = new_vault(tmp_path / "other")
    for holder, secret, purpose in (
        (vault, wrapped, "seal"),
        (vault, wrapped[:-1] + bytes([wrapped[-1] ^ 1]), "sign"),
        (vault, b"", "sign"),
        (other, wrapped, "sign"),
    ):
        with pytest.raises(SecretDamaged):
            holder.unwrap_secret(secret, purpose)
    other.lock()


def test_after_a_change_of_passphrase_only_the_new_one_opens(locked: Path) -> None:
    vault = open_vault(locked, PASSPHRASE)
    vault.change_passphrase("velvet orchard window pepper canoe", ONLY_FOR_TESTS)
    vault.lock()
    assert keys.backup_of(locked / "vault.keys").exists()
    assert isinstance(refused(locked), WrongPassphrase)
    vault = open_vault(locked, "velvet orchard window pepper canoe")
    with vault.transaction() as tx:
        assert children.get(tx, MASON) is not None
    vault.lock()
    assert not keys.backup_of(locked / "vault.keys").exists()


def test_a_transaction_that_fails_leaves_nothing_behind(vault: Vault) -> None:
    def failing() -> None:
        with vault.transaction() as tx:
            children.add(tx, MASON, MORNING)
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    with vault.transaction() as tx:
        assert children.list_all(tx) == []


def test_a_folder_that_cannot_be_made_is_trouble_with_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a file").write_bytes(b"in the way")
    with pytest.raises(DiskTrouble):
        create_vault(tmp_path / "a file" / "vault", PASSPHRASE, ONLY_FOR_TESTS)


def test_a_change_of_passphrase_that_a_crash_cut_short_leaves_no_key_file_behind(locked: Path) -> None:
    whole = (locked / "vault.keys").read_bytes()
    for name in ("vault.keys.new", "vault.keys.bak.new"):
        (locked / name).write_bytes(whole[:100])
    open_vault(locked, PASSPHRASE).lock()
    assert {path.name for path in locked.iterdir()} == {"vault.keys", "vault.db", "vault.witness", "sealed"}


def test_no_memory_anywhere_in_a_transaction_undoes_it_and_is_said(vault: Vault) -> None:
    def runs_out(tx: Transaction) -> None:
        sync_state.write(tx, "name", "words")
        raise MemoryError

    with pytest.raises(NotEnoughMemory), vault.transaction() as tx:
        runs_out(tx)
    with vault.transaction() as tx:
        assert sync_state.read(tx, "name") is None
