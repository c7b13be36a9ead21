"""An administrator's work with accounts: each asking is written down first; what lapses soon is told, never decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from app.operations.workplace import Workplace
from app.storage import audit, known_accounts
from app.storage.audit import Act
from app.storage.database import Transaction
from protocol.accounts import FOR_EVER, Account, Accounts, AccountState, Course

SOON = timedelta(days=30)
"""How long before it lapses something is told of."""


_ADMINISTRATOR = "administrator"


class AccountAsk(StrEnum):
    """What an administrator asks of the authority."""

    LIST = "list"
    CHECK = "check"
    TRAINING = "training"
    POLICY = "policy"
    STATE = "state"
    LAPTOP = "laptop"
    FACTOR = "factor"
    OPEN = "open"
    HISTORY = "history"
    INVITE = "invite"


class Standing(StrEnum):
    """How somebody stands: may send and receive, may for a while yet, or may not."""

    GOOD = "good"
    SOON = "soon"
    NOT = "not"


def note_administering(tx: Transaction, workplace: Workplace, ask: AccountAsk, account: str = "") -> None:
    """Write down that something is asked about accounts, and of which; who it is about has no name here."""
    audit.write(tx, Act.ADMINISTERED, account, workplace.clock.now(), ask.value)


def keep_shown(tx: Transaction, accounts: Accounts) -> None:
    """Keep the list that came, to be read without a connection."""
    known_accounts.keep(tx, accounts)


def read_known(tx: Transaction, workplace: Workplace) -> Accounts | None:
    """Return the list as it came last, the look written down; None where none ever did."""
    note_administering(tx, workplace, AccountAsk.LIST)
    return known_accounts.known(tx)


def keep_changed(tx: Transaction, account: Account) -> Accounts | None:
    """Put an account that was changed, or opened, into the list that is kept; when that list came stays as it was."""
    before = known_accounts.known(tx)
    if before is None:
        return None
    changed = Accounts(before.at, _with(before.accounts, account), more=False)
    known_accounts.keep(tx, changed)
    return changed


def _with(accounts: tuple[Account, ...], account: Account) -> tuple[Account, ...]:
    if all(one.account != account.account for one in accounts):
        return (*accounts, account)
    return tuple(account if one.account == account.account else one for one in accounts)


def standing(account: Account, today: date) -> Standing:
    """Return how somebody stands today, by the day up to which the endpoint said that all of it counts."""
    if account.state is not AccountState.OPEN or not account.until or account.until < today.isoformat():
        return Standing.NOT
    return Standing.SOON if account.until <= (today + SOON).isoformat() else Standing.GOOD


def is_due(account: Account, today: date) -> bool:
    """Say whether something of somebody who works here lapses within 30 days, has lapsed, or is missing."""
    if account.state in {AccountState.CLOSED, AccountState.LEFT}:
        return False
    ends = [
        account.vetted.until if account.vetted is not None else "",
        *(course_until(account, one) for one in account.needed),
        account.accepted_until or (FOR_EVER if account.accepted_on else ""),
    ]
    return min(ends) <= (today + SOON).isoformat()


def course_until(account: Account, course: Course) -> str:
    """Return until when somebody's training in a course counts; empty without one."""
    return max((one.until for one in account.trained if one.course is course), default="")


def is_only_administrator(account: Account, everybody: Iterable[Account], today: date) -> bool:
    """Say whether no other administrator may act today on a laptop of their own, as far as is known here."""
    others = (one for one in everybody if one.role == account.role == _ADMINISTRATOR and one.account != account.account)
    return account.role == _ADMINISTRATOR and not any(_can_act(one, today) for one in others)


def _can_act(account: Account, today: date) -> bool:
    has_laptop = any(not (one.is_ordered or one.revoked_at) for one in account.laptops)
    return has_laptop and standing(account, today) is not Standing.NOT


def matches(account: Account, words: str) -> bool:
    """Say whether every word is in the name, the job, the agency or the line manager's name."""
    inside = f"{account.name} {account.job} {account.agency} {account.manager}".casefold()
    return all(word in inside for word in words.casefold().split())
