"""Worried now: the short record of a worry stays open until somebody says what was done, and stops no visit."""

from __future__ import annotations

from pathlib import Path

import pytest
from larkrise import AGREED_TO_SHARE, MASON, Laptop, Visit, by_hand

from app.domain.answers import Absent, AbsentReason, Answers
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import DESK, FAMILY, Agreement, released
from app.operations.ending import end_with_checklist
from app.operations.family import open_family
from app.operations.finishing import ChangedSinceRead, final_version, sign_and_finish
from app.operations.moving import carried, take_in, together
from app.operations.posting import whole
from app.operations.refusing import erase_refused
from app.operations.reviewing import account_of
from app.operations.starting import NotSaidYet
from app.operations.worrying import (
    StillWorried,
    answer_worry,
    begin_worry,
    check_no_worry_open,
    only_a_look,
    open_worries,
    open_worry,
    worries_before,
)
from app.sealing.moved import sealed_for, signed_draft
from app.storage import children, drafts, outbox, records
from app.storage.audit import Act
from app.storage.outbox import OutboxKind
from authority.office import Office

ANSWERED: Answers = {
    "ex.concern": "yes",
    "ex.what": "A bruise on his arm, the size of a thumb. “I fell,” he said.",
    "ex.told_family": "yes",
    "ex.done": "Rang the duty team at 14:20. They will visit today.",
    "ex.result": "continues beside",
}


def press(visit: Visit) -> Answers:
    """Press "Worried now?", and return what stands in the record then."""
    with visit.laptop.vault.transaction() as tx:
        return dict(begin_worry(tx, visit.laptop.workplace, visit.episode).answers)


def answer(visit: Visit, answers: Answers = ANSWERED) -> FinishedRecord:
    visit.write(answers, RecordKind.CONCERN)
    with visit.laptop.vault.transaction() as tx:
        record = answer_worry(tx, visit.laptop.workplace, visit.episode)
    assert record is not None
    return record


def is_open(visit: Visit) -> bool:
    with visit.laptop.vault.transaction() as tx:
        file = open_family(tx, visit.laptop.workplace, visit.episode)
        on_home = [one.episode for one in open_worries(tx)]
    assert (file.worry is not None) is (visit.episode in on_home)
    return file.worry is not None


def test_one_press_writes_down_when_and_who_before_any_agreement(visit: Visit) -> None:
    assert press(visit) == {"ex.when": "2026-11-02", "ex.time": "09:30", "ex.by": "Jo Whitfield"}
    assert is_open(visit)


def test_pressed_again_it_is_the_same_record_with_what_was_written(visit: Visit) -> None:
    press(visit)
    visit.write({"ex.what": "A bruise."}, RecordKind.CONCERN)
    visit.laptop.watch.wait(hours=1)
    assert press(visit)["ex.what"] == "A bruise."
    assert press(visit)["ex.time"] == "09:30"


def test_each_look_at_an_open_worry_is_written_down(visit: Visit) -> None:
    press(visit)
    press(visit)
    with visit.laptop.vault.transaction() as tx:
        acts = [row["act"] for row in tx.all("SELECT act FROM audit ORDER BY n DESC LIMIT 2")]
    assert acts == [Act.VIEWED, Act.WORRY_BEGUN]


def test_two_children_have_each_their_own(jo: Laptop) -> None:
    one, other = jo.visit(), jo.visit()
    for visit, words in ((one, "about one"), (other, "about the other")):
        press(visit)
        visit.write({"ex.what": words}, RecordKind.CONCERN)
    assert one.written(RecordKind.CONCERN)["ex.what"] == "about one"
    assert other.written(RecordKind.CONCERN)["ex.what"] == "about the other"


def test_the_visit_goes_on_and_every_word_is_saved_while_it_is_open(visit: Visit) -> None:
    press(visit)
    visit.start()
    visit.write(MASON)
    assert visit.written() == MASON
    assert is_open(visit)


def test_nothing_is_finished_while_it_is_open(ready: Visit) -> None:
    press(ready)
    with ready.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet, match="safety") as stop:
        final_version(tx, ready.laptop.workplace, ready.episode)
    assert stop.value.pages == ("ex",)


def test_a_worry_that_comes_after_reading_together_stops_the_signature_too(ready: Visit) -> None:
    with ready.laptop.vault.transaction() as tx:
        final = final_version(tx, ready.laptop.workplace, ready.episode)
    press(ready)
    with ready.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet, match="safety"):
        sign_and_finish(tx, ready.laptop.workplace, final)
    with ready.laptop.vault.transaction() as tx:
        assert records.newest(tx, ready.episode, RecordKind.ASSESSMENT) is None


def test_no_checklist_is_an_ending_while_it_is_open(visit: Visit) -> None:
    visit.write({"pre.decision": "no action"}, RecordKind.CHECKLIST)
    press(visit)
    with visit.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet, match="safety"):
        end_with_checklist(tx, visit.laptop.workplace, visit.episode)


@pytest.mark.parametrize("left_out", ["ex.concern", "ex.what", "ex.told_family", "ex.done", "ex.result"])
def test_it_stays_open_until_all_that_is_asked_is_answered(visit: Visit, left_out: str) -> None:
    press(visit)
    visit.write({path: given for path, given in ANSWERED.items() if path != left_out}, RecordKind.CONCERN)
    with visit.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet) as stop:
        answer_worry(tx, visit.laptop.workplace, visit.episode)
    assert len(stop.value.missing) == 1
    assert is_open(visit)


def test_not_talked_about_yet_closes_no_question_about_safety(visit: Visit) -> None:
    press(visit)
    visit.write({**ANSWERED, "ex.done": Absent(AbsentReason.NOT_TALKED_ABOUT)}, RecordKind.CONCERN)
    with visit.laptop.vault.transaction() as tx, pytest.raises(NotSaidYet, match="still open"):
        answer_worry(tx, visit.laptop.workplace, visit.episode)


