"""While a batch is on its way the answer before it is taken in; and nothing goes that may not go any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, author, kept_at_endpoint

from app.domain.ids import EnvelopeId
from app.storage import outbox, sealed
from app.storage.database import Transaction
from app.sync.client import EndpointClient, Unreachable
from app.sync.status import Reach
from protocol.batches import Verdicts

LONG_ENOUGH = 20.0
"""For how many seconds a test waits before it says that something never happened."""


class Slowly(EndpointClient):
    """A cable on which something happens while a batch is on its way: the first, the second or the third."""

    number = 0
    meanwhile: Callable[[int], None]

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Let it happen, and send them."""
        self.number += 1
        self.meanwhile(self.number)
        return super().put_batch(envelopes)


@pytest.fixture
def busy(
    ambleton_running: Town,
    tmp_path: Path,
    closing: Callable[[Courier], Courier],
    monkeypatch: pytest.MonkeyPatch,
) -> Courier:
    """Give a practitioner whose six envelopes wait, two to a batch."""
    monkeypatch.setattr("app.sync.sending.BATCH_ENVELOPES", 2)
    return closing(author(ambleton_running, tmp_path / "jo", families=3))


def test_an_answer_is_taken_in_while_the_next_batch_is_on_its_way(
    busy: Courier, ambleton_running: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_their_way, settle = [threading.Event() for _ in range(3)], outbox.settle
    next_was_on_its_way = list[bool]()

    def settled(tx: Transaction, envelope: EnvelopeId, receipt: str, at: datetime) -> None:
        following = on_their_way[len(next_was_on_its_way) // 2 + 1 :][:1]
        next_was_on_its_way.append(all(one.wait(LONG_ENOUGH) for one in following))
        settle(tx, envelope, receipt, at)

    monkeypatch.setattr(outbox, "settle", settled)
    cable = busy.cable(Slowly)
    cable.meanwhile = lambda number: on_their_way[number - 1].set()
    busy.round(cable)
    assert next_was_on_its_way == [True] * 6
    assert set(busy.states()) == {"received"}
    kept = kept_at_endpoint(ambleton_running)
    assert [kept.count(row.envelope) for row in busy.rows()] == [1] * 6


def test_what_may_not_go_any_more_does_not_though_its_bytes_were_at_hand(
    busy: Courier, ambleton_running: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    last, at_hand, read = busy.rows()[-1], threading.Event(), sealed.read

    def reading(folder: Path, name: str) -> bytes:
        found = read(folder, name)
        if name == last.file:
            at_hand.set()
        return found

    def void(number: int) -> None:
        if number == 2:
            assert at_hand.wait(LONG_ENOUGH)
            busy.ask(lambda tx: outbox.void(tx, last.envelope))

    monkeypatch.setattr(sealed, "read", reading)
    cable = busy.cable(Slowly)
    cable.meanwhile = void
    busy.round(cable)
    assert busy.states() == ["received"] * 5 + ["voided"]
    assert last.envelope not in kept_at_endpoint(ambleton_running)


def test_what_was_answered_before_the_line_was_cut_is_taken_in(busy: Courier) -> None:
    def cut(number: int) -> None:
        if number == 2:
            raise Unreachable

    cable = busy.cable(Slowly)
    cable.meanwhile = cut
    assert busy.round(cable).status.reach is Reach.NO_CONNECTION
    assert busy.states() == ["received"] * 2 + ["waiting"] * 4
    busy.round()
    assert busy.states() == ["received"] * 6
