"""What was given to this endpoint since a backup, put in again: people, devices, orders, rules; nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import get_args

from endpoint.accounts import Course, FactorReset, StaffAccount
from endpoint.storage.accounts import keep_account
from endpoint.storage.authorities import (
    find_directory,
    find_policy_serial,
    insert_policy,
    replace_directory,
)
from endpoint.storage.database import Transaction
from endpoint.storage.desk_keys import insert_epoch
from endpoint.storage.devices import find_device, find_device_invited_by, insert_device
from endpoint.storage.factors import find_factor, forget_factor
from endpoint.storage.invitations import find_invitation, insert_invitation
from endpoint.storage.standings import add_order
from protocol.deskkeys import DeskKeys
from protocol.messages import Enrolment, SignedDirectory, SignedInvitation
from protocol.orders import SignedOrder, SignedPolicy

Given = (
    SignedInvitation | Enrolment | SignedOrder | SignedDirectory | SignedPolicy | DeskKeys | StaffAccount | FactorReset
)
KINDS: dict[str, type[Given]] = {kind.__name__: kind for kind in get_args(Given)}


def put_in_again(tx: Transaction, given: Iterable[tuple[str, Given]], needed: Sequence[Course]) -> None:
    """Put in whatever of this the store does not have, each with when it was given first."""
    for at, one in given:
        match one:
            case SignedInvitation():
                insert_invitation(tx, one)
            case Enrolment():
                _enrol(tx, one, at, needed)
            case SignedOrder():
                add_order(tx, one, at)
            case StaffAccount():
                keep_account(tx, one, needed)
            case DeskKeys():
                insert_epoch(tx, one)
            case FactorReset():
                _reset(tx, one.account, at)
            case SignedDirectory() | SignedPolicy():
                _put_newer(tx, one)


def _put_newer(tx: Transaction, one: SignedDirectory | SignedPolicy) -> None:
    if isinstance(one, SignedPolicy):
        if one.policy.serial > find_policy_serial(tx):
            insert_policy(tx, one)
    elif one.directory.serial > find_directory(tx).directory.serial:
        replace_directory(tx, one)


def _reset(tx: Transaction, account: str, at: str) -> None:
    factor = find_factor(tx, account)
    if factor is not None and factor.set_up_at < at:  # one that was set up since stays
        forget_factor(tx, account)


def _enrol(tx: Transaction, enrolment: Enrolment, at: str, needed: Sequence[Course]) -> None:
    keys = enrolment.keys
    signed = find_invitation(tx, keys.invitation)
    known = find_device(tx, keys.device) or find_device_invited_by(tx, keys.invitation)
    if signed is not None and known is None:
        insert_device(tx, enrolment, signed.invitation, datetime.fromisoformat(at), needed)
