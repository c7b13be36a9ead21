"""Any other form is begun, finished and printed as its file says; nothing leaves that the family did not release."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, MASON, NOT_SHARED, TOLD, Laptop, Visit
from pypdf import PdfReader

from app.domain.answers import Answer, Answers
from app.domain.earlier import Notice
from app.domain.ids import DraftId
from app.domain.record import FinishedRecord, RecordKind
from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind
from app.operations.family import open_family
from app.operations.finishing import ChangedSinceRead, FinalVersion, NotToBeKept
from app.operations.keeping import Unsaved, keep
from app.operations.otherforms import (
    NotBeforeTheyAgree,
    begin_form,
    begin_sharing,
    finish_form,
    finished_forms,
    let_go,
    print_finished,
    print_unkept,
    read_finished,
    read_form,
    switched_on,
)
from app.operations.policy import read_policy
from app.operations.remembering import keep_due
from app.operations.starting import NotSaidYet
from app.paths import resources
from app.sealing.opening import open_package
from app.storage import drafts, due, outbox, records, sealed, unsent
from app.storage.outbox import OutboxKind, OutboxRow

DAY = date(2027, 12, 31)
URL = "https://ecaf.example/forms/"
MOVING: Answers = {
    "tr.kind": "moves away",
    "tr.to": "Bramley, early help",
    "tr.contact": "Ada Quist, by phone",
    "tr.pack": ("CAF", "plan"),
}
WHO_HELPS: Answers = {
    "sv.services": ("1", "2"),
    "sv.services/1/sv.name": "Larkrise Primary School",
    "sv.services/2/sv.name": "A clinic nobody else should hear of",
    "sv.services/2/sv.sensitive": True,
}


def begin(visit: Visit, name: str, answers: Answers | None = None) -> DraftId:
    with visit.laptop.vault.transaction() as tx:
        draft = begin_form(tx, visit.laptop.workplace, visit.episode, URL + name)
        keep(tx, Unsaved(answers={draft: dict(answers or {})}), visit.laptop.watch.now())
    return draft


def write(visit: Visit, draft: DraftId, answers: Answers) -> None:
    with visit.laptop.vault.transaction() as tx:
        keep(tx, Unsaved(answers={draft: dict(answers)}), visit.laptop.watch.now())


def written(visit: Visit, draft: DraftId) -> Answers:
    with visit.laptop.vault.transaction() as tx:
        return drafts.answers(tx, draft)


def read(visit: Visit, draft: DraftId) -> FinalVersion:
    with visit.laptop.vault.transaction() as tx:
        return read_form(tx, visit.laptop.workplace, draft)


def finish(visit: Visit, draft: DraftId) -> FinishedRecord:
    final = read(visit, draft)
    with visit.laptop.vault.transaction() as tx:
        return finish_form(tx, visit.laptop.workplace, final)


def agree(visit: Visit, name: str, answers: Answers) -> None:
    with visit.laptop.vault.transaction() as tx:
        draft = begin_sharing(tx, visit.laptop.workplace, visit.episode, URL + name)
    write(visit, draft, answers)


def queued(visit: Visit) -> list[OutboxRow]:
    with visit.laptop.vault.transaction() as tx:
        return outbox.waiting(tx, visit.laptop.watch.now())


def printed(visit: Visit, record: FinishedRecord) -> str:
    with visit.laptop.vault.transaction() as tx:
        pdf = print_finished(tx, visit.laptop.workplace, record.statement.record, record.statement.version)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_who_it_is_about_comes_from_the_childs_record(ready: Visit) -> None:
    draft = begin(ready, "transfer")
    told = written(ready, draft)
    assert (told["id.given"], told["id.family"], told["id.address"]) == ("Mason", "Reid", MASON["id.address"])
    assert told["d1.behaviour.strengths"] == TOLD
    ready.write({"id.given": "Masen"})
    assert written(ready, begin(ready, "transfer"))["id.given"] == "Masen"
    assert read(ready, begin(ready, "transfer", MOVING)).record.answers["id.given"] == "Masen"


def test_what_is_denied_to_others_is_copied_into_no_other_form(ready: Visit) -> None:
    ready.write({**WHO_HELPS, "id.address_confidential": True})
    told = written(ready, begin(ready, "transfer"))
    assert "id.address" not in told
    assert told["sv.services"] == ("1",)
    assert "A clinic nobody else should hear of" not in told.values()


def test_an_address_kept_secret_later_is_taken_back_out_of_what_was_begun(ready: Visit) -> None:
    draft = begin(ready, "transfer", MOVING)
    assert "id.address" in written(ready, draft)
    ready.write({"id.address_confidential": True})
    assert "id.address" not in read(ready, draft).record.answers


def test_a_service_marked_as_a_private_matter_later_leaves_the_form_again(ready: Visit) -> None:
    ready.write({path: given for path, given in WHO_HELPS.items() if not path.endswith("sensitive")})
    draft = begin(ready, "transfer", MOVING)
    assert written(ready, draft)["sv.services"] == ("1", "2")
    ready.write({"sv.services/2/sv.sensitive": True})
    answers = read(ready, draft).record.answers
    assert answers["sv.services"] == ("1",)
    assert "A clinic nobody else should hear of" not in answers.values()


def test_a_line_the_family_held_back_is_copied_nowhere(jo: Laptop) -> None:
    visit = jo.finished_visit()
    assert HELD_BACK not in written(visit, begin(visit, "transfer")).values()


def test_rows_taken_out_of_a_form_do_not_come_back(ready: Visit) -> None:
    ready.write({"sv.services": ("1",), "sv.services/1/sv.name": "Larkrise Primary School"})
    draft = begin(ready, "transfer")
    write(ready, draft, {"sv.services": ()})
    begin(ready, "transfer")
    assert written(ready, draft)["sv.services"] == ()


def test_a_form_that_waits_for_the_first_gate_is_not_begun_before_it(visit: Visit) -> None:
    with pytest.raises(NotBeforeTheyAgree):
        begin(visit, "family-feedback")
    begin(visit, "caf-request")


def test_what_the_form_says_must_be_answered_is_named_with_its_page(ready: Visit) -> None:
    draft = begin(ready, "information-sharing-decision", {"is.ask": "What?", "is.q1": "yes", "is.q2": "yes"})
    with pytest.raises(NotSaidYet) as stop:
        read(ready, draft)
    assert "eight" in stop.value.pages
    assert "decided" in stop.value.pages
    assert any("Is it confidential?" in sentence for sentence in stop.value.missing)


def test_nothing_is_shared_or_kept_back_without_reasons(ready: Visit) -> None:
    for decision in ("share", "part", "do not share"):
        draft = begin(ready, "information-sharing-decision", {**NOT_SHARED, "is.q8": decision, "is.q8.why": ""})
        with pytest.raises(NotSaidYet) as stop:
            read(ready, draft)
        assert any("Your reasons" in sentence for sentence in stop.value.missing)


def test_nobody_joins_in_before_the_family_said_yes(ready: Visit) -> None:
    asked = {"req.by": "practitioner", "req.why": "Bedtimes.", "reg.check": "open CAF elsewhere", "reg.join": "yes"}
    draft = begin(ready, "caf-request", {**asked, "reg.join_agreed": "no"})
    with pytest.raises(NotSaidYet) as stop:
        read(ready, draft)
    assert any("Please ask before you tell anybody" in sentence for sentence in stop.value.missing)


def test_a_form_released_to_nobody_goes_nowhere_but_safe_keeping_and_that_after_their_yes(ready: Visit) -> None:
    record = finish(ready, begin(ready, "information-sharing-decision", NOT_SHARED))
    assert queued(ready) == []
    with ready.laptop.vault.transaction() as tx:
        assert unsent.finished(tx) == []
    ready.sign()
    kept = [row for row in queued(ready) if row.record == record.statement.record]
    assert [row.kind for row in kept] == [OutboxKind.KEPT]
    with ready.laptop.vault.transaction() as tx:
        assert record.statement.record in {one.record for one in unsent.finished(tx)}
    later = finish(ready, begin(ready, "information-sharing-decision", NOT_SHARED))
    assert later.statement.record in {row.record for row in queued(ready)}


def test_each_time_it_is_finished_it_is_a_record_of_its_own(ready: Visit) -> None:
    first = finish(ready, begin(ready, "information-sharing-decision", NOT_SHARED))
    second = finish(ready, begin(ready, "information-sharing-decision", {**NOT_SHARED, "is.ask": "Again."}))
    assert first.statement.record != second.statement.record
    with ready.laptop.vault.transaction() as tx:
        assert len(records.of_form(tx, ready.episode, URL + "information-sharing-decision")) == 2


def test_a_form_the_family_sign_is_finished_under_their_agreement_alone(ready: Visit) -> None:
    draft = begin(ready, "transfer", MOVING)
    final = read(ready, draft)
    with pytest.raises(NotSaidYet), ready.laptop.vault.transaction() as tx:
        finish_form(tx, ready.laptop.workplace, final)
    agree(ready, "transfer", {**AGREED_TO_SHARE, "c2.store": "no"})
    with pytest.raises(NotToBeKept), ready.laptop.vault.transaction() as tx:
        finish_form(tx, ready.laptop.workplace, final)
    assert queued(ready) == []


def test_the_desk_reads_what_the_family_released_of_it_and_no_more(ready: Visit, priya: Laptop) -> None:
    draft = begin(ready, "transfer", {**MOVING, "tr.why": "They move at Easter."})
    agree(ready, "transfer", {**AGREED_TO_SHARE, "c2.withheld": ("tr.why",)})
    record = finish(ready, draft)
    (released,) = (row for row in queued(ready) if row.kind is OutboxKind.RELEASED)
    body = sealed.read(ready.laptop.workplace.sealed, released.file)
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    assert package.record.statement.record == record.statement.record
    assert package.record.answers["tr.to"] == MOVING["tr.to"]
    assert "tr.why" not in package.record.answers
    assert all(check.ok for check in package.checks)
    paper = printed(ready, record)
    assert "They move at Easter." not in paper
    assert "Agreed to by: Carly Reid, parent" in paper


def test_without_their_yes_to_the_desk_it_is_kept_and_released_to_nobody(ready: Visit) -> None:
    draft = begin(ready, "transfer", MOVING)
    agree(ready, "transfer", {**AGREED_TO_SHARE, "c2.desk": "no"})
    finish(ready, draft)
    assert [row.kind for row in queued(ready)] == [OutboxKind.KEPT]


def test_a_word_changed_since_it_was_read_is_read_again_first(ready: Visit) -> None:
    draft = begin(ready, "family-feedback", {"ff.who": "parent"})
    final = read(ready, draft)
    write(ready, draft, {"ff.change": "The room was cold."})
    with pytest.raises(ChangedSinceRead), ready.laptop.vault.transaction() as tx:
        finish_form(tx, ready.laptop.workplace, final)


def test_what_is_only_printed_makes_no_record_and_is_then_gone(ready: Visit) -> None:
    draft = begin(ready, "consider-a-caf", {"nc.to": "The health visitor", "nc.why": "Sleep."})
    final, workplace = read(ready, draft), ready.laptop.workplace
    with pytest.raises(ValueError, match="no record is made"), ready.laptop.vault.transaction() as tx:
        finish_form(tx, workplace, final)
    with ready.laptop.vault.transaction() as tx:
        assert print_unkept(tx, workplace, final).startswith(b"%PDF")
        assert drafts.get(tx, draft) is not None
        let_go(tx, workplace, final)
        assert drafts.get(tx, draft) is None
        assert records.of_form(tx, ready.episode, URL + "consider-a-caf") == []


def test_what_the_local_team_was_told_is_known_once_its_notice_is_finished(ready: Visit) -> None:
    notice = {"sn.event": "CAF done", "sn.on": "2026-11-02", "sn.to": "Early help", "sn.family_know": "yes"}
    told = []
    for _ in range(2):
        with ready.laptop.vault.transaction() as tx:
            told.append(open_family(tx, ready.laptop.workplace, ready.episode).told)
        finish(ready, begin(ready, "start-notice", notice))
    assert told == [frozenset(), {Notice.DONE}]


def test_no_record_is_ever_let_go_of(ready: Visit) -> None:
    final = read(ready, begin(ready, "family-feedback", {"ff.who": "parent"}))
    with pytest.raises(ValueError, match="never let go"), ready.laptop.vault.transaction() as tx:
        let_go(tx, ready.laptop.workplace, final)


def test_the_checklist_used_again_is_read_beside_the_first_one(visit: Visit) -> None:
    visit.write({"pre.q1": "no", "pre.q1.note": "A cough since September."}, RecordKind.CHECKLIST)
    visit.start()
    visit.write(MASON)
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    again = finish(visit, begin(visit, "checklist-again", {"pre.date": "2027-03-01", "pre.q1": "yes"}))
    with visit.laptop.vault.transaction() as tx:
        found = read_finished(tx, visit.laptop.workplace, again.statement.record, 1)
    assert found.first is not None
    assert found.first.answers["pre.q1"] == "no"


def test_an_agreement_about_another_form_is_never_taken_for_the_one_about_the_assessment(ready: Visit) -> None:
    agree(ready, "transfer", {**AGREED_TO_SHARE, "c2.review_on": "2027-01-15"})
    draft = begin(ready, "transfer", MOVING)
    with ready.laptop.vault.transaction() as tx:
        other = drafts.find(tx, ready.episode, RecordKind.FORM_SHARING, URL + "transfer")
        assert other is not None
        keep_due(tx, other.draft, ["c2.review_on"])
        assert "2027-01-15" not in [row.due.on.isoformat() for row in due.until(tx, DAY)]
    finish(ready, draft)
    with ready.laptop.vault.transaction() as tx:
        assert records.newest(tx, ready.episode, RecordKind.SHARING) is None
        assert drafts.find(tx, ready.episode, RecordKind.SHARING) is not None


OFFERED = read_policy(resources() / "policy" / "default.json").other_forms


def some_answer(item: Item) -> Answer:
    """Return an answer of the kind a question takes."""
    if item.options:
        return (item.options[0].code,) if item.repeats else item.options[0].code
    given: dict[ItemKind, Answer] = {ItemKind.DATE: "2027-01-15", ItemKind.BOOLEAN: True, ItemKind.INTEGER: 3}
    return ("Some words.",) if item.repeats else given.get(item.kind, "Some words.")


def test_every_form_of_the_policy_is_on_this_laptop(jo: Laptop) -> None:
    assert [form.name for form in switched_on(jo.workplace.forms, OFFERED)] == list(OFFERED)


@pytest.mark.parametrize("name", OFFERED)
def test_every_form_opens_fills_finishes_prints_and_seals_by_the_one_path(jo: Laptop, name: str) -> None:
    visit = jo.finished_visit()
    form, before = jo.workplace.forms.by_name(name), len(queued(visit))
    draft = begin(visit, name)
    given = {
        item.link_id: some_answer(item) for item in form if not item.copied and not item.is_rows and _alone(form, item)
    }
    write(visit, draft, given)
    assert form.use is not None
    if form.use.print_only:
        final = read(visit, draft)
        with jo.vault.transaction() as tx:
            assert print_unkept(tx, jo.workplace, final).startswith(b"%PDF")
            let_go(tx, jo.workplace, final)
        assert len(queued(visit)) == before
        return
    if form.use.signed_by_family:
        agree(visit, name, AGREED_TO_SHARE)
    record = finish(visit, draft)
    assert form.title in printed(visit, record)
    assert record.statement.record in {row.record for row in queued(visit)}
    released = [row.kind for row in queued(visit)[before:] if row.kind is OutboxKind.RELEASED]
    assert len(released) == (1 if form.use.to_desk else 0)


def _alone(form: FormDefinition, item: Item) -> bool:
    return form.rows_around(item.link_id) is None


def test_a_form_whose_file_was_taken_away_stops_nobody_and_loses_nothing(jo: Laptop, tmp_path: Path) -> None:
    visit = jo.finished_visit()
    finish(visit, begin(visit, "family-feedback", {"ff.who": "parent"}))
    draft = begin(visit, "family-feedback", {"ff.who": "child"})
    for file in (resources() / "forms").glob("*.json"):
        if not file.name.startswith("family-feedback"):
            shutil.copy(file, tmp_path)
    poorer = replace(jo.workplace, forms=FormLibrary(tmp_path))
    with jo.vault.transaction() as tx:
        assert open_family(tx, poorer, visit.episode).others == ()
        assert [form for form, _ in finished_forms(tx, poorer, visit.episode)] == [None]
        (back,) = open_family(tx, jo.workplace, visit.episode).others
    assert back.draft.draft == draft
    assert back.draft.answers["ff.who"] == "child"
