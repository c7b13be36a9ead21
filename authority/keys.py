"""Making private keys and keeping them in files only their owner reads; a key is never printed."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyrage import x25519

from protocol.codec import to_bytes, to_text


def write_private(file: Path, text: str) -> None:
    """Write a secret into a new file that only its owner may read. Raises ``FileExistsError``."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(text + "\n")


def read_private(file: Path) -> str:
    """Return the secret in a file."""
    return file.read_text(encoding="ascii").strip()


def new_signing_key(file: Path) -> Ed25519PrivateKey:
    """Make an Ed25519 key and keep it in a new file."""
    key = Ed25519PrivateKey.generate()
    write_private(file, to_text(key.private_bytes_raw()))
    return key


def read_signing_key(file: Path) -> Ed25519PrivateKey:
    """Return the Ed25519 key in a file."""
    return Ed25519PrivateKey.from_private_bytes(to_bytes(read_private(file), 32))


def new_reading_key(file: Path) -> str:
    """Make an age key, keep it in a new file and return its recipient (``age1…``)."""
    identity = x25519.Identity.generate()
    write_private(file, str(identity))
    return str(identity.to_public())
