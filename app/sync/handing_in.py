"""The laptop's half of a hand-in by file: what waits for the desk onto a stick, and the desk's receipt back.

An envelope whose consent no longer holds never gets onto a stick, and the desk's word never stands for the endpoint's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.clock import Clock
from app.domain.ids import EnvelopeId, new_id
from app.domain.people import Role
from app.errors import Trouble
from app.sealing.genuine import NotGenuine
from app.sealing.opening import told
from app.storage import audit, hand_ins, outbox, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.hand_ins import HandIn
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.stick import write_checked
from app.storage.thread import VaultThread
from app.storage.troubles import SealedFileLost
from app.sync.consent import let_go, may_still_go
from app.sync.fetching import moment_in
from protocol import limits, statements
from protocol.certificates import check_certificate
from protocol.codec import decode
from protocol.messages import Certificate
from protocol.parcel import FORMAT, SUFFIX, Parcel, SignedTaken, TakenEnvelope, pack
from protocol.statements import Kind

ON_A_STICK = "on a stick"
"""What the audit says of an envelope that left in a file."""
RECEIPT_FORMAT = "ecaf-taken/1"
_NAME_LETTERS = 8
FOR_DESK = (OutboxKind.WITHDRAWAL, OutboxKind.RELEASED, OutboxKind.SIGNATURE)
"""What a stick takes to the desk; all else is for safe keeping, or for another laptop, and goes online alone."""
_ROOM_FOR_ENVELOPES = limits.PARCEL_BYTES - limits.PARCEL_HEAD_BYTES


class Sender(Protocol):
    """Who hands in: their certificate, and the authority they believe."""

    @property
    def certificate(self) -> Certificate:
        """What lets the desk believe this laptop."""
        ...

    @property
    def root(self) -> str:
        """The public key of the authority's root, pinned at enrolment."""
        ...


class NothingToHandIn(Trouble):
    """Nothing the family released waits on this laptop."""

    def __init__(self) -> None:
        super().__init__("Nothing waits for the desk.", "No file was written.", "There is nothing you need to do.")


@dataclass(frozen=True)
class Handed:
    """The file that stands on the stick, how many assessments are in it, and how many envelopes had no room or file.

    ``taken_back`` counts the words in it that something was taken back, ``signatures`` those that were added later.
    """

    path: Path
    inside: int
    left: int
    taken_back: int = 0
    signatures: int = 0


@dataclass(frozen=True)
class Acknowledged:
    """What a receipt says of this laptop's envelopes: how many are new, and how many were known."""

    new: int
    known: int


def hand_in(vault: VaultThread, sender: Sender, clock: Clock, folder: Path) -> Handed:
    """Write what waits for the desk into one file in ``folder``, and read it back.

    Raises ``NothingToHandIn``, or a trouble of the stick; then nothing has changed but what the audit says.
    """
    rows, given_up = vault.ask(lambda tx: _choose(tx, clock.now()))
    if given_up:
        sealed.erase(vault.vault.sealed, given_up)
    found = _fitting(vault.vault.sealed, rows)
    if not found:
        raise NothingToHandIn
    parcel = Parcel(FORMAT, new_id(), sender.certificate, len(found))
    vault.ask(lambda tx: _write_down(tx, [row.envelope for row, _ in found], clock.now()))
    path = folder / f"hand-in-{parcel.id[:_NAME_LETTERS]}{SUFFIX}"
    write_checked(path, pack(parcel, (body for _, body in found)))
    back = sum(row.kind is OutboxKind.WITHDRAWAL for row, _ in found)
    later = sum(row.kind is OutboxKind.SIGNATURE for row, _ in found)
    return Handed(path, len(found) - back - later, len(rows) - len(found), back, later)


def waiting_for_desk(tx: Transaction) -> list[OutboxRow]:
    """Return what goes to the desk and is with nobody yet: what was taken back first, then the oldest release first."""
    rows = outbox.unsent_for(tx, FOR_DESK)
    handed = hand_ins.of_envelopes(tx, [row.envelope for row in rows])
    return [row for row in rows if row.envelope not in handed]


