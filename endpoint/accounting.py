"""What is done with accounts at the endpoint itself: each by a named person, and written down with the act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from endpoint.accountacts import (
    Act,
    Hand,
    NotRight,
    carry_out,
    check_seen,
    course_done,
    laptop_revoked,
    let_factor_go,
    open_new,
    policy_accepted,
    turned_to,
)
from endpoint.accounts import AccountState, StaffAccount, Trained, Vetted, lapses_soon
from endpoint.audit import Action
from endpoint.door import Door
from endpoint.office import NotReady
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.accounts import account_id, find_account, list_accounts
from endpoint.storage.factors import find_factor
from endpoint.storage.lookup import list_devices_of
from endpoint.times import to_text
from protocol.messages import Lapse


def add_account(door: Door, account: StaffAccount, by: str) -> StaffAccount:
    """Open an account before there is an invitation. Raises ``NotReady`` where there is one already."""
    known = account_id(account.name, account.agency, account.role)
    with _hand(door, known, by) as hand:
        if find_account(hand.tx, known) is not None:
            raise NotReady(f"There is an account of this person in this role already: {known}.")
        return open_new(hand, account)


def record_check(door: Door, account: str, vetted: Vetted, by: str) -> StaffAccount:
    """Record an enhanced check. Raises ``NotReady``."""
    return _do(door, account, lambda: check_seen(vetted, door.now().date()), by)


def record_training(door: Door, account: str, trained: Trained, by: str) -> StaffAccount:
    """Record a course that somebody has done. Raises ``NotReady``."""
    return _do(door, account, lambda: course_done(trained, door.now().date()), by)


def record_acceptance(door: Door, account: str, on: str, by: str) -> StaffAccount:
    """Record that somebody accepted the use policy. Raises ``NotReady``."""
    return _do(door, account, lambda: policy_accepted(on, door.now().date(), door.house.policy_days), by)


def set_state(door: Door, account: str, state: AccountState, by: str) -> StaffAccount:
    """Suspend, close or open an account again, or note that somebody left. Raises ``NotReady``."""
    return _do(door, account, lambda: turned_to(state), by)


def revoke_laptop(door: Door, account: str, device: str, by: str) -> StaffAccount:
    """Give nothing more to a laptop; what it has it may hand in. Raises ``NotReady``."""
    if device not in devices(door, account):
        raise NotReady(f"There is no laptop {device} of this account here. Nothing was changed.")
    return _do(door, account, lambda: laptop_revoked(device, door.now()), by)


def reset_factor(door: Door, account: str, by: str) -> StaffAccount:
    """Let an account's second factor go, with all that it proved, so that another is set up. Raises ``NotReady``."""
    with _hand(door, account, by) as hand:
        return let_factor_go(hand, account)


def factor_since(door: Door, account: str) -> str:
    """Return since when an account's second factor is set up; empty where it is not."""
    with door.store.transaction() as tx:
        factor = find_factor(tx, account)
    return factor.set_up_at if factor is not None else ""


def accounts(door: Door) -> list[StaffAccount]:
    """Return every account."""
    with door.store.transaction() as tx:
        return list_accounts(tx)


def lapsing(door: Door, days: int) -> list[tuple[StaffAccount, Lapse]]:
    """Return what lapses within so many days and whose it is, the soonest first."""
    today, needed = door.now().date(), door.house.needed
    found = [(one, what) for one in accounts(door) for what in lapses_soon(one, today, days, needed)]
    return sorted(found, key=lambda each: each[1].until)


def devices(door: Door, account: str) -> list[str]:
    """Return the ids of the laptops of an account."""
    with door.store.transaction() as tx:
        return list_devices_of(tx, account)


def _do(door: Door, account: str, act: Callable[[], Act], by: str) -> StaffAccount:
    with _hand(door, account, by) as hand:
        return carry_out(hand, account, act())


@contextmanager
def _hand(door: Door, account: str, by: str) -> Iterator[Hand]:
    """Do something to an account in one transaction, its access written down; what is not right is said in words."""
    try:
        with door.store.transaction() as tx:
            yield Hand(tx, door.house.outside, door.now(), by, door.house.needed)
            insert_access(tx, Access(to_text(door.now()), "", Action.ACCOUNT_CHANGE, account, 200))
    except NotRight as fault:
        raise NotReady(str(fault)) from fault
