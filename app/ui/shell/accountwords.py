"""People's accounts in plain words: how somebody stands, each part of it, and what is asked before anything is shut."""

from __future__ import annotations

from datetime import date, datetime

from app.errors import Trouble
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.operations.administering import Standing, course_until, standing
from app.ui.administrator.account import AccountShown, LaptopShown, Shutting
from app.ui.administrator.accounts import AccountRow, Fresh
from app.ui.administrator.factor import FactorShown
from app.ui.administrator.inviting import NOBODY_JOINS, InvitingShown
from app.ui.days import short_day
from app.ui.words import day_and_time
from protocol.accounts import (
    FOR_EVER,
    Account,
    AccountLaptop,
    Accounts,
    AccountState,
    Course,
    FactorWhy,
    Trained,
    WhyNot,
)
from protocol.certificates import IS_INVITED

COURSES = {
    Course.INFORMATION_SHARING: noted("Information sharing"),
    Course.INTRODUCTION: noted("Introduction to CAF"),
    Course.USING: noted("Using CAF"),
    Course.LEAD: noted("Lead professional"),
    Course.INDEX: noted("The child index"),
    Course.SYSTEM: noted("This program"),
}
ROLES = {
    "practitioner": noted("practitioner"),
    "coordinator": noted("coordinator"),
    "administrator": noted("administrator"),
}
REASONS = {
    FactorWhy.LOST: noted("The phone is lost, or was stolen"),
    FactorWhy.NEW: noted("There is a new phone"),
    FactorWhy.BROKEN: noted("The phone or its app is broken"),
    FactorWhy.NOT_HERS: noted("It was somebody else who linked the phone"),
}
"""Why a phone has to be linked anew."""
_WHY = {
    WhyNot.SUSPENDED: noted("May not send or receive: the account is suspended."),
    WhyNot.CLOSED: noted("May not send or receive: the account is closed."),
    WhyNot.CHECK_MISSING: noted("May not send or receive: there is no check on record."),
    WhyNot.CHECK_LAPSED: noted("May not send or receive: the check has lapsed."),
    WhyNot.TRAINING_MISSING: noted("May not send or receive: training is missing."),
    WhyNot.TRAINING_LAPSED: noted("May not send or receive: training has lapsed."),
    WhyNot.POLICY_MISSING: noted("May not send or receive: the use policy was not accepted yet."),
    WhyNot.POLICY_LAPSED: noted("May not send or receive: the use policy has to be accepted anew."),
}
_STATES = {
    AccountState.OPEN: noted("The account is open."),
    AccountState.SUSPENDED: noted("The account is suspended: nothing is sent or fetched for this person."),
    AccountState.CLOSED: noted("The account is closed."),
    AccountState.LEFT: noted("This person works here no more."),
}
_ICONS: dict[Standing, tuple[str, Ink]] = {
    Standing.GOOD: ("circle-check", "good"),
    Standing.SOON: ("clock", "ink"),
    Standing.NOT: ("circle-alert", "ink"),
}
_KEPT = noted(
    "Nothing is sent or fetched for this person until it is open again. What waits on their laptop is safe, and goes "
    "by itself then."
)
_BY_LETTER = noted(
    "A coordinator or an administrator joins with a letter from whoever holds your authority’s keys: it carries more "
    "than a code."
)
_FIRST = noted("A code can be made once the check, training and the use policy are recorded, and count today.")
_HAS_ONE = noted(
    "They have a laptop already. To let another one join in its place, revoke that one first: so nobody joins in their "
    "name without their noticing. For a second one beside it they need a letter."
)
_WITH_A_CODE = noted(
    "With a code they join on one laptop, within a day. Whoever recorded their check does not make the code, too: "
    "letting somebody in takes two people."
)
_SHORT_ID = 8


