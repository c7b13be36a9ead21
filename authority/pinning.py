"""Saying in the directory which keys an endpoint's certificate may have; there is never one without a spare."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from authority.office import Office
from authority.orders import renew_directory
from protocol.messages import SignedDirectory
from protocol.pinning import pin_of

FEWEST = 2
"""The key in use and a spare: with one alone, losing it would shut every laptop out."""


class NotPinned(Exception):
    """The keys were not taken; the sentence says why, and the directory is as it was."""


def pin_keys(office: Office, files: Sequence[Path]) -> SignedDirectory:
    """Name the keys of these PEM files, certificates or public keys, in the directory; none lets any key do.

    Raises ``NotPinned``.
    """
    pins = tuple(sorted({_pin_in(file) for file in files}))
    if pins and len(pins) < FEWEST:
        raise NotPinned("Please name two different keys: the one in use, and a spare that lies elsewhere.")
    return renew_directory(office, tls_keys=pins)


def _pin_in(file: Path) -> str:
    try:
        pem = file.read_bytes()
        is_certificate = b"BEGIN CERTIFICATE" in pem
        return pin_of(x509.load_pem_x509_certificate(pem).public_key() if is_certificate else load_pem_public_key(pem))
    except (OSError, ValueError) as fault:
        raise NotPinned(f"{file} is no certificate and no public key in PEM.") from fault
