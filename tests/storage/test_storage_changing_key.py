"""The vault's key is changed for a fresh one, and whenever it stops half-way, the vault opens and holds everything."""

from pathlib import Path

import pytest
from mason import MASON, PASSPHRASE, register

from app.errors import Trouble
from app.storage import children, database, keys
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.recovery_code import new_code
from app.storage.troubles import DiskFull, VaultTooNew, WrongPassphrase
from app.storage.vault import Vault, open_vault, open_with

SECRET = b"a signing key of this device"


@pytest.fixture
def furnished(vault: Vault) -> tuple[Vault, bytes, str]:
    """Return a vault with a child in it, a wrapped secret of its device, and its recovery code."""
    with vault.transaction() as tx:
        register(tx, MASON)
    code = new_code()
    vault.change_recovery_code(code, "practitioner")
    return vault, vault.wrap_secret(SECRET, "sign"), code


def holds_everything(vault: Vault, wrapped: bytes) -> bool:
    with vault.transaction() as tx:
        row = children.get(tx, MASON)
    return row is not None and row.summary.given == "Mason" and vault.unwrap_secret(wrapped, "sign") == SECRET


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def test_after_the_change_the_same_passphrase_and_code_open_it_and_nothing_is_lost(
    furnished: tuple[Vault, bytes, str],
) -> None:
    vault, wrapped, code = furnished
    before = (vault.folder / "vault.keys").read_bytes()
    vault.change_key(PASSPHRASE)
    assert holds_everything(vault, wrapped)
    vault.lock()
    assert (vault.folder / "vault.keys").read_bytes() != before
    for opener in (keys.with_passphrase(PASSPHRASE), keys.with_recovery_code(code)):
        again = open_with(vault.folder, opener)
        assert holds_everything(again, wrapped)
        again.lock()
    assert files(vault.folder) == {"vault.keys", "vault.db", "vault.witness"}


def test_the_key_from_before_the_change_opens_the_database_no_more(furnished: tuple[Vault, bytes, str]) -> None:
    vault, _, _ = furnished
    old_file = keys.read_keys(vault.folder / "vault.keys")
    old_key = keys.unlock(old_file, PASSPHRASE)
    vault.change_key(PASSPHRASE)
    vault.lock()
    with pytest.raises(Trouble):
        database.open_database(vault.folder / "vault.db", keys.database_key(old_file, old_key))
    new_file = keys.read_keys(vault.folder / "vault.keys")
    assert new_file.epoch == old_file.epoch + 1
    assert keys.unlock(new_file, PASSPHRASE) != old_key


def test_it_can_be_changed_again_and_again(furnished: tuple[Vault, bytes, str]) -> None:
    vault, wrapped, _ = furnished
    for _ in range(3):
        vault.change_key(PASSPHRASE)
    vault.lock()
    again = open_vault(vault.folder, PASSPHRASE)
    assert holds_everything(again, wrapped)
    again.lock()


def test_a_wrong_passphrase_changes_no_key(furnished: tuple[Vault, bytes, str]) -> None:
    vault, wrapped, _ = furnished
    before = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_key("copper lantern meadow biscuit garden")
    assert (vault.folder / "vault.keys").read_bytes() == before
    assert files(vault.folder) >= {"vault.keys", "vault.db", "vault.witness"}
    assert "vault.keys.next" not in files(vault.folder)
    assert holds_everything(vault, wrapped)


def test_stopped_before_the_database_changed_it_opens_under_the_old_key(
    furnished: tuple[Vault, bytes, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, wrapped, code = furnished

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(database, "change_key", full)
        with pytest.raises(DiskFull):
            vault.change_key(PASSPHRASE)
    assert holds_everything(vault, wrapped)
    vault.lock()
    assert "vault.keys.next" in files(vault.folder)
    again = open_with(vault.folder, keys.with_recovery_code(code))
    assert holds_everything(again, wrapped)
    again.lock()
    assert files(vault.folder) == {"vault.keys", "vault.db", "vault.witness"}


def test_stopped_after_the_database_changed_it_opens_under_the_new_key(
    furnished: tuple[Vault, bytes, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, wrapped, code = furnished
    with monkeypatch.context() as patched:
        patched.setattr("app.storage.vault._take_over", _stops)
        with pytest.raises(KeyboardInterrupt):
            vault.change_key(PASSPHRASE)
    vault.lock()
    again = open_with(vault.folder, keys.with_recovery_code(code))
    assert holds_everything(again, wrapped)
    again.lock()
    assert files(vault.folder) == {"vault.keys", "vault.db", "vault.witness"}
    assert keys.read_keys(vault.folder / "vault.keys").epoch == 2


def test_a_slot_this_version_does_not_know_stops_the_change_in_words(furnished: tuple[Vault, bytes, str]) -> None:
    vault, wrapped, _ = furnished
    newer = keys.with_slots(vault._key_file, vault._key(), "palm", {"type": "palm", "id": "AAAAAAAAAAA"})
    vault._save(newer)
    with pytest.raises(VaultTooNew):
        vault.change_key(PASSPHRASE)
    assert holds_everything(vault, wrapped)


def test_changing_the_passphrase_keeps_the_recovery_code(furnished: tuple[Vault, bytes, str]) -> None:
    vault, wrapped, code = furnished
    vault.change_passphrase("harbour biscuit meadow lantern copper", ONLY_FOR_TESTS)
    vault.lock()
    again = open_with(vault.folder, keys.with_recovery_code(code))
    assert holds_everything(again, wrapped)
    again.lock()


def _stops(_: object) -> None:
    raise KeyboardInterrupt
