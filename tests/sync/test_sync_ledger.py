"""An author and a coordinator read the same of one record at each step of its way, and neither more than is so."""

from __future__ import annotations

import pytest
from couriers import Courier

from app.operations.accounting import LedgerEntry, Stage, WholeLedger, look_at_ledger
from app.operations.desk import read_released
from app.operations.erasing import AskedBy, ask_erasure
from app.operations.withdrawing import take_back
from app.storage import audit, outbox
from app.storage.outbox import OutboxKind
from app.ui.shell.ledgerwords import entry_words, ledger_shown, to_do
from protocol.keeping import ErasureWhy
from protocol.messages import WithdrawalWhy


def ledger_of(one: Courier) -> WholeLedger:
    return one.ask(lambda tx: look_at_ledger(tx, one.workplace))


def entry_of(one: Courier, record: str) -> LedgerEntry:
    (entry,) = (each for each in ledger_of(one).entries if each.record == record)
    return entry


def test_both_read_the_same_words_of_the_same_record(jo: Courier, priya: Courier) -> None:
    released = jo.of_kind(OutboxKind.RELEASED)
    first = ledger_of(jo)
    assert (first.last_contact, first.gaps, first.counted(Stage.WAITING)) == (None, 0, 1)
    assert "stick" in to_do(first.entries[0])
    assert "No contact with the endpoint yet." in ledger_shown(first).sums
    jo.round()
    priya.round()
    for stage in (Stage.RECEIVED, Stage.OPENED, Stage.TAKEN_BACK):
        if stage is Stage.OPENED:
            priya.watch.wait(minutes=7)
            priya.ask(lambda tx: read_released(tx, priya.workplace, released.envelope))
            priya.round()
        if stage is Stage.TAKEN_BACK:
            jo.ask(lambda tx: take_back(tx, jo.workplace, jo.visits[0].episode, WithdrawalWhy.WITHDRAWN))
        jo.round()
        priya.round()
        hers, mine = entry_of(priya, released.record), entry_of(jo, released.record)
        assert entry_words(hers) == entry_words(mine)
        assert (mine.stage, to_do(mine), to_do(hers)) == (stage, "", "")
    assert ledger_of(jo).last_contact is not None
    jo.ask(lambda tx: ask_erasure(tx, jo.workplace, jo.visits[0].episode, AskedBy.PARENT, ErasureWhy.ASKED))
    assert entry_of(jo, released.record).stage is Stage.ERASING
    jo.round()
    assert entry_of(jo, released.record).stage is Stage.ERASED
    priya.round()
    assert released.record not in {one.record for one in ledger_of(priya).entries}
    assert ledger_of(priya).erased
    assert all(one.ask(audit.verify) is None for one in (jo, priya))


def test_what_did_not_go_is_a_gap_with_what_to_do(jo: Courier) -> None:
    released = jo.of_kind(OutboxKind.RELEASED)
    jo.ask(lambda tx: outbox.set_aside(tx, released.envelope, "body.too_large"))
    ledger = ledger_of(jo)
    assert ledger.gaps == 1
    assert "larger than the endpoint takes" in to_do(entry_of(jo, released.record))
    shown = ledger_shown(ledger)
    assert shown.sums[0] == "1 finished and released, 0 waiting, 0 received, 0 opened, 1 gap."


@pytest.mark.parametrize("restricted", [True, False])
def test_no_name_stands_there_of_a_young_person_who_decides_alone(jo: Courier, *, restricted: bool) -> None:
    jo.ask(lambda tx: tx.run("UPDATE episodes SET restricted = ?", (int(restricted),)))
    words = str(ledger_shown(ledger_of(jo)))
    assert ("Mason" in words) is not restricted
