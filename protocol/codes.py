"""Enrolment codes and what is made of them (``docs/protocol.md`` §2); the endpoint never calls this with a code."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from protocol.codec import decode, encode, to_bytes, to_text
from protocol.messages import Welcome
from protocol.problems import Problem, Refused

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = 26
_NONCE_BYTES = 12


class MistypedCode(Exception):
    """The code's check letters do not agree with the others: a slip of the finger, not a wrong code."""


def new_code() -> str:
    """Return a fresh enrolment code: 130 random bits and two check letters, in groups of four."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
    whole = body + _check_letters(body)
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def _check_letters(body: str) -> str:
    digest = hashlib.sha256(b"ecaf/code/1\0" + body.encode()).digest()
    return _ALPHABET[digest[0] & 31] + _ALPHABET[digest[1] & 31]


def read_code(typed: str) -> bytes:
    """Return the secret in a code as typed: case, spaces, hyphens and O, I, L are forgiven.

    Raises ``MistypedCode`` when it is not a code at all.
    """
    plain = typed.upper().replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")
    letters = "".join(plain.split())
    body, given = letters[:_LETTERS], letters[_LETTERS:]
    if len(body) != _LETTERS or not set(body) <= set(_ALPHABET) or given != _check_letters(body):
        raise MistypedCode
    return body.encode()


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, None, f"ecaf/invitation/{purpose}/1".encode()).derive(secret)


def invitation_key(secret: bytes) -> Ed25519PrivateKey:
    """Return the key that signs the device's keys."""
    return Ed25519PrivateKey.from_private_bytes(_derive(secret, "sign"))


def root_mac(secret: bytes, root: str) -> str:
    """Return the MAC by which the holder of the code knows the true root."""
    return to_text(hmac.digest(_derive(secret, "root"), root.encode(), "sha256"))


def check_root(secret: bytes, root: str, mac: str) -> None:
    """Raise ``Refused`` unless whoever made the code vouches for this root."""
    if not hmac.compare_digest(root_mac(secret, root).encode(), mac.encode()):
        raise Refused(Problem.SIGNATURE_WRONG)


def seal_welcome(secret: bytes, welcome: Welcome) -> str:
    """Return the welcome, readable to the holder of the code alone."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return to_text(nonce + AESGCM(_derive(secret, "welcome")).encrypt(nonce, encode(welcome), None))


def open_welcome(secret: bytes, sealed: str) -> Welcome:
    """Return the welcome. Raises ``Refused`` when it was not sealed for this code or was changed."""
    raw = to_bytes(sealed)
    try:
        plain = AESGCM(_derive(secret, "welcome")).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None)
    except (InvalidTag, ValueError) as fault:
        raise Refused(Problem.SIGNATURE_WRONG) from fault
    return decode(plain, Welcome)
