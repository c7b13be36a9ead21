"""A further desk key goes to the laptops that were named and looked at, and to no others; it is made whole or not."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import DecryptError, decrypt, x25519

from authority.__main__ import main
from authority.office import Office
from protocol.codec import decode, encode, to_bytes
from protocol.codes import invitation_key, open_welcome, read_code
from protocol.deskkeys import COORDINATORS_FORMAT, Coordinators, DeskKeys, check_epoch
from protocol.messages import Certificate, DeviceKeys, SignedDirectory
from protocol.statements import Kind, public_text, sign

Laptop = tuple[Certificate, x25519.Identity]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)


def laptop(office: Office, name: str, role: str = "coordinator") -> Laptop:
    """Return the certificate of an enrolled laptop, and the reading key that never leaves it."""
    code, signed = office.invite(name=name, job="Coordinator", agency="Ambleton Early Help", role=role)
    key, reading = invitation_key(read_code(code)), x25519.Identity.generate()
    signing = public_text(Ed25519PrivateKey.generate())
    keys = DeviceKeys(str(uuid4()), public_text(key), signing, str(reading.to_public()))
    return Certificate(signed.invitation, signed.signature, keys, sign(Kind.DEVICE, keys, key)), reading


def listed(tmp_path: Path, *laptops: Laptop) -> Path:
    file = tmp_path / "coordinators.json"
    file.write_bytes(encode(Coordinators(COORDINATORS_FORMAT, tuple(certificate for certificate, _ in laptops))))
    return file


def make(office: Office, file: Path, out: Path, *more: str) -> int:
    return main(["new-desk-key", "--coordinators", str(file), "--out", str(out), *more, str(office.folder)])


def identity_for(given: DeskKeys, one: Laptop) -> str:
    certificate, reading = one
    (said,) = (signed.desk_key for signed in given.keys if signed.desk_key.device == certificate.keys.device)
    identity: str = decrypt(to_bytes(said.sealed), [reading]).decode()
    return identity


def test_it_is_said_who_gets_the_key_and_nothing_is_made_before_somebody_says_yes(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    priya, rachel = laptop(office, "Priya Nair"), laptop(office, "Rachel Okoro")
    file, before = listed(tmp_path, priya, rachel), office.directory()
    assert make(office, file, tmp_path / "epoch", "--leave-out", rachel[0].keys.device) == 1
    said = capsys.readouterr()
    assert "gets the new key: Priya Nair, Coordinator" in said.out
    assert "IS LEFT OUT: Rachel Okoro" in said.out
    assert "with --yes. Nothing was made." in said.err
    assert office.directory() == before
    assert office.desk_keys == ("desk-1",)
    assert not (tmp_path / "epoch").exists()


def test_each_laptop_that_was_named_opens_its_own_and_the_directory_names_the_new_key_alone(
    office: Office, tmp_path: Path
) -> None:
    priya, sam, rachel = (laptop(office, name) for name in ("Priya Nair", "Sam Okafor", "Rachel Okoro"))
    file, out = listed(tmp_path, priya, sam, rachel), tmp_path / "epoch"
    assert make(office, file, out, "--leave-out", rachel[0].keys.device, "--yes") == 0
    given, signed = decode((out / "desk-keys.json").read_bytes(), DeskKeys), office.directory()
    check_epoch(given, signed.root)
    assert decode((out / "directory.json").read_bytes(), SignedDirectory) == signed
    identities = {identity_for(given, one) for one in (priya, sam)}
    (identity,) = identities
    public = str(x25519.Identity.from_str(identity).to_public())
    assert (signed.directory.desk, signed.directory.serial) == ({"desk-2": public}, 2)
    assert {one.desk_key.before for one in given.keys} == {("desk-1",)}
    assert len(given.keys) == 2
    for one in given.keys:
        with pytest.raises(DecryptError):
            decrypt(to_bytes(one.desk_key.sealed), [rachel[1]])
    assert identity not in (out / "desk-keys.json").read_text()
    assert (office.offline / "desk-2.key").stat().st_mode & 0o777 == 0o600


def test_a_third_follows_the_second_and_a_new_coordinators_letter_brings_them_all(
    office: Office, tmp_path: Path
) -> None:
    file = listed(tmp_path, laptop(office, "Priya Nair"))
    for name in ("second", "third"):
        assert make(office, file, tmp_path / name, "--yes") == 0
    given = decode((tmp_path / "third" / "desk-keys.json").read_bytes(), DeskKeys).keys[0].desk_key
    assert (given.key, given.before, set(office.directory().directory.desk)) == (
        "desk-3", ("desk-1", "desk-2"), {"desk-3"},
    )  # fmt: skip
    for role, held in (("coordinator", {"desk-1", "desk-2", "desk-3"}), ("practitioner", set[str]())):
        code, signed = office.invite(name="Jo Whitfield", job="SENCo", agency="Ambleton High", role=role)
        assert set(open_welcome(read_code(code), signed.welcome).desk) == held


def test_nobody_whom_the_root_did_not_invite_to_the_desk_gets_a_key_whatever_the_endpoint_wrote(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    priya = laptop(office, "Priya Nair")
    other = Office.create(tmp_path / "other", name="Otherton", code="E06000098", practice=True)
    files = {
        "did not enrol": listed(tmp_path, priya, laptop(other, "Mallory")).read_bytes(),
        "no coordinator": listed(tmp_path, priya, laptop(office, "Jo", "practitioner")).read_bytes(),
        "is not what": listed(tmp_path, priya, priya).read_bytes(),
        "the endpoint's coordinators command writes": b"a letter",
        "Nobody would get": listed(tmp_path).read_bytes(),
    }
    for why, content in files.items():
        (tmp_path / "given.json").write_bytes(content)
        assert make(office, tmp_path / "given.json", tmp_path / "epoch", "--yes") == 1
        assert why in capsys.readouterr().err
    assert make(office, listed(tmp_path, priya), tmp_path / "epoch", "--leave-out", "nobody", "--yes") == 1
    assert "is called nobody" in capsys.readouterr().err
    assert make(office, tmp_path / "not-there.json", tmp_path / "epoch", "--yes") == 1
    (tmp_path / "epoch").mkdir()
    assert make(office, listed(tmp_path, priya), tmp_path / "epoch", "--yes") == 1
    assert "is there already" in capsys.readouterr().err
    assert (office.desk_keys, office.directory().directory.serial) == (("desk-1",), 1)