def asking_words(known: Accounts | None) -> Fresh:
    """Say that the list is asked for, and from when that one is which stands there meanwhile."""
    if known is None:
        return Fresh(tr("Asking your authority…"))
    return Fresh(tr("Asking your authority… This is what was known at {when}.").format(when=_moment(known.at)))


def fresh_words(known: Accounts | None, trouble: Trouble | None = None) -> Fresh:
    """Say from when the list is; where it could not be asked for, why not, and that nothing can be changed."""
    when = _moment(known.at) if known is not None else ""
    if trouble is None:
        return Fresh(tr("As your authority had it at {when}.").format(when=when))
    if not when:
        words = tr("Nothing is known here yet: accounts are kept at your authority. {next}")
        return Fresh(tr(trouble.what), words.format(next=tr(trouble.next_step)), is_old=True)
    words = tr("This is what was known at {when}. It may have changed since. {next}")
    return Fresh(tr(trouble.what), words.format(when=when, next=tr(trouble.next_step)), is_old=True)


def row_of(account: Account, today: date) -> AccountRow:
    """Return an account as the list shows it."""
    words, icon = _standing(account, today)
    return AccountRow(account.account, account.name, _who(account), words, icon)


def account_shown(account: Account, today: date, *, old_from: str = "", only: bool = False) -> AccountShown:
    """Return an account whole; ``old_from`` is when it was so, where nothing newer could be asked for.

    ``only``: nobody else could see to accounts.
    """
    words, icon = _standing(account, today)
    old = tr("This is what was known at {when}. It may have changed since, and nothing can be changed just now.")
    return AccountShown(
        key=account.account,
        name=account.name,
        who=_who(account, whole=True),
        standing=words,
        icon=icon,
        check=_check(account),
        training=tuple(_training(account)),
        policy=_policy(account),
        state=tr(_STATES[account.state]),
        laptops=tuple(_laptop(one) for one in account.laptops),
        shuttings=_shuttings(account),
        factor=_factor(account, only=only),
        inviting=_inviting(account, today),
        is_own=account.is_own,
        old=old.format(when=_moment(old_from)) if old_from else "",
    )


def _who(account: Account, *, whole: bool = False) -> str:
    role = tr(ROLES[account.role]) if account.role in ROLES else account.role
    line = ", ".join(part for part in (account.job, account.agency, role) if part)
    if whole and account.manager:
        return tr("{who}. Line manager: {manager}").format(who=line, manager=account.manager)
    return line


def _standing(account: Account, today: date) -> tuple[str, tuple[str, Ink]]:
    how = standing(account, today)
    if how is Standing.NOT:
        known = account.why_not in set(WhyNot)
        words = tr(_WHY[WhyNot(account.why_not)]) if known else tr("May not send or receive: something has lapsed.")
    elif account.until == FOR_EVER:
        words = tr("May send and receive.")
    else:
        words = tr("May send and receive until {day}.").format(day=_day(account.until))
    return words, _ICONS[how]


def _check(account: Account) -> tuple[str, ...]:
    vetted = account.vetted
    if vetted is None:
        return (tr("No check is on record."),)
    told = tr("Enhanced check {number} of {day}, seen by {who}.")
    return (
        told.format(number=vetted.number, day=_day(vetted.on), who=vetted.seen_by),
        _counts(vetted.until),
    )


def _policy(account: Account) -> str:
    if not account.accepted_on:
        return tr("Not accepted yet.")
    accepted = tr("Accepted on {day}.").format(day=_day(account.accepted_on))
    return f"{accepted} {_counts(account.accepted_until)}" if account.accepted_until else accepted


def _counts(until: str) -> str:
    if until == FOR_EVER:
        return tr("It does not lapse.")
    return tr("It counts until {day}.").format(day=_day(until))


def _training(account: Account) -> list[str]:
    lines = [_course(one) for one in sorted(account.trained, key=lambda one: list(Course).index(one.course))]
    missing = [one for one in account.needed if not course_until(account, one)]
    lines += [tr("{course}: missing, and needed.").format(course=tr(COURSES[one])) for one in missing]
    return lines


