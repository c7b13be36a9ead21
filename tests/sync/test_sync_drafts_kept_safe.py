"""Where the family said yes to it, a draft is kept safe too, comes back as a draft, and is taken back when it must."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pyrage
import pytest
from ambleton import Town
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop, Visit
from lost_laptop import KEY, Owner, brought_back, exported, finish, finished_on, sync

from app.domain.answers import Answers
from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.operations.families import erase_child, erase_sealed
from app.operations.safekeeping import prepare
from app.operations.starting import where_at_first_gate
from app.storage import drafts, records
from app.storage.database import Transaction
from protocol.envelope import unpack
from protocol.messages import EnvelopeKind
from protocol.squeezing import unsqueeze

YES: Answers = {**AGREED_TO_START, "c1.backup": "yes"}


@pytest.fixture
def laptop(ambleton_running: Town, tmp_path: Path) -> Iterator[Callable[[str], Laptop]]:
    """Give a way to have laptops of Jo's, locked at the end."""
    owner, given = Owner(ambleton_running, tmp_path), list[Laptop]()

    def one(called: str) -> Laptop:
        given.append(owner.laptop(called))
        return given[-1]

    yield one
    for each in given:
        each.vault.lock()


def begun(laptop: Laptop, agreed: Answers = YES) -> Visit:
    visit = laptop.visit()
    visit.start(agreed)
    visit.write(MASON)
    return visit


def draft_envelopes(town: Town, new: Laptop, folder: Path) -> list[bytes]:
    """Return what the holders could read of drafts that the endpoint keeps."""
    office = town.office
    opened = office.open_escrow(KEY, {seat: office.codes[KEY][seat] for seat in "AB"}, act="test", about="test")
    found = []
    for file in exported(town, new, folder).iterdir():
        signed, sealed = unpack(file.read_bytes())
        assert "desk-1" not in signed.header.recipients
        if signed.header.kind is EnvelopeKind.DRAFT:
            identity = pyrage.x25519.Identity.from_str(opened.identity)
            found.append(unsqueeze(pyrage.decrypt(sealed, [identity])))
    return found


def test_a_draft_comes_back_as_a_draft_and_may_go_on_at_once(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    visit = begun(old)
    sync(old)
    new = laptop("new")
    assert brought_back(ambleton_running, new, tmp_path).drafts == 1
    moved = Visit(new, visit.started)
    assert moved.written() == MASON
    with new.vault.transaction() as tx:
        assert where_at_first_gate(tx, visit.episode) is FirstGate.AGREED
    finish(moved)
    assert len(finished_on(new)) == 1
    assert sync(new).status.waiting == 0


@pytest.mark.parametrize("agreed", [AGREED_TO_START, {**AGREED_TO_START, "c1.backup": "no"}])
def test_without_their_yes_no_draft_leaves_the_laptop(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path, agreed: Answers
) -> None:
    old = laptop("old")
    begun(old, agreed)
    sync(old)
    assert draft_envelopes(ambleton_running, laptop("new"), tmp_path) == []


def test_the_newest_words_take_the_place_of_those_before(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    visit = begun(old)
    sync(old)
    old.watch.wait(minutes=10)
    visit.write({"co.needs": "Something new."})
    sync(old)
    (kept,) = draft_envelopes(ambleton_running, laptop("new"), tmp_path)
    assert b"Something new." in kept


def test_a_draft_that_was_finished_is_taken_back_and_the_finished_record_stays(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    visit = begun(old)
    sync(old)
    finish(visit)
    sync(old)
    sync(old)
    new = laptop("new")
    assert all(b"Calm and kind" not in kept for kept in draft_envelopes(ambleton_running, new, tmp_path))
    brought_back(ambleton_running, new, tmp_path)
    assert finished_on(new) == finished_on(old)
    with new.vault.transaction() as tx:
        assert drafts.find(tx, visit.episode, RecordKind.ASSESSMENT) is None


@pytest.mark.parametrize("sent", [True, False])
def test_a_child_who_is_erased_is_taken_back_here_and_there(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path, *, sent: bool
) -> None:
    old = laptop("old")
    visit = begun(old)
    sync(old)
    if not sent:
        old.watch.wait(minutes=10)
        visit.write({"co.needs": "Something new."})
    with old.vault.transaction() as tx:
        files = erase_child(tx, old.workplace, visit.started.child)
    erase_sealed(old.workplace, files)
    assert list(old.workplace.sealed.iterdir()) == []
    sync(old)
    (kept,) = draft_envelopes(ambleton_running, laptop("new"), tmp_path)
    assert b"Mason" not in kept
    assert b'"withdrawn":true' in kept


def test_no_ledger_names_a_child_who_was_erased(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    visit = begun(old, AGREED_TO_START)
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    sync(old)
    with old.vault.transaction() as tx:
        erase_sealed(old.workplace, erase_child(tx, old.workplace, visit.started.child))
    sync(old)
    office = ambleton_running.office
    opened = office.open_escrow(KEY, {seat: office.codes[KEY][seat] for seat in "AB"}, act="test", about="test")
    (ledger,) = exported(ambleton_running, laptop("new"), tmp_path).iterdir()
    inside = pyrage.decrypt(unpack(ledger.read_bytes())[1], [pyrage.x25519.Identity.from_str(opened.identity)])
    assert b"Mason" not in unsqueeze(inside)


def test_only_what_changed_is_looked_at_again_and_once_a_day_all_of_it(
    laptop: Callable[[str], Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    jo = laptop("jo")
    first, second = begun(jo), begun(jo, AGREED_TO_START)
    asked: list[int] = []
    newest_in = records.newest_in

    def counted(tx: Transaction, kind: RecordKind, of: Collection[EpisodeId]) -> dict[EpisodeId, FinishedRecord]:
        asked.append(len(set(of)))
        return newest_in(tx, kind, of)

    monkeypatch.setattr(records, "newest_in", counted)

    def look(**later: float) -> int:
        jo.watch.wait(**later)
        with jo.vault.transaction() as tx:
            prepare(tx, jo.workplace)
        return asked[-1]

    assert look(minutes=5) == 2
    assert look(minutes=10) == 0
    second.write({"d2.guidance.needs": "A word more."})
    assert look(minutes=10) == 1
    assert look(hours=24) >= 1
    jo.watch.wait(hours=-3)
    first.write({"d2.guidance.needs": "Written by a clock that was put back."})
    assert look(minutes=10) == 2
