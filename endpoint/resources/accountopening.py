"""``/v1/accounts``: opening one for somebody who is new, and what was done to one since; never for oneself."""

from __future__ import annotations

import re

from endpoint.accountacts import NotRight, open_new
from endpoint.accounts import StaffAccount
from endpoint.looking import person
from endpoint.resources.accounts import changed_answer, hand_of, is_of, named
from endpoint.storage.accounts import list_changes_before
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.accounts import AccountChanges, NewAccount
from protocol.codec import decode, encode
from protocol.problems import Problem, Refused

_NUMBER = re.compile(r"[0-9]{1,9}")


def post(visit: SignedVisit) -> Answer:
    """Open an account; where there is one of this person in this role, it stays as it is and is shown."""
    new = decode(visit.asked.body, NewAccount)
    account = StaffAccount("", new.name.strip(), new.job, new.agency.strip(), new.role, new.manager)
    if is_of(account, person(visit)):
        raise Refused(Problem.ACCOUNT_OWN)
    try:
        return changed_answer(visit, open_new(hand_of(visit), account))
    except NotRight as fault:
        raise Refused(Problem.ACCOUNT_NOT_RIGHT) from fault


def get_changes(visit: SignedVisit) -> Answer:
    """Show what was done to an account, the newest first, from the one before ``before`` on."""
    held, said = named(visit), visit.asked.query.get("before", "")
    before, most = int(said) if _NUMBER.fullmatch(said) else 0, limits.ACCOUNT_CHANGES_AT_ONCE
    found = list_changes_before(visit.tx, held.account, before, most + 1)
    return Answer(200, encode(AccountChanges(tuple(found[:most]), more=len(found) > most)), about=held.account)
