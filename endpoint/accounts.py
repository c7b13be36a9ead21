"""Who may send and receive: checked, trained, the use policy accepted (B10 129-130); no certificate is here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from protocol.accounts import FOR_EVER, NEEDED, AccountState, Course, Trained, Vetted, WhyNot
from protocol.messages import CHECK, USE_POLICY, Lapse, Message

__all__ = [
    "FOR_EVER",
    "NEEDED",
    "AccountState",
    "Course",
    "FactorReset",
    "StaffAccount",
    "Trained",
    "Vetted",
    "WhyNot",
]


YEARS = 3
"""How long a check or an agreement counts where nothing else is said: what most local policies ask for."""


class StaffAccount(Message, frozen=True):
    """One person at one agency in one role; days are ISO, and empty before there was one.

    ``accepted_until`` is the last day on which it counts that the use policy was accepted; empty where nothing was said
    of it when that was recorded (``policy_until``). ``revoked`` are the laptops an administrator revoked, with when.
    """

    account: str
    name: str
    job: str
    agency: str
    role: str
    manager: str = ""
    state: AccountState = AccountState.OPEN
    vetted: Vetted | None = None
    trained: tuple[Trained, ...] = ()
    accepted_on: str = ""
    revoked: dict[str, str] = {}  # noqa: RUF012 - each gets one of its own
    accepted_until: str = ""


class FactorReset(Message, frozen=True):
    """That an account's second factor was let go, so that another can be set up: the phone is lost, say."""

    account: str


def good_until(account: StaffAccount, needed: Sequence[Course]) -> str:
    """Return the last day on which somebody may send and receive; empty where they may not at all."""
    if account.state is not AccountState.OPEN or account.vetted is None:
        return ""
    ends = [policy_until(account), *(_until(account.trained, course) for course in needed)]
    return min(account.vetted.until, *ends) if all(ends) else ""


def policy_until(account: StaffAccount) -> str:
    """Return until when it counts that somebody accepted the use policy; empty where they did not."""
    if account.accepted_until or not account.accepted_on:
        return account.accepted_until
    return years_on(date.fromisoformat(account.accepted_on)).isoformat()


def years_on(day: date) -> date:
    """Return the day on which something of a day lapses, where nothing else is said."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + YEARS, day=28 if leap else day.day)


def why_not(account: StaffAccount, today: str, needed: Sequence[Course]) -> WhyNot | None:
    """Return what keeps somebody from sending and receiving on a day; None where nothing does."""
    if account.state is not AccountState.OPEN:
        return WhyNot.SUSPENDED if account.state is AccountState.SUSPENDED else WhyNot.CLOSED
    if account.vetted is None or account.vetted.until < today:
        return WhyNot.CHECK_MISSING if account.vetted is None else WhyNot.CHECK_LAPSED
    courses = [_until(account.trained, course) for course in needed]
    if not all(courses):
        return WhyNot.TRAINING_MISSING
    if min(courses) < today:
        return WhyNot.TRAINING_LAPSED
    policy = policy_until(account)
    if policy >= today:
        return None
    return WhyNot.POLICY_LAPSED if policy else WhyNot.POLICY_MISSING


def lapses_soon(account: StaffAccount, today: date, days: int, needed: Sequence[Course]) -> tuple[Lapse, ...]:
    """Return what of an open account lapses within so many days and has not lapsed yet, the soonest first.

    Nothing is stopped by it before its day; after it, ``why_not`` says so.
    """
    if account.state is not AccountState.OPEN:
        return ()
    known = [Lapse(course, _until(account.trained, course)) for course in needed]
    known += [Lapse(CHECK, account.vetted.until)] if account.vetted is not None else []
    known.append(Lapse(USE_POLICY, policy_until(account)))
    first, last = today.isoformat(), (today + timedelta(days=days)).isoformat()
    return tuple(sorted((one for one in known if first <= one.until <= last), key=lambda one: one.until))


def _until(trained: Iterable[Trained], course: Course) -> str:
    """Return until when the newest training in a course counts; empty without one."""
    return max((one.until for one in trained if one.course is course), default="")