def test_answered_it_never_changes_and_the_assessment_can_be_finished(ready: Visit) -> None:
    press(ready)
    record = answer(ready)
    assert record.statement.kind is RecordKind.CONCERN
    assert not is_open(ready)
    ready.sign()
    with ready.laptop.vault.transaction() as tx:
        assert records.newest(tx, ready.episode, RecordKind.CONCERN) == record


def test_another_worry_later_is_another_record(visit: Visit) -> None:
    press(visit)
    first = answer(visit)
    press(visit)
    second = answer(visit)
    assert first.statement.record != second.statement.record


@pytest.mark.parametrize(("result", "goes_on"), [("continues beside", True), ("paused", False), ("stopped", False)])
def test_an_assessment_that_waits_or_stops_because_of_it_is_not_finished(
    ready: Visit, result: str, *, goes_on: bool
) -> None:
    press(ready)
    answer(ready, {**ANSWERED, "ex.result": result})
    with ready.laptop.vault.transaction() as tx:
        if goes_on:
            check_no_worry_open(tx, ready.episode)
            return
        with pytest.raises(NotSaidYet, match="held up"):
            check_no_worry_open(tx, ready.episode)
    press(ready)
    answer(ready)
    ready.sign()


def test_who_only_looked_at_the_numbers_leaves_nothing_open(visit: Visit) -> None:
    press(visit)
    with visit.laptop.vault.transaction() as tx:
        assert only_a_look(tx, visit.laptop.workplace, visit.episode)
        assert open_worry(tx, visit.laptop.workplace, visit.episode) is None
        assert records.of_episode(tx, visit.episode) == []


@pytest.mark.parametrize("written", [{"ex.what": "A bruise."}, {"ex.concern": "yes"}])
def test_what_was_written_is_not_taken_for_a_look(visit: Visit, written: Answers) -> None:
    press(visit)
    visit.write(written, RecordKind.CONCERN)
    with visit.laptop.vault.transaction() as tx:
        assert not only_a_look(tx, visit.laptop.workplace, visit.episode)
    assert is_open(visit)


def test_nothing_is_erased_while_it_is_open_and_all_of_it_once_it_is_answered(visit: Visit) -> None:
    press(visit)
    with visit.laptop.vault.transaction() as tx, pytest.raises(StillWorried):
        erase_refused(tx, visit.laptop.workplace, visit.started.child)
    answer(visit)
    with visit.laptop.vault.transaction() as tx:
        erase_refused(tx, visit.laptop.workplace, visit.started.child)
    with visit.laptop.vault.transaction() as tx:
        assert children.list_all(tx) == []
        assert drafts.changed_or_asked_since(tx, "", "") == []


def test_it_goes_to_safe_keeping_with_the_assessment_and_alone_after_it(ready: Visit) -> None:
    press(ready)
    answer(ready)
    with ready.laptop.vault.transaction() as tx:
        assert outbox.waiting(tx, ready.laptop.watch.now()) == []
    ready.sign()
    press(ready)
    later = answer(ready)
    with ready.laptop.vault.transaction() as tx:
        assert [one.kind for one in outbox.of_record(tx, later.statement.record)] == [OutboxKind.KEPT]


@pytest.mark.parametrize("recipient", [DESK, FAMILY], ids=lambda one: one.name)
def test_even_an_agreement_that_names_it_shows_nobody_a_word(visit: Visit, recipient: object) -> None:
    press(visit)
    record = answer(visit)
    agreement = Agreement(record.statement.root, store=True, share=True, desk_may_see=True)
    view = released(record, agreement, recipient, today=visit.laptop.watch.now().date())  # type: ignore[arg-type]
    assert view.answers == {}


def test_the_list_given_to_a_family_does_not_tell_of_it(visit: Visit) -> None:
    visit.write({"id.given": "Mason"})
    press(visit)
    answer(visit)
    with visit.laptop.vault.transaction() as tx:
        told = account_of(tx, visit.laptop.workplace, visit.started.child)
    assert [done.what for done in told.done if "orr" in done.what] == []


def test_a_signature_still_means_what_was_read(ready: Visit) -> None:
    with ready.laptop.vault.transaction() as tx:
        final = final_version(tx, ready.laptop.workplace, ready.episode)
    press(ready)
    answer(ready)
    ready.write({"as.reason": "Something else."})
    with ready.laptop.vault.transaction() as tx, pytest.raises(ChangedSinceRead):
        sign_and_finish(tx, ready.laptop.workplace, final)
    assert ready.written(RecordKind.SHARING) == AGREED_TO_SHARE


def test_on_a_new_laptop_it_is_still_open_though_another_was_answered_before(
    visit: Visit, office: Office, tmp_path: Path
) -> None:
    jo, new = visit.laptop, Laptop.new(tmp_path / "new", by_hand(office, "practitioner"))
    press(visit)
    answer(visit)
    jo.watch.wait(hours=1)
    press(visit)
    with jo.vault.transaction() as tx:
        (draft,) = drafts.worries(tx)
        package = signed_draft(jo.workplace.certificate, carried(tx, jo.workplace, draft), jo.workplace.secrets.signing)
        packages = [*(whole(tx, jo.workplace, group) for group in together(tx, visit.episode)), package]
        files = [sealed_for(one, new.workplace.certificate) for one in packages]
    with new.vault.transaction() as there:
        for file in files:
            take_in(there, new.workplace, file)
        assert len(drafts.worries(there)) == 1
        assert len(worries_before(there, visit.episode)) == 1
    new.vault.lock()
