"""People's accounts as an administrator sees and changes them (``docs/protocol.md`` §8); no certificate, no child."""

from __future__ import annotations

from enum import StrEnum

from protocol.messages import Message

FOR_EVER = "9999-12-31"
"""The day up to which something holds that does not lapse."""


class AccountState(StrEnum):
    """Whether somebody's account is open; ``left`` is for whoever works here no more."""

    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    LEFT = "left"


class Course(StrEnum):
    """What somebody can be trained in (S4 5.7, 5.12, 6.11)."""

    INFORMATION_SHARING = "information-sharing"
    INTRODUCTION = "introduction-to-caf"
    USING = "using-caf"
    LEAD = "lead-professional"
    INDEX = "index"
    SYSTEM = "system"


NEEDED = (Course.INFORMATION_SHARING, Course.USING)
"""What everybody is trained in before anything is sent or received, where an authority has not said otherwise."""


class WhyNot(StrEnum):
    """Why somebody may not send or receive just now; the laptop has words for each."""

    SUSPENDED = "suspended"
    CLOSED = "closed"
    CHECK_MISSING = "check-missing"
    CHECK_LAPSED = "check-lapsed"
    TRAINING_MISSING = "training-missing"
    TRAINING_LAPSED = "training-lapsed"
    POLICY_MISSING = "policy-missing"
    POLICY_LAPSED = "policy-lapsed"


class Vetted(Message, frozen=True):
    """An enhanced check: its number, its day, who saw it, and until when it counts. The certificate is never kept."""

    number: str
    on: str
    seen_by: str
    until: str


class Trained(Message, frozen=True):
    """A course that somebody has done, when, and until when it counts."""

    course: Course
    on: str
    until: str


class Accepted(Message, frozen=True):
    """That somebody accepted the use policy, and on which day."""

    on: str


class Turned(Message, frozen=True):
    """What becomes of an account."""

    state: AccountState


class NewAccount(Message, frozen=True):
    """Somebody who is to work here: nothing of them is recorded yet. ``manager`` may be empty."""

    name: str
    job: str
    agency: str
    role: str
    manager: str


class AccountChange(Message, frozen=True):
    """One thing that was done to an account; ``n`` counts from 1. ``by`` is who: its owner by the id."""

    n: int
    at: str
    by: str
    what: str


class AccountChanges(Message, frozen=True):
    """What was done to an account, the newest first, and whether there is more before the last of it."""

    changes: tuple[AccountChange, ...]
    more: bool


class FactorWhy(StrEnum):
    """Why somebody's second factor is let go; ``not-hers``: it was somebody else who set it up."""

    LOST = "lost"
    NEW = "new-phone"
    BROKEN = "broken"
    NOT_HERS = "not-hers"


class FactorAnew(Message, frozen=True):
    """That somebody's second factor ends, so that they set up another at their next try, and why."""

    why: FactorWhy


class AccountLaptop(Message, frozen=True):
    """One laptop of a person; times are the endpoint's, and empty before there was one.

    ``is_ordered``: the authority's root gave an order about it. ``revoked_at``: an administrator revoked it.
    """

    device: str
    enrolled_at: str
    seen_at: str
    revoked_at: str
    is_ordered: bool


class Account(Message, frozen=True):
    """One person at one agency in one role, and what stands between them and families' work; days are ISO.

    ``why_not`` and ``until`` are what the endpoint itself goes by: why nothing is sent or received for this person
    today, and the last day on which it is; either is empty where there is none. ``is_own``: of whoever asks.
    ``needed`` is what everybody is trained in here before anything is sent or received.
    ``accepted_until`` is the last day on which it counts that the use policy was accepted.
    ``factor_asked``: a second factor is asked of this role here; ``factor_since`` is when it was set up, if it is.
    """

    account: str
    name: str
    job: str
    agency: str
    role: str
    manager: str
    state: AccountState
    vetted: Vetted | None
    trained: tuple[Trained, ...]
    accepted_on: str
    laptops: tuple[AccountLaptop, ...]
    why_not: str
    until: str
    is_own: bool
    needed: tuple[Course, ...] = NEEDED
    accepted_until: str = ""
    factor_asked: bool = False
    factor_since: str = ""


class Accounts(Message, frozen=True):
    """Accounts in the order of their ids, when this was so, and whether there are more after the last of them."""

    at: str
    accounts: tuple[Account, ...]
    more: bool
