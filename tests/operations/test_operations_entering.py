"""The vault opens at the start of the day: wrong guesses wait their turn, and a weak slot grows dearer on the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.forms.definition import FormLibrary
from app.operations.entering import enter
from app.operations.unlocking import after_unlocking
from app.paths import resources
from app.storage.guesses import TooManyGuesses
from app.storage.slots import ONLY_FOR_TESTS, Cost
from app.storage.troubles import WrongPassphrase
from app.storage.vault import create_vault, open_vault

RIGHT = "copper lantern meadow biscuit harbour"
WRONG = "copper lantern meadow biscuit garden"
DEARER = Cost("dearer", 8 * 1024, 3, 1)


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time, self.seconds = datetime(2026, 3, 2, 9, 30, tzinfo=UTC), 0.0

    def now(self) -> datetime:
        return self.time

    def elapsed(self) -> float:
        return self.seconds


@pytest.fixture
def place(tmp_path: Path) -> Path:
    create_vault(tmp_path / "vault", RIGHT, ONLY_FOR_TESTS).lock()
    return tmp_path / "vault"


def test_wrong_ones_wait_and_then_the_right_one_opens(place: Path) -> None:
    watch = Watch()
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            enter(place, WRONG, watch, lambda: ONLY_FOR_TESTS)
    with pytest.raises(TooManyGuesses):
        enter(place, RIGHT, watch, lambda: ONLY_FOR_TESTS)
    watch.time += timedelta(seconds=5)
    enter(place, RIGHT, watch, lambda: ONLY_FOR_TESTS).lock()


def test_how_many_were_wrong_stands_in_the_audit_at_the_next_unlock(place: Path) -> None:
    watch = Watch()
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            enter(place, WRONG, watch, lambda: ONLY_FOR_TESTS)
    vault = enter(place, RIGHT, watch, lambda: ONLY_FOR_TESTS)
    with vault.transaction() as tx:
        after_unlocking(tx, vault, FormLibrary(resources() / "forms"), watch)
        rows = tx.all("SELECT act, why FROM audit ORDER BY n")
    vault.lock()
    assert [(row["act"], row["why"]) for row in rows] == [("wrong-passphrase", "2 in a row"), ("unlocked", "")]


def test_a_slot_that_opens_too_quickly_is_made_dearer_and_still_opens(place: Path) -> None:
    enter(place, RIGHT, Watch(), lambda: DEARER).lock()
    vault = open_vault(place, RIGHT)
    assert vault.slot_cost.work == DEARER.work
    vault.lock()


def test_a_slot_that_is_dear_enough_stays_as_it_is(place: Path) -> None:
    before = (place / "vault.keys").read_bytes()
    enter(place, RIGHT, Watch(), lambda: ONLY_FOR_TESTS).lock()
    assert (place / "vault.keys").read_bytes() == before
