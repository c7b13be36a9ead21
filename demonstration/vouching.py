"""Recording an invented check and training for somebody invented, so that they may send and receive."""

from __future__ import annotations

from datetime import timedelta

from endpoint.accounting import record_acceptance, record_check, record_training
from endpoint.accounts import NEEDED, Trained, Vetted
from endpoint.door import Door
from endpoint.storage.accounts import account_of
from protocol.messages import SignedInvitation

_BY = "Sam Okafor"
_NUMBER = "900123456789"


def vouch_for(door: Door, signed: SignedInvitation) -> str:
    """Record all that whoever is invited needs, and return the id of their account."""
    account = account_of(signed.invitation).account
    vouch_for_account(door, account)
    return account


def vouch_for_account(door: Door, account: str) -> None:
    """Record all that somebody needs."""
    day = (door.now() - timedelta(days=1)).date().isoformat()
    record_check(door, account, Vetted(_NUMBER, day, _BY, ""), _BY)
    for course in NEEDED:
        record_training(door, account, Trained(course, day, ""), _BY)
    record_acceptance(door, account, day, _BY)
