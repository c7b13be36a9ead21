"""Whoever has the root's public key can believe a device with nothing else, and can be fooled by nobody."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from protocol.certificates import check_certificate, check_directory, check_enrolment
from protocol.messages import Certificate, DeviceKeys, Directory, Enrolment, Invitation, SignedDirectory
from protocol.problems import Refused
from protocol.statements import Kind, public_text, sign


@dataclass(frozen=True)
class Chain:
    """A root, a code's key and a device's key, and the certificate they make."""

    root: Ed25519PrivateKey
    invited: Ed25519PrivateKey
    device: Ed25519PrivateKey

    def certificate(self) -> Certificate:
        invitation = Invitation(
            "E06000099", public_text(self.invited), "Jo Whitfield", "SENCo", "Ambleton High", "practitioner", ""
        )
        keys = DeviceKeys("device", public_text(self.invited), public_text(self.device), "age1")
        return Certificate(
            invitation,
            sign(Kind.INVITATION, invitation, self.root),
            keys,
            sign(Kind.DEVICE, keys, self.invited),
        )


@pytest.fixture
def chain() -> Chain:
    return Chain(*(Ed25519PrivateKey.generate() for _ in range(3)))


def test_a_whole_chain_is_believed(chain: Chain) -> None:
    check_certificate(chain.certificate(), public_text(chain.root))


def test_a_chain_from_another_root_is_not(chain: Chain) -> None:
    with pytest.raises(Refused):
        check_certificate(chain.certificate(), public_text(Ed25519PrivateKey.generate()))


def test_a_person_changed_into_another_is_not_believed(chain: Chain) -> None:
    true = chain.certificate()
    coordinator = msgspec.structs.replace(true.invitation, role="coordinator")
    with pytest.raises(Refused):
        check_certificate(msgspec.structs.replace(true, invitation=coordinator), public_text(chain.root))


def test_keys_swapped_by_whoever_lacks_the_code_are_not_believed(chain: Chain) -> None:
    true = chain.certificate()
    swapped = msgspec.structs.replace(true.keys, reading="age1another")
    with pytest.raises(Refused):
        check_certificate(msgspec.structs.replace(true, keys=swapped), public_text(chain.root))


def test_keys_under_one_invitation_do_not_stand_under_another(chain: Chain) -> None:
    other = Chain(chain.root, Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()).certificate()
    mixed = msgspec.structs.replace(chain.certificate(), keys=other.keys, keys_signature=other.keys_signature)
    with pytest.raises(Refused):
        check_certificate(mixed, public_text(chain.root))


def test_an_enrolment_is_signed_by_the_invitation_it_names(chain: Chain) -> None:
    true = chain.certificate()
    check_enrolment(Enrolment(true.keys, true.keys_signature))
    with pytest.raises(Refused):
        check_enrolment(Enrolment(true.keys, sign(Kind.DEVICE, true.keys, chain.device)))


def test_a_directory_is_believed_from_its_root_alone(chain: Chain) -> None:
    directory = Directory("E06000099", "Ambleton", False, 1, {}, {}, ())
    root = public_text(chain.root)
    signed = SignedDirectory(directory, root, sign(Kind.DIRECTORY, directory, chain.root))
    check_directory(signed, root)
    with pytest.raises(Refused):
        check_directory(signed, public_text(chain.device))
    with pytest.raises(Refused):
        check_directory(msgspec.structs.replace(signed, root=public_text(chain.device)), public_text(chain.device))