def _choose(tx: Transaction, at: datetime) -> tuple[list[OutboxRow], tuple[str, ...]]:
    """Return what may go, and the files to erase of what no longer may."""
    rows = waiting_for_desk(tx)
    stays = [row for row in rows if not may_still_go(tx, row, at.date())]
    files = tuple(let_go(tx, row, at) for row in stays)
    return [row for row in rows if row not in stays], tuple(file for file in files if file)


def _fitting(folder: Path, rows: Sequence[OutboxRow]) -> list[tuple[OutboxRow, bytes]]:
    """Return those with their bytes for which one file has room; one whose file is lost is left to the courier."""
    found: list[tuple[OutboxRow, bytes]] = []
    room = _ROOM_FOR_ENVELOPES
    for row in rows[: limits.PARCEL_MEMBERS - 1]:
        try:
            body = sealed.read(folder, row.file)
        except SealedFileLost:
            continue
        if len(body) <= room:
            found.append((row, body))
            room -= len(body)
    return found


def _write_down(tx: Transaction, envelopes: Sequence[EnvelopeId], at: datetime) -> None:
    for envelope in envelopes:
        audit.write(tx, Act.EXPORTED, envelope, at, ON_A_STICK)


def read_receipt(body: bytes, root: str) -> SignedTaken:
    """Return a desk receipt once it holds: its form, its certificate up to the root, a coordinator's, its signature.

    Raises ``NotGenuine``.
    """
    if len(body) > limits.PARCEL_HEAD_BYTES:
        raise _not_a_receipt()
    with told("This is not a receipt from the desk, or it is damaged."):
        signed = decode(body, SignedTaken)
    if signed.taken.format != RECEIPT_FORMAT:
        raise _not_a_receipt()
    with told("This receipt was not made by your authority’s desk."):
        check_certificate(signed.certificate, root)
        statements.check(Kind.TAKEN, signed.taken, signed.signature, signed.certificate.keys.signing)
    by_the_desk = signed.certificate.invitation.role == Role.COORDINATOR.value
    if not by_the_desk or signed.taken.device != signed.certificate.keys.device:
        raise NotGenuine("This receipt was not made by your authority’s desk.", *_UNCHANGED)
    moment_in(signed.taken.taken_at)
    return signed


_UNCHANGED = (
    "Nothing was changed: your work still waits on this laptop.",
    "Please ask the desk to take the file in again, which makes the receipt anew.",
)


def _not_a_receipt() -> NotGenuine:
    return NotGenuine("This is not a receipt from the desk, or it is damaged.", *_UNCHANGED)


def take_receipt(tx: Transaction, signed: SignedTaken, at: datetime) -> Acknowledged:
    """Write down what a checked receipt says of this laptop's envelopes. Raises ``NotGenuine`` when it names none."""
    ours = [one for one in signed.taken.envelopes if _is_ours(tx, one)]
    if not ours:
        raise NotGenuine(
            "This receipt is for another laptop.", _UNCHANGED[0], "Please use the one that was made for this laptop."
        )
    new = sum(_acknowledge(tx, signed, EnvelopeId(one.id), at) for one in ours)
    return Acknowledged(new, len(ours) - new)


def _is_ours(tx: Transaction, one: TakenEnvelope) -> bool:
    row = outbox.get(tx, EnvelopeId(one.id))
    return row is not None and row.sha256 == one.sha256


def _acknowledge(tx: Transaction, signed: SignedTaken, envelope: EnvelopeId, at: datetime) -> bool:
    taken_at = moment_in(signed.taken.taken_at)
    is_new = hand_ins.add(tx, HandIn(envelope, signed.certificate.invitation.name, taken_at, _short(signed)))
    if is_new:
        audit.write(tx, Act.RECEIVED, envelope, at, ON_A_STICK)
    return is_new


def _short(signed: SignedTaken) -> str:
    """Return which receipt it was: its parcel and its signature."""
    return f"{signed.taken.parcel} {signed.signature}"
