"""What was erased for ever is shown and kept nowhere any more; what nobody can need goes behind the horizon alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from couriers import Courier
from msgspec.structs import replace

from app.domain.ids import EpisodeId
from app.operations.desk import read_released
from app.operations.whereabouts import ledger, whereabouts
from app.storage import audit, erased, inbox, sealed
from app.storage.inbox import InboxRow
from app.storage.outbox import OutboxKind, OutboxState
from app.storage.troubles import SealedFileLost
from app.sync.client import EndpointClient
from app.sync.erasures import hear_erased
from app.sync.handing_in import hand_in
from app.sync.purging import may_purge, purge
from app.sync.taking_in import take_in
from app.ui.coordinator.deskwords import read_inbox
from app.ui.shell.wherewords import short_words, where_state
from protocol.codec import decode, encode
from protocol.keeping import DeviceStanding, ErasedList, Erasure, ErasureWhy, SignedErasure, Standing
from protocol.messages import Receipt, SignedReceipt
from protocol.statements import Kind, sign

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


class Misquotes(EndpointClient):
    """A cable on which the endpoint's words are put to another envelope."""

    to: str

    def erased(self, cursor: str = "") -> ErasedList:
        """Hear each word as if it were about the other."""
        said = super().erased(cursor)
        words = tuple(replace(one, erased=replace(one.erased, envelope=self.to)) for one in said.erased)
        return replace(said, erased=words)


def erase(jo: Courier, *envelopes: str) -> None:
    asked = Erasure(str(uuid4()), jo.workplace.device, envelopes, ErasureWhy.ASKED)
    signed = SignedErasure(asked, sign(Kind.ERASURE, asked, jo.workplace.secrets.signing))
    jo.cable(EndpointClient)._ask("PUT", f"/v1/erasures/{asked.id}", 64 * 1024, body=encode(signed))


def at_desk(priya: Courier, jo: Courier) -> list[InboxRow]:
    released = jo.of_kind(OutboxKind.RELEASED).envelope
    return [row for row in priya.ask(inbox.list_all) if row.envelope == released]


def test_what_was_erased_is_gone_at_the_desk_and_here_and_is_never_taken_in_again(
    jo: Courier, priya: Courier, tmp_path: Path
) -> None:
    parcel = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path).path
    jo.round()
    priya.round()
    (row,) = at_desk(priya, jo)
    sent = jo.of_kind(OutboxKind.RELEASED)
    erase(jo, row.envelope)
    for one in (jo, priya):
        assert one.round().changed
        assert not hear_erased(one.thread, one.cable(EndpointClient), one.workplace, one.watch)
        assert one.ask(audit.verify) is None
    assert not at_desk(priya, jo)
    assert priya.ask(lambda tx: inbox.body(tx, row.envelope)) is None
    with pytest.raises(SealedFileLost):
        priya.ask(lambda tx: read_released(tx, priya.workplace, row.envelope))
    assert "1 was erased for ever" in priya.ask(read_inbox).collected
    assert jo.row(sent.envelope).state is OutboxState.VOIDED
    assert not jo.sealed_file(sent).exists()
    assert jo.of_kind(OutboxKind.KEPT).state is OutboxState.RECEIVED
    found = jo.ask(lambda tx: whereabouts(tx, EpisodeId(jo.visits[0].episode)))
    assert short_words(found) == "Erased at the authority"
    state = where_state(found, jo.ask(ledger), "Ambleton")
    assert state.sentence.startswith("Ambleton erased for ever what had been released.")
    assert not state.may_take_back
    take_in(priya.thread, priya.workplace, priya.watch, parcel)
    assert not at_desk(priya, jo)


def test_a_word_about_another_envelope_is_not_believed(jo: Courier, priya: Courier) -> None:
    jo.round()
    priya.round()
    (row,) = at_desk(priya, jo)
    erase(jo, jo.of_kind(OutboxKind.KEPT).envelope)
    cable = jo.cable(Misquotes)
    cable.to = row.envelope
    assert hear_erased(jo.thread, cable, jo.workplace, jo.watch) == 0
    assert not jo.ask(lambda tx: erased.is_erased(tx, row.envelope))
    assert jo.of_kind(OutboxKind.RELEASED).state is OutboxState.RECEIVED


def standing(verified: dict[str, int], at: datetime) -> Standing:
    return Standing(2, "an epoch", at.isoformat(), verified, "", DeviceStanding.GOOD, 1, 0, ())


@pytest.mark.parametrize(
    ("verified", "days", "goes"),
    [
        ({"an epoch": 7}, 31, True),
        ({"an epoch": 6}, 31, False),
        ({"an epoch": 7}, 29, False),
        ({"other": 9}, 99, False),
    ],
)
def test_only_behind_the_horizon_of_its_own_epoch_and_after_thirty_days(
    verified: dict[str, int], days: int, *, goes: bool
) -> None:
    receipt = Receipt("an id", "a hash", "an epoch", 7, NOW.isoformat(), "")
    assert may_purge(receipt, verified, NOW + timedelta(days=days)) is goes


def test_what_is_for_safe_keeping_stays_and_a_purged_one_that_is_missed_is_shown(
    jo: Courier,
) -> None:
    jo.round()
    released, kept = jo.of_kind(OutboxKind.RELEASED), jo.of_kind(OutboxKind.KEPT)
    receipt = decode(released.receipt.encode(), SignedReceipt).receipt
    said = standing({receipt.store_epoch: 10**6}, datetime.fromisoformat(receipt.received_at) + timedelta(days=31))
    assert jo.ask(lambda tx: purge(tx, replace(said, verified={}))) == ()
    assert jo.ask(lambda tx: purge(tx, said)) == ()
    said = replace(said, at=(datetime.fromisoformat(said.at) + timedelta(days=1)).isoformat())
    assert jo.ask(lambda tx: purge(tx, said)) == (released.file,)
    assert jo.sealed_file(released).exists()
    jo.ask(lambda tx: sealed.tidy(tx, jo.workplace.sealed))
    assert not jo.sealed_file(released).exists()
    assert jo.sealed_file(kept).exists()
    assert (jo.row(released.envelope).state, jo.ask(lambda tx: purge(tx, said))) == (OutboxState.RECEIVED, ())
    jo.ask(lambda tx: tx.run("UPDATE outbox SET state = 'waiting' WHERE envelope = ?", (released.envelope,)))
    assert jo.round().status.set_aside == 1
