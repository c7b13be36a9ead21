"""A line whose time is over stays while something is open about it, and goes when that is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

import pytest
from longago import (
    BY,
    KAYDEN,
    LONG_AGO,
    OTHER,
    YEARS,
    account_from,
    at,
    do,
    is_there,
    look,
    review,
)

from endpoint.accounting import add_account, set_state
from endpoint.accounts import AccountState, StaffAccount
from endpoint.chainproof import verify_audit
from endpoint.cutting import WaitsFor
from endpoint.door import Door
from endpoint.pruning import prune
from endpoint.storage.accounts import list_changes
from endpoint.storage.held import hold
from endpoint.storage.looks import list_unreviewed


def shield(door: Door) -> None:
    child = (
        "INSERT INTO index_children VALUES "
        "('E06000099', :child, '', '', '', '', '', '', 'known', 0, 1, 'feed', '9999-01-01', '9999-01-01')"
    )
    do(door, child, child=KAYDEN)


def shielded(door: Door) -> tuple[str, Callable[[], None]]:
    shield(door)
    return look(door, KAYDEN, LONG_AGO), lambda: do(door, "UPDATE index_children SET is_shielded = 0")


def held(door: Door) -> tuple[str, Callable[[], None]]:
    one, two = sorted((str(uuid4()), str(uuid4())))
    caf = "INSERT INTO index_cafs VALUES ('E06000099', :episode, :child, 'started', '', '', 'd', '')"
    do(door, caf, episode=one, child=KAYDEN)
    do(door, caf, episode=two, child=OTHER)
    with door.store.transaction() as tx:
        hold(tx, one, two, LONG_AGO)
    return look(door, KAYDEN, LONG_AGO), lambda: do(door, "UPDATE index_held SET how = 'different'")


def overridden(door: Door) -> tuple[str, Callable[[], None]]:
    found = look(door, KAYDEN, LONG_AGO, "override")
    return found, lambda: review(door, found, LONG_AGO)


def suspended(door: Door) -> tuple[str, Callable[[], None]]:
    then = at(door, datetime.fromisoformat(LONG_AGO))
    account = account_from(door, then.now())
    device = "INSERT INTO devices VALUES ('E06000099', 'hers', 'K', 'practitioner', 'P', :body, '', :account, '', '')"
    do(door, device, body=b"", account=account.account)
    found = look(door, KAYDEN, LONG_AGO, device="hers")
    set_state(then, account.account, AccountState.SUSPENDED, BY)
    return found, lambda: do_nothing_with(set_state(then, account.account, AccountState.OPEN, BY))


def do_nothing_with(_account: StaffAccount) -> None:
    """Let go of what an act returns."""


@pytest.mark.parametrize(
    ("begun", "why"),
    [
        (shielded, WaitsFor.SHIELDED),
        (held, WaitsFor.PAIR),
        (overridden, WaitsFor.REVIEW),
        (suspended, WaitsFor.SUSPENDED),
    ],
)
def test_a_line_stays_while_something_is_open_and_goes_when_that_is_done(
    quiet: Door, begun: Callable[[Door], tuple[str, Callable[[], None]]], why: WaitsFor
) -> None:
    goes = look(quiet, str(uuid4()), LONG_AGO)
    waits, settle = begun(quiet)
    front = prune(quiet, YEARS, BY)
    assert set(front.waits) == {why}
    assert (is_there(quiet, waits), is_there(quiet, goes)) == (True, False)
    assert verify_audit(quiet).lines == 1 + front.waits[why]
    settle()
    assert prune(quiet, YEARS, BY).waits == {}
    assert not is_there(quiet, waits)
    verify_audit(quiet)


def test_the_review_of_a_look_that_stays_stays_with_it_or_the_look_would_wait_for_another(quiet: Door) -> None:
    shield(quiet)
    one = look(quiet, KAYDEN, LONG_AGO, "override")
    review(quiet, one, LONG_AGO)
    look(quiet, OTHER, LONG_AGO)
    assert prune(quiet, YEARS, BY).waits == {WaitsFor.SHIELDED: 1, WaitsFor.LOOK: 1}
    with quiet.store.transaction() as tx:
        assert list_unreviewed(tx) == []


def test_a_longer_rule_keeps_from_then_on_what_stayed_before(quiet: Door) -> None:
    kept, settle = shielded(quiet)
    look(quiet, OTHER, LONG_AGO)
    prune(quiet, YEARS, BY)
    settle()
    assert prune(quiet, 2 * YEARS, BY).erased == []
    assert is_there(quiet, kept)
    verify_audit(quiet)


def test_what_stayed_goes_by_a_longer_rule_too_and_the_rest_of_it_goes_on_staying(quiet: Door) -> None:
    shield(quiet)
    very_old, kept = look(quiet, KAYDEN, "1970-05-04T09:00:00Z"), look(quiet, KAYDEN, LONG_AGO)
    look(quiet, OTHER, LONG_AGO)
    prune(quiet, YEARS, BY)
    do(quiet, "UPDATE index_children SET is_shielded = 0")
    assert prune(quiet, 2 * YEARS, BY).counts() == {"look": 1}
    assert (is_there(quiet, very_old), is_there(quiet, kept)) == (False, True)
    verify_audit(quiet)


def test_changes_of_a_suspended_account_stay_and_those_of_others_go(quiet: Door) -> None:
    then = at(quiet, datetime.fromisoformat(LONG_AGO))
    account = account_from(quiet, then.now())
    add_account(then, StaffAccount("", "Ann Example", "Nurse", "0-19", "practitioner"), BY)
    set_state(then, account.account, AccountState.SUSPENDED, BY)
    front = prune(quiet, YEARS, BY)
    assert (front.counts(), dict(front.waits)) == ({"account": 1}, {WaitsFor.SUSPENDED: 2})
    with quiet.store.transaction() as tx:
        assert [what for _, _, what in list_changes(tx, account.account)] == ["opened", "now suspended"]
