"""Where the key file in use is damaged or gone, a whole one beside it opens the place; none is ever weakened by it."""

from pathlib import Path

import pytest
from mason import MASON, PASSPHRASE, register

from app.storage import children, keys
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.troubles import KeyFileDamaged, OnlyOlderKeys, WrongPassphrase
from app.storage.vault import Vault, open_vault

NEW = "silver window garden teapot valley"


@pytest.fixture
def changed(vault: Vault) -> Path:
    """Return a place whose passphrase was changed, locked before the new one ever opened it."""
    with vault.transaction() as tx:
        register(tx, MASON)
    vault.change_passphrase(NEW, ONLY_FOR_TESTS)
    vault.lock()
    return vault.folder


def is_all_there(vault: Vault) -> bool:
    with vault.transaction() as tx:
        there = children.get(tx, MASON) is not None
    vault.lock()
    return there


def spoil(path: Path) -> bytes:
    written = bytearray(path.read_bytes())
    written[len(written) // 2] ^= 1
    path.write_bytes(written)
    return bytes(written)


def test_the_one_from_before_the_last_change_opens_it_with_the_words_of_then(changed: Path) -> None:
    spoilt = spoil(changed / "vault.keys")
    assert is_all_there(open_vault(changed, PASSPHRASE))
    assert (changed / "vault.keys.damaged").read_bytes() == spoilt
    assert is_all_there(open_vault(changed, PASSPHRASE))


def test_the_words_of_now_are_told_that_only_older_keys_are_whole(changed: Path) -> None:
    spoil(changed / "vault.keys")
    with pytest.raises(OnlyOlderKeys) as met:
        open_vault(changed, NEW)
    assert "words you had before" in met.value.sentences()


def test_a_key_file_that_is_gone_is_replaced_in_the_same_way(changed: Path) -> None:
    (changed / "vault.keys").unlink()
    assert is_all_there(open_vault(changed, PASSPHRASE))


def test_while_the_key_file_in_use_is_whole_the_older_one_opens_nothing(changed: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(changed, PASSPHRASE)
    assert is_all_there(open_vault(changed, NEW))
    assert not keys.backup_of(changed / "vault.keys").exists()


def test_with_both_damaged_it_is_a_damaged_key_file(changed: Path) -> None:
    spoil(changed / "vault.keys")
    spoil(keys.backup_of(changed / "vault.keys"))
    with pytest.raises(KeyFileDamaged):
        open_vault(changed, NEW)


def test_a_change_of_key_cut_short_leaves_one_that_opens_it(vault: Vault) -> None:
    """The database stands under the new key already, and the file that was to take the old one's place is whole."""
    with vault.transaction() as tx:
        register(tx, MASON)
    before = (vault.folder / "vault.keys").read_bytes()
    vault.change_key(PASSPHRASE)
    vault.lock()
    (vault.folder / "vault.keys").rename(vault.folder / "vault.keys.next")
    (vault.folder / "vault.keys").write_bytes(before)
    spoil(vault.folder / "vault.keys")
    assert is_all_there(open_vault(vault.folder, PASSPHRASE))
    assert is_all_there(open_vault(vault.folder, PASSPHRASE))
