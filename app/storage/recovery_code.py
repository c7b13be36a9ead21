"""The recovery code: a code on paper that opens one vault for whoever holds the paper; it is never kept anywhere.

It is written and read as an enrolment code is: 130 random bits, and two check letters that tell a slip of the pen from
a code that is whole but of another vault.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.troubles import RecoveryCodeMistyped
from protocol import codes

new_code = codes.new_code


def read_code(typed: str) -> bytes:
    """Return the secret of a code as it was typed. Raises ``RecoveryCodeMistyped`` when it is no code at all."""
    try:
        return codes.read_code(typed)
    except codes.MistypedCode:
        raise RecoveryCodeMistyped from None


def private_key_of(secret: bytes) -> X25519PrivateKey:
    """Return the private key a code's secret makes; its public half stands in the key file."""
    made = HKDF(SHA256(), 32, None, b"ecaf/v1/recovery").derive(secret)
    return X25519PrivateKey.from_private_bytes(made)
