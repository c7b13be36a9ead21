"""The acts on an account, each checked before it is done and written down with who did it; nobody is asked who may."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from endpoint.accounts import FOR_EVER, AccountState, Course, FactorReset, StaffAccount, Trained, Vetted, years_on
from endpoint.outside import Outside
from endpoint.permissions import EVERYBODY
from endpoint.storage.accounts import account_id, find_account, keep_account, note_change
from endpoint.storage.database import Transaction, take_turn
from endpoint.storage.factors import forget_factor
from endpoint.times import to_text
from protocol.accounts import FactorWhy

_LONGEST = 200
_NUMBER = re.compile(r"[0-9]{12}")


class NotRight(Exception):
    """What was to be recorded cannot be; the sentence says why, and that nothing was changed."""


@dataclass(frozen=True)
class Act:
    """What is done to an account, and the words in which it stands in the log."""

    what: str
    change: Callable[[StaffAccount], StaffAccount]


@dataclass(frozen=True)
class Hand:
    """Who does it (``by`` names a person), when, in which transaction, and where no restore forgets it.

    ``needed`` is what everybody is trained in here before anything is sent or received.
    """

    tx: Transaction
    outside: Outside
    now: datetime
    by: str
    needed: Sequence[Course]


def carry_out(hand: Hand, account: str, act: Act) -> StaffAccount:
    """Do an act and return the account as it is then. Raises ``NotRight``."""
    take_turn_at_accounts(hand.tx)
    held = find_account(hand.tx, account)
    if held is None:
        raise NotRight(f"There is no account {account} here. Please look at the list.")
    changed = act.change(held)
    keep(hand, changed, act.what)
    return changed


def open_new(hand: Hand, account: StaffAccount) -> StaffAccount:
    """Open an account with nothing recorded, where there is none of this person in this role; return the one there is.

    Raises ``NotRight``.
    """
    words = {name: getattr(account, name).strip() for name in ("name", "job", "agency", "manager")}
    if not all(word.isprintable() and len(word) <= _LONGEST for word in words.values()):
        raise NotRight("A name, a job or an agency is too long, or not of letters. Nothing was opened.")
    if not (words["name"] and words["job"] and words["agency"]) or account.role not in EVERYBODY:
        raise NotRight("Please say who it is: name, job, agency and role. Nothing was opened.")
    take_turn_at_accounts(hand.tx)
    whole = replace(account, account=account_id(words["name"], words["agency"], account.role), **words)
    held = find_account(hand.tx, whole.account)
    if held is None:
        keep(hand, whole, "opened")
    return held or whole


def take_turn_at_accounts(tx: Transaction) -> None:
    """Wait for the turn to change accounts: what was read of one holds until the transaction ends."""
    take_turn(tx.connection, f"{tx.authority} accounts")


def keep(hand: Hand, account: StaffAccount, what: str) -> None:
    """Keep an account as it is now, with the line of what was done. Raises ``NotRight``."""
    if not hand.by.strip():
        raise NotRight("Please say who does this. Nothing was changed.")
    keep_account(hand.tx, account, hand.needed)
    note_change(hand.tx, account.account, what, hand.by.strip(), hand.now)
    hand.outside.log_given(account, to_text(hand.now))


def check_seen(vetted: Vetted, today: date) -> Act:
    """Return the recording of an enhanced check. Raises ``NotRight``."""
    if not _NUMBER.fullmatch(vetted.number):
        raise NotRight("The number of a check has twelve digits. Nothing was recorded.")
    seen_by = vetted.seen_by.strip()
    if not seen_by or not seen_by.isprintable():
        raise NotRight("Please say who saw the certificate. Nothing was recorded.")
    on = _day(vetted.on, today)
    whole = Vetted(vetted.number, on.isoformat(), seen_by, _until(vetted.until or years_on(on).isoformat(), on))
    return Act(f"check of {whole.on} recorded", lambda one: replace(one, vetted=whole))


def course_done(trained: Trained, today: date) -> Act:
    """Return the recording of a course that somebody has done. Raises ``NotRight``."""
    on = _day(trained.on, today)
    whole = Trained(trained.course, on.isoformat(), _until(trained.until or FOR_EVER, on))

    def add(one: StaffAccount) -> StaffAccount:
        others = tuple(other for other in one.trained if other.course is not whole.course)
        return replace(one, trained=(*others, whole))

    return Act(f"{whole.course} of {whole.on} recorded", add)


def policy_accepted(on: str, today: date, days: int) -> Act:
    """Return the recording that somebody accepted the use policy, which counts for so many days; for ever with none.

    Raises ``NotRight``.
    """
    day = _day(on, today)
    left = (date.max - day).days  # a day later than any is FOR_EVER
    until = (day + timedelta(days=min(days or left, left))).isoformat()
    return Act(f"use policy accepted on {day}", lambda one: replace(one, accepted_on=str(day), accepted_until=until))


def turned_to(state: AccountState) -> Act:
    """Return the suspending, closing or opening again of an account, or that somebody left."""
    return Act(f"now {state}", lambda one: replace(one, state=state))


def laptop_revoked(device: str, at: datetime) -> Act:
    """Return the revoking of a laptop: it may hand in what it has, and is given nothing more; the first time stands."""
    return Act(f"laptop {device} revoked", lambda one: replace(one, revoked={device: to_text(at), **one.revoked}))


def let_factor_go(hand: Hand, account: str, why: FactorWhy | None = None) -> StaffAccount:
    """Let an account's second factor go with all that it proved, so that another is set up; the account stays as it is.

    No restore brings it back. Raises ``NotRight``.
    """
    because = f" ({why})" if why is not None else ""
    held = carry_out(hand, account, Act(f"second factor let go, to be set up anew{because}", lambda one: one))
    forget_factor(hand.tx, account)
    hand.outside.log_given(FactorReset(account), to_text(hand.now))
    return held


def _day(text: str, today: date) -> date:
    day = _date(text)
    if day > today:
        raise NotRight(f"{text} has not come yet. Nothing was recorded.")
    return day


def _until(text: str, on: date) -> str:
    day = _date(text)
    if day < on:
        raise NotRight(f"{text} is before {on.isoformat()}. Nothing was recorded.")
    return day.isoformat()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise NotRight(f"{text} is not a day, such as 2026-03-01. Nothing was recorded.") from fault
