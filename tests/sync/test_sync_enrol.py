"""A laptop believes nobody at enrolment but whoever made its code."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from impostor import Impostor, answering

from app.sync.client import EndpointClient
from app.sync.enrol import CodeMistyped, EnrolledDevice, NotTheAuthority, enrol_device
from authority.office import Office
from protocol.codec import encode
from protocol.codes import read_code, root_mac
from protocol.messages import Enrolled, SignedInvitation


@pytest.fixture
def ambleton(tmp_path: Path) -> Office:
    return Office.create(tmp_path / "ambleton", name="Ambleton", code="E06000099")


@pytest.fixture
def impostors(tmp_path: Path) -> Office:
    return Office.create(tmp_path / "impostors", name="Ambleton", code="E06000099")


def invite(office: Office, name: str = "Priya Nair") -> tuple[str, SignedInvitation]:
    return office.invite(name=name, job="Health visitor", agency="Ambleton 0-19", role="coordinator")


def enrol_at(answer: Enrolled, code: str) -> EnrolledDevice:
    key = Ed25519PrivateKey.generate()
    with (
        answering(Impostor(status=201, body=encode(answer))) as address,
        EndpointClient(address, str(uuid4()), key) as client,
    ):
        return enrol_device(client, code, key, "age1")


def test_the_true_answer_is_believed(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    enrolled = enrol_at(Enrolled(invitation, ambleton.directory()), code)
    assert enrolled.worker.name == "Priya Nair"
    assert set(enrolled.welcome.desk) == {"desk-1"}


def test_a_false_root_is_refused_although_all_it_signed_fits_together(ambleton: Office, impostors: Office) -> None:
    code, _ = invite(ambleton)
    _, theirs = invite(impostors)
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(theirs, impostors.directory()), code)


def test_a_false_directory_beside_the_true_invitation_is_refused(ambleton: Office, impostors: Office) -> None:
    code, invitation = invite(ambleton)
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(invitation, impostors.directory()), code)


def test_a_false_directory_under_the_true_root_is_refused(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    true = ambleton.directory()
    swapped = msgspec.structs.replace(true.directory, desk={"desk-1": "age1another"})
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(invitation, msgspec.structs.replace(true, directory=swapped)), code)


def test_another_persons_invitation_is_refused(ambleton: Office) -> None:
    code, _ = invite(ambleton)
    _, other = invite(ambleton, "Jo Whitfield")
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(other, ambleton.directory()), code)


def test_a_welcome_that_was_swapped_is_refused(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    _, other = invite(ambleton)
    swapped = msgspec.structs.replace(invitation, welcome=other.welcome)
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(swapped, ambleton.directory()), code)


def test_an_invitation_of_another_authority_under_the_same_root_is_refused(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    moved = msgspec.structs.replace(invitation.invitation, authority="E06000098")
    secret = read_code(code)
    signed = ambleton._sign(moved, secret)
    assert signed.root_mac == root_mac(secret, ambleton.directory().root)
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(signed, ambleton.directory()), code)


def test_a_role_this_program_does_not_know_is_refused(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    director = msgspec.structs.replace(invitation.invitation, role="director")
    with pytest.raises(NotTheAuthority):
        enrol_at(Enrolled(ambleton._sign(director, read_code(code)), ambleton.directory()), code)


def test_a_mistyped_code_is_noticed_here_and_nothing_is_sent() -> None:
    key, impostor = Ed25519PrivateKey.generate(), Impostor()
    with (
        answering(impostor) as address,
        EndpointClient(address, str(uuid4()), key) as client,
        pytest.raises(CodeMistyped),
    ):
        enrol_device(client, "AAAA-BBBB", key, "age1")
    assert impostor.asked == []


def test_the_code_and_what_is_made_of_it_never_leave_the_laptop(ambleton: Office) -> None:
    code, invitation = invite(ambleton)
    key = Ed25519PrivateKey.generate()
    impostor = Impostor(status=201, body=encode(Enrolled(invitation, ambleton.directory())))
    with answering(impostor) as address, EndpointClient(address, str(uuid4()), key) as client:
        enrol_device(client, code, key, "age1")
    (sent,) = impostor.bodies
    assert code.encode() not in sent
    assert read_code(code) not in sent
    assert invitation.root_mac.encode() not in sent
