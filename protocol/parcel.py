"""How a parcel lies in bytes (``docs/protocol.md`` §5): sealed envelopes in a ZIP, to be carried on a stick.

Nothing in it is opened here, no name in it is believed, and it is read whole before one envelope of it is handed on.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from protocol import limits
from protocol.certificates import check_certificate
from protocol.codec import canonical, decode
from protocol.envelope import check_sender, unpack
from protocol.messages import Certificate, Message
from protocol.problems import Problem, Refused

FORMAT = "ecaf-parcel/1"
SUFFIX = ".ecaf"

_END = b"PK\x05\x06"
_END_BYTES = 22
_LARGE_END = b"PK\x06\x07"
_LARGE_END_BYTES = 20
_LIST_BYTES = 1024 * 1024
_KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


class Parcel(Message, frozen=True):
    """What a parcel says of itself: its own random id, whose envelopes these are, and how many."""

    format: str
    id: str
    certificate: Certificate
    envelopes: int


class TakenEnvelope(Message, frozen=True):
    """An envelope the desk took in from a file; ``sha256`` (hex) is of its sealed bytes."""

    id: str
    sha256: str


class Taken(Message, frozen=True):
    """The desk's word of what it took in from a parcel; ``taken_at`` is that laptop's time, ISO, UTC."""

    format: str
    parcel: str
    device: str
    taken_at: str
    envelopes: tuple[TakenEnvelope, ...]


class SignedTaken(Message, frozen=True):
    """A desk receipt: what was taken in, the certificate of the laptop that says so, and its signature."""

    taken: Taken
    certificate: Certificate
    signature: str


def pack(parcel: Parcel, envelopes: Iterable[bytes]) -> bytes:
    """Return the file's bytes: what it says of itself first, then each envelope as it was sealed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for number, member in enumerate((canonical(parcel), *envelopes)):
            archive.writestr(zipfile.ZipInfo(f"{number:04d}", _LONG_AGO), member)
    return file.getvalue()


def check(file: BinaryIO, root: str) -> Parcel:
    """Return what a parcel says of itself once all of it holds, to the last envelope's signature.

    ``file`` can be read from any place. Raises ``Refused``.
    """
    with _opened(file) as archive:
        first, *others = _members(archive)
        parcel = decode(_read(archive, first, limits.PARCEL_HEAD_BYTES), Parcel)
        if parcel.format != FORMAT or parcel.envelopes != len(others) or not others:
            raise Refused(Problem.MALFORMED)
        check_certificate(parcel.certificate, root)
        ids = {_checked(_read(archive, one, limits.ENVELOPE_BYTES), parcel.certificate) for one in others}
        if len(ids) != len(others):
            raise Refused(Problem.MALFORMED)
    return parcel


def envelopes(file: BinaryIO) -> Iterator[bytes]:
    """Yield the envelopes of a parcel one after another, so that no two are in memory. Raises ``Refused``."""
    with _opened(file) as archive:
        for one in _members(archive)[1:]:
            yield _read(archive, one, limits.ENVELOPE_BYTES)


def _checked(envelope: bytes, certificate: Certificate) -> str:
    signed, _ = unpack(envelope)
    if signed.header.device != certificate.keys.device:
        raise Refused(Problem.UNREADABLE)
    check_sender(signed, certificate.keys.signing)
    return signed.header.id


@contextmanager
def _opened(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open the ZIP once its own list is known to be small; every way in which it is damaged is one refusal."""
    try:
        _check_list(file)
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _DAMAGED:
        raise Refused(Problem.MALFORMED) from None


def _check_list(file: BinaryIO) -> None:
    """Look at the end of the file: whoever reads the list of members must not be made to take up memory for it."""
    size = file.seek(0, io.SEEK_END)
    if size > limits.PARCEL_BYTES + _LIST_BYTES:
        raise Refused(Problem.TOO_LARGE)
    file.seek(max(0, size - _END_BYTES - _LARGE_END_BYTES))
    tail = file.read()
    signature, _, _, here, members, listed, begins, comment = struct.unpack("<4s4H2LH", tail[-_END_BYTES:])
    is_plain = signature == _END and here == members and not comment and not tail.startswith(_LARGE_END)
    if not is_plain or begins + listed != size - _END_BYTES:
        raise Refused(Problem.MALFORMED)
    if members > limits.PARCEL_MEMBERS or listed > _LIST_BYTES:
        raise Refused(Problem.TOO_LARGE)


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = archive.infolist()
    if not found or any(one.compress_type not in _KNOWN or one.flag_bits & _ENCRYPTED for one in found):
        raise Refused(Problem.MALFORMED)
    whole = sum(one.file_size for one in found)
    swollen = any(one.file_size > limits.PARCEL_RATIO * max(one.compress_size, 1) for one in found)
    if len(found) > limits.PARCEL_MEMBERS or whole > limits.PARCEL_BYTES or swollen:
        raise Refused(Problem.TOO_LARGE)
    return found


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, largest: int) -> bytes:
    if member.file_size > largest:
        raise Refused(Problem.TOO_LARGE)
    with archive.open(member) as file:
        found = file.read(largest + 1)
    if len(found) != member.file_size:
        raise Refused(Problem.MALFORMED)
    return found
