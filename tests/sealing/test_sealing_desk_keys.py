"""A laptop keeps a desk key only if the root gave it, to this laptop, and it is the key that the directory names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace
from pyrage import encrypt, x25519

from app.domain.ids import DeviceId
from app.sealing.deskkeys import NotOurKey, open_desk_key
from authority.keys import read_signing_key
from authority.office import Office
from protocol.codec import decode, encode, to_text
from protocol.deskkeys import DeskKey, DeskKeys, SignedDeskKey, check_epoch
from protocol.messages import SignedDirectory
from protocol.statements import Kind, sign

DEVICE = DeviceId("0f0e0d0c-0b0a-4908-8706-fedcbafedcba")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.create(tmp_path_factory.mktemp("at") / "office", name="Ambleton", code="E06000099", practice=True)


def test_all_of_it_must_hold(office: Office) -> None:
    reading, key, other = (x25519.Identity.generate() for _ in range(3))
    root, held = read_signing_key(office.offline / "root.key"), office.directory()
    names = SignedDirectory(replace(held.directory, desk={"desk-2": str(key.to_public())}), held.root, "")

    def sealed(identity: str) -> str:
        return to_text(encrypt(identity.encode(), [reading.to_public()]))

    good = DeskKey(
        "E06000099", "desk-2", str(key.to_public()), ("desk-1",), DEVICE, sealed(str(key)), "2026-11-26T10:00:00Z"
    )

    def opened(said: DeskKey, by: Ed25519PrivateKey = root, identity: x25519.Identity = reading) -> str:
        return open_desk_key(SignedDeskKey(said, sign(Kind.DESK, said, by)), (str(other), str(identity)), DEVICE, names)

    assert opened(good) == str(key)
    assert opened(replace(good, key="desk-7")) == str(key)  # of another epoch than the one in force: kept, too
    others = replace(good, public=str(other.to_public()), sealed=sealed(str(other)))
    for wrong in (
        replace(good, device="0f0e0d0c-0b0a-4908-8706-fedcbafedcbb"),
        replace(good, authority="E06000001"),
        replace(good, sealed=sealed(str(other))),
        replace(good, sealed=sealed("a letter")),
        replace(good, sealed="AAAA"),
        replace(good, sealed="é"),
        others,  # whole, and signed by the root, but not what the directory names
    ):
        with pytest.raises(NotOurKey):
            opened(wrong)
    for by, identity in ((Ed25519PrivateKey.generate(), reading), (root, x25519.Identity.generate())):
        with pytest.raises(NotOurKey):
            opened(good, by, identity)


def test_an_epoch_of_the_first_format_opens_for_ever(office: Office) -> None:
    """The file in ``vectors`` was written once, and is never written again."""
    golden = json.loads((Path(__file__).parent / "vectors" / "desk-keys-1.json").read_text(encoding="utf-8"))
    given = decode(golden["file"].encode(), DeskKeys)
    check_epoch(given, golden["root"])
    believed = SignedDirectory(replace(office.directory().directory, desk={}), golden["root"], "")
    assert open_desk_key(given.keys[0], (golden["reading"],), DEVICE, believed) == golden["identity"]
    assert encode(given).decode() == golden["file"]
