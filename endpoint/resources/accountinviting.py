"""``/v1/accounts/{account}/invitations``: a code that an administrator's laptop made; the code itself never comes here.

It is let in like a letter of the office: what it says is held against the account, and against who brings it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from endpoint.accounts import StaffAccount, why_not
from endpoint.looking import person
from endpoint.resources.accounts import changed_answer, not_own
from endpoint.storage.accounts import note_change, who_checked
from endpoint.storage.invitations import find_invitation, insert_invitation
from endpoint.storage.laptops import has_laptop
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.certificates import check_invitation
from protocol.codec import decode
from protocol.messages import Invitation, SignedInvitation
from protocol.problems import Problem, Refused

_NEAR = timedelta(seconds=limits.REQUEST_AGE_SECONDS)


def post(visit: SignedVisit) -> Answer:
    """Let somebody join on a laptop, whose check another person recorded; the same invitation again changes nothing."""
    signed = decode(visit.asked.body, SignedInvitation)
    held = not_own(visit)
    _check_signed(visit, signed)
    if find_invitation(visit.tx, signed.invitation.key) is None:
        _check_may_join(visit, signed.invitation, held)
        _keep(visit, held, signed)
    return changed_answer(visit, held)


def _check_signed(visit: SignedVisit, signed: SignedInvitation) -> None:
    """Raise ``Refused`` unless the very laptop that brings it signed it, and the root vouches for that laptop."""
    if signed.inviter is None or signed.inviter.keys != visit.device.enrolment.keys:
        raise Refused(Problem.SIGNATURE_WRONG)
    check_invitation(signed, visit.house.directory.root)


def _check_may_join(visit: SignedVisit, invitation: Invitation, held: StaffAccount) -> None:
    """Raise ``Refused`` unless all of it is on record, by somebody else, and there is no laptop in that name."""
    is_ready = why_not(held, visit.now.date().isoformat(), visit.house.needed) is None
    if not (is_ready and _is_for(invitation, held, visit.now)) or has_laptop(visit.tx, held.account):
        raise Refused(Problem.ACCOUNT_NOT_RIGHT)
    name, agency = person(visit)
    if who_checked(visit.tx, held.account) in {name, f"{name}, {agency}"}:
        raise Refused(Problem.ACCOUNT_TWO)


def _is_for(invitation: Invitation, held: StaffAccount, now: datetime) -> bool:
    said = (invitation.name, invitation.job, invitation.agency, invitation.role)
    try:
        age = now - datetime.fromisoformat(invitation.issued_at)
    except (ValueError, TypeError):  # no time, or one that does not say where
        return False
    return said == (held.name, held.job, held.agency, held.role) and abs(age) <= _NEAR


def _keep(visit: SignedVisit, held: StaffAccount, signed: SignedInvitation) -> None:
    by = ", ".join(person(visit))
    until = datetime.fromisoformat(signed.invitation.issued_at) + timedelta(hours=limits.INVITATION_HOURS)
    if insert_invitation(visit.tx, signed):
        note_change(visit.tx, held.account, "code before ended", by, visit.now)
    note_change(visit.tx, held.account, f"invited with a code until {to_text(until)}", by, visit.now)
    visit.house.outside.log_given(signed, to_text(visit.now))
