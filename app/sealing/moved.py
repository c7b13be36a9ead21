"""What moves to its author's new laptop, and what comes out of it there; nothing is believed before it was checked.

The file is sealed to the new laptop's reading key alone. Each thing inside is signed by the laptop it was made on, and
only what the same person made is taken in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.record import FinishedRecord
from app.sealing.checks import OpenedRecord
from app.sealing.genuine import NotGenuine
from app.sealing.opening import records_in, told
from app.sealing.packages import SealablePackage, package_draft, package_ledger, seal, successor
from app.sealing.wire import (
    Beside,
    CarriedDraft,
    Ledger,
    SignedBeside,
    WireBeside,
    WireDraft,
    WireEpisode,
    WireLedger,
    WirePackage,
)
from protocol import moving, statements
from protocol.codec import convert, parse
from protocol.limits import LEAF_MULTIPLE
from protocol.messages import Certificate
from protocol.moving import check_same_person
from protocol.squeezing import unsqueeze
from protocol.statements import Kind

_NOT_FOR_HERE = "This file is for another laptop."


@dataclass(frozen=True)
class MovedRecords:
    """Whole records of one episode, and the certificates of the devices that signed them."""

    records: tuple[FinishedRecord, ...]
    certificates: tuple[Certificate, ...]
    episode: WireEpisode | None
    beside: Beside | None = None


@dataclass(frozen=True)
class MovedDraft:
    """A draft, the finished agreement to start that it stands on, and what stands beside both."""

    draft: CarriedDraft
    agreement: MovedRecords | None
    beside: Beside | None = None


Moved = MovedRecords | MovedDraft | Beside | Ledger
"""What one file may hold: whole records, a draft, what stands beside them, or what stood on a laptop."""


def signed_ledger(certificate: Certificate, ledger: Ledger, key: Ed25519PrivateKey) -> SealablePackage:
    """Return a ledger signed by this device, ready to be sealed."""
    return package_ledger(certificate, ledger, statements.sign(Kind.LEDGER, ledger, key))


def signed_draft(
    certificate: Certificate,
    draft: CarriedDraft,
    key: Ed25519PrivateKey,
    agreement: WirePackage | None = None,
    beside: SignedBeside | None = None,
) -> SealablePackage:
    """Return a draft signed by this device, ready to be sealed."""
    return package_draft(certificate, draft, statements.sign(Kind.DRAFT, draft, key), agreement, beside)


def signed_beside(beside: Beside, key: Ed25519PrivateKey) -> SignedBeside:
    """Return what stands beside records, signed by this device."""
    return SignedBeside(beside, statements.sign(Kind.BESIDE, beside, key))


def sealed_for(package: SealablePackage, to: Certificate) -> bytes:
    """Return the file that carries a package to a new device of its author."""
    return moving.pack(to.keys.device, seal(package, successor(to.keys, package.kind)).body)


def read_certificate(written: bytes) -> Certificate:
    """Return the certificate in a new laptop's file. Raises ``NotGenuine``."""
    with told("This is not the file that a new laptop makes."):
        return convert(parse(written), Certificate)


def check_hers(one: Certificate, other: Certificate, root: str) -> None:
    """Raise ``NotGenuine`` unless both devices are the same person's, at this authority."""
    with told("That laptop belongs to somebody else, or to another authority."):
        check_same_person(one, other, root)


def open_moved(file: bytes, identities: Sequence[str], *, root: str, owner: Certificate) -> Moved:
    """Return what a file holds for the device whose certificate ``owner`` is.

    Raises ``NotGenuine`` when it is for another laptop, of another person, or anything in it does not hold.
    """
    with told("This file is damaged, or is not one of ours."):
        header, sealed = moving.unpack(file)
    if header.device != owner.keys.device:
        raise NotGenuine(_NOT_FOR_HERE, next_step="Please use the file that was made for this laptop.")
    with told("This was not sealed for this laptop, or it was changed on the way."):
        squeezed = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(one) for one in identities])
    with told("What is inside this file is damaged."):
        wire = _wire_in(unsqueeze(squeezed))
    check_hers(wire.certificate, owner, root)
    match wire:
        case WirePackage():
            return _records(wire, root)
        case WireLedger():
            _check_signed(wire.certificate, Kind.LEDGER, wire.ledger, wire.signature)
            return wire.ledger
        case WireBeside():
            _check_signed(wire.certificate, Kind.BESIDE, wire.beside, wire.signature)
            return wire.beside
    _check_signed(wire.certificate, Kind.DRAFT, wire.draft, wire.signature)
    return MovedDraft(wire.draft, _agreement(wire, owner, root), _beside(wire))


def _wire_in(plain: bytes) -> WirePackage | WireDraft | WireLedger | WireBeside:
    value = parse(plain)
    said = value.get("format") if isinstance(value, dict) else None
    if said == "ecaf-draft/1":
        return convert(value, WireDraft)
    if said == "ecaf-ledger/1":
        return convert(value, WireLedger)
    if said == "ecaf-beside/1":
        return convert(value, WireBeside)
    return convert(value, WirePackage)


def _beside(wire: WirePackage | WireDraft) -> Beside | None:
    """Return what stands beside what came, once it was checked that the same device signed it."""
    if wire.beside is None:
        return None
    _check_signed(wire.certificate, Kind.BESIDE, wire.beside.beside, wire.beside.signature)
    return wire.beside.beside


def _records(wire: WirePackage, root: str) -> MovedRecords:
    records = tuple(_whole(record) for record in records_in(wire, root))
    if wire.episode is not None and any(one.statement.episode != wire.episode.episode for one in records):
        raise NotGenuine("This file holds something other than it says.")
    beside = _beside(wire)
    if beside is not None and beside.episode != wire.episode:
        raise NotGenuine("This file holds something other than it says.")
    return MovedRecords(records, (*wire.others, wire.certificate), wire.episode, beside)


def _whole(opened: OpenedRecord) -> FinishedRecord:
    if len(opened.withheld) > LEAF_MULTIPLE:  # a whole record has no more decoys than that
        raise NotGenuine("A record in this file is not whole.")
    return FinishedRecord(opened.statement, opened.signature, opened.disclosed, opened.withheld)


def _agreement(wire: WireDraft, owner: Certificate, root: str) -> MovedRecords | None:
    if wire.agreement is None:
        return None
    check_hers(wire.agreement.certificate, owner, root)
    return _records(wire.agreement, root)


def _check_signed(certificate: Certificate, kind: Kind, what: CarriedDraft | Ledger | Beside, signature: str) -> None:
    with told("The laptop this came from is not the one it names."):
        statements.check(kind, what, signature, certificate.keys.signing)
    if what.device != certificate.keys.device:
        raise NotGenuine("The laptop this came from is not the one it names.")
