"""How an envelope lies in bytes (``docs/protocol.md`` §5): magic, header line, sealed bytes; nothing is opened here."""

from __future__ import annotations

import hashlib

from protocol import limits
from protocol.codec import canonical, decode
from protocol.messages import SignedHeader
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

MAGIC = b"ecaf-envelope/1\n"


def pack(signed: SignedHeader, sealed: bytes) -> bytes:
    """Return the envelope's bytes."""
    return MAGIC + canonical(signed) + b"\n" + sealed


def unpack(envelope: bytes) -> tuple[SignedHeader, bytes]:
    """Return header and sealed bytes. Raises ``Refused`` unless size and SHA-256 are as the header says."""
    signed, sealed = split(envelope)
    check_sealed(signed, sealed)
    return signed, sealed


def split(envelope: bytes) -> tuple[SignedHeader, bytes]:
    """Return header and what follows it, which may be nothing where the sealed bytes came piece by piece before.

    Raises ``Refused`` unless the header line is as it must be.
    """
    if len(envelope) > limits.ENVELOPE_BYTES:
        raise Refused(Problem.TOO_LARGE)
    end = envelope.find(b"\n", len(MAGIC), len(MAGIC) + limits.HEADER_BYTES)
    if not envelope.startswith(MAGIC) or end < 0:
        raise Refused(Problem.UNREADABLE)
    line, sealed = envelope[len(MAGIC) : end], envelope[end + 1 :]
    signed = decode(line, SignedHeader)
    if canonical(signed) != line:
        raise Refused(Problem.UNREADABLE)
    return signed, sealed


def check_sealed(signed: SignedHeader, sealed: bytes) -> None:
    """Raise ``Refused`` unless size and SHA-256 of the sealed bytes are as the header says."""
    header = signed.header
    if header.size != len(sealed) or header.sha256 != hashlib.sha256(sealed).hexdigest():
        raise Refused(Problem.UNREADABLE)


def pack_bare(signed: SignedHeader) -> bytes:
    """Return an envelope without its sealed bytes, which the endpoint has as a blob."""
    return pack(signed, b"")


def check_sender(signed: SignedHeader, signing_key: str) -> None:
    """Raise ``Refused`` unless the header is signed by this device key."""
    check(Kind.ENVELOPE, signed.header, signed.signature, signing_key)
