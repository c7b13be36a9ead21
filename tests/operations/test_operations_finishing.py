"""What was read together is what is signed; all of it is written in one transaction, or nothing is."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pyrage
import pytest
from larkrise import AGREED_TO_SHARE, FORMS, HELD_BACK, MASON, Laptop, Visit

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.operations.finishing import (
    ChangedSinceRead,
    FinalVersion,
    NotToBeKept,
    change_something,
    final_version,
    sign_and_finish,
    still_missing,
)
from app.operations.starting import NotSaidYet
from app.operations.unlocking import after_unlocking
from app.operations.whereabouts import ledger, whereabouts
from app.operations.workplace import Workplace
from app.sealing.opening import open_package
from app.storage import audit, drafts, outbox, records, sealed
from app.storage.outbox import OutboxKind, OutboxState


def read_together(visit: Visit) -> FinalVersion:
    with visit.laptop.vault.transaction() as tx:
        return final_version(tx, visit.laptop.workplace, visit.episode)


def sign(visit: Visit, final: FinalVersion, workplace: Workplace | None = None) -> None:
    with visit.laptop.vault.transaction() as tx:
        sign_and_finish(tx, workplace or visit.laptop.workplace, final)


def assert_nothing_was_signed(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        assert [header.kind for header in records.of_episode(tx, visit.episode)] == [RecordKind.START]
        assert outbox.counts(tx) == outbox.Counts(0, 0, 0, 0)
        assert drafts.find(tx, visit.episode, RecordKind.ASSESSMENT) is not None
        assert tx.all("SELECT * FROM audit WHERE act IN ('finished', 'sealed')") == []
        assert audit.verify(tx) is None


def identities_of(laptop: Laptop) -> tuple[str, ...]:
    return laptop.workplace.identities


def test_signing_finishes_the_very_version_that_was_read(ready: Visit) -> None:
    final = read_together(ready)
    sign(ready, final)
    with ready.laptop.vault.transaction() as tx:
        record = records.newest(tx, ready.episode, RecordKind.ASSESSMENT)
        sharing = records.newest(tx, ready.episode, RecordKind.SHARING)
    assert record == final.record
    assert record.answers == MASON
    assert sharing is not None
    assert (sharing.statement.agrees_to, sharing.answers) == (record.statement.root, AGREED_TO_SHARE)
    assert (ready.written(), ready.written(RecordKind.SHARING)) == ({}, {})


def test_what_is_read_together_is_in_no_table_before_it_is_signed(ready: Visit) -> None:
    read_together(ready)
    assert_nothing_was_signed(ready)
    assert ready.written() == MASON


def test_both_sealed_copies_wait_the_moment_it_is_signed(ready: Visit) -> None:
    sign(ready, read_together(ready))
    with ready.laptop.vault.transaction() as tx:
        found = whereabouts(tx, ready.episode)
        counts = ledger(tx)
    assert found is not None
    assert [(row.kind, row.state) for row in found.envelopes] == [
        (OutboxKind.KEPT, OutboxState.WAITING),
        (OutboxKind.RELEASED, OutboxState.WAITING),
    ]
    assert [row.device_seq for row in found.envelopes] == [1, 2]
    assert (counts.waiting, found.all_received) == (2, False)
    assert {row.file for row in found.envelopes} == {path.name for path in ready.laptop.workplace.sealed.iterdir()}


def test_the_desk_can_open_what_was_released_and_never_the_copy_for_safe_keeping(ready: Visit, priya: Laptop) -> None:
    sign(ready, read_together(ready))
    workplace = ready.laptop.workplace
    with ready.laptop.vault.transaction() as tx:
        kept, released = (sealed.read(workplace.sealed, row.file) for row in outbox.waiting(tx, workplace.clock.now()))
    package = open_package(released, identities_of(priya), root=priya.workplace.root)
    assert all(check.ok for check in package.checks)
    assert HELD_BACK not in package.record.answers.values()
    assert set(MASON.values()) - set(package.record.answers.values()) == {HELD_BACK}
    with pytest.raises(Exception, match="not sealed for you"):
        open_package(kept, identities_of(priya), root=priya.workplace.root)
    whole = open_package(kept, identities_of(ready.laptop), root=workplace.root)
    kinds = [record.statement.kind for record in whole.records]
    assert kinds == [RecordKind.ASSESSMENT, RecordKind.SHARING, RecordKind.START]
    assert whole.record.answers == MASON


@pytest.mark.parametrize("said_no", [{"c2.share": "no"}, {"c2.desk": "no"}, {"c2.share": "no", "c2.desk": "no"}])
def test_without_their_yes_nothing_goes_to_the_desk(ready: Visit, said_no: Answers) -> None:
    ready.write(said_no, RecordKind.SHARING)
    sign(ready, read_together(ready))
    with ready.laptop.vault.transaction() as tx:
        kinds = [row.kind for row in outbox.waiting(tx, ready.laptop.watch.now())]
    assert kinds == [OutboxKind.KEPT]


def test_a_word_changed_after_reading_together_stops_the_signature(ready: Visit) -> None:
    final = read_together(ready)
    ready.write({"co.needs": "Sleep, and getting to school on time!"})
    with pytest.raises(ChangedSinceRead):
        sign(ready, final)
    assert_nothing_was_signed(ready)
    sign(ready, read_together(ready))


@pytest.mark.parametrize("path", ["co.needs", "ac"])
def test_a_line_taken_out_after_reading_together_stops_the_signature(ready: Visit, path: str) -> None:
    final = read_together(ready)
    ready.clear(path)
    with pytest.raises(ChangedSinceRead):
        sign(ready, final)
    assert_nothing_was_signed(ready)


def test_a_line_added_after_reading_together_stops_the_signature(ready: Visit) -> None:
    final = read_together(ready)
    ready.write({"d3.housing.needs": "The boiler fails."})
    with pytest.raises(ChangedSinceRead):
        sign(ready, final)
    assert_nothing_was_signed(ready)


def test_a_word_changed_and_put_back_may_be_signed(ready: Visit) -> None:
    final = read_together(ready)
    ready.write({"co.needs": "Something else"})
    ready.write({"co.needs": MASON["co.needs"], "d3.wider.needs": "  "})
    sign(ready, final)


def test_the_same_reading_cannot_be_signed_twice(ready: Visit) -> None:
    final = read_together(ready)
    sign(ready, final)
    with pytest.raises(ChangedSinceRead):
        sign(ready, final)


def test_a_family_who_would_rather_it_was_not_kept_signs_nothing(ready: Visit) -> None:
    ready.write({"c2.store": "no"}, RecordKind.SHARING)
    with pytest.raises(NotToBeKept):
        sign(ready, read_together(ready))
    assert_nothing_was_signed(ready)


@pytest.mark.parametrize(
    "path", ["c2.store", "c2.share", "c2.desk", "c2.signer", "c2.capacity", "c2.route", "c2.typed_name"]
)
def test_each_thing_not_said_about_sharing_is_named(ready: Visit, path: str) -> None:
    ready.clear(path, RecordKind.SHARING)
    with pytest.raises(NotSaidYet) as stop:
        sign(ready, read_together(ready))
    assert len(stop.value.missing) == 1
    assert_nothing_was_signed(ready)


def test_an_assessment_without_a_reason_is_not_read_together_and_the_reason_is_named(ready: Visit) -> None:
    ready.clear("as.reason")
    with pytest.raises(NotSaidYet) as stop:
        read_together(ready)
    (sentence,) = stop.value.missing
    assert sentence.startswith("It does not say yet why we are talking now.")
    with ready.laptop.vault.transaction() as tx:
        assert [one.page for one in still_missing(tx, ready.laptop.workplace, ready.episode)] == ["as"]


def test_a_failure_half_way_through_signing_leaves_nothing(ready: Visit) -> None:
    workplace = ready.laptop.workplace
    spoilt = msgspec.structs.replace(workplace.directory.directory, desk={"desk-1": "age1nobody"})
    torn = replace(workplace, directory=msgspec.structs.replace(workplace.directory, directory=spoilt))
    with pytest.raises(pyrage.RecipientError):
        sign(ready, read_together(ready), torn)
    assert_nothing_was_signed(ready)
    assert (ready.written(), ready.written(RecordKind.SHARING)) == (MASON, AGREED_TO_SHARE)
    (orphan,) = workplace.sealed.iterdir()
    with ready.laptop.vault.transaction() as tx:
        after_unlocking(tx, ready.laptop.vault, FORMS, ready.laptop.watch)
    assert not orphan.exists()
    sign(ready, read_together(ready))


def test_unlocking_keeps_every_sealed_file_that_still_waits(jo: Laptop) -> None:
    jo.finished_visit()
    waiting = {path.name for path in jo.workplace.sealed.iterdir()}
    with jo.vault.transaction() as tx:
        again = after_unlocking(tx, jo.vault, FORMS, jo.watch)
    assert {path.name for path in jo.workplace.sealed.iterdir()} == waiting
    assert again is not None
    assert again.worker == jo.workplace.worker


def change(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        change_something(tx, visit.laptop.workplace, visit.episode)


def test_changing_something_begins_with_the_words_of_the_earlier_version(jo: Laptop) -> None:
    visit = jo.finished_visit()
    change(visit)
    assert visit.written() == MASON
    change(visit)
    with jo.vault.transaction() as tx:
        found = drafts.find(tx, visit.episode, RecordKind.ASSESSMENT)
        assert found is not None
        statement = visit.signed[0][0].statement
        assert found.base == (statement.record, statement.version)


def test_the_earlier_yes_is_not_carried_over_to_a_new_version(jo: Laptop) -> None:
    visit = jo.finished_visit()
    change(visit)
    assert visit.written(RecordKind.SHARING) == {"c2.withheld": ("d2.guidance.needs",)}


def test_services_and_what_narrows_sharing_are_carried_over_and_each_yes_and_no_is_asked_again(jo: Laptop) -> None:
    nurse: Answers = {
        "c2.list": ("5a2b",),
        "c2.list/5a2b/c2.list.service": "Ambleton school nurses",
        "c2.list/5a2b/c2.list.may_see": "yes",
        "c2.list/5a2b/c2.list.until": "2027-03-02",
        "c2.list/5a2b/c2.list.withheld": ("as.reason",),
    }
    visit = jo.finished_visit({**AGREED_TO_SHARE, **nurse, "c2.expires": "2027-11-02"})
    change(visit)
    written = visit.written(RecordKind.SHARING)
    assert written.keys() == {*nurse, "c2.withheld", "c2.expires"} - {"c2.list/5a2b/c2.list.may_see"}
    assert {*written.values()} & {"yes", "no"} == set()
    with pytest.raises(NotSaidYet):
        visit.sign()
    with pytest.raises(NotSaidYet):
        visit.sign()
    with jo.vault.transaction() as tx:
        assert outbox.counts(tx).waiting == 2


def test_a_new_version_follows_the_root_of_the_earlier_one_and_is_agreed_to_anew(jo: Laptop) -> None:
    visit = jo.finished_visit()
    change(visit)
    visit.write({"co.needs": "Sleep."})
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    (first, yes), (second, yes_again) = visit.signed
    assert (second.statement.record, second.statement.version) == (first.statement.record, 2)
    assert second.statement.parents == (first.statement.root,)
    assert (yes.statement.agrees_to, yes_again.statement.agrees_to) == (first.statement.root, second.statement.root)
    assert first.statement.root != second.statement.root
    with jo.vault.transaction() as tx:
        assert records.get(tx, first.statement.record, 1) == first
        rows = outbox.of_record(tx, first.statement.record)
    assert [(row.version, row.kind) for row in rows] == [
        (1, OutboxKind.KEPT),
        (1, OutboxKind.RELEASED),
        (2, OutboxKind.KEPT),
        (2, OutboxKind.RELEASED),
    ]
