"""What somebody does with the keys of her place: each act is proved, written down, and loses nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from larkrise import PASSPHRASE, Laptop, Watch, by_hand, new_office

from app.operations import keeping_keys
from app.operations.keeping_keys import (
    change_key,
    change_passphrase,
    keep_recovery_code,
    keys_held,
    look_after_keys,
    place_number,
    prove,
)
from app.operations.recovering import ask_holders, check_code, recover_by_code
from app.storage import audit, guesses
from app.storage.asking import asked
from app.storage.guesses import TooManyGuesses
from app.storage.recovery_code import new_code
from app.storage.slots import ONLY_FOR_TESTS, Cost
from app.storage.troubles import DiskFull, NoRecoveryCode, RecoveryCodeMistyped, WrongPassphrase, WrongRecoveryCode
from app.storage.vault import Vault, create_vault, open_vault

NEW = "harbour biscuit meadow lantern copper"
WRONG = "velvet turnip candle orchard mitten"


def cheap() -> Cost:
    return ONLY_FOR_TESTS


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return create_vault(tmp_path / "vault", PASSPHRASE, ONLY_FOR_TESTS)


def acts(vault: Vault) -> list[tuple[str, str]]:
    with vault.transaction() as tx:
        assert audit.verify(tx) is None
        return [(line["act"], line["why"]) for line in tx.all("SELECT act, why FROM audit ORDER BY n")]


def test_new_words_open_it_and_the_old_ones_do_not(vault: Vault, watch: Watch) -> None:
    change_passphrase(vault, PASSPHRASE, NEW, watch, cheap)
    assert acts(vault) == [("passphrase-changed", "")]
    vault.lock()
    with pytest.raises(WrongPassphrase):
        open_vault(vault.folder, PASSPHRASE)
    open_vault(vault.folder, NEW).lock()


def test_an_open_laptop_alone_changes_nothing(vault: Vault, watch: Watch) -> None:
    before = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(WrongPassphrase):
        change_passphrase(vault, WRONG, NEW, watch, cheap)
    with pytest.raises(WrongPassphrase):
        change_key(vault, WRONG, watch, lambda _: None)
    assert (vault.folder / "vault.keys").read_bytes() == before
    assert acts(vault) == []


def test_guesses_inside_are_slowed_as_those_at_the_door_are_and_told(vault: Vault, watch: Watch) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            prove(vault, WRONG, watch)
    with pytest.raises(TooManyGuesses):
        prove(vault, PASSPHRASE, watch)
    watch.wait(seconds=5)
    prove(vault, PASSPHRASE, watch)
    assert acts(vault) == [("wrong-passphrase", "3 in a row")]
    assert guesses.read(vault.folder).wrong == 0


@pytest.mark.parametrize("held", ["practitioner", "office"])
def test_a_recovery_code_opens_it_and_it_is_known_who_keeps_the_paper(
    vault: Vault, watch: Watch, held: keeping_keys.Held
) -> None:
    code = new_code()
    keep_recovery_code(vault, code, held, watch)
    with vault.transaction() as tx:
        told = keys_held(tx, vault, watch)
    assert (told.code_held, told.code_made, told.code_used) == (held, watch.now(), False)
    assert acts(vault) == [("recovery-code-made", held)]
    vault.lock()
    check_code(vault.folder, code.lower())
    recover_by_code(vault.folder, code, NEW, watch, cheap).lock()


def test_a_code_that_was_used_is_to_be_made_anew_until_it_was(vault: Vault, watch: Watch) -> None:
    code = new_code()
    keep_recovery_code(vault, code, "office", watch)
    vault.lock()
    again = recover_by_code(vault.folder, code, NEW, watch, cheap)
    with again.transaction() as tx:
        assert keys_held(tx, again, watch).code_used
    keep_recovery_code(again, new_code(), "office", watch)
    with again.transaction() as tx:
        assert not keys_held(tx, again, watch).code_used
    again.lock()


def test_a_code_is_looked_at_before_new_words_are_chosen_for_it(vault: Vault, watch: Watch) -> None:
    with pytest.raises(NoRecoveryCode):
        check_code(vault.folder, new_code())
    keep_recovery_code(vault, new_code(), "practitioner", watch)
    with pytest.raises(WrongRecoveryCode):
        check_code(vault.folder, new_code())
    with pytest.raises(RecoveryCodeMistyped):
        check_code(vault.folder, "49HR-8BRX")


def test_another_key_is_told_in_words_and_begins_a_new_year(vault: Vault, watch: Watch) -> None:
    with vault.transaction() as tx:
        look_after_keys(tx, vault, watch)
    told: list[str] = []
    watch.wait(days=364)
    with vault.transaction() as tx:
        assert not keys_held(tx, vault, watch).is_key_due(watch.now())
    watch.wait(days=1)
    with vault.transaction() as tx:
        assert keys_held(tx, vault, watch).is_key_due(watch.now())
    change_key(vault, PASSPHRASE, watch, told.append)
    with vault.transaction() as tx:
        held = keys_held(tx, vault, watch)
    assert held.key_since == watch.now()
    assert not held.is_key_due(watch.now() + timedelta(days=364))
    assert len(told) == 2
    assert acts(vault) == [("key-changed", "")]
    vault.lock()
    open_vault(vault.folder, PASSPHRASE).lock()


def test_an_act_the_disk_refused_says_so_in_the_audit(
    vault: Vault, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as disk:
        disk.setattr("app.storage.keys.save_keys", full)
        with pytest.raises(DiskFull):
            change_passphrase(vault, PASSPHRASE, NEW, watch, cheap)
    assert acts(vault) == [("passphrase-changed", ""), ("passphrase-changed", "not done")]
    vault.lock()
    open_vault(vault.folder, PASSPHRASE).lock()


def test_without_room_for_its_line_no_act_is_done(vault: Vault, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    before = (vault.folder / "vault.keys").read_bytes()
    monkeypatch.setattr(audit, "write", full)
    with pytest.raises(DiskFull):
        keep_recovery_code(vault, new_code(), "practitioner", watch)
    assert (vault.folder / "vault.keys").read_bytes() == before


def test_a_request_that_was_not_needed_opens_nothing_any_more_and_is_told(tmp_path: Path, watch: Watch) -> None:
    laptop = Laptop.new(tmp_path / "laptop", by_hand(new_office(tmp_path / "county"), "practitioner"))
    vault = laptop.vault
    ask_holders(vault.folder, WRONG, cheap)
    with vault.transaction() as tx:
        look_after_keys(tx, vault, watch)
    assert asked(vault.folder) is None
    assert acts(vault)[-1] == ("holders-asked", "")
    with vault.transaction() as tx:
        assert keys_held(tx, vault, watch).holders == ("escrow-1", "escrow-2")


def test_a_place_has_a_number_that_names_nobody(vault: Vault) -> None:
    number = place_number(vault.vault_id)
    assert number.replace("-", "").lower() == vault.vault_id[:8]
    assert len(number) == 9
