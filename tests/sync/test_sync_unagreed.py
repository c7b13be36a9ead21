"""What was decided to be shared without agreement goes by the real endpoint, or never leaves once decided anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, kept_at_endpoint, over_the_network
from larkrise import AGREED_TO_SHARE, HELD_BACK, TOLD, Laptop, Visit

from app.domain.ids import EnvelopeId
from app.domain.record import FinishedRecord
from app.domain.sharing import DESK
from app.operations.desk import read_released
from app.operations.unagreed import NothingDecided, look_at_decided, send_decided
from app.storage import inbox, openings
from app.storage.outbox import OutboxKind

NOBODY = {**AGREED_TO_SHARE, "c2.share": "no", "c2.desk": "no"}
Closing = Callable[[Courier], Courier]


def decided(town: Town, folder: Path) -> tuple[Visit, FinishedRecord]:
    """Return a visit whose family share it with nobody, and a decision to share a line that is queued."""
    laptop = Laptop.new(folder, over_the_network(town, "practitioner"))
    visit = laptop.finished_visit(NOBODY)
    decision = visit.decide(("id.given", "id.family", "d2.guidance.needs"))
    with laptop.vault.transaction() as tx:
        send_decided(tx, laptop.workplace, decision.statement.record, 1, DESK)
    return visit, decision


def test_it_reaches_the_desk_which_is_told_and_its_author_hears_that_it_was_opened(
    ambleton_running: Town, tmp_path: Path, closing: Closing, priya: Courier
) -> None:
    visit, decision = decided(ambleton_running, tmp_path / "jo")
    jo = closing(Courier.of(ambleton_running, visit.laptop, visit))
    jo.round()
    sent = jo.of_kind(OutboxKind.RELEASED).envelope
    priya.round()
    (row,) = (row for row in priya.ask(inbox.list_all) if row.envelope == sent)
    assert row.child_name == "Mason Reid"
    read = priya.ask(lambda tx: read_released(tx, priya.workplace, EnvelopeId(sent)))
    assert all(check.ok for check in read.package.checks)
    assert any("did not agree to this" in check.words for check in read.package.checks)
    told = [str(answer) for one in read.package.records for answer in one.answers.values()]
    assert HELD_BACK in told
    assert TOLD not in told
    priya.round()
    jo.round()
    assert [one.by for one in jo.ask(lambda tx: openings.of_records(tx, [decision.statement.record]))] == ["Priya Nair"]
    shown = jo.ask(lambda tx: look_at_decided(tx, jo.workplace, decision.statement.record, 1))
    assert shown.sendings[0].row is not None
    assert shown.sendings[0].row.receipt


def test_once_it_is_decided_not_to_share_it_never_leaves_and_its_file_is_gone(
    ambleton_running: Town, tmp_path: Path, closing: Closing
) -> None:
    visit, decision = decided(ambleton_running, tmp_path / "jo")
    visit.decide((), q8="do not share")
    jo = closing(Courier.of(ambleton_running, visit.laptop, visit))
    jo.round()
    row = jo.of_kind(OutboxKind.RELEASED)
    assert row.state.value == "voided"
    assert not jo.sealed_file(row).exists()
    assert row.envelope not in kept_at_endpoint(ambleton_running)
    shown = jo.ask(lambda tx: look_at_decided(tx, jo.workplace, decision.statement.record, 1))
    assert (shown.sendings[0].goes, shown.sendings[0].row) == (None, None)
    with pytest.raises(NothingDecided):
        jo.ask(lambda tx: send_decided(tx, jo.workplace, decision.statement.record, 1, DESK))
