"""Envelopes are signed by the device that sends them; a receipt is believed only when it is about the same bytes."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sealed_family import JO, Authority, age_identity, recipient_of

from app.domain.ids import EnvelopeId, RecordId
from app.sealing.device import DeviceSecrets, device_secrets_from, new_device_secrets
from app.sealing.envelopes import check_receipt, new_envelope, sealed_hash
from app.sealing.genuine import NotGenuine
from app.sealing.packages import Sealed
from app.sealing.size import TooLarge
from protocol import statements
from protocol.envelope import check_sender, unpack
from protocol.limits import ENVELOPE_BYTES
from protocol.messages import EnvelopeKind, Receipt, SignedReceipt
from protocol.problems import Refused
from protocol.statements import Kind, public_text

COUNTY = Authority()
SEALED = Sealed(EnvelopeKind.RELEASED, ("desk-1",), b"sealed bytes")
RECEIPT = Receipt("e-1", sealed_hash(SEALED), "epoch", 7, "2026-10-06T11:00:05Z")


def envelope(secrets: DeviceSecrets, sealed: Sealed = SEALED) -> bytes:
    jo = COUNTY.enrol(JO)
    return new_envelope(
        sealed,
        id=EnvelopeId("e-1"),
        record=RecordId("r-1"),
        version=2,
        parents=("ab" * 32,),
        device=jo.device,
        device_seq=41,
        signing_key=secrets.signing,
    )


def test_an_envelope_says_what_it_carries_and_is_signed() -> None:
    secrets = new_device_secrets()
    signed, body = unpack(envelope(secrets))
    check_sender(signed, public_text(secrets.signing))
    assert body == SEALED.body
    assert (signed.header.kind, signed.header.recipients) == (SEALED.kind, SEALED.recipients)
    assert (signed.header.sha256, signed.header.device_seq) == (sealed_hash(SEALED), 41)
    with pytest.raises(Refused):
        check_sender(signed, public_text(new_device_secrets().signing))


def test_an_envelope_larger_than_the_endpoint_takes_is_never_made() -> None:
    with pytest.raises(TooLarge):
        envelope(new_device_secrets(), Sealed(EnvelopeKind.KEPT, ("d",), bytes(ENVELOPE_BYTES)))


def receipt(receipt: Receipt = RECEIPT, key: Ed25519PrivateKey = COUNTY.receipt_key) -> SignedReceipt:
    return SignedReceipt(receipt, public_text(key), statements.sign(Kind.RECEIPT, receipt, key))


def believed(signed: SignedReceipt) -> None:
    check_receipt(signed, COUNTY.directory, id=EnvelopeId("e-1"), sha256=sealed_hash(SEALED))


def test_a_receipt_for_what_was_sent_is_believed() -> None:
    believed(receipt())


@pytest.mark.parametrize(
    "doubtful",
    [
        receipt(key=Ed25519PrivateKey.generate()),
        receipt(msgspec.structs.replace(RECEIPT, id="e-2")),
        receipt(msgspec.structs.replace(RECEIPT, sha256="00" * 32)),
        msgspec.structs.replace(receipt(), receipt=msgspec.structs.replace(RECEIPT, server_seq=8)),
        msgspec.structs.replace(receipt(), signature="A" * 86),
        msgspec.structs.replace(receipt(), signature="not base64!"),
    ],
    ids=["another key", "another envelope", "other bytes", "changed", "another signature", "no signature"],
)
def test_any_other_receipt_is_not(doubtful: SignedReceipt) -> None:
    with pytest.raises(NotGenuine) as refused:
        believed(doubtful)
    assert "safe on this laptop" in refused.value.sentences()


def test_a_devices_secrets_come_back_from_the_vault_as_they_were() -> None:
    secrets = new_device_secrets()
    again = device_secrets_from(secrets.to_bytes())
    assert again.reading == secrets.reading
    assert again.recipient == recipient_of(secrets.reading)
    assert public_text(again.signing) == public_text(secrets.signing)


@pytest.mark.parametrize("broken", [b"", bytes(31), bytes(32), bytes(32) + b"AGE-SECRET-KEY-1XYZ", bytes(32) + b"\xff"])
def test_broken_secrets_are_refused_without_being_quoted(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"^these are not a device's secrets$"):
        device_secrets_from(broken)


def test_secrets_are_never_shown_by_accident() -> None:
    secrets = new_device_secrets()
    assert "SECRET" not in repr(secrets)
    assert secrets.reading not in repr(secrets)
    assert age_identity() != age_identity()
    assert "sealed bytes" not in repr(SEALED)
