"""The recovery code: 130 random bits on paper, in letters and digits that are hard to misread; never kept anywhere.

Its two check characters tell a slip of the pen from a code that is whole but of another vault.
"""

import hashlib
import secrets
from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.troubles import RecoveryCodeMistyped

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_SECRET_LETTERS = 26
_CHECK_LETTERS = 2
_GROUP = 4
_BITS = 5
_SECRET_BYTES = 17
"""130 bits, in whole bytes."""


def new_code() -> str:
    """Return a fresh code, such as ``49HR-8BRX-…``: seven groups of four."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_SECRET_LETTERS))
    whole = letters + _check(letters)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read_code(typed: str) -> bytes:
    """Return the secret of a code as it was typed. Capitals, hyphens and spaces do not count; O is 0, I and L are 1.

    Raises ``RecoveryCodeMistyped`` when a letter is missing, too many or wrong.
    """
    letters = "".join(typed.upper().translate(_MISREAD).replace("-", " ").split())
    body, check = letters[:_SECRET_LETTERS], letters[_SECRET_LETTERS:]
    is_whole = len(letters) == _SECRET_LETTERS + _CHECK_LETTERS and set(letters) <= set(_LETTERS)
    if not is_whole or check != _check(body):
        raise RecoveryCodeMistyped
    return _number(body).to_bytes(_SECRET_BYTES, "big")


def private_key_of(secret: bytes) -> X25519PrivateKey:
    """Return the private key a code's secret makes; its public half stands in the key file."""
    made = HKDF(SHA256(), 32, None, b"ecaf/v1/recovery").derive(secret)
    return X25519PrivateKey.from_private_bytes(made)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = (number << _BITS) | _LETTERS.index(letter)
    return number


def _check(letters: str) -> str:
    digest = hashlib.sha256(b"ecaf/v1/recovery-check" + letters.encode()).digest()
    number = int.from_bytes(digest[:2], "big") >> (16 - _CHECK_LETTERS * _BITS)
    return _LETTERS[number >> _BITS] + _LETTERS[number & (2**_BITS - 1)]
