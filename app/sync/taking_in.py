"""The desk's half of a hand-in by file: a small process reads it, the checks are those of online.

A file that does not hold changes nothing; what is here already stays as it is.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.paths import own_program
from app.sealing.device import DeviceSecrets
from app.sealing.genuine import NotGenuine
from app.sealing.wire import moment_out
from app.storage import audit, inbox, later_signatures
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.stick import write_checked
from app.storage.thread import VaultThread
from app.sync.fetching import Reader, Step, put_aside, released, taken_back
from app.sync.handing_in import RECEIPT_FORMAT
from app.sync.parcel_child import GOOD, LENGTH_BYTES, SECONDS
from app.sync.senders import check_sender
from protocol import limits
from protocol.codec import decode, encode
from protocol.envelope import unpack
from protocol.messages import Certificate, EnvelopeHeader, EnvelopeKind
from protocol.parcel import Parcel, SignedTaken, Taken, TakenEnvelope
from protocol.problems import Problem, Refused
from protocol.statements import Kind, sign

A_RECEIPT = "a receipt"
"""What the audit says of a receipt that was made for a stick."""
RECEIPT_SUFFIX = ".ecaf-receipt"
_NAME_LETTERS = 8
_FOR_DESK = frozenset({EnvelopeKind.WITHDRAWAL, EnvelopeKind.RELEASED})
_CODE_BYTES = 100


class Desk(Reader, Protocol):
    """Who takes in at the desk: a reader who can sign a receipt, and ask whether an author may send."""

    @property
    def endpoint(self) -> str:
        """The endpoint's address."""
        ...

    @property
    def certificate(self) -> Certificate:
        """What lets the sender believe this laptop."""
        ...

    @property
    def secrets(self) -> DeviceSecrets:
        """The keys of this laptop."""
        ...


class FileRefused(Trouble):
    """A file from a stick that is not what it claims to be; nothing of it was taken in."""

    def __init__(self, what: str) -> None:
        super().__init__(
            what,
            "Nothing was taken in, and nothing here was changed.",
            "Please ask whoever brought it to write the file again, on another stick if you can.",
        )


class FileEndedEarly(Trouble):
    """The file stopped coming half-way: often the stick was pulled out."""

    def __init__(self) -> None:
        super().__init__(
            "The file could not be read to its end.",
            "What was read is safe here, and nothing will be here twice.",
            "Is the stick still in? Please take the same file in again: only then is there a receipt.",
        )


_WHY = {
    Problem.TOO_LARGE.code: "This file is larger than a hand-in can be.",
    Problem.UNREADABLE.code: "Something in this file was changed after it was sealed.",
    Problem.SIGNATURE_WRONG.code: "This file was not made on a laptop of your authority.",
}
_DAMAGED = "This file is damaged, or is not a hand-in."


@dataclass(frozen=True)
class TakenIn:
    """What came of a file: how many are new, how many were here, how many could not be opened, and the receipt.

    ``asked`` says whether it could be asked if its author may send just now.
    """

    new: int
    known: int
    left: int
    receipt: SignedTaken
    asked: bool = True


def take_in(vault: VaultThread, desk: Desk, clock: Clock, file: Path) -> TakenIn:
    """Take in what families released to this desk, each envelope in its own transaction.

    Raises ``FileRefused`` when the file does not hold, ``SenderHeld`` where its author may not send just now: then
    nothing was changed.
    """
    taken: list[TakenEnvelope] = []
    new = left = 0
    with reading(file, desk.root) as (parcel, envelopes):
        asked = check_sender(desk, parcel.certificate.keys.device)
        for envelope in envelopes:
            header, step, holds = _step(vault, envelope, desk, clock.now())
            is_new, holds = _write(vault, header, step, holds=holds)
            if holds:
                taken.append(TakenEnvelope(header.id, header.sha256))
                new += is_new
            else:
                left += 1
    receipt = _receipt(desk, parcel, taken, clock.now())
    vault.ask(lambda tx: audit.write(tx, Act.EXPORTED, parcel.id, clock.now(), A_RECEIPT))
    return TakenIn(new, len(taken) - new, left, receipt, asked)


