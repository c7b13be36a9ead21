"""Packing views and sealing them (``docs/protocol.md`` §5); nothing is sealed that did not come through a door.

The doors are ``released`` and ``kept`` of ``app.domain.sharing``. What is whole can be sealed to its keepers only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyrage
from msgspec.structs import replace

from app.domain.record import Leaf, Statement
from app.domain.sharing import KeptView, Recipient, RecipientKind, ReleasedView
from app.sealing.records import check_signer, check_view
from app.sealing.size import TooLarge
from app.sealing.wire import (
    CarriedDraft,
    Ledger,
    SignedBeside,
    WireBeside,
    WireDraft,
    WireEpisode,
    WireLedger,
    WireOpened,
    WirePackage,
    WireView,
    WireWithdrawal,
    leaf_out,
    statement_out,
)
from protocol.codec import encode, to_text
from protocol.limits import PACKAGE_BYTES
from protocol.messages import Certificate, DeviceKeys, Directory, EnvelopeKind, Message, Opened, Withdrawal
from protocol.squeezing import squeeze

_DOOR = object()


@dataclass(frozen=True)
class SealablePackage:
    """Packed bytes that may be sealed; only the ``package_…`` functions here make one."""

    kind: EnvelopeKind
    body: bytes = field(repr=False)
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless a function of this module made it."""
        if self._door is not _DOOR:
            raise TypeError("only the package_…() functions make a package")


@dataclass(frozen=True)
class Readers:
    """Who a package is sealed to: age recipients by key id, for one kind of package."""

    kind: EnvelopeKind
    keys: Mapping[str, str]


@dataclass(frozen=True)
class Sealed:
    """Bytes that only their recipients (key ids) can read."""

    kind: EnvelopeKind
    recipients: tuple[str, ...]
    body: bytes = field(repr=False)


def keepers(device: DeviceKeys, directory: Directory, kind: EnvelopeKind = EnvelopeKind.KEPT) -> Readers:
    """Return who may read what is kept whole: the author's own device and the escrow."""
    return Readers(kind, {device.device: device.reading} | directory.escrow)


def successor(to: DeviceKeys, kind: EnvelopeKind = EnvelopeKind.KEPT) -> Readers:
    """Return who may read what moves: its author's new device, once ``check_same_person`` said that it is hers."""
    return Readers(kind, {to.device: to.reading})


def desk(directory: Directory) -> Readers:
    """Return who may read what the family released to the early help desk: its key of this epoch."""
    return Readers(EnvelopeKind.RELEASED, directory.desk)


def readers_for(directory: Directory, recipient: Recipient) -> Readers | None:
    """Return who may read what is released to somebody, or ``None`` where the directory has no key of theirs.

    In version 1 it has keys of the early help desk alone.
    """
    return desk(directory) if recipient.kind is RecipientKind.DESK and directory.desk else None


def told_of_withdrawal(directory: Directory) -> Readers:
    """Return who may read that a release is taken back: those who had it."""
    return Readers(EnvelopeKind.WITHDRAWAL, directory.desk)


def author(device: DeviceKeys) -> Readers:
    """Return who may read that a record was opened: the device it came from."""
    return Readers(EnvelopeKind.OPENED, {device.device: device.reading})


def package_released(
    certificate: Certificate, views: Sequence[ReleasedView], *, restricted: bool = False
) -> SealablePackage:
    """Return released views, the record first and then the agreement it stands on, ready to be sealed.

    ``restricted`` tells the desk, inside the seal, that the young person decides alone: it is known before a name is.

    Raises ``TypeError`` for anything but released views, ``ValueError`` for views made for anyone but the desk (no
    service has a key of its own in version 1), ``NotGenuine`` when a view is not signed by the certificate's device.
    """
    _only(ReleasedView, views)
    if any(view.recipient.kind is not RecipientKind.DESK for view in views):
        raise ValueError("only the early help desk has a key to seal to")
    wires = [_view(certificate, view.statement, view.signature, view.disclosed, view.withheld) for view in views]
    return _package(EnvelopeKind.RELEASED, _records(certificate, wires, restricted=restricted))


def package_signature(
    certificate: Certificate, views: tuple[ReleasedView, ReleasedView], others: Sequence[Certificate] = ()
) -> SealablePackage:
    """Return what was signed, with none of its answers, and a signature that was added later, ready to be sealed.

    ``others`` vouch for what was signed on an earlier device of the same person. Raises as ``package_released``.
    """
    _only(ReleasedView, views)
    if any(view.recipient.kind is not RecipientKind.DESK for view in views):
        raise ValueError("only the early help desk has a key to seal to")
    by_device = {one.keys.device: one for one in (*others, certificate)}
    signers = [by_device.get(view.statement.device, certificate) for view in views]
    wires = [
        _view(signer, view.statement, view.signature, view.disclosed, view.withheld)
        for signer, view in zip(signers, views, strict=True)
    ]
    needed = tuple(dict.fromkeys(one for one in signers if one != certificate))
    message = WirePackage("ecaf-package/1", certificate, tuple(wires), needed, also_agreed=True)
    return _package(EnvelopeKind.RELEASED, message)


