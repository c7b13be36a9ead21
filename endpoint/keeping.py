"""Keeping envelopes, however they came: once, for ever, under one id; refused without a trace of what they hold.

Several are kept as if they had come one after another, and asked and told the database of all together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from endpoint.ids import check_id
from endpoint.permissions import check_may_send
from endpoint.storage.arriving import NewEnvelope, Place, find_places, insert_envelopes
from endpoint.storage.blobs import find_blob, let_go_of_blob, read_blob
from endpoint.storage.database import Transaction
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.envelopes import find_envelope
from endpoint.storage.letting_go import find_word, settle_bytes
from endpoint.storage.standings import mark_copied
from endpoint.times import to_text
from endpoint.visit import SignedVisit
from protocol import limits
from protocol.codec import decode, encode
from protocol.envelope import check_sealed, check_sender, pack, split
from protocol.keeping import receipt_hash
from protocol.messages import REPLACED_BY_NEWER, EnvelopeHeader, EnvelopeKind, Receipt, SignedHeader, SignedReceipt
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign

_WITH_PREV = 2
"""The version of the protocol since which a receipt names the one before it."""

_LETS_GO = frozenset({EnvelopeKind.WITHDRAWAL, *REPLACED_BY_NEWER})
"""Kinds that make the bytes of others needless once they are kept."""


@dataclass(frozen=True)
class Brought:
    """An envelope as it was brought: in which visit, its bytes, which version of the protocol its receipt is read by.

    ``named`` is the id it must have, if any.
    """

    visit: SignedVisit
    envelope: bytes
    version: int
    named: str = ""


@dataclass(frozen=True)
class Kept:
    """What came of bringing an envelope: its id, 201 for one that is new and 200 for one that was here, its receipt."""

    id: str
    status: int
    receipt: bytes


@dataclass(frozen=True)
class _Checked:
    """An envelope that is right by itself; without its sealed bytes where those came piece by piece before."""

    visit: SignedVisit
    version: int
    signed: SignedHeader
    sealed: bytes
    is_bare: bool

    @property
    def header(self) -> EnvelopeHeader:
        return self.signed.header

    @property
    def claims(self) -> frozenset[object]:
        """What no other envelope may have."""
        return frozenset({self.header.id, (self.header.device, self.header.device_seq)})


def keep_all(tx: Transaction, several: Sequence[Brought]) -> list[Kept | Refused]:
    """Keep envelopes in their order, and return what came of each; the same again gets the same receipt.

    For one that is refused nothing was written, and nothing has to be undone.
    """
    checked = [_checked(one) for one in several]
    right = [one for one in checked if isinstance(one, _Checked)]
    if right:
        tx.take_turn()
    kept = (outcome for run in _runs(right) for outcome in _keep_run(tx, run))
    return [next(kept) if isinstance(one, _Checked) else one for one in checked]


def _checked(brought: Brought) -> _Checked | Refused:
    try:
        signed, sealed = split(brought.envelope)
        _check_header(brought, signed.header)
        _check_signature(brought.visit, signed)
        is_bare = not sealed and signed.header.size > 0
        if not is_bare:
            check_sealed(signed, sealed)
    except Refused as refusal:
        return refusal
    return _Checked(brought.visit, brought.version, signed, sealed, is_bare)


def _check_header(brought: Brought, header: EnvelopeHeader) -> None:
    check_id(header.id)
    if not header.recipients or header.blobs or header.device_seq < 1:
        raise Refused(Problem.UNREADABLE)
    check_may_send(brought.visit.device, header)
    if brought.named and header.id != brought.named:
        raise Refused(Problem.UNREADABLE)


def _check_signature(visit: SignedVisit, signed: SignedHeader) -> None:
    try:
        check_sender(signed, visit.device.signing)
    except Refused as fault:
        # 401 would mean "try again": this envelope will never be right.
        raise Refused(Problem.UNREADABLE) from fault


def _runs(several: Iterable[_Checked]) -> Iterator[list[_Checked]]:
    """Part envelopes where one must be kept before the next is judged: its claims come again, or it changes others."""
    run, claimed = list[_Checked](), set[object]()
    for one in several:
        if not claimed.isdisjoint(one.claims):
            yield run
            run, claimed = [], set()
        run.append(one)
        claimed |= one.claims
        if one.is_bare or one.header.kind in _LETS_GO:
            yield run
            run, claimed = [], set()
    if run:
        yield run


def _keep_run(tx: Transaction, several: Sequence[_Checked]) -> list[Kept | Refused]:
    last, places = find_places(tx, [one.header for one in several])
    run = _Run(tx, last)
    outcomes = [run.judge(*pair) for pair in zip(several, places, strict=True)]
    insert_envelopes(tx, [new for _, new in run.new])
    for one, _ in run.new:
        _settle(tx, one)
    return outcomes


@dataclass
class _Run:
    """Envelopes judged one after another, from the last place on that was given out before them."""

    tx: Transaction
    last: int
    new: list[tuple[_Checked, NewEnvelope]] = field(default_factory=list)

    def judge(self, one: _Checked, place: Place) -> Kept | Refused:
        """Return what comes of an envelope; it is kept together with the others that are new."""
        try:
            if place.is_taken:
                return Kept(one.header.id, 200, _earlier_receipt(self.tx, one.signed))
            sealed = _brought_before(self.tx, one) if one.is_bare else one.sealed
        except Refused as refusal:
            return refusal
        receipt = _receipt(one, self.last + len(self.new) + 1, self._prev(one.header, place))
        self.new.append((one, NewEnvelope(one.signed, None if place.is_withdrawn else sealed, receipt)))
        return Kept(one.header.id, 201, encode(receipt))

    def _prev(self, header: EnvelopeHeader, place: Place) -> str:
        """Return the hash of the receipt next before this envelope's by number; empty for the first of its device."""
        mine = {one.header.device_seq: new.receipt for one, new in self.new if one.header.device == header.device}
        nearest = max((number for number in mine if number < header.device_seq), default=0)
        if nearest > place.number_before:
            return receipt_hash(mine[nearest].receipt)
        before = place.receipt_before
        return receipt_hash(decode(before, SignedReceipt).receipt) if before is not None else ""


