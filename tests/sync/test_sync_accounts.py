"""Where nothing is sent or fetched for a person just now, the laptop says why, and all that waits goes afterwards."""

from __future__ import annotations

from contextlib import closing

import pytest
from couriers import Courier

from app.storage import audit, lease
from app.sync.client import EndpointRefused
from app.sync.status import Reach
from endpoint.accounting import set_state
from endpoint.accounts import AccountState
from endpoint.office import open_door
from endpoint.storage.accounts import find_account_of_device
from protocol.problems import Problem


def turn(jo: Courier, state: AccountState) -> None:
    with closing(open_door(jo.town.settings)) as door:
        with door.store.transaction() as tx:
            account = find_account_of_device(tx, jo.workplace.device)
        assert account is not None
        set_state(door, account.account, state, "Sam Okafor")


@pytest.fixture
def suspended(jo: Courier) -> Courier:
    """Suspend the practitioner for one test; the town's other tests know her, too."""
    turn(jo, AccountState.SUSPENDED)
    return jo


def test_all_of_it_waits_the_words_say_why_and_it_goes_by_itself_afterwards(suspended: Courier) -> None:
    jo = suspended
    try:
        before = jo.states()
        done = jo.round().status
        assert done.reach is Reach.TROUBLE
        assert "Nothing is sent or fetched for you just now: your account is suspended." in done.trouble
        assert "Everything is safe on this laptop." in done.trouble
        assert jo.states() == before
        assert set(before) == {"waiting"}
        assert jo.ask(lease.held) is not None  # what else the round is for went on
    finally:
        turn(jo, AccountState.OPEN)
    assert jo.round().status.reach is Reach.REACHED
    assert set(jo.states()) == {"received"}
    assert jo.ask(audit.verify) is None


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("check-missing", "no check on record"),
        ("check-lapsed", "your check has lapsed"),
        ("training-missing", "no training on record"),
        ("training-lapsed", "your training has lapsed"),
        ("policy-missing", "use policy"),
        ("policy-lapsed", "accepted anew"),
        ("closed", "closed"),
        ("something new", "Nothing is sent or fetched for you just now."),
    ],
)
def test_each_reason_has_its_words_and_so_has_one_that_nobody_knows(missing: str, said: str) -> None:
    trouble = EndpointRefused(Problem.ACCOUNT_NOT_READY, missing=missing)
    assert said in trouble.what
    assert trouble.next_step == "Please ask your manager. What waits goes by itself afterwards."
