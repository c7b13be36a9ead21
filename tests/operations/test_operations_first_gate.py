"""The first gate opens for a yes that a person gave, and a no leaves nothing of the family on the laptop."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_START, MASON, PRIVATE, Laptop, Visit, everything_in

from app.domain.answers import Answers
from app.domain.gates import FirstGate
from app.domain.record import RecordKind
from app.operations.families import erase_child, erase_sealed
from app.operations.keeping import Unsaved, keep
from app.operations.starting import NotSaidYet, agree_to_start, where_at_first_gate, who_agreed
from app.storage import audit, children, outbox, records


def answer_at_first_gate(visit: Visit, answers: Answers) -> FirstGate:
    visit.write(answers, RecordKind.START)
    with visit.laptop.vault.transaction() as tx:
        return agree_to_start(tx, visit.laptop.workplace, visit.episode)


def gate_of(visit: Visit) -> FirstGate:
    with visit.laptop.vault.transaction() as tx:
        return where_at_first_gate(tx, visit.episode)


def erase(visit: Visit) -> tuple[str, ...]:
    laptop = visit.laptop
    with laptop.vault.transaction() as tx:
        files = erase_child(tx, laptop.workplace, visit.started.child)
    erase_sealed(laptop.workplace, files)
    return files


def test_a_yes_is_finished_and_signed_by_the_laptop_and_its_draft_is_gone(visit: Visit) -> None:
    assert answer_at_first_gate(visit, AGREED_TO_START) is FirstGate.AGREED
    with visit.laptop.vault.transaction() as tx:
        record = records.newest(tx, visit.episode, RecordKind.START)
        assert who_agreed(tx, visit.episode) == "Carly Reid"
    assert record is not None
    assert record.answers == AGREED_TO_START
    assert (gate_of(visit), visit.written(RecordKind.START)) == (FirstGate.AGREED, {})


def test_a_yes_that_is_only_written_in_the_draft_opens_nothing(visit: Visit) -> None:
    visit.write(AGREED_TO_START, RecordKind.START)
    assert gate_of(visit) is FirstGate.NOT_ASKED


def test_nothing_is_sealed_or_queued_at_the_first_gate(visit: Visit) -> None:
    visit.start()
    with visit.laptop.vault.transaction() as tx:
        assert outbox.counts(tx) == outbox.Counts(0, 0, 0, 0)


@pytest.mark.parametrize("path", ["c1.giver", "c1.capacity", "c1.do", "c1.record_ecaf", "c1.how", "c1.witness"])
def test_each_thing_not_said_is_named_and_nothing_is_finished(visit: Visit, path: str) -> None:
    said = {other: answer for other, answer in AGREED_TO_START.items() if other != path}
    with pytest.raises(NotSaidYet) as stop:
        answer_at_first_gate(visit, said)
    assert len(stop.value.missing) == 1
    assert (gate_of(visit), visit.written(RecordKind.START)) == (FirstGate.NOT_ASKED, said)


def test_nothing_said_at_all_is_no_yes(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet):
        agree_to_start(tx, visit.laptop.workplace, visit.episode)


@pytest.mark.parametrize(
    ("answers", "gate"),
    [
        ({"c1.do": "no"}, FirstGate.DECLINED),
        ({**AGREED_TO_START, "c1.record_ecaf": "no"}, FirstGate.NOT_ELECTRONIC),
        ({"c1.record_ecaf": "no"}, FirstGate.NOT_ELECTRONIC),
    ],
)
def test_a_no_is_heard_at_once_and_not_kept_as_a_record(visit: Visit, answers: Answers, gate: FirstGate) -> None:
    assert answer_at_first_gate(visit, answers) is gate
    with visit.laptop.vault.transaction() as tx:
        assert records.of_episode(tx, visit.episode) == []


def test_after_a_refusal_nothing_of_the_family_is_left_but_a_count(visit: Visit) -> None:
    visit.write(MASON)
    visit.write({"pre.q1.note": "A cough since September"}, RecordKind.CHECKLIST)
    with visit.laptop.vault.transaction() as tx:
        keep(tx, Unsaved(notes={(visit.episode, "note"): PRIVATE}), visit.laptop.watch.now())
    answer_at_first_gate(visit, {**AGREED_TO_START, "c1.record_ecaf": "no"})
    before = everything_in(visit.laptop.vault)
    erase(visit)
    after = everything_in(visit.laptop.vault)
    for words in ("Mason", "Reid", "2020-10-09", "Heron Close", "A cough since September", PRIVATE, "Carly"):
        assert words in before
        assert words not in after
    ids = (visit.started.child, visit.episode, visit.started.draft)
    kept = everything_in(visit.laptop.vault, but=("audit",))
    assert not any(one in kept for one in ids)
    with visit.laptop.vault.transaction() as tx:
        assert tx.all("SELECT object FROM audit WHERE act = 'erased'")[0]["object"] == ""
        assert audit.verify(tx) is None


def test_erasing_a_finished_child_takes_the_sealed_files_and_leaves_another_familys(jo: Laptop) -> None:
    mason, other = jo.finished_visit(), jo.finished_visit()
    with jo.vault.transaction() as tx:
        staying = {row.file for row in outbox.of_record(tx, other.signed[0][0].statement.record)}
    going = set(erase(mason))
    assert len(going) == 2
    assert {path.name for path in jo.workplace.sealed.iterdir()} == staying
    with jo.vault.transaction() as tx:
        assert [row.child for row in children.list_all(tx)] == [other.started.child]
        assert outbox.counts(tx).waiting == len(staying) == 2


def test_the_deleted_pages_hold_nothing_of_an_erased_child(visit: Visit) -> None:
    visit.write(MASON)
    erase(visit)
    with visit.laptop.vault.transaction() as tx:
        free = tx.one("PRAGMA freelist_count")
        assert tx.all("SELECT * FROM scrub_due") == []
    assert free is not None
    assert free[0] == 0
