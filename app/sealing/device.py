"""A device's own secrets: one key to sign, one to read; they exist in memory while the vault is open, nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.ids import DeviceId
from protocol.messages import DeviceKeys
from protocol.statements import public_text

_SIGNING_BYTES = 32


@dataclass(frozen=True)
class DeviceSecrets:
    """The Ed25519 key that signs, and the age identity (``AGE-SECRET-KEY-1…``) that reads."""

    signing: Ed25519PrivateKey = field(repr=False)
    reading: str = field(repr=False)

    @property
    def recipient(self) -> str:
        """The public half of the reading key: an age recipient (``age1…``)."""
        return str(pyrage.x25519.Identity.from_str(self.reading).to_public())

    def to_bytes(self) -> bytes:
        """Return the secrets as the vault keeps them, wrapped: 32 bytes of signing key, then the identity's text."""
        return self.signing.private_bytes_raw() + self.reading.encode("ascii")


def new_device_secrets() -> DeviceSecrets:
    """Return fresh secrets for a new device."""
    return DeviceSecrets(Ed25519PrivateKey.generate(), str(pyrage.x25519.Identity.generate()))


def device_secrets_from(kept: bytes) -> DeviceSecrets:
    """Return the secrets the vault kept. Raises ``ValueError``, without quoting them, when they are not whole."""
    try:
        reading = kept[_SIGNING_BYTES:].decode("ascii")
        pyrage.x25519.Identity.from_str(reading)
        return DeviceSecrets(Ed25519PrivateKey.from_private_bytes(kept[:_SIGNING_BYTES]), reading)
    except (ValueError, pyrage.IdentityError):
        raise ValueError("these are not a device's secrets") from None


def device_keys(secrets: DeviceSecrets, *, device: DeviceId, invitation: str) -> DeviceKeys:
    """Return the public keys as they are enrolled under an invitation (its public key as text)."""
    return DeviceKeys(device, invitation, public_text(secrets.signing), secrets.recipient)
