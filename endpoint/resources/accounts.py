"""``/v1/accounts``: an administrator's, who sees no child here; each act is by a named person, never on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from endpoint.accountacts import (
    Act,
    Hand,
    NotRight,
    carry_out,
    check_seen,
    course_done,
    laptop_revoked,
    let_factor_go,
    policy_accepted,
    take_turn_at_accounts,
    turned_to,
)
from endpoint.accounts import Course, StaffAccount, good_until, policy_until, why_not
from endpoint.ids import is_id
from endpoint.looking import person
from endpoint.permissions import ADMINISTRATOR
from endpoint.storage.accounts import find_account, list_accounts
from endpoint.storage.factors import list_set_up
from endpoint.storage.laptops import list_laptops
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import accounts as says
from protocol import limits
from protocol.codec import decode, encode
from protocol.problems import Problem, Refused

_ACCOUNT = re.compile(r"[0-9a-f]{12}")


def get(visit: SignedVisit) -> Answer:
    """Show accounts, from the one after ``after`` on."""
    after = visit.asked.query.get("after", "")
    rest = sorted((one for one in list_accounts(visit.tx) if one.account > after), key=lambda one: one.account)
    page = rest[: limits.ACCOUNTS_AT_ONCE]
    shown = tuple(_said_of(visit, page))
    return Answer(200, encode(says.Accounts(to_text(visit.now), shown, more=len(rest) > len(page))))


def post_check(visit: SignedVisit) -> Answer:
    """Record an enhanced check."""
    vetted = decode(visit.asked.body, says.Vetted)
    return _do(visit, lambda today: check_seen(vetted, today))


def post_training(visit: SignedVisit) -> Answer:
    """Record a course that somebody has done."""
    trained = decode(visit.asked.body, says.Trained)
    return _do(visit, lambda today: course_done(trained, today))


def post_acceptance(visit: SignedVisit) -> Answer:
    """Record that somebody accepted the use policy."""
    accepted = decode(visit.asked.body, says.Accepted)
    return _do(visit, lambda today: policy_accepted(accepted.on, today, visit.house.policy_days))


def put_state(visit: SignedVisit) -> Answer:
    """Suspend, close or open an account again, or note that somebody left."""
    turned = decode(visit.asked.body, says.Turned)
    return _do(visit, lambda _today: turned_to(turned.state))


def put_revocation(visit: SignedVisit) -> Answer:
    """Give nothing more to one of somebody's laptops; what it has it may hand in."""
    account, device = visit.asked.path["account"], visit.asked.path["device"]
    its = {one.device for one in list_laptops(visit.tx).get(account, ())}
    if not is_id(device) or device not in its:
        raise Refused(Problem.NOT_FOUND)
    return _do(visit, lambda _today: laptop_revoked(device, visit.now))


def post_factor_reset(visit: SignedVisit) -> Answer:
    """End a colleague's second factor, so that they set up another: the phone is lost, say. Never one's own."""
    anew = decode(visit.asked.body, says.FactorAnew)
    held = not_own(visit)
    if held.role not in visit.house.factor.roles:
        raise Refused(Problem.ACCOUNT_NOT_RIGHT)
    return changed_answer(visit, let_factor_go(hand_of(visit), held.account, anew.why))


def _do(visit: SignedVisit, make: Callable[[date], Act]) -> Answer:
    held = not_own(visit)
    try:
        act = make(visit.now.date())
        _check_somebody_stays(visit, act.change(held))
        return changed_answer(visit, carry_out(hand_of(visit), held.account, act))
    except NotRight as fault:
        raise Refused(Problem.ACCOUNT_NOT_RIGHT) from fault


def not_own(visit: SignedVisit) -> StaffAccount:
    """Return the account that is asked about, which nobody else changes till this ends. Raises ``Refused``."""
    take_turn_at_accounts(visit.tx)
    held = named(visit)
    if is_of(held, person(visit)):
        raise Refused(Problem.ACCOUNT_OWN)
    return held


def changed_answer(visit: SignedVisit, account: StaffAccount) -> Answer:
    """Return an account as it is now."""
    (said,) = _said_of(visit, [account])
    return Answer(200, encode(said), about=account.account)


def hand_of(visit: SignedVisit) -> Hand:
    """Return the hand of whoever asks: each act is in their name."""
    return Hand(visit.tx, visit.house.outside, visit.now, ", ".join(person(visit)), visit.house.needed)


def named(visit: SignedVisit) -> StaffAccount:
    """Return the account that a path names. Raises ``Refused``."""
    account = visit.asked.path["account"]
    held = find_account(visit.tx, account) if _ACCOUNT.fullmatch(account) else None
    if held is None:
        raise Refused(Problem.NOT_FOUND)
    return held


def is_of(account: StaffAccount, person: tuple[str, str]) -> bool:
    """Say whether an account is this person's, in whichever role: nobody lifts or closes their own."""
    return (account.name, account.agency) == person


def _check_somebody_stays(visit: SignedVisit, changed: StaffAccount) -> None:
    """Raise ``Refused`` where no administrator would be left who can act: two could shut each other out at once."""
    if changed.role != ADMINISTRATOR:
        return
    laptops, today, needed = list_laptops(visit.tx), visit.now.date(), visit.house.needed
    everybody = (changed if one.account == changed.account else one for one in list_accounts(visit.tx))
    if not any(can_act(one, laptops.get(one.account, ()), today, needed) for one in everybody):
        raise Refused(Problem.ACCOUNT_LAST)


def can_act(
    account: StaffAccount, laptops: Iterable[says.AccountLaptop], today: date, needed: Sequence[Course]
) -> bool:
    """Say whether somebody is an administrator who may act today, and has a laptop to do it on."""
    if account.role != ADMINISTRATOR or why_not(account, today.isoformat(), needed) is not None:
        return False
    return any(not one.is_ordered and one.device not in account.revoked for one in laptops)


def _said_of(visit: SignedVisit, accounts: Sequence[StaffAccount]) -> Iterator[says.Account]:
    laptops, set_up = list_laptops(visit.tx), list_set_up(visit.tx)
    for one in accounts:
        yield _said(visit, one, laptops.get(one.account, ()), set_up.get(one.account, ""))


def _said(
    visit: SignedVisit, account: StaffAccount, laptops: tuple[says.AccountLaptop, ...], set_up: str
) -> says.Account:
    today, needed = visit.now.date().isoformat(), visit.house.needed
    return says.Account(
        account=account.account,
        name=account.name,
        job=account.job,
        agency=account.agency,
        role=account.role,
        manager=account.manager,
        state=account.state,
        vetted=account.vetted,
        trained=account.trained,
        accepted_on=account.accepted_on,
        accepted_until=policy_until(account),
        laptops=laptops,
        why_not=why_not(account, today, needed) or "",
        until=good_until(account, needed),
        is_own=is_of(account, person(visit)),
        needed=needed,
        factor_asked=account.role in visit.house.factor.roles,
        factor_since=set_up,
    )
