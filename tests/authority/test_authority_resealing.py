"""Two holders give a lost laptop's work to its owner's new one at their desk, after a call, and to nobody else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import decrypt, encrypt, x25519

from authority.__main__ import main
from authority.office import ESCROW_KEYS, Office
from protocol import moving
from protocol.codec import encode
from protocol.codes import invitation_key, read_code
from protocol.envelope import pack
from protocol.messages import Certificate, DeviceKeys, EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.moving import letters_of
from protocol.problems import Refused
from protocol.squeezing import squeeze, unsqueeze
from protocol.statements import Kind, public_text, sign

KEY = ESCROW_KEYS[0]


@dataclass(frozen=True)
class Laptop:
    """An enrolled device with its keys."""

    certificate: Certificate
    signing: Ed25519PrivateKey
    reading: x25519.Identity

    @classmethod
    def of(cls, office: Office, name: str) -> Laptop:
        code, signed = office.invite(name=name, job="SENCo", agency="Ambleton High", role="practitioner")
        key, signing, reading = (
            invitation_key(read_code(code)),
            Ed25519PrivateKey.generate(),
            x25519.Identity.generate(),
        )
        keys = DeviceKeys(str(uuid4()), signed.invitation.key, public_text(signing), str(reading.to_public()))
        return cls(
            Certificate(signed.invitation, signed.signature, keys, sign(Kind.DEVICE, keys, key)), signing, reading
        )

    def kept(self, office: Office, kind: EnvelopeKind = EnvelopeKind.KEPT) -> bytes:
        """Return an envelope to safe keeping."""
        inside = squeeze(encode({"format": "ecaf-package/1", "certificate": self.certificate, "records": []}))
        recipients = office.directory().directory.escrow
        sealed = encrypt(inside, [x25519.Recipient.from_str(one) for one in recipients.values()])
        header = EnvelopeHeader(
            id=str(uuid4()),
            record=str(uuid4()),
            version=1,
            parents=(),
            kind=kind,
            sha256=hashlib.sha256(sealed).hexdigest(),
            size=len(sealed),
            blobs=(),
            device=self.certificate.keys.device,
            device_seq=1,
            recipients=tuple(recipients),
        )
        return pack(SignedHeader(header, sign(Kind.ENVELOPE, header, self.signing)), sealed)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.create(tmp_path_factory.mktemp("county") / "office", name="Ambleton", code="E06000099", practice=True)


@pytest.fixture
def line(office: Office, tmp_path: Path) -> list[str]:
    """Lay a lost laptop's envelope and the new laptop's file on the desk, and return the command."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "one.ecaf").write_bytes(Laptop.of(office, "Jo Whitfield").kept(office))
    said = ["reseal", "--key", KEY, "--holders", "AC", "--envelopes", str(tmp_path / "kept")]
    return [*said, "--to", str(tmp_path / "new"), "--out", str(tmp_path / "out"), str(office.folder)]


@pytest.fixture
def told(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have holders A and C at the desk, who answer the question about the letters with what stands in this list."""
    answers = ["yes"]
    spoken = iter([office.codes[KEY]["A"], office.codes[KEY]["C"]])
    monkeypatch.setattr("builtins.input", lambda _: answers[0])
    monkeypatch.setattr("authority.__main__.getpass", lambda _: next(spoken))
    return answers


@pytest.mark.usefixtures("told")
def test_two_holders_seal_it_again_at_their_desk(
    office: Office, line: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = Laptop.of(office, "Jo Whitfield")
    (tmp_path / "new").write_bytes(encode(new.certificate))
    assert main(line) == 0
    said = capsys.readouterr().out
    assert letters_of(new.certificate) in said
    assert "Jo Whitfield" in said
    header, sealed = moving.unpack((tmp_path / "out" / "one.ecaf-moved").read_bytes())
    assert header.device == new.certificate.keys.device
    assert b"ecaf-package/1" in unsqueeze(decrypt(sealed, [new.reading]))


@pytest.mark.parametrize("name", ["Jo Whitfield", "Somebody Else"])
def test_letters_that_differ_or_another_person_give_nothing(
    office: Office, line: list[str], tmp_path: Path, told: list[str], name: str
) -> None:
    (tmp_path / "new").write_bytes(encode(Laptop.of(office, name).certificate))
    told[0] = "no" if name == "Jo Whitfield" else "yes"
    main(line)
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []


@pytest.mark.usefixtures("told")
def test_a_laptop_of_another_authority_or_no_file_at_all_is_refused_in_words(
    line: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 1
    other = Office.create(tmp_path / "otherton", name="Otherton", code="E06000098")
    (tmp_path / "new").write_bytes(encode(Laptop.of(other, "Jo Whitfield").certificate))
    assert main(line) == 1
    assert not (tmp_path / "out").exists()
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_what_a_family_released_is_never_opened_by_the_holders(office: Office, tmp_path: Path) -> None:
    old, new = Laptop.of(office, "Jo Whitfield"), Laptop.of(office, "Jo Whitfield")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "one.ecaf").write_bytes(old.kept(office, EnvelopeKind.RELEASED))
    codes = {seat: office.codes[KEY][seat] for seat in "AB"}
    count = office.reseal(tmp_path / "kept", new.certificate, KEY, codes, tmp_path / "out")
    assert (count.done, len(count.left)) == (0, 1)


def test_a_file_for_a_new_laptop_that_was_changed_is_refused(office: Office) -> None:
    device = Laptop.of(office, "Jo Whitfield").certificate.keys.device
    file = moving.pack(device, b"sealed")
    named = range(file.index(device.encode()), file.index(device.encode()) + len(device))
    for at in (at for at in range(len(file)) if at not in named):
        with pytest.raises(Refused):
            moving.unpack(file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :])
