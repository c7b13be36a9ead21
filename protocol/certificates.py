"""Believing a directory or a device with nothing but the root's public key (``docs/protocol.md`` §2)."""

from __future__ import annotations

from protocol.messages import Certificate, Enrolment, SignedDirectory, SignedInvitation
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check


def check_directory(signed: SignedDirectory, root: str) -> None:
    """Raise ``Refused`` unless this root signed the directory."""
    if signed.root != root:
        raise Refused(Problem.SIGNATURE_WRONG)
    check(Kind.DIRECTORY, signed.directory, signed.signature, root)


def check_invitation(signed: SignedInvitation, root: str) -> None:
    """Raise ``Refused`` unless this root signed the invitation."""
    check(Kind.INVITATION, signed.invitation, signed.signature, root)


def check_enrolment(enrolment: Enrolment) -> None:
    """Raise ``Refused`` unless the invitation key named signed these device keys."""
    check(Kind.DEVICE, enrolment.keys, enrolment.signature, enrolment.keys.invitation)


def check_certificate(certificate: Certificate, root: str) -> None:
    """Raise ``Refused`` unless the chain from root to invitation to device keys holds."""
    if certificate.keys.invitation != certificate.invitation.key:
        raise Refused(Problem.SIGNATURE_WRONG)
    check(Kind.INVITATION, certificate.invitation, certificate.invitation_signature, root)
    check(Kind.DEVICE, certificate.keys, certificate.keys_signature, certificate.invitation.key)
