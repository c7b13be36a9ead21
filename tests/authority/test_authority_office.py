"""An authority's keys stay where they belong, and its letters say all a person needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyrage import decrypt, encrypt, x25519

from authority.__main__ import main
from authority.office import ESCROW_KEYS, Office, write_invitation
from protocol.certificates import check_directory, check_invitation
from protocol.codec import decode
from protocol.codes import check_root, invitation_key, open_welcome, read_code
from protocol.messages import SignedInvitation
from protocol.statements import public_text


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)


def invite(office: Office, role: str = "practitioner") -> tuple[str, SignedInvitation]:
    return office.invite(name="Priya Nair", job="Health visitor", agency="Ambleton 0-19", role=role)


def test_the_directory_is_signed_by_the_root_and_names_every_key(office: Office) -> None:
    signed = office.directory()
    check_directory(signed, signed.root)
    assert signed.directory.practice
    assert (set(signed.directory.desk), set(signed.directory.escrow)) == ({"desk-1"}, set(ESCROW_KEYS))
    assert set(signed.directory.vault_escrow) == set(ESCROW_KEYS)
    assert len(signed.directory.receipt_keys) == 1


def test_an_authority_is_real_unless_it_says_practice(tmp_path: Path) -> None:
    assert not Office.create(tmp_path / "real", name="Ambleton", code="E06000099").directory().directory.practice


def test_every_private_file_is_for_its_owner_alone(office: Office) -> None:
    keys = sorted(office.folder.rglob("*.key"))
    assert {file.stat().st_mode & 0o777 for file in office.folder.rglob("*.escrow")} == {0o600}
    assert [file.name for file in keys] == ["receipt.key", "desk-1.key", "root.key"]
    assert {file.stat().st_mode & 0o777 for file in keys} == {0o600}


def test_only_the_directory_and_the_receipt_key_go_to_the_endpoint(office: Office) -> None:
    assert {file.name for file in office.for_the_endpoint.iterdir()} == {"directory.json", "receipt.key"}


def test_an_authority_is_never_made_over_another(office: Office) -> None:
    before = office.directory()
    with pytest.raises(FileExistsError):
        Office.create(office.folder, name="Otherton", code="E06000098")
    assert office.directory() == before


def test_an_invitation_is_signed_by_the_root_and_made_from_the_code(office: Office) -> None:
    code, signed = invite(office)
    root = office.directory().root
    secret = read_code(code)
    check_invitation(signed, root)
    check_root(secret, root, signed.root_mac)
    assert signed.invitation.key == public_text(invitation_key(secret))
    assert signed.invitation.authority == "E06000099"


def test_a_coordinators_welcome_opens_the_desk(office: Office) -> None:
    code, signed = invite(office, "coordinator")
    welcome = open_welcome(read_code(code), signed.welcome)
    recipient = x25519.Recipient.from_str(office.directory().directory.desk["desk-1"])
    identity = x25519.Identity.from_str(welcome.desk["desk-1"])
    assert decrypt(encrypt(b"released", [recipient]), [identity]) == b"released"


def test_a_practitioners_welcome_opens_nothing(office: Office) -> None:
    code, signed = invite(office)
    assert open_welcome(read_code(code), signed.welcome).desk == {}


def test_nobody_is_invited_to_a_role_there_is_not(office: Office) -> None:
    with pytest.raises(ValueError, match="practitioner, coordinator or administrator"):
        invite(office, "director")


def test_an_invitations_file_name_tells_nothing_of_the_person(office: Office, tmp_path: Path) -> None:
    code, signed = invite(office)
    file = write_invitation(signed, tmp_path / "out")
    assert "priya" not in str(file.name).lower()
    assert code not in file.read_text()
    assert decode(file.read_bytes(), SignedInvitation) == signed


def test_the_letter_carries_address_and_code_and_the_file_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "office")
    assert main(["new", folder, "--name", "Ambleton", "--code", "E06000099", "--practice"]) == 0
    capsys.readouterr()
    who = ["--name", "Jo Whitfield", "--job", "SENCo", "--agency", "Ambleton High", "--role", "practitioner"]
    where = ["--address", "https://ecaf.ambleton.example", "--out", str(tmp_path / "out")]
    assert main(["invite", folder, *who, *where]) == 0
    words = capsys.readouterr().out
    (code,) = [line.removeprefix("Code: ") for line in words.splitlines() if line.startswith("Code: ")]
    assert read_code(code)
    assert "Dear Jo Whitfield" in words
    assert "https://ecaf.ambleton.example" in words
    assert "practice only" in words
    (file,) = (tmp_path / "out").iterdir()
    assert code not in file.read_text()


def test_show_prints_the_directory_and_no_private_key(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(office.folder)]) == 0
    shown = capsys.readouterr().out
    assert '"Ambleton"' in shown
    for file in office.folder.rglob("*.key"):
        assert file.read_text().strip() not in shown


def test_a_folder_that_holds_no_authority_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path)]) == 1
    assert "holds no authority" in capsys.readouterr().err


def test_making_an_authority_twice_says_that_nothing_was_changed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(office.folder), "--name", "Otherton", "--code", "E06000098"]) == 1
    assert "Nothing was changed" in capsys.readouterr().err
