"""An old laptop carries everything finished, and drafts if she wishes, to its owner's new one, and to no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, MASON, Laptop, Visit, by_hand, new_office

from app.domain.due import DueDate
from app.domain.ids import DraftId
from app.domain.record import FinishedRecord, RecordKind
from app.operations.family import open_family
from app.operations.finishing import change_something
from app.operations.keeping import Unsaved, keep
from app.operations.moving import (
    CarriedOut,
    TakenIn,
    carry_out,
    new_laptop_file,
    own_letters,
    read_successor,
    take_in_each,
)
from app.operations.otherforms import begin_form, finish_form, read_form
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_package
from app.storage import audit, children, drafts, due, outbox, records, sealed
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from authority.office import Office
from protocol.moving import letters_of

FEEDBACK = "https://ecaf.example/forms/family-feedback"


@pytest.fixture
def new(tmp_path: Path, office: Office) -> Iterator[Laptop]:
    """Enrol Jo's new laptop."""
    laptop = Laptop.new(tmp_path / "new", by_hand(office, "practitioner"))
    yield laptop
    laptop.vault.lock()


def carry(old: Laptop, new: Laptop, folder: Path, *, with_drafts: bool = False) -> CarriedOut:
    folder.mkdir(exist_ok=True)
    with old.vault.transaction() as tx:
        to = read_successor(old.workplace, new_laptop_file(new.workplace))
        return carry_out(tx, old.workplace, to, folder, with_drafts=with_drafts)


def take(new: Laptop, folder: Path) -> TakenIn:
    def ask(work: Callable[[Transaction], TakenIn]) -> TakenIn:
        with new.vault.transaction() as tx:
            return work(tx)

    return take_in_each(ask, new.workplace, [(file.name, file.read_bytes()) for file in sorted(folder.iterdir())])


def everything_finished(laptop: Laptop) -> dict[tuple[str, int], object]:
    with laptop.vault.transaction() as tx:
        rows = tx.all("SELECT record, version FROM records")
        return {(row["record"], row["version"]): records.get(tx, row["record"], row["version"]) for row in rows}