def package_kept(
    certificate: Certificate,
    views: Sequence[KeptView],
    others: Sequence[Certificate] = (),
    episode: WireEpisode | None = None,
    beside: SignedBeside | None = None,
) -> SealablePackage:
    """Return whole records, the record first and then what it stands on, ready to be sealed to their keepers.

    Raises as ``wire_kept``.
    """
    return _package(EnvelopeKind.KEPT, replace(wire_kept(certificate, views, others, episode), beside=beside))


def wire_kept(
    certificate: Certificate,
    views: Sequence[KeptView],
    others: Sequence[Certificate] = (),
    episode: WireEpisode | None = None,
) -> WirePackage:
    """Return whole records as a package holds them.

    ``others`` vouch for records that the author signed on an earlier device. Raises ``TypeError`` for anything but
    kept views, ``NotGenuine`` when one is signed by no device that is vouched for.
    """
    _only(KeptView, views)
    records = [view.record for view in views]
    by_device = {one.keys.device: one for one in (*others, certificate)}
    signers = [by_device.get(record.statement.device, certificate) for record in records]
    wires = [
        _view(signer, one.statement, one.signature, one.leaves, one.decoys)
        for signer, one in zip(signers, records, strict=True)
    ]
    used = {one.statement.device for one in records}
    needed = tuple(one for one in others if one.keys.device in used and one != certificate)
    return WirePackage("ecaf-package/1", certificate, tuple(wires), needed, episode)


def package_opened(certificate: Certificate, opened: Opened) -> SealablePackage:
    """Return the word that a record was opened, from the device with this certificate, ready to be sealed."""
    return _package(EnvelopeKind.OPENED, WireOpened("ecaf-opened/1", certificate, opened))


def package_withdrawal(certificate: Certificate, withdrawal: Withdrawal, signature: str) -> SealablePackage:
    """Return the word that a release is taken back, ready to be sealed."""
    message = WireWithdrawal("ecaf-withdrawal/1", certificate, withdrawal, signature)
    return _package(EnvelopeKind.WITHDRAWAL, message)


def package_ledger(certificate: Certificate, ledger: Ledger, signature: str) -> SealablePackage:
    """Return what stood on this laptop, ready to be sealed to its author and the escrow."""
    return _package(EnvelopeKind.LEDGER, WireLedger("ecaf-ledger/1", certificate, ledger, signature))


def package_draft(
    certificate: Certificate,
    draft: CarriedDraft,
    signature: str,
    agreement: WirePackage | None = None,
    beside: SignedBeside | None = None,
) -> SealablePackage:
    """Return a draft, ready to be sealed to its author's devices, and to the escrow where the family said so."""
    return _package(EnvelopeKind.DRAFT, WireDraft("ecaf-draft/1", certificate, draft, signature, agreement, beside))


def package_beside(certificate: Certificate, signed: SignedBeside) -> SealablePackage:
    """Return what stands beside the records of an episode, ready to be sealed to its author's new device."""
    return _package(EnvelopeKind.KEPT, WireBeside("ecaf-beside/1", certificate, signed.beside, signed.signature))


def _only(kind: type[ReleasedView | KeptView], views: Sequence[object]) -> None:
    if not views or not all(type(view) is kind for view in views):
        raise TypeError(f"a package is made of {kind.__name__} and of nothing else")


def _view(
    certificate: Certificate, statement: Statement, signature: bytes, disclosed: Sequence[Leaf], rest: Sequence[bytes]
) -> WireView:
    check_signer(statement, certificate)
    check_view(statement, signature, disclosed, rest, certificate.keys.signing)
    leaves = tuple(leaf_out(leaf) for leaf in sorted(disclosed, key=lambda leaf: leaf.path))
    return WireView(statement_out(statement), to_text(signature), leaves, tuple(map(to_text, sorted(rest))))


def _records(certificate: Certificate, wires: Sequence[WireView], *, restricted: bool) -> WirePackage:
    return WirePackage("ecaf-package/1", certificate, tuple(wires), restricted=restricted)


def _package(kind: EnvelopeKind, message: Message) -> SealablePackage:
    body = encode(message)
    if len(body) > PACKAGE_BYTES:
        raise TooLarge
    return SealablePackage(kind, body, _DOOR)


def seal(package: SealablePackage, readers: Readers) -> Sealed:
    """Return the package compressed and sealed with age: different bytes each time, so seal once and keep them.

    Raises ``TypeError`` when the readers are not of the package's kind: what is whole never reaches the desk's key.
    """
    if type(package) is not SealablePackage or package.kind is not readers.kind or not readers.keys:
        raise TypeError("these readers are not the ones for this package")
    recipients = [pyrage.x25519.Recipient.from_str(key) for key in readers.keys.values()]
    return Sealed(package.kind, tuple(sorted(readers.keys)), pyrage.encrypt(squeeze(package.body), recipients))
