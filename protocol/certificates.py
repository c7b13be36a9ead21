"""Believing a directory or a device with nothing but the root's public key (``docs/protocol.md`` §2)."""

from __future__ import annotations

from protocol.messages import Certificate, Enrolment, Invitation, SignedDirectory, SignedInvitation
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

INVITES, IS_INVITED = "administrator", "practitioner"
"""Whose laptop may sign an invitation in the root's place, and for whom: who gets the desk's key is for the root."""


def check_directory(signed: SignedDirectory, root: str) -> None:
    """Raise ``Refused`` unless this root signed the directory."""
    if signed.root != root:
        raise Refused(Problem.SIGNATURE_WRONG)
    check(Kind.DIRECTORY, signed.directory, signed.signature, root)


def check_invitation(signed: SignedInvitation, root: str) -> None:
    """Raise ``Refused`` unless this root vouches for the invitation."""
    _check_vouched(signed.invitation, signed.signature, signed.inviter, root)


def _check_vouched(invitation: Invitation, signature: str, inviter: Certificate | None, root: str) -> None:
    """Raise ``Refused`` unless the root signed the invitation, or an administrator's laptop, whom the root invited."""
    if inviter is None:
        check(Kind.INVITATION, invitation, signature, root)
        return
    vouched = inviter.invitation
    if inviter.inviter is not None or (vouched.role, invitation.role) != (INVITES, IS_INVITED):
        raise Refused(Problem.SIGNATURE_WRONG)
    if vouched.authority != invitation.authority:
        raise Refused(Problem.SIGNATURE_WRONG)
    check_certificate(inviter, root)
    check(Kind.INVITATION, invitation, signature, inviter.keys.signing)


def check_enrolment(enrolment: Enrolment) -> None:
    """Raise ``Refused`` unless the invitation key named signed these device keys."""
    check(Kind.DEVICE, enrolment.keys, enrolment.signature, enrolment.keys.invitation)


def check_certificate(certificate: Certificate, root: str) -> None:
    """Raise ``Refused`` unless the chain from root to invitation to device keys holds."""
    if certificate.keys.invitation != certificate.invitation.key:
        raise Refused(Problem.SIGNATURE_WRONG)
    _check_vouched(certificate.invitation, certificate.invitation_signature, certificate.inviter, root)
    check(Kind.DEVICE, certificate.keys, certificate.keys_signature, certificate.invitation.key)
