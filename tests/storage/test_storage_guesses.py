"""Guesses at the keyboard are slowed down, whatever the clock says, and nothing is ever wiped for them."""

from datetime import timedelta
from pathlib import Path

import pytest
from mason import MORNING, PASSPHRASE, after

from app.storage import guesses
from app.storage.guesses import WAITS, TooManyGuesses
from app.storage.vault import Vault


def guess_wrong(folder: Path, times: int) -> None:
    for _ in range(times):
        guesses.note_wrong(folder, MORNING)


@pytest.mark.parametrize(("times", "wait"), [(3, 5), (4, 15), (5, 30), (6, 60), (7, 300), (50, 300)])
def test_after_a_few_wrong_ones_there_is_a_wait_that_grows(tmp_path: Path, times: int, wait: int) -> None:
    guess_wrong(tmp_path, times)
    with pytest.raises(TooManyGuesses) as met:
        guesses.check(tmp_path, MORNING)
    assert met.value.seconds == wait
    guesses.check(tmp_path, after(wait))


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_slip_or_two_costs_nothing(tmp_path: Path, times: int) -> None:
    guess_wrong(tmp_path, times)
    guesses.check(tmp_path, MORNING)


def test_starting_the_program_again_does_not_begin_afresh(tmp_path: Path) -> None:
    guess_wrong(tmp_path, len(WAITS))
    assert guesses.read(tmp_path).wrong == len(WAITS)


def test_a_clock_put_back_does_not_shorten_the_wait(tmp_path: Path) -> None:
    guess_wrong(tmp_path, 7)
    with pytest.raises(TooManyGuesses) as met:
        guesses.check(tmp_path, MORNING - timedelta(days=400))
    assert met.value.seconds == 300


def test_a_right_one_begins_afresh_and_says_how_many_were_wrong(tmp_path: Path) -> None:
    guess_wrong(tmp_path, 7)
    assert guesses.forget(tmp_path) == 7
    guesses.check(tmp_path, MORNING)
    assert guesses.forget(tmp_path) == 0


@pytest.mark.parametrize(
    "nonsense", [b"", b"{", b'{"wrong":"many"}', b"\xff", b'{"wrong":-5,"last":"2026-03-02T09:30:00Z"}']
)
def test_a_count_that_makes_no_sense_keeps_nobody_out(tmp_path: Path, nonsense: bytes) -> None:
    (tmp_path / "vault.guesses").write_bytes(nonsense)
    guesses.check(tmp_path, MORNING)


def test_a_folder_that_takes_no_more_keeps_nobody_out(tmp_path: Path) -> None:
    guesses.note_wrong(tmp_path / "not there", MORNING)
    guesses.check(tmp_path / "not there", MORNING)


def test_fifty_wrong_guesses_leave_the_vault_as_it_is(vault: Vault) -> None:
    vault.lock()
    before = {path.name: path.read_bytes() for path in vault.folder.glob("vault.[dk]*")}
    guess_wrong(vault.folder, 50)
    assert {path.name: path.read_bytes() for path in vault.folder.glob("vault.[dk]*")} == before
    assert PASSPHRASE not in (vault.folder / "vault.guesses").read_text()
