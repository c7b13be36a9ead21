"""Nonces the endpoint gives to a laptop whose clock is wrong: for one device, for a short time, remembered nowhere."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from endpoint.storage.database import Transaction
from endpoint.storage.nonces import forget_nonces
from protocol import limits
from protocol.codec import to_bytes, to_text
from protocol.problems import Refused

_TIME_BYTES = 6
_RANDOM_BYTES = 8
_MAC_BYTES = 16


def new_nonce(key: Ed25519PrivateKey, device: str, now: datetime) -> str:
    """Return a fresh nonce for this device. ``key`` is the receipt key, which every process of an endpoint has."""
    said = int(now.timestamp()).to_bytes(_TIME_BYTES, "big") + secrets.token_bytes(_RANDOM_BYTES)
    return to_text(said + _mac(key, device, said))


def given_at(key: Ed25519PrivateKey, device: str, nonce: str, now: datetime) -> int | None:
    """Return when this nonce was given to this device (seconds since 1970); None if it was not, or too long ago."""
    try:
        raw = to_bytes(nonce, _TIME_BYTES + _RANDOM_BYTES + _MAC_BYTES)
    except Refused:
        return None
    said, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
    at = int.from_bytes(said[:_TIME_BYTES], "big")
    is_ours = hmac.compare_digest(mac, _mac(key, device, said))
    return at if is_ours and abs(now.timestamp() - at) <= limits.REQUEST_AGE_SECONDS else None


def _mac(key: Ed25519PrivateKey, device: str, said: bytes) -> bytes:
    secret = HKDF(SHA256(), 32, None, b"ecaf/nonce/1").derive(key.private_bytes_raw())
    return hmac.digest(secret, device.encode() + b"\0" + said, "sha256")[:_MAC_BYTES]


def forget_old_nonces(tx: Transaction, now: datetime) -> None:
    """Forget the nonces of requests that are too old to be accepted anyway; once a round is often enough."""
    forget_nonces(tx, int(now.timestamp()) - limits.REQUEST_AGE_SECONDS - 1)