def _course(trained: Trained) -> str:
    course, day = tr(COURSES[trained.course]), _day(trained.on)
    if trained.until == FOR_EVER:
        return tr("{course}: done on {day}.").format(course=course, day=day)
    return tr("{course}: done on {day}, counts until {until}.").format(
        course=course, day=day, until=_day(trained.until)
    )


def _laptop(laptop: AccountLaptop) -> LaptopShown:
    name = tr("Laptop {id}").format(id=laptop.device[:_SHORT_ID])
    joined = tr("Joined at {when}.").format(when=_moment(laptop.enrolled_at))
    heard = tr("Last heard of at {when}.").format(when=_moment(laptop.seen_at)) if laptop.seen_at else ""
    shut = ""
    if laptop.is_ordered:
        shut = tr("Your authority gave an order about it: it hands in what it has, and is given nothing more.")
    elif laptop.revoked_at:
        shut = tr("Revoked at {when}: it hands in what it has, and is given nothing more.").format(
            when=_moment(laptop.revoked_at)
        )
    return LaptopShown(laptop.device, name, " ".join(filter(None, (joined, heard, shut))), may_revoke=not shut)


def _inviting(account: Account, today: date) -> InvitingShown:
    if account.is_own or account.state is not AccountState.OPEN:
        return NOBODY_JOINS
    if account.role != IS_INVITED:
        return InvitingShown(tr(_BY_LETTER))
    if standing(account, today) is Standing.NOT:
        return InvitingShown(tr(_FIRST))
    if any(not (one.is_ordered or one.revoked_at) for one in account.laptops):
        return InvitingShown(tr(_HAS_ONE))
    return InvitingShown(tr(_WITH_A_CODE), may_make=True)


def _factor(account: Account, *, only: bool) -> FactorShown:
    if not account.factor_asked:
        return FactorShown()
    if not account.factor_since:
        return FactorShown(tr("No phone is linked yet. This person is shown how when six digits are asked for."))
    since = tr("A phone was linked at {when}.").format(when=_moment(account.factor_since))
    whose = _own_factor(only=only) if account.is_own else ""
    return FactorShown(f"{since} {whose}".strip(), may_end=True)


def _own_factor(*, only: bool) -> str:
    if not only:
        return tr("If it is lost, another administrator lets you link another one. Nobody does it for themselves.")
    return tr(
        "If it is lost, whoever runs your authority’s endpoint lets you link another one there, with the command "
        "“ecaf-endpoint account new-factor”: no other administrator could, just now."
    )


def _shuttings(account: Account) -> tuple[Shutting, ...]:
    name = account.name
    suspend = Shutting(
        AccountState.SUSPENDED,
        tr("Suspend"),
        "clock",
        tr("Suspend the account of {name}?").format(name=name),
        tr(_KEPT),
    )
    close = Shutting(
        AccountState.CLOSED,
        tr("Close the account"),
        "lock",
        tr("Close the account of {name}?").format(name=name),
        tr("From then on nothing is sent or fetched for this person. It can be opened again."),
    )
    left = Shutting(
        AccountState.LEFT,
        tr("Works here no more"),
        "user",
        tr("Note that {name} works here no more?").format(name=name),
        tr("Nothing is sent or fetched from then on. Please see to their laptops, too: each can be revoked above."),
    )
    again = Shutting(AccountState.OPEN, tr("Open it again"), "lock-open")
    match account.state:
        case AccountState.OPEN:
            return suspend, close, left
        case AccountState.SUSPENDED:
            return again, close, left
    return (again,)


def _day(text: str) -> str:
    try:
        return short_day(date.fromisoformat(text))
    except ValueError:
        return text


def _moment(at: str) -> str:
    try:
        return day_and_time(datetime.fromisoformat(at))
    except ValueError:
        return at
