"""Envelopes round sealed bytes, and the receipts that come back (``docs/protocol.md`` §5, §6); nothing is opened."""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.ids import DeviceId, EnvelopeId, RecordId
from app.sealing.genuine import NotGenuine
from app.sealing.packages import Sealed
from app.sealing.size import TooLarge
from protocol import limits, statements
from protocol.envelope import pack, unpack
from protocol.keeping import SignedErased
from protocol.messages import Directory, EnvelopeHeader, SignedHeader, SignedLease, SignedReceipt
from protocol.problems import Refused
from protocol.statements import Kind


def new_envelope(  # noqa: PLR0913 - the header's fields, each named at the call
    sealed: Sealed,
    *,
    id: EnvelopeId,  # noqa: A002 - the protocol's own name
    record: RecordId,
    version: int,
    parents: tuple[str, ...],
    device: DeviceId,
    device_seq: int,
    signing_key: Ed25519PrivateKey,
) -> bytes:
    """Return the envelope's bytes, signed by this device, never to be made again under this id. Raises ``TooLarge``."""
    header = EnvelopeHeader(
        id=id,
        record=record,
        version=version,
        parents=parents,
        kind=sealed.kind,
        sha256=sealed_hash(sealed),
        size=len(sealed.body),
        blobs=(),
        device=device,
        device_seq=device_seq,
        recipients=sealed.recipients,
    )
    envelope = pack(SignedHeader(header, statements.sign(Kind.ENVELOPE, header, signing_key)), sealed.body)
    if len(envelope) > limits.ENVELOPE_BYTES:
        raise TooLarge
    return envelope


def sealed_hash(sealed: Sealed) -> str:
    """Return the SHA-256 (hex) of the sealed bytes, as header, outbox and receipt name it."""
    return hashlib.sha256(sealed.body).hexdigest()


def sealed_part(envelope: bytes) -> bytes:
    """Return the sealed bytes of an envelope. Raises ``ValueError`` when it is not one as it was packed."""
    try:
        return unpack(envelope)[1]
    except Refused:
        raise ValueError("not an envelope") from None


def check_receipt(
    signed: SignedReceipt,
    directory: Directory,
    *,
    id: EnvelopeId,  # noqa: A002 - the protocol's own name
    sha256: str,
) -> None:
    """Raise ``NotGenuine`` unless the endpoint of this directory says that it has exactly these bytes."""
    if signed.key not in directory.receipt_keys:
        raise _not_believed("The receipt is not signed by the endpoint this laptop knows.")
    try:
        statements.check(Kind.RECEIPT, signed.receipt, signed.signature, signed.key)
    except Refused:
        raise _not_believed("The receipt’s signature does not hold.") from None
    if (signed.receipt.id, signed.receipt.sha256) != (id, sha256):
        raise _not_believed("The receipt is for something else than was sent.")


def check_erased(signed: SignedErased, directory: Directory, envelope: EnvelopeId) -> bool:
    """Say whether the endpoint of this directory gave its word that it erased this envelope for ever."""
    try:
        statements.check(Kind.ERASED, signed.erased, signed.signature, signed.key)
    except Refused:
        return False
    return signed.key in directory.receipt_keys and signed.erased.envelope == envelope


def check_lease(signed: SignedLease, directory: Directory, device: DeviceId) -> None:
    """Raise ``NotGenuine`` unless the endpoint of this directory gave this lease to this device."""
    if signed.key not in directory.receipt_keys or signed.lease.device != device:
        raise _not_believed("The endpoint’s word for this laptop is not one this laptop knows.")
    try:
        statements.check(Kind.LEASE, signed.lease, signed.signature, signed.key)
    except Refused:
        raise _not_believed("The signature on the endpoint’s word for this laptop does not hold.") from None


def _not_believed(what: str) -> NotGenuine:
    return NotGenuine(what, "Your work is safe on this laptop and still waits to be sent.", "It will be tried again.")
