"""The PIN takes the screen back and opens nothing; wrong ones slow down, and each turn stands in the audit."""

from __future__ import annotations

import pytest
from larkrise import PASSPHRASE, Laptop, Visit

from app.operations.turning import PinTooPlain, choose_pin, has_pin, turn, turn_back, turned_to
from app.storage import sync_state
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.leave_pin import TooManyPins, WrongPin

PIN = "2580"


@pytest.fixture
def turned(jo: Laptop) -> Visit:
    """Return a family to whom the screen is turned."""
    visit = jo.visit()
    choose_pin(jo.vault, PIN, ONLY_FOR_TESTS)
    with jo.vault.transaction() as tx:
        turn(tx, jo.workplace, visit.episode, "d1.speech", "record")
    return visit


def is_turned(jo: Laptop) -> bool:
    with jo.vault.transaction() as tx:
        return turned_to(tx) is not None


def lines(jo: Laptop) -> list[tuple[str, str]]:
    with jo.vault.transaction() as tx:
        rows = tx.all("SELECT act, why FROM audit WHERE act IN ('turned', 'turned-back') ORDER BY n")
    return [(row["act"], row["why"]) for row in rows]


@pytest.mark.parametrize("pin", ["258", "1111", "1234", "98765", "25 80", "abcd", ""])
def test_a_pin_that_anybody_would_try_is_not_taken(jo: Laptop, pin: str) -> None:
    with pytest.raises(PinTooPlain):
        choose_pin(jo.vault, pin, ONLY_FOR_TESTS)


def test_the_pin_takes_the_screen_back_and_stands_nowhere_as_it_was_typed(jo: Laptop, turned: Visit) -> None:
    with jo.vault.transaction() as tx:
        kept = sync_state.read(tx, "leave pin") or ""
        found = turned_to(tx)
    assert PIN not in kept
    assert (found.episode, found.step) == (turned.episode, "d1.speech") if found else False
    turn_back(jo.vault, PIN, jo.workplace)
    assert not is_turned(jo)
    assert lines(jo) == [("turned", "record"), ("turned-back", "")]


@pytest.mark.usefixtures("turned")
def test_wrong_ones_slow_down_and_are_told_and_the_right_one_waits_too(jo: Laptop) -> None:
    for wrong in ("1357", "2468", "9999"):
        with pytest.raises(WrongPin):
            turn_back(jo.vault, wrong, jo.workplace)
    with pytest.raises(TooManyPins):
        turn_back(jo.vault, PIN, jo.workplace)
    assert is_turned(jo)
    jo.watch.wait(seconds=5)
    turn_back(jo.vault, PIN, jo.workplace)
    assert lines(jo)[-1] == ("turned-back", "after 3 wrong tries")


@pytest.mark.usefixtures("turned")
def test_the_passphrase_takes_it_back_too_and_a_new_pin_is_asked_for(jo: Laptop) -> None:
    with pytest.raises(WrongPin):
        turn_back(jo.vault, "five words of somebody else", jo.workplace)
    turn_back(jo.vault, PASSPHRASE, jo.workplace)
    assert not is_turned(jo)
    with jo.vault.transaction() as tx:
        assert not has_pin(tx)