def write_receipt(receipt: SignedTaken, folder: Path) -> Path:
    """Write a receipt onto the stick and read it back; raises a trouble of the stick."""
    path = folder / f"receipt-{receipt.taken.parcel[:_NAME_LETTERS]}{RECEIPT_SUFFIX}"
    write_checked(path, encode(receipt))
    return path


def _step(vault: VaultThread, envelope: bytes, desk: Desk, at: datetime) -> tuple[EnvelopeHeader, Step, bool]:
    """Return how to write one envelope down, and whether it holds for this desk."""
    header = _header(envelope)
    here = vault.ask(lambda tx: _here(tx, EnvelopeId(header.id)))
    try:
        _check_for_desk(header, envelope, here)
        if header.kind is EnvelopeKind.WITHDRAWAL:
            return header, taken_back(envelope, desk, at), True
        return header, released(header, envelope, desk, at), True
    except NotGenuine as fault:
        return header, put_aside(header, fault), False


def _here(tx: Transaction, envelope: EnvelopeId) -> bytes | None:
    return inbox.body(tx, envelope) or later_signatures.body(tx, envelope)


def _write(vault: VaultThread, header: EnvelopeHeader, step: Step, *, holds: bool) -> tuple[bool, bool]:
    """Write one envelope down; say whether it is new, and whether it holds beside what is here."""
    try:
        return vault.ask(step), holds
    except NotGenuine as fault:
        return vault.ask(put_aside(header, fault)), False


def _check_for_desk(header: EnvelopeHeader, envelope: bytes, here: bytes | None) -> None:
    if header.kind not in _FOR_DESK:
        raise NotGenuine("This was not released to the desk.")
    if here is not None and here != envelope:
        raise NotGenuine("Another envelope is here under the same number.")


def _header(envelope: bytes) -> EnvelopeHeader:
    try:
        return unpack(envelope)[0].header
    except Refused:
        raise FileRefused(_DAMAGED) from None


def _receipt(desk: Desk, parcel: Parcel, taken: list[TakenEnvelope], at: datetime) -> SignedTaken:
    said = Taken(RECEIPT_FORMAT, parcel.id, desk.device, moment_out(at), tuple(taken))
    return SignedTaken(said, desk.certificate, sign(Kind.TAKEN, said, desk.secrets.signing))


@contextmanager
def reading(file: Path, root: str, seconds: float = SECONDS) -> Iterator[tuple[Parcel, Iterator[bytes]]]:
    """Give what a file says of itself, and its envelopes, as a small process of this program reads them.

    Raises ``FileRefused`` before the first envelope when any of it does not hold, or when it takes too long.
    """
    with _opened(file) as source, _child(source, root) as child:
        ending = threading.Timer(seconds, child.kill)
        ending.start()
        try:
            out = child.stdout
            if out is None or out.read(len(GOOD)) != GOOD:
                raise FileRefused(_WHY.get(_code(out), _DAMAGED))
            yield _parcel(out), _envelopes(out)
        finally:
            ending.cancel()
            child.kill()


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    try:
        if not file.is_file():
            raise FileRefused(_DAMAGED)
        source = file.open("rb")
    except OSError:
        raise FileRefused("The stick could not be read. Is it still in?") from None
    with source:
        yield source


def _child(source: IO[bytes], root: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program; it is told the public root and given the file, and nothing else
        [*own_program(), "--parse", root],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        close_fds=True,
    )


def _code(out: IO[bytes] | None) -> str:
    return out.read(_CODE_BYTES).decode("ascii", "replace") if out is not None else ""


def _parcel(out: IO[bytes]) -> Parcel:
    try:
        return decode(_part(out, limits.PARCEL_HEAD_BYTES), Parcel)
    except Refused:
        raise FileRefused(_DAMAGED) from None


def _envelopes(out: IO[bytes]) -> Iterator[bytes]:
    for _ in range(limits.PARCEL_MEMBERS):
        try:
            part = _part(out, limits.ENVELOPE_BYTES)
        except Refused:
            raise FileEndedEarly from None
        if not part:
            return
        yield part


def _part(out: IO[bytes], largest: int) -> bytes:
    size = out.read(LENGTH_BYTES)
    length = int.from_bytes(size, "big")
    part = out.read(length) if len(size) == LENGTH_BYTES and length <= largest else b""
    if len(size) != LENGTH_BYTES or len(part) != length:
        raise Refused(Problem.MALFORMED)
    return part
