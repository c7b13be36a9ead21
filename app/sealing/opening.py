"""Opening what was sealed: seal, sender, certificate and every view are checked before one word of it is handed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import tzinfo
from itertools import pairwise
from typing import TypeVar

import pyrage
import zstandard

from app.domain.record import RecordKind
from app.sealing.checks import Check, OpenedRecord, agreement_in, also_agreed_check, checks_of, decision_in
from app.sealing.genuine import NotGenuine
from app.sealing.records import check_signer, check_view
from app.sealing.wire import (
    WireEpisode,
    WireOpened,
    WirePackage,
    WireView,
    WireWithdrawal,
    digest_in,
    leaf_in,
    signature_in,
    statement_in,
)
from protocol.certificates import check_certificate
from protocol.codec import decode
from protocol.envelope import check_sender, unpack
from protocol.messages import Certificate, EnvelopeHeader, EnvelopeKind, Opened, SignedHeader, Withdrawal
from protocol.moving import check_same_person
from protocol.problems import Refused
from protocol.squeezing import unsqueeze
from protocol.statements import Kind, check

__all__ = [
    "OpenedNotice",
    "OpenedPackage",
    "OtherWords",
    "open_notice",
    "open_package",
    "open_withdrawal",
    "unsqueeze",
]

MessageT = TypeVar("MessageT", WirePackage, WireOpened, WireWithdrawal)
OrderedT = TypeVar("OrderedT", str, bytes)


class OtherWords(NotGenuine):
    """A signature is under other words than those it is shown with: it must never stand beside them."""

    def __init__(self) -> None:
        super().__init__("A signature came that is under other words than these. It does not count here.")


@dataclass(frozen=True)
class OpenedPackage:
    """A package whose seal and signatures hold; ``checks`` says so in words, and whether the agreement holds too."""

    header: EnvelopeHeader
    certificate: Certificate
    records: tuple[OpenedRecord, ...]
    checks: tuple[Check, ...]
    others: tuple[Certificate, ...] = ()
    episode: WireEpisode | None = None
    restricted: bool = False
    also_agreed: bool = False

    @property
    def record(self) -> OpenedRecord:
        """The record that was sent."""
        return self.records[0]

    @property
    def agreement(self) -> OpenedRecord | None:
        """The agreement to share that came with it."""
        return agreement_in(self.records)

    @property
    def decision(self) -> OpenedRecord | None:
        """The decision to share without agreement, where it came under one; then it is the first of the records."""
        return decision_in(self.records)


@dataclass(frozen=True)
class OpenedNotice:
    """A checked word that a record was opened, and the certificate of the device that says so."""

    certificate: Certificate
    opened: Opened


@dataclass(frozen=True)
class OpenedWithdrawal:
    """A checked word that a release is taken back, and the certificate of the device that says so."""

    certificate: Certificate
    withdrawal: Withdrawal


def open_package(envelope: bytes, identities: Sequence[str], *, root: str, zone: tzinfo | None = None) -> OpenedPackage:
    """Return what a ``kept`` or ``released`` envelope holds for the holder of these age identities.

    ``root`` is the pinned public key of the authority; ``zone`` is for the days in ``checks`` (default: this
    computer's). Raises ``NotGenuine`` when seal, sender, certificate or any signature does not hold.
    """
    signed, plain = _unseal(envelope, identities, {EnvelopeKind.KEPT, EnvelopeKind.RELEASED})
    wire = _read(plain, WirePackage)
    _check_sender(signed, wire.certificate, root)
    records = records_in(wire, root)
    _check_belongs(signed.header, records)
    if wire.also_agreed:
        _check_signs(signed.header.kind, records)
        checks: tuple[Check, ...] = (also_agreed_check(records[1], zone),)
    else:
        checks = checks_of(signed.header.kind, wire.certificate, records, zone)
    beside = (wire.others, wire.episode, wire.restricted, wire.also_agreed)
    return OpenedPackage(signed.header, wire.certificate, records, checks, *beside)


def open_notice(envelope: bytes, identities: Sequence[str], *, root: str) -> OpenedNotice:
    """Return what an ``opened`` envelope says. Raises ``NotGenuine`` as ``open_package`` does."""
    signed, plain = _unseal(envelope, identities, {EnvelopeKind.OPENED})
    wire = _read(plain, WireOpened)
    _check_sender(signed, wire.certificate, root)
    if (wire.opened.record, wire.opened.version) != (signed.header.record, signed.header.version):
        raise NotGenuine("This envelope holds something other than it says.")
    return OpenedNotice(wire.certificate, wire.opened)


def open_withdrawal(envelope: bytes, identities: Sequence[str], *, root: str) -> OpenedWithdrawal:
    """Return what takes a release back. Raises ``NotGenuine`` as ``open_package`` does."""
    signed, plain = _unseal(envelope, identities, {EnvelopeKind.WITHDRAWAL})
    wire = _read(plain, WireWithdrawal)
    _check_sender(signed, wire.certificate, root)
    with told("The laptop this came from is not the one it names."):
        check(Kind.WITHDRAWAL, wire.withdrawal, wire.signature, wire.certificate.keys.signing)
    said, header = wire.withdrawal, signed.header
    if (said.record, said.version, said.device) != (header.record, header.version, header.device):
        raise NotGenuine("This envelope holds something other than it says.")
    return OpenedWithdrawal(wire.certificate, said)


def _unseal(envelope: bytes, identities: Sequence[str], kinds: set[EnvelopeKind]) -> tuple[SignedHeader, bytes]:
    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    with told("This envelope is damaged, or is not one of ours."):
        signed, sealed = unpack(envelope)
    if signed.header.kind not in kinds:
        raise NotGenuine("This envelope holds something other than it says.")
    with told("This was not sealed for you, or it was changed on the way."):
        squeezed = pyrage.decrypt(sealed, keys)
    with told("What is inside this envelope is damaged."):
        return signed, unsqueeze(squeezed)


def records_in(wire: WirePackage, root: str) -> tuple[OpenedRecord, ...]:
    """Return the records of a package, each checked against the device of its author that signed it."""
    with told("The laptop this came from is not enrolled with this authority."):
        check_certificate(wire.certificate, root)
    with told("Something here was signed on a laptop of somebody else."):
        for other in wire.others:
            check_same_person(other, wire.certificate, root)
    by_device = {one.keys.device: one for one in (*wire.others, wire.certificate)}
    return tuple(_record(view, by_device.get(view.statement.device, wire.certificate)) for view in wire.records)


@contextmanager
def told(what: str) -> Iterator[None]:
    """Turn every way in which outside bytes can be wrong into one kind sentence, without its cause."""
    try:
        yield
    except (Refused, ValueError, pyrage.DecryptError, zstandard.ZstdError):
        raise NotGenuine(what) from None


def _read(plain: bytes, kind: type[MessageT]) -> MessageT:
    with told("What is inside this envelope is not in a form this program knows."):
        return decode(plain, kind)


def _check_sender(signed: SignedHeader, certificate: Certificate, root: str) -> None:
    with told("The laptop this came from is not enrolled with this authority."):
        check_certificate(certificate, root)
    with told("The laptop this came from is not the one it names."):
        check_sender(signed, certificate.keys.signing)
    if signed.header.device != certificate.keys.device:
        raise NotGenuine("The laptop this came from is not the one it names.")


def _record(view: WireView, certificate: Certificate) -> OpenedRecord:
    with told("This record is not in a form this program knows."):
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


def _check_signs(kind: EnvelopeKind, records: Sequence[OpenedRecord]) -> None:
    """Raise ``NotGenuine`` unless the second record is a signature under the very words the first one stands for."""
    kinds = [one.statement.kind for one in records]
    if kind is not EnvelopeKind.RELEASED or kinds != [RecordKind.ASSESSMENT, RecordKind.ALSO_AGREED]:
        raise NotGenuine("This envelope holds something other than it says.")
    under, signature = (one.statement for one in records)
    if (signature.agrees_to, signature.episode) != (under.root, under.episode):
        raise OtherWords


def _check_belongs(header: EnvelopeHeader, records: Sequence[OpenedRecord]) -> None:
    if not records:
        raise NotGenuine("There is nothing inside this envelope.")
    first = records[0].statement
    if (first.record, first.version) != (header.record, header.version):
        raise NotGenuine("This envelope holds something other than it says.")
