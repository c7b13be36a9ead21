"""What is signed, byte for byte, for ever; and that no signature stands for anything else."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from protocol.codec import convert
from protocol.deskkeys import DeskKey
from protocol.keeping import Erased, Erasure
from protocol.messages import Anchor, DeviceKeys, Directory, EnvelopeHeader, Invitation, Lease, Receipt, Withdrawal
from protocol.notices import Notice
from protocol.orders import Done, Order, Policy
from protocol.parcel import Taken
from protocol.problems import Refused
from protocol.services import Edition
from protocol.statements import Kind, check, public_text, sign, signing_bytes

VECTORS = Path(__file__).parent / "vectors"
MESSAGES: dict[Kind, type[Any]] = {
    Kind.DIRECTORY: Directory,
    Kind.INVITATION: Invitation,
    Kind.DEVICE: DeviceKeys,
    Kind.ENVELOPE: EnvelopeHeader,
    Kind.RECEIPT: Receipt,
    Kind.ANCHOR: Anchor,
    Kind.LEASE: Lease,
    Kind.WITHDRAWAL: Withdrawal,
    Kind.ERASURE: Erasure,
    Kind.ERASED: Erased,
    Kind.ORDER: Order,
    Kind.DONE: Done,
    Kind.POLICY: Policy,
    Kind.NOTICE: Notice,
    Kind.TAKEN: Taken,
    Kind.SERVICES: Edition,
    Kind.DESK: DeskKey,
}


def vector(kind: Kind) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((VECTORS / f"{kind}.json").read_text(encoding="utf-8"))
    return loaded


def test_every_kind_has_its_vector() -> None:
    assert {file.stem for file in VECTORS.glob("*.json")} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_the_bytes_that_are_signed_never_change(kind: Kind) -> None:
    golden = vector(kind)
    statement = convert(golden["statement"], MESSAGES[kind]) if kind in MESSAGES else golden["statement"]
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(golden["seed"]))
    assert signing_bytes(kind, statement).decode() == golden["signing_bytes"]
    assert sign(kind, statement, key) == golden["signature"]
    check(kind, statement, golden["signature"], public_text(key))


@pytest.mark.parametrize(("made_for", "shown_as"), list(permutations(Kind, 2)))
def test_a_signature_made_for_one_kind_never_verifies_as_another(made_for: Kind, shown_as: Kind) -> None:
    golden = vector(made_for)
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(golden["seed"]))
    with pytest.raises(Refused):
        check(shown_as, golden["statement"], golden["signature"], public_text(key))


@pytest.mark.parametrize(
    ("signature", "public_key"),
    [("", "A" * 43), ("A" * 86, ""), ("A" * 86, "A" * 43), ("é", "é"), ("A" * 86, "_" * 43)],
)
def test_a_signature_or_key_that_is_none_is_refused(signature: str, public_key: str) -> None:
    with pytest.raises(Refused):
        check(Kind.RECEIPT, {"id": "x"}, signature, public_key)
