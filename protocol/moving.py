"""What moves to a new laptop (``docs/protocol.md`` §5): how such a file lies in bytes, and whose laptop it is.

The file itself is signed by nobody: what is inside is signed, piece by piece, by the laptop that wrote it.
"""

from __future__ import annotations

import hashlib

from protocol import limits
from protocol.certificates import check_certificate
from protocol.codec import canonical, decode
from protocol.messages import Certificate, Message
from protocol.problems import Problem, Refused

MAGIC = b"ecaf-moved/1\n"
SUFFIX = ".ecaf-moved"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class MovedHeader(Message, frozen=True):
    """For which device a file is; ``sha256`` (hex) and ``size`` are of the sealed bytes."""

    device: str
    sha256: str
    size: int


def pack(device: str, sealed: bytes) -> bytes:
    """Return the file's bytes."""
    header = MovedHeader(device, hashlib.sha256(sealed).hexdigest(), len(sealed))
    return MAGIC + canonical(header) + b"\n" + sealed


def unpack(file: bytes) -> tuple[MovedHeader, bytes]:
    """Return header and sealed bytes. Raises ``Refused`` unless size and SHA-256 are as the header says."""
    end = file.find(b"\n", len(MAGIC), len(MAGIC) + limits.HEADER_BYTES)
    if not file.startswith(MAGIC) or end < 0:
        raise Refused(Problem.UNREADABLE)
    line, sealed = file[len(MAGIC) : end], file[end + 1 :]
    header = decode(line, MovedHeader)
    if canonical(header) != line or (header.sha256, header.size) != (hashlib.sha256(sealed).hexdigest(), len(sealed)):
        raise Refused(Problem.UNREADABLE)
    return header, sealed


def check_same_person(one: Certificate, other: Certificate, root: str) -> None:
    """Raise ``Refused`` unless this root vouches for both devices, and invited the same person to both.

    The same person is the same name, at the same agency, with the same role: invitations know nothing closer, so
    people compare ``letters_of`` besides.
    """
    for certificate in (one, other):
        check_certificate(certificate, root)
    if _person(one) != _person(other):
        raise Refused(Problem.SIGNATURE_WRONG)


def _person(certificate: Certificate) -> tuple[str, ...]:
    invited = certificate.invitation
    return invited.authority, invited.name, invited.agency, invited.role


def letters_of(certificate: Certificate) -> str:
    """Return the eight letters two people compare before anything is sealed to this device: ``7K2M-Q9XD``."""
    digest = hashlib.sha256(b"ecaf/new-laptop/1\0" + canonical(certificate.keys)).digest()
    number = int.from_bytes(digest[:5], "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -5, -5))
    return f"{letters[:4]}-{letters[4:]}"
