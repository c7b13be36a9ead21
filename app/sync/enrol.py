"""Enrolling this laptop with a code from a letter; nothing is believed before the code vouches for it."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.people import Role, Worker
from app.errors import Trouble
from app.sync.client import EndpointClient
from protocol.certificates import check_certificate, check_directory, check_invitation
from protocol.codes import MistypedCode, check_root, invitation_key, open_welcome, read_code
from protocol.messages import (
    Certificate,
    DeviceKeys,
    Enrolled,
    Enrolment,
    Invitation,
    SignedDirectory,
    Welcome,
)
from protocol.problems import Refused
from protocol.statements import Kind, public_text, sign


class CodeMistyped(Trouble):
    """A slip of the finger; nothing was sent."""

    def __init__(self) -> None:
        super().__init__(
            "That is not quite the code in the letter.",
            "Nothing was sent.",
            "Please look at each group of four again. Letters O, I and L may be typed as they look.",
        )


class NotTheAuthority(Trouble):
    """Whoever answered could not show what only the maker of the code can show."""

    def __init__(self) -> None:
        super().__init__(
            "The place at this address is not the authority that wrote your letter.",
            "No record was sent, and nothing it said was believed.",
            "Please check the address, and tell whoever gave you the letter.",
        )


@dataclass(frozen=True)
class EnrolledDevice:
    """What a laptop knows after enrolling: whom to believe (``root``), whose keys to seal to, and who it is itself."""

    root: str
    directory: SignedDirectory
    certificate: Certificate
    welcome: Welcome
    worker: Worker


def enrol_device(client: EndpointClient, code: str, signing: Ed25519PrivateKey, reading: str) -> EnrolledDevice:
    """Enrol the client's device under a code and return all of it, checked; doing it again is harmless.

    ``reading`` is the device's age recipient. Raises ``CodeMistyped``, ``NotTheAuthority`` or what the client raises:
    ``Intercepted``, too, where it came through other hands than the authority names.
    """
    secret = _read(code)
    enrolment = _sign_keys(client.device_id, secret, signing, reading)
    enrolled = client.enrol(enrolment)
    try:
        believed = _believe(enrolled, enrolment, secret)
    except (Refused, ValueError) as fault:
        raise NotTheAuthority from fault
    _look_at_the_hands(client, believed.directory)
    return believed


def _look_at_the_hands(client: EndpointClient, signed: SignedDirectory) -> None:
    """Ask once more, held to the keys that the authority names: only now is it known which they are."""
    if signed.directory.tls_keys:
        client.hold_to(signed.directory.tls_keys)
        client.health()


def _read(code: str) -> bytes:
    try:
        return read_code(code)
    except MistypedCode as slip:
        raise CodeMistyped from slip


def _sign_keys(device: str, secret: bytes, signing: Ed25519PrivateKey, reading: str) -> Enrolment:
    key = invitation_key(secret)
    keys = DeviceKeys(device, public_text(key), public_text(signing), reading)
    return Enrolment(keys, sign(Kind.DEVICE, keys, key))


def _believe(enrolled: Enrolled, enrolment: Enrolment, secret: bytes) -> EnrolledDevice:
    root, signed = enrolled.directory.root, enrolled.invitation
    check_root(secret, root, signed.root_mac)
    check_directory(enrolled.directory, root)
    check_invitation(signed, root)
    certificate = Certificate(signed.invitation, signed.signature, enrolment.keys, enrolment.signature, signed.inviter)
    check_certificate(certificate, root)
    if signed.invitation.authority != enrolled.directory.directory.authority:
        raise ValueError("an invitation of another authority")
    welcome = open_welcome(secret, signed.welcome)
    return EnrolledDevice(root, enrolled.directory, certificate, welcome, _worker(signed.invitation))


def _worker(invitation: Invitation) -> Worker:
    return Worker(invitation.name, invitation.job, invitation.agency, Role(invitation.role))
