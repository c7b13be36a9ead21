"""What a family takes back stops at once, goes before all else, and is shown nowhere that it had reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from couriers import Courier, LosesReplies, kept_at_endpoint

from app.domain.ids import EpisodeId
from app.operations.desk import TakenBack, read_released
from app.operations.whereabouts import ledger, whereabouts
from app.operations.withdrawing import NothingToTakeBack, take_back
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_withdrawal
from app.storage import audit, inbox, outbox, sealed
from app.storage.inbox import InboxRow
from app.storage.outbox import OutboxKind, OutboxState
from app.sync.handing_in import hand_in
from app.sync.taking_in import take_in
from app.ui.coordinator.deskwords import read_inbox
from app.ui.shell.wherewords import short_words, where_state
from protocol.envelope import unpack
from protocol.messages import WithdrawalWhy


def taken_back(jo: Courier, why: WithdrawalWhy = WithdrawalWhy.WITHDRAWN) -> None:
    episode = EpisodeId(jo.visits[0].episode)
    jo.ask(lambda tx: take_back(tx, jo.workplace, episode, why))


def at_desk(priya: Courier, jo: Courier) -> list[InboxRow]:
    released = {row.envelope for row in jo.rows() if row.kind is OutboxKind.RELEASED}
    return [row for row in priya.ask(inbox.list_all) if row.envelope in released]


def test_what_was_read_at_the_desk_is_shown_there_no_more(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    (row,) = at_desk(priya, jo)
    priya.ask(lambda tx: read_released(tx, priya.workplace, row.envelope))
    taken_back(jo)
    jo.round()
    priya.round()
    (row,) = at_desk(priya, jo)
    assert (row.taken_back, row.child_name) == ("withdrawn", "")
    assert priya.ask(lambda tx: inbox.body(tx, row.envelope)) is None
    with pytest.raises(TakenBack, match="taken back"):
        priya.ask(lambda tx: read_released(tx, priya.workplace, row.envelope))
    line = next(one for one in priya.ask(read_inbox).lines if one.envelope_id == row.envelope)
    assert (line.child, line.words) == ("Taken back", "The family no longer agree that you see it")
    assert priya.ask(audit.verify) is None
    assert jo.ask(audit.verify) is None


def test_it_stops_at_once_and_its_word_goes_before_everything(jo: Courier) -> None:
    released = jo.of_kind(OutboxKind.RELEASED)
    taken_back(jo, WithdrawalWhy.IN_ERROR)
    assert jo.row(released.envelope).state is OutboxState.VOIDED
    assert not jo.sealed_file(released).exists()
    queue = jo.ask(lambda tx: outbox.waiting(tx, jo.watch.now()))
    assert [row.kind for row in queue] == [OutboxKind.WITHDRAWAL, OutboxKind.KEPT]
    found = jo.ask(lambda tx: whereabouts(tx, EpisodeId(jo.visits[0].episode)))
    assert short_words(found).startswith("Taken back, ")
    state = where_state(found, jo.ask(ledger), "Ambleton")
    assert "The desk is told before anything else is sent." in state.sentence
    assert not state.may_take_back
    jo.round()
    assert released.envelope not in kept_at_endpoint(jo.town)
    with pytest.raises(NothingToTakeBack):
        taken_back(jo)


def test_one_that_arrived_though_its_answer_was_lost_is_taken_back_too(jo: Courier, priya: Courier) -> None:
    jo.round(jo.cable(LosesReplies))
    taken_back(jo)
    jo.round()
    priya.round()
    assert all(row.taken_back for row in at_desk(priya, jo))


def test_one_that_comes_on_a_stick_after_the_word_is_not_shown(jo: Courier, priya: Courier, tmp_path: Path) -> None:
    parcel = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path).path
    taken_back(jo)
    jo.round()
    priya.round()
    take_in(priya.thread, priya.workplace, priya.watch, parcel)
    assert not at_desk(priya, jo)


def test_nobody_takes_back_what_somebody_else_released(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    (row,) = at_desk(priya, jo)
    somebody = "UPDATE inbox SET author_name = 'Somebody Else' WHERE record = ?"
    priya.ask(lambda tx: tx.run(somebody, (row.record,)))
    taken_back(jo)
    jo.round()
    priya.round()
    assert not at_desk(priya, jo)[0].taken_back


def test_a_withdrawal_that_was_changed_is_not_believed(jo: Courier, priya: Courier) -> None:
    taken_back(jo)
    row = jo.of_kind(OutboxKind.WITHDRAWAL)
    body = sealed.read(jo.workplace.sealed, row.file)
    opened = open_withdrawal(body, priya.workplace.identities, root=priya.workplace.root)
    assert (opened.withdrawal.record, opened.withdrawal.why) == (row.record, "withdrawn")
    assert unpack(body)[0].header.recipients == ("desk-1",)
    kept = sealed.read(jo.workplace.sealed, jo.of_kind(OutboxKind.KEPT).file)
    for changed in (body[:-1] + bytes([body[-1] ^ 1]), kept):
        with pytest.raises(NotGenuine):
            open_withdrawal(changed, priya.workplace.identities, root=priya.workplace.root)
