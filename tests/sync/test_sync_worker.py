"""The courier's thread: it goes at once when it is asked, and ends quietly when the vault is locked."""

from __future__ import annotations

from collections.abc import Iterator
from queue import SimpleQueue
from random import Random

import pytest
from couriers import Courier
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from app.domain.costs import SMALL_BYTES, Costly
from app.operations.costing import choose_costly
from app.operations.withdrawing import take_back
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from app.sync.policy import CALM_SECONDS
from app.sync.status import Reach, SyncStatus
from app.sync.worker import SyncWorker
from authority.orders import give_order
from protocol.messages import WithdrawalWhy
from protocol.orders import OrderKind

SOON_MS = 5_000
"""Long enough for a slow machine, and far below the pause that a round is otherwise followed by."""


@pytest.fixture
def working(jo: Courier) -> Iterator[SyncWorker]:
    """Make a worker that is stopped at the end."""
    worker = SyncWorker(jo.engine(), Random(7))
    yield worker
    worker.stop()


def back_in_the_queue(tx: Transaction) -> None:
    tx.run("UPDATE outbox SET state = 'waiting', receipt = '', received_at = NULL")


def test_the_first_round_goes_at_once_and_says_so(qtbot: QtBot, working: SyncWorker, jo: Courier) -> None:
    heard: list[SyncStatus] = []
    working.status_changed.connect(heard.append)
    with qtbot.waitSignals([working.status_changed, working.changed], timeout=SOON_MS):
        working.start()
    assert (heard[0].reach, heard[0].waiting) == (Reach.REACHED, 0)
    assert jo.states() == ["received", "received"]


def test_it_goes_at_once_when_it_is_asked_and_does_not_wait_for_its_pause(
    qtbot: QtBot, working: SyncWorker, jo: Courier
) -> None:
    assert SOON_MS < CALM_SECONDS * 1000
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.start()
    jo.ask(back_in_the_queue)
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.send_now()
    assert jo.ask(outbox.counts).waiting == 0


def test_it_goes_at_once_when_a_connection_appears_and_not_when_one_is_lost(
    qtbot: QtBot, working: SyncWorker, jo: Courier
) -> None:
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.start()
    jo.ask(back_in_the_queue)
    with qtbot.assertNotEmitted(working.status_changed, wait=50):
        working.hear_of_network(QNetworkInformation.Reachability.Disconnected)
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.hear_of_network(QNetworkInformation.Reachability.Online)
    assert jo.ask(outbox.counts).waiting == 0


def test_over_a_connection_that_costs_money_it_waits_until_somebody_says_so_once(
    qtbot: QtBot, working: SyncWorker, jo: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[SyncStatus] = []
    working.status_changed.connect(heard.append)
    monkeypatch.setattr(working, "_listen", lambda: None)  # this machine's own word would come in between
    working.hear_of_cost(costs=True)
    with qtbot.waitSignal(working.status_changed, timeout=SOON_MS):
        working.start()
    assert heard[0].held == 2
    assert "costs money" in heard[0].words()
    assert "“Send now” sends it over this one, once." in heard[0].in_full()
    assert jo.states() == ["waiting", "waiting"]
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.send_anyway()
    assert jo.states() == ["received", "received"]
    jo.ask(back_in_the_queue)
    with qtbot.waitSignal(working.status_changed, timeout=SOON_MS):
        working.send_now()
    assert jo.states() == ["waiting", "waiting"]
    with qtbot.waitSignal(working.changed, timeout=SOON_MS):
        working.hear_of_cost(costs=False)
    assert jo.ask(outbox.counts).waiting == 0


def test_what_is_small_goes_where_that_was_chosen_and_what_is_large_waits(jo: Courier, priya: Courier) -> None:
    jo.ask(lambda tx: choose_costly(tx, Costly.SMALL))
    kept = jo.of_kind(OutboxKind.KEPT)
    jo.ask(lambda tx: tx.run("UPDATE outbox SET size = ? WHERE envelope = ?", (SMALL_BYTES + 1, kept.envelope)))
    assert jo.engine().run_round(costs=True).status.held == 1
    assert (jo.row(kept.envelope).state, jo.of_kind(OutboxKind.RELEASED).state) == ("waiting", "received")
    assert not priya.engine().run_round(costs=True).changed
    assert priya.engine().run_round(costs=False).changed


def test_what_takes_a_release_back_goes_whatever_it_costs(jo: Courier) -> None:
    jo.round()
    jo.ask(lambda tx: take_back(tx, jo.workplace, jo.visits[0].episode, WithdrawalWhy.WITHDRAWN))
    assert jo.engine().run_round(costs=True).status.held == 0
    assert jo.of_kind(OutboxKind.WITHDRAWAL).state == "received"


def test_an_errand_is_asked_of_the_keys_that_the_rounds_are_held_to(
    working: SyncWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_like, answered = list[EndpointClient](), SimpleQueue[str]()
    monkeypatch.setattr(EndpointClient, "hold_like", lambda _beside, other: held_like.append(other))
    working.ask(lambda client: client.health().status, answered.put, lambda fault: answered.put(type(fault).__name__))
    assert answered.get(timeout=SOON_MS / 1000) == "ok"
    assert len(held_like) == 1


def test_a_stopped_worker_says_nothing_more(qtbot: QtBot, working: SyncWorker) -> None:
    with qtbot.waitSignal(working.status_changed, timeout=SOON_MS):
        working.start()
    working.stop()
    assert not working._thread.is_alive()
    with qtbot.assertNotEmitted(working.status_changed, wait=50):
        working.send_now()


def test_locking_the_vault_ends_the_worker_quietly(qtbot: QtBot, working: SyncWorker, jo: Courier) -> None:
    with qtbot.waitSignal(working.status_changed, timeout=SOON_MS):
        working.start()
    jo.thread.close()
    working.send_now()
    qtbot.waitUntil(lambda: not working._thread.is_alive(), timeout=SOON_MS)


def test_a_place_that_was_emptied_ends_the_worker_and_is_told(qtbot: QtBot, jo: Courier) -> None:
    signed = give_order(jo.town.office, jo.workplace.device, OrderKind.WIPE_NOW, by=("A", "B"), why="stolen")
    engine = jo.engine()
    engine._obeying.hear([signed])
    worker = SyncWorker(engine, Random(7))
    with qtbot.waitSignal(worker.emptied, timeout=SOON_MS), qtbot.assertNotEmitted(worker.status_changed):
        worker.start()
    qtbot.waitUntil(lambda: not worker._thread.is_alive(), timeout=SOON_MS)
    assert not jo.thread.is_open


def test_without_a_connection_it_keeps_trying_by_itself(qtbot: QtBot, jo: Courier) -> None:
    down = jo.cable(EndpointClient, "http://127.0.0.1:9")
    engine: Engine = jo.engine(down)
    worker = SyncWorker(engine, Random(7))
    heard: list[SyncStatus] = []
    worker.status_changed.connect(heard.append)
    worker.start()
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=SOON_MS)
    worker.stop()
    assert {status.reach for status in heard} == {Reach.NO_CONNECTION}
    assert jo.states() == ["waiting", "waiting"]
