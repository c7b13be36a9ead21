"""``/v1/enrolments``: one device under each invitation, proved by its key; the code itself never comes here."""

from __future__ import annotations

from datetime import datetime, timedelta

from endpoint.accounts import why_not
from endpoint.ids import check_id
from endpoint.storage.accounts import account_of, note_change, open_account
from endpoint.storage.authorities import find_directory
from endpoint.storage.devices import find_device, find_device_invited_by, insert_device
from endpoint.storage.invitations import find_invitation, is_ended
from endpoint.storage.laptops import has_laptop
from endpoint.times import to_text
from endpoint.visit import Answer, Visit
from protocol import limits
from protocol.certificates import check_enrolment
from protocol.codec import decode, encode, to_bytes
from protocol.messages import DeviceKeys, Enrolled, Enrolment, SignedInvitation
from protocol.problems import Problem, Refused


def post(visit: Visit) -> Answer:
    """Enrol a device; the same device again hears the same."""
    enrolment = decode(visit.asked.body, Enrolment)
    _check_keys(enrolment.keys)
    check_enrolment(enrolment)
    signed = find_invitation(visit.tx, enrolment.keys.invitation)
    if signed is None:
        raise Refused(Problem.INVITATION_WRONG)
    status = 200 if _is_enrolled(visit, enrolment) else _enrol(visit, enrolment, signed)
    return Answer(status, encode(Enrolled(signed, find_directory(visit.tx))), about=enrolment.keys.device)


def _check_keys(keys: DeviceKeys) -> None:
    check_id(keys.device)
    to_bytes(keys.signing, 32)


def _is_enrolled(visit: Visit, enrolment: Enrolment) -> bool:
    already = find_device_invited_by(visit.tx, enrolment.keys.invitation)
    if already is not None and already.enrolment.keys != enrolment.keys:
        raise Refused(Problem.INVITATION_USED)
    return already is not None


def _enrol(visit: Visit, enrolment: Enrolment, signed: SignedInvitation) -> int:
    _check_open(signed.invitation.issued_at, visit.now)
    if is_ended(visit.tx, signed.invitation.key) or _joined_since(visit, signed):
        raise Refused(Problem.INVITATION_EXPIRED)
    if find_device(visit.tx, enrolment.keys.device) is not None:
        raise Refused(Problem.INVITATION_WRONG)
    _check_ready(visit, signed)
    insert_device(visit.tx, enrolment, signed.invitation, visit.now, visit.house.needed)
    account = account_of(signed.invitation).account
    note_change(visit.tx, account, f"laptop {enrolment.keys.device} joined", account, visit.now)
    visit.house.outside.log_given(enrolment, to_text(visit.now))
    return 201


def _joined_since(visit: Visit, signed: SignedInvitation) -> bool:
    """Say whether a code of an administrator is for somebody who has a laptop by now: none is added unnoticed."""
    return signed.inviter is not None and has_laptop(visit.tx, account_of(signed.invitation).account)


def _check_ready(visit: Visit, signed: SignedInvitation) -> None:
    """Raise ``Refused`` unless whoever was invited may send and receive: no device is there without (B10 129-130)."""
    account, today = open_account(visit.tx, account_of(signed.invitation)), visit.now.date().isoformat()
    why = why_not(account, today, visit.house.needed)
    if why is not None:
        raise Refused(Problem.ACCOUNT_NOT_READY, why=why)


def _check_open(issued_at: str, now: datetime) -> None:
    if now - datetime.fromisoformat(issued_at) > timedelta(hours=limits.INVITATION_HOURS):
        raise Refused(Problem.INVITATION_EXPIRED)
