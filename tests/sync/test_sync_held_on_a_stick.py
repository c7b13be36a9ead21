"""A file on a stick is asked about as the wire is: whose author may not send is held, and none of it lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, author, coordinator

from app.errors import Trouble
from app.storage import audit, inbox
from app.sync.client import EndpointRefused
from app.sync.handing_in import hand_in, waiting_for_desk
from app.sync.senders import SenderHeld
from app.sync.taking_in import take_in
from app.ui.shell.sticks import _taken_words
from endpoint.accounting import set_state
from endpoint.accounts import AccountState
from endpoint.office import open_door
from endpoint.storage.accounts import find_account_of_device

NOBODY_HERE = "http://127.0.0.1:9"


def turn(courier: Courier, state: AccountState) -> None:
    with contextlib.closing(open_door(courier.town.settings)) as door:
        with door.store.transaction() as tx:
            account = find_account_of_device(tx, courier.workplace.device)
        assert account is not None
        set_state(door, account.account, state, "Sam Okafor")


def heard(desk: Courier, file: Path) -> str:
    """Take a file in that is held, and return what is said."""
    with pytest.raises(Trouble) as met:
        take_in(desk.thread, desk.workplace, desk.watch, file)
    assert isinstance(met.value, SenderHeld | EndpointRefused)
    return met.value.sentences()


def test_a_file_whose_author_may_not_send_is_held_and_goes_in_once_it_is_put_right(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo"))
    desk = closing(coordinator(ambleton_running, tmp_path / "desk"))
    waits = [row.envelope for row in jo.ask(waiting_for_desk)]
    file = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path).path
    turn(jo, AccountState.SUSPENDED)
    try:
        words = heard(desk, file)
        assert words.startswith("Nothing of this file is taken in just now: its author’s account is suspended.")
        assert "Nothing is lost" in words
        assert desk.ask(inbox.list_all) == []
        assert [row.envelope for row in jo.ask(waiting_for_desk)] == waits  # no receipt was made for any of it
        jo.round()
        assert set(jo.states()) == {"waiting"}  # and the endpoint asks the same when it comes by wire
    finally:
        turn(jo, AccountState.OPEN)
    turn(desk, AccountState.SUSPENDED)
    try:
        assert "Nothing is sent or fetched for you just now: your account is suspended." in heard(desk, file)
    finally:
        turn(desk, AccountState.OPEN)
    taken = take_in(desk.thread, desk.workplace, desk.watch, file)
    assert (taken.new, taken.asked) == (len(waits), True)
    assert desk.ask(audit.verify) is None
    unheard = replace(desk.workplace, endpoint=NOBODY_HERE)
    again = take_in(desk.thread, unheard, desk.watch, file)
    assert (again.known, again.asked) == (len(waits), False)
    assert _taken_words(again).endswith("There was no connection to ask whether its author may send just now.")
    assert "no connection" not in _taken_words(taken)


@pytest.mark.parametrize("why", ["closed", "check-missing", "check-lapsed", "training-missing", "something new"])
def test_each_reason_has_its_words_and_so_has_one_that_nobody_knows(why: str) -> None:
    said = SenderHeld(why)
    assert said.what.startswith("Nothing of this file is taken in just now: ")
    assert "still on the stick" in said.safe
