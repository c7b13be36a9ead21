"""An authority names the keys that its endpoint's certificate may have, and never one alone."""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from authority.__main__ import main
from authority.office import Office
from protocol.statements import Kind, check


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)


def key_in(file: Path) -> Path:
    public = Ed25519PrivateKey.generate().public_key()
    file.write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return file


def test_two_keys_stand_in_a_newer_directory_that_the_root_signed(office: Office, tmp_path: Path) -> None:
    files = [key_in(tmp_path / "now.pem"), key_in(tmp_path / "spare.pem")]
    line = ["pin", str(office.folder), *(word for file in files for word in ("--key", str(file)))]
    assert main(line) == 0
    signed = office.directory()
    check(Kind.DIRECTORY, signed.directory, signed.signature, signed.root)
    assert signed.directory.serial == 2
    inner = [b64decode(file.read_bytes().split(b"-----")[2]) for file in files]
    assert {b64decode(pin) for pin in signed.directory.tls_keys} == {sha256(der).digest() for der in inner}


@pytest.mark.parametrize(
    "files",
    [("now.pem",), ("now.pem", "now.pem"), ("now.pem", "none.pem"), ("now.pem", "text.pem")],
    ids=["one", "the same twice", "one that is missing", "a letter"],
)
def test_one_alone_or_what_is_no_key_changes_nothing(
    office: Office, tmp_path: Path, files: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    key_in(tmp_path / "now.pem")
    (tmp_path / "text.pem").write_text("a letter")
    line = ["pin", str(office.folder), *(word for name in files for word in ("--key", str(tmp_path / name)))]
    assert main(line) == 1
    assert "Please name two" in (said := capsys.readouterr().err) or "no certificate" in said
    assert (office.directory().directory.serial, office.directory().directory.tls_keys) == (1, ())
