"""A checklist may be the end of it: that is a good ending, held provisionally, and gone after a while or a refusal."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_START, MASON, PRIVATE, Laptop, Visit, everything_in

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.operations.ending import come_back, end_with_checklist, erase_ended, has_ended
from app.operations.families import erase_child
from app.operations.keeping import Unsaved, keep
from app.operations.searching import search
from app.operations.starting import NotSaidYet
from app.storage import children, drafts, records
from app.storage.children import ChildRow
from app.storage.drafts import Place

CALM = "Sleeps in his own bed and eats well."
NOT_NEEDED: Answers = {
    "pre.q1": "yes",
    "pre.q1.note": CALM,
    "pre.q2": "yes",
    "pre.q3": "not sure",
    "pre.q4": "yes",
    "pre.q5": "yes",
    "pre.decision": "handle within service",
}
KEEP_DAYS = 28


@pytest.fixture
def checked(visit: Visit) -> Visit:
    """Make a visit with a child registered and a checklist that says no assessment is needed."""
    visit.write({path: answer for path, answer in MASON.items() if path.startswith("id.")})
    visit.write(NOT_NEEDED, RecordKind.CHECKLIST)
    with visit.laptop.vault.transaction() as tx:
        place = Unsaved(places={visit.started.draft: Place("id.given", 3)})
        place.notes[visit.episode, "1"] = PRIVATE
        keep(tx, place, visit.laptop.watch.now())
    return visit


def end(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        end_with_checklist(tx, visit.laptop.workplace, visit.episode)


def row_of(visit: Visit) -> ChildRow:
    with visit.laptop.vault.transaction() as tx:
        row = children.get(tx, visit.started.child)
    assert row is not None
    return row


def erase_what_is_old(laptop: Laptop) -> None:
    with laptop.vault.transaction() as tx:
        erase_ended(tx, laptop.workplace, KEEP_DAYS)


def test_what_ended_is_found_by_its_name_and_said_to_have_ended_until_somebody_comes_back(checked: Visit) -> None:
    laptop = checked.laptop
    for ended in (False, True, False):
        with laptop.vault.transaction() as tx:
            (row,) = search(tx, laptop.workplace, laptop.vault, "msn")
            assert (row.episode, row.ended_at is not None) == (checked.episode, ended)
            assert has_ended(tx, checked.episode) is ended
            assert bool(search(tx, laptop.workplace, laptop.vault, "")) is not ended
            if ended:
                come_back(tx, laptop.workplace, checked.episode)
        if not ended and row_of(checked).finished == 0:
            end(checked)


def test_an_ending_is_finished_signed_and_sent_to_nobody(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        record = records.newest(tx, checked.episode, RecordKind.CHECKLIST)
        assert tx.all("SELECT * FROM outbox") == []
        assert drafts.find(tx, checked.episode, RecordKind.CHECKLIST) is None
    assert record is not None
    assert record.answers == NOT_NEEDED
    assert row_of(checked).ended_at == record.statement.finished_at


def test_there_is_nothing_to_carry_on_with_after_an_ending(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        assert drafts.last_place(tx) is None


@pytest.mark.parametrize("decision", ["do a CAF myself", "safeguarding", ""])
def test_only_a_decision_that_none_is_needed_ends_it(checked: Visit, decision: str) -> None:
    checked.write({"pre.decision": decision}, RecordKind.CHECKLIST)
    with pytest.raises(NotSaidYet):
        end(checked)
    assert row_of(checked).ended_at is None


def test_a_sign_of_harm_is_no_ending_whatever_was_decided(checked: Visit) -> None:
    checked.write({"pre.harm": "yes"}, RecordKind.CHECKLIST)
    with pytest.raises(NotSaidYet):
        end(checked)


def test_what_the_family_agreed_to_is_not_ended_by_a_checklist(checked: Visit) -> None:
    checked.start()
    with pytest.raises(NotSaidYet):
        end(checked)


def test_coming_back_takes_it_up_where_it_was(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        again = come_back(tx, checked.laptop.workplace, checked.episode)
        assert come_back(tx, checked.laptop.workplace, checked.episode) == again
    assert checked.written(RecordKind.CHECKLIST) == NOT_NEEDED
    assert row_of(checked).ended_at is None


def test_it_can_end_a_second_time_as_the_next_version(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        come_back(tx, checked.laptop.workplace, checked.episode)
    checked.laptop.watch.wait(minutes=5)
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        headers = records.of_episode(tx, checked.episode)
    assert [header.version for header in headers] == [1, 2]
    assert row_of(checked).ended_at == headers[-1].finished_at


def test_after_coming_back_it_can_go_all_the_way(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        come_back(tx, checked.laptop.workplace, checked.episode)
    checked.laptop.watch.wait(minutes=5)
    checked.start(AGREED_TO_START)
    assert row_of(checked).ended_at is None


def test_an_ending_is_kept_for_as_long_as_it_was_said_and_then_nothing_of_it_is_left(checked: Visit) -> None:
    end(checked)
    checked.laptop.watch.wait(days=KEEP_DAYS - 1)
    erase_what_is_old(checked.laptop)
    assert row_of(checked).ended_at is not None
    checked.laptop.watch.wait(days=2)
    erase_what_is_old(checked.laptop)
    assert traces(checked) == []


def test_a_family_that_is_worked_with_is_never_erased_by_time(checked: Visit) -> None:
    checked.laptop.watch.wait(days=10 * KEEP_DAYS)
    erase_what_is_old(checked.laptop)
    assert row_of(checked).summary.given == "Mason"


def traces(visit: Visit) -> list[str]:
    """Return what of the family stands in any table still."""
    left = everything_in(visit.laptop.vault, but=("audit",))
    words = ("Mason", "Reid", "Heron Close", CALM, PRIVATE, "handle within service", visit.episode)
    return [word for word in words if word in left]


def test_nothing_written_before_the_agreement_is_left_after_a_refusal(checked: Visit) -> None:
    checked.write({"co.review": "2026-11-20"})
    checked.write({"c1.giver": "Carly Reid", "c1.review_on": "2026-12-01"}, RecordKind.START)
    assert "2026-12-01" in everything_in(checked.laptop.vault)
    with checked.laptop.vault.transaction() as tx:
        erase_child(tx, checked.laptop.workplace, checked.started.child)
    assert traces(checked) == []
    assert "2026-12-01" not in everything_in(checked.laptop.vault, but=("audit",))


def test_nothing_of_an_ended_checklist_is_left_after_a_refusal_either(checked: Visit) -> None:
    end(checked)
    with checked.laptop.vault.transaction() as tx:
        erase_child(tx, checked.laptop.workplace, checked.started.child)
    assert traces(checked) == []
