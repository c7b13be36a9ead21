"""What waits goes in batches; a bad one stops no other, and what the endpoint has lost waits again under its own id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, author, kept_at_endpoint
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.storage import outbox, sync_state
from app.storage.outbox import OutboxKind
from app.sync.client import EndpointClient, EndpointRefused, Unreachable
from app.sync.reconciling import EPOCH, TOKEN, make_contact
from app.sync.status import Reach
from endpoint.settings import Settings
from protocol.batches import Verdict, Verdicts
from protocol.codec import decode, to_bytes
from protocol.envelope import unpack
from protocol.keeping import (
    Contact,
    DeviceStanding,
    Erased,
    ErasureWhy,
    Month,
    MonthHeld,
    Months,
    SignedErased,
    Standing,
    month_digest,
)
from protocol.messages import SignedReceipt
from protocol.problems import Problem
from protocol.statements import Kind, public_text, sign


class Together(EndpointClient):
    """A cable on which a batch is taken apart, and each envelope brought by itself."""

    spoilt: Callable[[Verdict], Verdict] | None = None
    cut_after: int | None = None
    alone = 0
    together: tuple[int, ...] = ()

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Bring each, and hear a verdict for each; or bring a few, and hear nothing."""
        self.together += (len(envelopes),)
        verdicts = []
        for number, envelope in enumerate(envelopes):
            if number == self.cut_after:
                raise Unreachable
            header = unpack(envelope)[0].header
            said = Verdict(header.id, 201, super().put(envelope, header.id))
            verdicts.append(self.spoilt(said) if self.spoilt is not None else said)
        return Verdicts(tuple(verdicts))

    def put(self, envelope: bytes, envelope_id: str) -> SignedReceipt:
        """Bring one by itself."""
        self.alone += 1
        return super().put(envelope, envelope_id)


@pytest.fixture
def busy(ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]) -> Courier:
    """Give a practitioner whose two families' four envelopes wait."""
    return closing(author(ambleton_running, tmp_path / "jo", families=2))


def test_all_that_waits_goes_in_one_request(busy: Courier, ambleton_running: Town) -> None:
    cable = busy.cable(Together)
    busy.round(cable)
    assert (cable.together, cable.alone) == ((4,), 0)
    assert set(busy.states()) == {"received"}
    kept = kept_at_endpoint(ambleton_running)
    assert [kept.count(row.envelope) for row in busy.rows()] == [1] * 4


def test_an_endpoint_without_batches_is_brought_them_one_by_one(busy: Courier) -> None:
    class Older(Together):
        def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
            self.together += (len(envelopes),)
            raise EndpointRefused(Problem.METHOD_NOT_ALLOWED)

    cable = busy.cable(Older)
    busy.round(cable)
    assert (cable.together, cable.alone) == ((4,), 4)
    assert set(busy.states()) == {"received"}


def test_one_that_is_refused_is_set_aside_and_the_rest_of_its_batch_is_received(busy: Courier) -> None:
    bad = busy.rows()[1].envelope
    cable = busy.cable(Together)
    refused = Verdict(bad, 413, problem=Problem.TOO_LARGE.code)
    cable.spoilt = lambda verdict: refused if verdict.id == bad else verdict
    busy.round(cable)
    assert busy.states() == ["received", "set_aside", "received", "received"]
    assert busy.row(bad).last_trouble == Problem.TOO_LARGE.code


@pytest.mark.parametrize("code", [Problem.ENDPOINT_FULL.code, Problem.BLOB_MISSING.code, "something.new", ""])
def test_one_that_cannot_be_taken_just_now_waits(busy: Courier, code: str) -> None:
    bad = busy.rows()[0].envelope
    cable = busy.cable(Together)
    cable.spoilt = lambda verdict: Verdict(bad, 507, problem=code) if verdict.id == bad else verdict
    busy.round(cable)
    assert busy.states() == ["waiting", "received", "received", "received"]


def test_a_receipt_for_another_envelope_in_the_batch_is_not_believed(busy: Courier) -> None:
    one, other = (row.envelope for row in busy.rows()[:2])
    cable = busy.cable(Together)
    swapped: dict[str, str] = {one: other, other: one}
    cable.spoilt = lambda verdict: Verdict(swapped.get(verdict.id, verdict.id), 201, verdict.receipt)
    busy.round(cable)
    assert busy.states() == ["waiting", "waiting", "received", "received"]
    busy.watch.wait(minutes=20)
    busy.round()
    assert set(busy.states()) == {"received"}


def test_an_answer_lost_half_way_through_a_batch_loses_and_doubles_nothing(
    busy: Courier, ambleton_running: Town
) -> None:
    cable = busy.cable(Together)
    cable.cut_after = 2
    assert busy.round(cable).status.reach is Reach.NO_CONNECTION
    assert set(busy.states()) == {"waiting"}
    busy.round(busy.cable(Together))
    assert set(busy.states()) == {"received"}
    kept = kept_at_endpoint(ambleton_running)
    assert [kept.count(row.envelope) for row in busy.rows()] == [1] * 4


