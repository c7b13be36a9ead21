"""Opening what was sealed: seal, sender, certificate and every view are checked before one word of it is handed on."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import tzinfo
from itertools import pairwise
from typing import TypeVar

import pyrage
import zstandard

from app.sealing.checks import Check, OpenedRecord, agreement_in, checks_of
from app.sealing.genuine import NotGenuine
from app.sealing.records import check_signer, check_view
from app.sealing.wire import (
    WireOpened,
    WirePackage,
    WireView,
    digest_in,
    leaf_in,
    signature_in,
    statement_in,
)
from protocol.certificates import check_certificate
from protocol.codec import decode
from protocol.envelope import check_sender, unpack
from protocol.limits import PACKAGE_BYTES
from protocol.messages import Certificate, EnvelopeHeader, EnvelopeKind, Opened, SignedHeader
from protocol.problems import Refused

MessageT = TypeVar("MessageT", WirePackage, WireOpened)
OrderedT = TypeVar("OrderedT", str, bytes)
_WINDOW_BYTES = 8 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024


@dataclass(frozen=True)
class OpenedPackage:
    """A package whose seal and signatures hold; ``checks`` says so in words, and whether the agreement holds too."""

    header: EnvelopeHeader
    certificate: Certificate
    records: tuple[OpenedRecord, ...]
    checks: tuple[Check, ...]

    @property
    def record(self) -> OpenedRecord:
        """The record that was sent."""
        return self.records[0]

    @property
    def agreement(self) -> OpenedRecord | None:
        """The agreement to share that came with it."""
        return agreement_in(self.records)


@dataclass(frozen=True)
class OpenedNotice:
    """A checked word that a record was opened, and the certificate of the device that says so."""

    certificate: Certificate
    opened: Opened


def open_package(envelope: bytes, identities: Sequence[str], *, root: str, zone: tzinfo | None = None) -> OpenedPackage:
    """Return what a ``kept`` or ``released`` envelope holds for the holder of these age identities.

    ``root`` is the pinned public key of the authority; ``zone`` is for the days in ``checks`` (default: this
    computer's). Raises ``NotGenuine`` when seal, sender, certificate or any signature does not hold.
    """
    signed, plain = _unseal(envelope, identities, {EnvelopeKind.KEPT, EnvelopeKind.RELEASED})
    wire = _read(plain, WirePackage)
    _check_sender(signed, wire.certificate, root)
    records = tuple(_record(view, wire.certificate) for view in wire.records)
    _check_belongs(signed.header, records)
    checks = checks_of(signed.header.kind, wire.certificate, records, zone)
    return OpenedPackage(signed.header, wire.certificate, records, checks)


def open_notice(envelope: bytes, identities: Sequence[str], *, root: str) -> OpenedNotice:
    """Return what an ``opened`` envelope says. Raises ``NotGenuine`` as ``open_package`` does."""
    signed, plain = _unseal(envelope, identities, {EnvelopeKind.OPENED})
    wire = _read(plain, WireOpened)
    _check_sender(signed, wire.certificate, root)
    if (wire.opened.record, wire.opened.version) != (signed.header.record, signed.header.version):
        raise NotGenuine("This envelope holds something other than it says.")
    return OpenedNotice(wire.certificate, wire.opened)


def _unseal(envelope: bytes, identities: Sequence[str], kinds: set[EnvelopeKind]) -> tuple[SignedHeader, bytes]:
    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    with _told("This envelope is damaged, or is not one of ours."):
        signed, sealed = unpack(envelope)
    if signed.header.kind not in kinds:
        raise NotGenuine("This envelope holds something other than it says.")
    with _told("This was not sealed for you, or it was changed on the way."):
        squeezed = pyrage.decrypt(sealed, keys)
    with _told("What is inside this envelope is damaged."):
        return signed, unsqueeze(squeezed)


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn every way in which outside bytes can be wrong into one kind sentence, without its cause."""
    try:
        yield
    except (Refused, ValueError, pyrage.DecryptError, zstandard.ZstdError):
        raise NotGenuine(what) from None


def unsqueeze(squeezed: bytes) -> bytes:
    """Return a whole zstd frame's bytes; never takes up more memory than a package may have.

    Raises ``ValueError`` or ``ZstdError`` when the frame is cut off, larger than its header says, or too large.
    """
    said = zstandard.get_frame_parameters(squeezed).content_size
    if said > PACKAGE_BYTES:
        raise ValueError("too large")
    plain = bytearray()
    with zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES).stream_reader(io.BytesIO(squeezed)) as reader:
        while piece := reader.read(_PIECE_BYTES):
            plain += piece
            if len(plain) > said:
                raise ValueError("larger than it says")
    if len(plain) != said:
        raise ValueError("cut off")
    return bytes(plain)


def _read(plain: bytes, kind: type[MessageT]) -> MessageT:
    with _told("What is inside this envelope is not in a form this program knows."):
        return decode(plain, kind)


def _check_sender(signed: SignedHeader, certificate: Certificate, root: str) -> None:
    with _told("The laptop this came from is not enrolled with this authority."):
        check_certificate(certificate, root)
    with _told("The laptop this came from is not the one it names."):
        check_sender(signed, certificate.keys.signing)
    if signed.header.device != certificate.keys.device:
        raise NotGenuine("The laptop this came from is not the one it names.")


def _record(view: WireView, certificate: Certificate) -> OpenedRecord:
    with _told("This record is not in a form this program knows."):
        statement, signature = statement_in(view.statement), signature_in(view.signature)
        leaves, withheld = tuple(map(leaf_in, view.leaves)), tuple(map(digest_in, view.withheld))
        _ascending([leaf.path for leaf in leaves])
        _ascending(withheld)
    check_signer(statement, certificate)
    check_view(statement, signature, leaves, withheld, certificate.keys.signing)
    return OpenedRecord(statement, signature, leaves, withheld)


def _ascending(values: Sequence[OrderedT]) -> None:
    if any(one >= other for one, other in pairwise(values)):
        raise ValueError("out of order, or twice")


def _check_belongs(header: EnvelopeHeader, records: Sequence[OpenedRecord]) -> None:
    if not records:
        raise NotGenuine("There is nothing inside this envelope.")
    first = records[0].statement
    if (first.record, first.version) != (header.record, header.version):
        raise NotGenuine("This envelope holds something other than it says.")
