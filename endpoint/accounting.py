"""What an authority's administrator does with accounts: each by a named person, and written down with the act."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from endpoint.accounts import FOR_EVER, AccountState, FactorReset, StaffAccount, Trained, Vetted, lapses_soon
from endpoint.audit import Action
from endpoint.door import Door
from endpoint.office import NotReady
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.accounts import account_id, find_account, keep_account, list_accounts, note_change
from endpoint.storage.database import Transaction
from endpoint.storage.factors import find_factor, forget_factor
from endpoint.storage.lookup import list_devices_of
from endpoint.times import to_text
from protocol.messages import Lapse

_NUMBER = re.compile(r"[0-9]{12}")
_YEARS = 3
"""How long a check counts where nothing else is said: what most local policies ask for."""


def add_account(door: Door, account: StaffAccount, by: str) -> StaffAccount:
    """Open an account before there is an invitation. Raises ``NotReady`` where there is one already."""
    known = replace(account, account=account_id(account.name, account.agency, account.role))
    with door.store.transaction() as tx:
        if find_account(tx, known.account) is not None:
            raise NotReady(f"There is an account of this person in this role already: {known.account}.")
        _keep(door, tx, known, "opened", by)
    return known


def record_check(door: Door, account: str, vetted: Vetted, by: str) -> StaffAccount:
    """Record an enhanced check. Raises ``NotReady``."""
    if not _NUMBER.fullmatch(vetted.number):
        raise NotReady("The number of a check has twelve digits. Nothing was recorded.")
    if not vetted.seen_by.strip():
        raise NotReady("Please say who saw the certificate. Nothing was recorded.")
    on = _day(door, vetted.on)
    whole = Vetted(vetted.number, on.isoformat(), vetted.seen_by.strip(), _until(vetted.until or _years_on(on), on))
    return _change(door, account, lambda one: replace(one, vetted=whole), f"check of {whole.on} recorded", by)


def record_training(door: Door, account: str, trained: Trained, by: str) -> StaffAccount:
    """Record a course that somebody has done. Raises ``NotReady``."""
    on = _day(door, trained.on)
    whole = Trained(trained.course, on.isoformat(), _until(trained.until or FOR_EVER, on))

    def add(one: StaffAccount) -> StaffAccount:
        others = tuple(other for other in one.trained if other.course is not whole.course)
        return replace(one, trained=(*others, whole))

    return _change(door, account, add, f"{whole.course} of {whole.on} recorded", by)


def record_acceptance(door: Door, account: str, on: str, by: str) -> StaffAccount:
    """Record that somebody accepted the use policy. Raises ``NotReady``."""
    day = _day(door, on).isoformat()
    return _change(door, account, lambda one: replace(one, accepted_on=day), f"use policy accepted on {day}", by)


def set_state(door: Door, account: str, state: AccountState, by: str) -> StaffAccount:
    """Suspend, close or open an account again, or note that somebody left. Raises ``NotReady``."""
    return _change(door, account, lambda one: replace(one, state=state), f"now {state}", by)


def reset_factor(door: Door, account: str, by: str) -> StaffAccount:
    """Let an account's second factor go, with all that it proved, so that another is set up. Raises ``NotReady``."""
    with door.store.transaction() as tx:
        held = find_account(tx, account)
        if held is None:
            raise NotReady(f"There is no account {account} here. Please look at the list.")
        forget_factor(tx, account)
        _keep(door, tx, held, "second factor let go, to be set up anew", by)
        door.house.outside.log_given(FactorReset(account), to_text(door.now()))
    return held


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


def _change(
    door: Door, account: str, change: Callable[[StaffAccount], StaffAccount], what: str, by: str
) -> StaffAccount:
    with door.store.transaction() as tx:
        held = find_account(tx, account)
        if held is None:
            raise NotReady(f"There is no account {account} here. Please look at the list.")
        changed = change(held)
        _keep(door, tx, changed, what, by)
    return changed


def _keep(door: Door, tx: Transaction, account: StaffAccount, what: str, by: str) -> None:
    if not by.strip():
        raise NotReady("Please say who does this. Nothing was changed.")
    keep_account(tx, account, door.house.needed)
    note_change(tx, account.account, what, by.strip(), door.now())
    insert_access(tx, Access(to_text(door.now()), "", Action.ACCOUNT_CHANGE, account.account, 200))
    door.house.outside.log_given(account, to_text(door.now()))


def _day(door: Door, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise NotReady(f"{text} is not a day, such as 2026-03-01. Nothing was recorded.") from fault
    if day > door.now().date():
        raise NotReady(f"{text} has not come yet. Nothing was recorded.")
    return day


def _until(text: str, on: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise NotReady(f"{text} is not a day, such as 2026-03-01. Nothing was recorded.") from fault
    if day < on:
        raise NotReady(f"{text} is before {on.isoformat()}. Nothing was recorded.")
    return day.isoformat()


def _years_on(day: date) -> str:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + _YEARS, day=28 if leap else day.day).isoformat()
