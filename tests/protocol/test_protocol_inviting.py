"""Who may vouch for a laptop: the root, and for a practitioner's an administrator's whom the root invited; no other."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from protocol.certificates import check_certificate
from protocol.codec import decode, encode
from protocol.messages import Certificate, DeviceKeys, Invitation
from protocol.problems import Refused
from protocol.statements import Kind, public_text, sign

ROOT, ELSEWHERE = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()


@dataclass(frozen=True)
class Holder:
    """A laptop with its certificate, and the key it signs with."""

    certificate: Certificate
    key: Ed25519PrivateKey


def holder(role: str, by: Holder | None = None, root: Ed25519PrivateKey = ROOT, authority: str = "E06000099") -> Holder:
    """Return a laptop in a role, let in by the root or by somebody's laptop."""
    key, inviting = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    invitation = Invitation(authority, public_text(inviting), "A", "B", "C", role, "2026-11-26T09:00:00Z")
    keys = DeviceKeys(str(uuid4()), invitation.key, public_text(key), "age1")
    signature = sign(Kind.INVITATION, invitation, by.key if by is not None else root)
    vouched = by.certificate if by is not None else None
    return Holder(Certificate(invitation, signature, keys, sign(Kind.DEVICE, keys, inviting), vouched), key)


def is_believed(certificate: Certificate, root: Ed25519PrivateKey = ROOT) -> bool:
    try:
        check_certificate(certificate, public_text(root))
    except Refused:
        return False
    return True


def test_a_practitioners_laptop_let_in_by_an_administrators_is_believed_with_the_root_alone() -> None:
    joined = holder("practitioner", holder("administrator")).certificate
    assert is_believed(joined)
    assert not is_believed(joined, ELSEWHERE)
    assert decode(encode(joined), Certificate) == joined
    assert b"inviter" not in encode(holder("practitioner").certificate)  # as it always was


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
def test_no_administrator_lets_in_anybody_else(role: str) -> None:
    assert is_believed(holder(role).certificate)
    assert not is_believed(holder(role, holder("administrator")).certificate)


@pytest.mark.parametrize("role", ["practitioner", "coordinator"])
def test_nobody_else_lets_anybody_in(role: str) -> None:
    assert not is_believed(holder("practitioner", holder(role)).certificate)


def test_nobody_who_was_let_in_lets_others_in_and_no_other_authority_does() -> None:
    sam = holder("administrator")
    crooked = holder("administrator", sam)
    for by in (crooked, holder("practitioner", sam), holder("administrator", root=ELSEWHERE)):
        assert not is_believed(holder("practitioner", by).certificate)
    assert not is_believed(holder("practitioner", holder("administrator", authority="E06000001")).certificate)


def test_nothing_of_it_can_be_changed_or_left_out() -> None:
    sam, other = holder("administrator"), holder("administrator")
    joined = holder("practitioner", sam).certificate
    changed = (
        replace(joined, inviter=None),
        replace(joined, inviter=other.certificate),
        replace(joined, invitation=replace(joined.invitation, name="D")),
        replace(joined, inviter=replace(sam.certificate, invitation=replace(sam.certificate.invitation, role="x"))),
        replace(joined, inviter=replace(sam.certificate, keys=other.certificate.keys)),
        replace(joined, keys=replace(joined.keys, signing=public_text(other.key))),
    )
    assert not [one for one in changed if is_believed(one)]