def test_a_withdrawal_overtakes_everything_that_waits(busy: Courier) -> None:
    last = busy.rows()[-1].envelope
    busy.ask(lambda tx: tx.run("UPDATE outbox SET kind = 'withdrawal' WHERE envelope = ?", (last,)))
    queue = busy.ask(lambda tx: outbox.waiting(tx, busy.watch.now()))
    assert queue[0].kind is OutboxKind.WITHDRAWAL
    assert [row.device_seq for row in queue[1:]] == sorted(row.device_seq for row in queue[1:])


@pytest.mark.parametrize("believed", [True, False])
def test_what_was_erased_there_is_let_go_here_only_on_the_endpoints_signed_word(
    busy: Courier, *, believed: bool
) -> None:
    row = busy.rows()[0]
    erased = Erased(row.envelope, ErasureWhy.ASKED, "epoch", "2026-10-07T09:00:00Z")
    kept = to_bytes(Settings(busy.town.folder).receipt_key_file.read_text(encoding="ascii").strip())
    key = Ed25519PrivateKey.from_private_bytes(kept) if believed else busy.workplace.secrets.signing
    word = SignedErased(erased, public_text(key), sign(Kind.ERASED, erased, key))
    cable = busy.cable(Together)
    said = Verdict(row.envelope, 410, problem=Problem.ENVELOPE_ERASED.code, erased=word)
    cable.spoilt = lambda verdict: said if verdict.id == row.envelope else verdict
    busy.round(cable)
    assert busy.states()[0] == ("voided" if believed else "set_aside")
    assert busy.sealed_file(row).exists() is not believed


class Remembers(Together):
    """A cable to an endpoint that says what it has, but for what it lost when an old backup was brought back."""

    epoch = "first"
    lost: frozenset[str] = frozenset()
    held: dict[str, tuple[str, str]]
    asked = 0

    def contact(self, contact: Contact) -> Standing:
        """Hear how the laptop stands."""
        assert contact.protocol == 3
        token, good = f"after {contact.sync_token}", DeviceStanding.GOOD
        return Standing(2, self.epoch, "2026-10-07T09:00:00Z", {}, token, good, 1, 0, ())

    def months(self) -> Months:
        """Hear the digest of each month."""
        self.asked += 1
        months = {month for month, _ in self.held.values()}
        return Months(self.epoch, tuple(Month(one, 0, month_digest(self._of(one))) for one in sorted(months)))

    def month(self, month: str, after: str = "") -> MonthHeld:
        """Hear two ids at a time."""
        ids = [one for one in sorted(self._of(month)) if one > after]
        return MonthHeld(month, {one: self._of(month)[one] for one in ids[:2]}, more=len(ids) > 2)

    def _of(self, month: str) -> dict[str, str]:
        return {one: sha256 for one, (when, sha256) in self.held.items() if when == month and one not in self.lost}


def remembering(courier: Courier, lost: frozenset[str] = frozenset(), epoch: str = "first") -> Remembers:
    cable = courier.cable(Remembers)
    rows = [row for row in courier.rows() if row.receipt]
    receipts = {row.envelope: decode(row.receipt.encode(), SignedReceipt).receipt for row in rows}
    cable.held = {row.envelope: (receipts[row.envelope].received_at[:7], row.sha256) for row in rows}
    cable.lost, cable.epoch = lost, epoch
    return cable


def test_after_a_restore_what_is_missing_there_waits_again_under_its_own_id(
    busy: Courier, ambleton_running: Town
) -> None:
    busy.round()
    busy.round(remembering(busy))
    before = [(row.envelope, row.sha256, row.device_seq) for row in busy.rows()]
    lost = frozenset({busy.rows()[0].envelope, busy.rows()[2].envelope})
    cable = remembering(busy, lost, epoch="second")
    busy.round(cable)
    assert cable.together == (2,)
    assert [(row.envelope, row.sha256, row.device_seq) for row in busy.rows()] == before
    assert set(busy.states()) == {"received"}
    kept = kept_at_endpoint(ambleton_running)
    assert [kept.count(row.envelope) for row in busy.rows()] == [1] * 4


def test_it_is_compared_once_a_day_and_at_once_in_another_epoch(busy: Courier) -> None:
    busy.round()
    asked = []
    for hours, epoch in ((0, "first"), (1, "first"), (0, "second"), (1, "second"), (24, "second")):
        busy.watch.wait(hours=hours)
        cable = remembering(busy, epoch=epoch)
        busy.round(cable)
        asked.append(cable.asked)
    assert asked == [1, 0, 1, 0, 1]


def test_a_line_that_is_cut_while_comparing_begins_anew(busy: Courier) -> None:
    class Cut(Remembers):
        def months(self) -> Months:
            super().months()
            raise Unreachable

    busy.round()
    cable = busy.cable(Cut)
    cable.held, cable.epoch = {}, "another"
    assert busy.round(cable).status.reach is Reach.NO_CONNECTION
    assert busy.ask(lambda tx: sync_state.read(tx, EPOCH)) != "another"
    assert set(busy.states()) == {"received"}


def test_each_contact_brings_the_token_of_the_one_before(busy: Courier) -> None:
    cable = remembering(busy)
    for _ in range(2):
        make_contact(busy.thread, cable)
    assert busy.ask(lambda tx: sync_state.read(tx, TOKEN)) == "after after "