def test_every_finished_record_with_its_agreements_stands_on_the_new_laptop(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    first, _ = jo.finished_visit(), jo.finished_visit()
    first.start()
    out = carry(jo, new, tmp_path / "stick")
    assert take(new, tmp_path / "stick") == TakenIn(records=out.records)
    assert everything_finished(new) == everything_finished(jo)
    with new.vault.transaction() as tx:
        assert [row.summary.given for row in children.list_all(tx)] == ["Mason", "Mason"]
        file = open_family(tx, new.workplace, first.episode)
        assert file.finished is not None
        assert file.finished.answers == first.signed[0][0].answers


def what_is_due(laptop: Laptop) -> list[DueDate]:
    with laptop.vault.transaction() as tx:
        return sorted((row.due for row in due.until(tx, date(2030, 1, 1))), key=lambda one: (one.on, one.path))


def test_what_is_due_is_known_on_the_new_laptop_at_once(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    jo.finished_visit()
    jo.visit().write({"c1.backup": "yes", "c1.review_on": "2026-12-24"}, RecordKind.START)
    carry(jo, new, tmp_path / "stick", with_drafts=True)
    take(new, tmp_path / "stick")
    assert len(what_is_due(jo)) == 3
    assert what_is_due(new) == what_is_due(jo)


def test_both_laptops_write_down_what_moved(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    jo.finished_visit()
    carry(jo, new, tmp_path / "stick")
    take(new, tmp_path / "stick")
    for laptop, act in ((jo, "moved-out"), (new, "moved-in")):
        with laptop.vault.transaction() as tx:
            assert tx.all("SELECT * FROM audit WHERE act = ?", (act,))
            assert audit.verify(tx) is None


def test_what_moved_is_kept_safe_from_the_new_laptop_too(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.finished_visit()
    carry(jo, new, tmp_path / "stick")
    take(new, tmp_path / "stick")
    with new.vault.transaction() as tx:
        (row,) = outbox.of_record(tx, visit.signed[0][0].statement.record)
    assert row.kind is OutboxKind.KEPT
    body = sealed.read(new.workplace.sealed, row.file)
    package = open_package(body, new.workplace.identities, root=new.workplace.root)
    assert {one.statement.device for one in package.records} == {jo.workplace.device}
    assert package.certificate == new.workplace.certificate


def test_taking_it_in_twice_changes_nothing(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    jo.finished_visit()
    carry(jo, new, tmp_path / "stick")
    take(new, tmp_path / "stick")
    before = everything_finished(new)
    assert take(new, tmp_path / "stick") == TakenIn()
    assert everything_finished(new) == before


def test_a_moved_assessment_is_changed_and_signed_again_on_the_new_laptop(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    visit = jo.finished_visit()
    carry(jo, new, tmp_path / "stick")
    take(new, tmp_path / "stick")
    with new.vault.transaction() as tx:
        change_something(tx, new.workplace, visit.episode)
    again = Visit(new, visit.started)
    again.write({"co.needs": "Sleep, and the way to school."})
    again.write(AGREED_TO_SHARE, RecordKind.SHARING)
    again.sign()
    (record, _) = again.signed[0]
    assert (record.statement.version, record.statement.parents) == (2, (visit.signed[0][0].statement.root,))
    carry(new, jo, tmp_path / "back")
    assert take(jo, tmp_path / "back").records == 2
    assert everything_finished(jo) == everything_finished(new)


def test_drafts_move_only_if_she_wishes_and_go_on_as_drafts(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.visit()
    visit.start()
    visit.write(MASON)
    carry(jo, new, tmp_path / "without")
    take(new, tmp_path / "without")
    with new.vault.transaction() as tx:
        assert drafts.find(tx, visit.episode, RecordKind.ASSESSMENT) is None
    assert carry(jo, new, tmp_path / "stick", with_drafts=True).drafts == 1
    assert take(new, tmp_path / "stick").drafts == 1
    moved = Visit(new, visit.started)
    assert moved.written() == MASON
    moved.write(AGREED_TO_SHARE, RecordKind.SHARING)
    moved.sign()
    assert moved.signed


def test_a_draft_that_is_here_is_never_written_over(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.visit()
    visit.start(AGREED_TO_START)
    visit.write(MASON)
    carry(jo, new, tmp_path / "stick", with_drafts=True)
    take(new, tmp_path / "stick")
    Visit(new, visit.started).write({"co.needs": "Written on the new laptop."})
    assert take(new, tmp_path / "stick") == TakenIn()
    assert Visit(new, visit.started).written()["co.needs"] == "Written on the new laptop."


def test_a_restricted_episode_stays_restricted(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        tx.run("UPDATE episodes SET restricted = 1")
    carry(jo, new, tmp_path / "stick")
    take(new, tmp_path / "stick")
    with new.vault.transaction() as tx:
        (row,) = children.list_all(tx)
    assert (row.episode, row.restricted) == (visit.episode, True)


def test_work_that_still_waits_to_be_sent_is_said(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    jo.finished_visit()
    assert carry(jo, new, tmp_path / "stick").waiting == 2


def test_both_read_the_same_eight_letters(jo: Laptop, new: Laptop) -> None:
    to = read_successor(jo.workplace, new_laptop_file(new.workplace))
    assert to.letters == own_letters(new.workplace) == letters_of(new.workplace.certificate)
    assert to.letters != own_letters(jo.workplace)


def test_nothing_is_carried_to_somebody_else_to_itself_or_to_another_authority(
    jo: Laptop, priya: Laptop, tmp_path: Path
) -> None:
    other = Laptop.new(tmp_path / "elsewhere", by_hand(new_office(tmp_path / "otherton"), "practitioner"))
    for laptop in (priya, jo, other):
        with pytest.raises(NotGenuine):
            read_successor(jo.workplace, new_laptop_file(laptop.workplace))
    with pytest.raises(NotGenuine):
        read_successor(jo.workplace, b"{}")
    other.vault.lock()


def test_files_for_another_laptop_or_changed_on_the_way_are_left_and_stop_no_other(
    jo: Laptop, new: Laptop, office: Office, tmp_path: Path
) -> None:
    third = Laptop.new(tmp_path / "third", by_hand(office, "practitioner"))
    jo.finished_visit()
    carry(jo, third, tmp_path / "stick")
    jo.finished_visit()
    (other,) = (tmp_path / "stick").iterdir()
    other.rename(tmp_path / "stick" / "other.ecaf-moved")
    carry(jo, new, tmp_path / "stick")
    spoilt = next(file for file in sorted((tmp_path / "stick").iterdir()) if file.name != "other.ecaf-moved")
    content = spoilt.read_bytes()
    spoilt.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    taken = take(new, tmp_path / "stick")
    assert len(taken.left) == 2
    assert taken.records == 3
    third.vault.lock()


def test_nothing_readable_lies_in_a_file_that_is_carried(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    jo.finished_visit()
    carry(jo, new, tmp_path / "stick")
    for file in (tmp_path / "stick").iterdir():
        for word in ("Mason", "Heron", "Carly", "Jo Whitfield"):
            assert word.encode() not in file.read_bytes()
            assert word not in file.name


def begin_feedback(laptop: Laptop, visit: Visit, words: str) -> DraftId:
    with laptop.vault.transaction() as tx:
        draft = begin_form(tx, laptop.workplace, visit.episode, FEEDBACK)
        keep(tx, Unsaved(answers={draft: {"ff.who": "parent", "ff.change": words}}), laptop.watch.now())
    return draft


def finish_feedback(laptop: Laptop, draft: DraftId) -> FinishedRecord:
    with laptop.vault.transaction() as tx:
        final = read_form(tx, laptop.workplace, draft)
        return finish_form(tx, laptop.workplace, final)


def test_another_form_moves_too_finished_and_as_a_draft(jo: Laptop, new: Laptop, tmp_path: Path) -> None:
    visit = jo.finished_visit()
    record = finish_feedback(jo, begin_feedback(jo, visit, "Warmer rooms."))
    jo.watch.wait(minutes=5)
    begin_feedback(jo, visit, "And biscuits.")
    carry(jo, new, tmp_path / "stick", with_drafts=True)
    take(new, tmp_path / "stick")
    assert everything_finished(new) == everything_finished(jo)
    with new.vault.transaction() as tx:
        draft = drafts.find(tx, visit.episode, RecordKind.FORM, FEEDBACK)
        assert draft is not None
        assert drafts.answers(tx, draft.draft)["ff.change"] == "And biscuits."
        assert [row.kind for row in outbox.of_record(tx, record.statement.record)] == [OutboxKind.KEPT]


def test_a_draft_of_another_form_that_was_finished_since_does_not_come_back(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    visit = jo.finished_visit()
    draft = begin_feedback(jo, visit, "Warmer rooms.")
    carry(jo, new, tmp_path / "earlier", with_drafts=True)
    jo.watch.wait(minutes=5)
    finish_feedback(jo, draft)
    carry(jo, new, tmp_path / "later", with_drafts=True)
    for stick in ("later", "earlier"):
        take(new, tmp_path / stick)
    with new.vault.transaction() as tx:
        assert drafts.find(tx, visit.episode, RecordKind.FORM, FEEDBACK) is None


def test_a_form_of_a_family_who_agreed_to_nothing_yet_is_kept_safe_nowhere(
    jo: Laptop, new: Laptop, tmp_path: Path
) -> None:
    visit = jo.visit()
    visit.start()
    finish_feedback(jo, begin_feedback(jo, visit, "Warmer rooms."))
    carry(jo, new, tmp_path / "stick")
    assert take(new, tmp_path / "stick").records == 2
    with new.vault.transaction() as tx:
        assert outbox.waiting(tx, new.watch.now()) == []