def _brought_before(tx: Transaction, one: _Checked) -> bytes:
    device, sha256 = one.header.device, one.header.sha256
    blob = find_blob(tx, device, sha256)
    if blob is None or blob.received < blob.size:
        raise Refused(Problem.BLOB_MISSING, missing=(sha256,))
    sealed = read_blob(tx, device, sha256)
    if len(pack(one.signed, sealed)) > limits.ENVELOPE_BYTES:
        raise Refused(Problem.TOO_LARGE)
    check_sealed(one.signed, sealed)
    return sealed


def _receipt(one: _Checked, server_seq: int, prev: str) -> SignedReceipt:
    key = one.visit.house.receipt_key
    receipt = Receipt(
        id=one.header.id,
        sha256=one.header.sha256,
        store_epoch=one.visit.house.store_epoch,
        server_seq=server_seq,
        received_at=to_text(one.visit.now),
        prev=prev if one.version >= _WITH_PREV else "",
    )
    return SignedReceipt(receipt, public_text(key), sign(Kind.RECEIPT, receipt, key))


def _settle(tx: Transaction, one: _Checked) -> None:
    if one.is_bare:
        let_go_of_blob(tx, one.header.device, one.header.sha256)
    takes_back = one.header.kind is EnvelopeKind.WITHDRAWAL
    settle_bytes(tx, one.header, list_devices_of_same_person(tx, one.visit.device) if takes_back else ())


def _earlier_receipt(tx: Transaction, signed: SignedHeader) -> bytes:
    word = find_word(tx, signed.header.id)
    if word is not None:
        raise Refused(Problem.ENVELOPE_ERASED, erased=word)
    earlier = find_envelope(tx, signed.header.id)
    if earlier is None:
        raise Refused(Problem.DEVICE_SEQ_DIFFERENT)
    if earlier.header != signed:
        raise Refused(Problem.ENVELOPE_DIFFERENT)
    return earlier.receipt


def note_refusal(visit: SignedVisit, refusal: Refused) -> None:
    """Write down what a refusal says of the device itself; this outlives the attempt that was refused."""
    if refusal.problem is Problem.DEVICE_SEQ_DIFFERENT:
        mark_copied(visit.tx, visit.device.id, to_text(visit.now))
