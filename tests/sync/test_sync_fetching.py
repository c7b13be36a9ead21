"""The desk imports what holds, puts aside what does not, and its author hears that it was opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, LosesOne, Meddles, author
from larkrise import HELD_BACK, TOLD

from app.domain.ids import EnvelopeId, EpisodeId
from app.operations.desk import read_released
from app.operations.posting import post_opened
from app.operations.whereabouts import whereabouts
from app.storage import audit, inbox, sync_state
from app.storage.inbox import PUT_ASIDE
from app.storage.outbox import OutboxKind
from app.sync.status import Reach
from protocol.messages import Opened


def imported_at(priya: Courier) -> list[str]:
    return [row.envelope for row in priya.ask(inbox.list_all)]


def put_aside_at(courier: Courier) -> str:
    return courier.ask(lambda tx: sync_state.read(tx, PUT_ASIDE)) or ""


def openings_known_to(jo: Courier) -> list[str]:
    episode = EpisodeId(jo.visits[0].episode)
    found = jo.ask(lambda tx: whereabouts(tx, episode))
    assert found is not None
    return [opening.by for opening in found.openings]


def test_the_desk_imports_what_was_released_once_with_every_check_holding(jo: Courier, priya: Courier) -> None:
    jo.round()
    released = jo.of_kind(OutboxKind.RELEASED)
    engine = priya.engine()
    assert engine.run_round().changed
    assert not engine.run_round().changed
    assert imported_at(priya).count(released.envelope) == 1
    read = priya.ask(lambda tx: read_released(tx, priya.workplace, released.envelope))
    assert read.row.child_name == "Mason Reid"
    assert all(check.ok for check in read.package.checks)
    assert TOLD in read.package.record.answers.values()
    assert HELD_BACK not in read.package.record.answers.values()
    assert priya.ask(audit.verify) is None


def test_the_copy_for_safe_keeping_never_reaches_the_desk(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    assert jo.of_kind(OutboxKind.KEPT).envelope not in imported_at(priya)
    assert jo.of_kind(OutboxKind.KEPT).envelope not in put_aside_at(priya)


def test_an_envelope_changed_on_the_way_is_put_aside_and_the_others_come_in(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], priya: Courier
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo", families=2))
    jo.round()
    spoilt, good = (row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED)
    cable = priya.cable(Meddles)
    cable.spoilt = spoilt
    done = priya.round(cable)
    assert (done.status.reach, done.changed) == (Reach.REACHED, True)
    assert good in imported_at(priya)
    assert spoilt not in imported_at(priya)
    assert spoilt in put_aside_at(priya)


def test_one_that_was_spoilt_on_the_way_comes_in_when_it_is_asked_for_again(jo: Courier, priya: Courier) -> None:
    jo.round()
    released = jo.of_kind(OutboxKind.RELEASED).envelope
    cable = priya.cable(Meddles)
    cable.spoilt = released
    priya.round(cable)
    assert released in put_aside_at(priya)
    for minutes in (1, 16):
        priya.watch.wait(minutes=minutes)
        priya.round()
    assert released in imported_at(priya)
    assert released not in put_aside_at(priya)


def test_an_envelope_that_was_never_sealed_is_put_aside_and_the_others_come_in(
    ambleton_running: Town, jo: Courier, priya: Courier
) -> None:
    rubbish = ambleton_running.enrolled().send("desk-1")
    jo.round()
    priya.round()
    assert rubbish in put_aside_at(priya)
    assert rubbish not in imported_at(priya)
    assert jo.of_kind(OutboxKind.RELEASED).envelope in imported_at(priya)


def test_an_envelope_the_endpoint_can_no_longer_give_does_not_hold_up_the_others(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], priya: Courier
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo", families=2))
    jo.round()
    lost, good = (row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED)
    cable = priya.cable(LosesOne)
    cable.lost = lost
    priya.round(cable)
    assert good in imported_at(priya)
    assert lost in put_aside_at(priya)


def test_what_is_put_aside_says_nothing_of_a_child(jo: Courier, priya: Courier) -> None:
    jo.round()
    cable = priya.cable(Meddles)
    cable.spoilt = jo.of_kind(OutboxKind.RELEASED).envelope
    priya.round(cable)
    assert "Mason" not in put_aside_at(priya)


def test_the_author_hears_that_it_was_opened_and_by_whom_once(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    assert openings_known_to(jo) == []
    released = jo.of_kind(OutboxKind.RELEASED).envelope
    priya.ask(lambda tx: read_released(tx, priya.workplace, released))
    assert priya.round().changed
    assert priya.states() == ["received"]
    engine = jo.engine()
    assert engine.run_round().changed
    assert not engine.run_round().changed
    assert openings_known_to(jo) == ["Priya Nair"]


@pytest.mark.parametrize("opened_at", ["soon", "2026-11-02T09:30:00", ""])
def test_a_notice_with_a_time_nobody_can_read_is_put_aside(jo: Courier, priya: Courier, opened_at: str) -> None:
    jo.round()
    record = jo.visits[0].signed[0][0].statement
    said = Opened(envelope="e", record=record.record, version=record.version, opened_at=opened_at)
    priya.ask(lambda tx: post_opened(tx, priya.workplace, said, jo.workplace.certificate.keys))
    priya.round()
    assert jo.round().status.reach is Reach.REACHED
    assert openings_known_to(jo) == []
    assert priya.rows()[0].envelope in put_aside_at(jo)


def test_only_the_desk_can_say_that_it_was_opened(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], jo: Courier
) -> None:
    other = closing(author(ambleton_running, tmp_path / "other", families=0))
    jo.round()
    record = jo.visits[0].signed[0][0].statement
    at = other.watch.now().isoformat()
    said = Opened(envelope=EnvelopeId("e"), record=record.record, version=record.version, opened_at=at)
    other.ask(lambda tx: post_opened(tx, other.workplace, said, jo.workplace.certificate.keys))
    other.round()
    jo.round()
    assert openings_known_to(jo) == []


def test_a_restart_goes_on_where_the_last_round_ended(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    before = imported_at(priya)
    priya.ask(lambda tx: tx.run("UPDATE inbox SET child_name = 'kept as it was'"))
    assert not priya.round().changed
    assert imported_at(priya) == before
