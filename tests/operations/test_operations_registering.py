"""Registering a child asks for nothing; the list shows what is written in the assessment and nothing else."""

from __future__ import annotations

from larkrise import FORMS, Laptop, Visit, cut_short

from app.domain.answers import Answer
from app.domain.record import RecordKind
from app.operations.families import draft_of, register_child
from app.operations.keeping import Unsaved, keep
from app.storage import audit, children, drafts, episodes, private_notes
from app.storage.children import ChildSummary
from app.storage.drafts import Place


def summary_of(visit: Visit) -> ChildSummary:
    with visit.laptop.vault.transaction() as tx:
        row = children.get(tx, visit.started.child)
    assert row is not None
    return row.summary


def test_a_child_is_registered_with_nothing_known_not_even_a_name(jo: Laptop) -> None:
    visit = jo.visit()
    with jo.vault.transaction() as tx:
        (row,) = children.list_all(tx)
        draft = drafts.get(tx, visit.started.draft)
    assert (row.child, row.episode, row.summary) == (visit.started.child, visit.episode, ChildSummary())
    assert draft is not None
    assert (draft.kind, draft.form) == (RecordKind.ASSESSMENT, FORMS.by_name("caf-assessment").ref)


def test_registering_stands_in_an_audit_that_is_whole(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        acts = [row["act"] for row in tx.all("SELECT act FROM audit ORDER BY n")]
        assert audit.verify(tx) is None
    assert acts[-3:] == ["child-added", "episode-opened", "draft-started"]


def test_a_registration_that_fails_half_way_leaves_no_child_behind(jo: Laptop) -> None:
    with cut_short(jo.vault) as tx:
        register_child(tx, jo.workplace)
    with jo.vault.transaction() as tx:
        assert children.list_all(tx) == []


def test_a_restricted_child_is_restricted_from_the_first_moment(jo: Laptop) -> None:
    with jo.vault.transaction() as tx:
        started = register_child(tx, jo.workplace, restricted=True)
        episode = episodes.get(tx, started.episode)
    assert episode is not None
    assert episode.restricted


def test_an_episode_has_one_draft_of_a_kind_however_often_it_is_opened(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        first, second = (draft_of(tx, visit.laptop.workplace, visit.episode, RecordKind.CHECKLIST) for _ in range(2))
    assert first == second


def test_the_list_shows_what_is_written_about_the_child(visit: Visit) -> None:
    visit.write(
        {
            "id.given": " Mason ",
            "id.family": "Reid",
            "id.known_as": "Mase",
            "id.dob": "2020-10-09",
            "id.special": "Text, not calls",
        }
    )
    shown = summary_of(visit)
    assert (shown.given, shown.family, shown.likes_to_be_called, shown.communication) == (
        "Mason",
        "Reid",
        "Mase",
        "Text, not calls",
    )
    assert shown.born is not None
    assert shown.born.isoformat() == "2020-10-09"


def test_a_name_taken_back_leaves_the_list_too(visit: Visit) -> None:
    visit.write({"id.given": "Mason"})
    visit.clear("id.given")
    assert summary_of(visit) == ChildSummary()


def test_a_date_nobody_can_read_is_no_birthday(visit: Visit) -> None:
    visit.write({"id.dob": "2020-02-31", "id.edd": "soon"})
    assert summary_of(visit) == ChildSummary()


def test_what_is_written_in_another_form_does_not_rename_the_child(visit: Visit) -> None:
    visit.write({"id.given": "Mason"})
    visit.write({"id.given": "Somebody else"}, RecordKind.CHECKLIST)
    assert summary_of(visit).given == "Mason"


def test_answers_place_and_private_note_are_kept_together_or_not_at_all(visit: Visit) -> None:
    answers: dict[str, Answer | None] = {"as.reason": "Carly asked for help."}
    unsaved = Unsaved({visit.started.draft: answers}, {visit.started.draft: Place("as.reason", 21)})
    unsaved.notes[visit.episode, "note"] = "Ask gently next time."
    with cut_short(visit.laptop.vault) as tx:
        keep(tx, unsaved, visit.laptop.watch.now())
    with visit.laptop.vault.transaction() as tx:
        assert (drafts.answers(tx, visit.started.draft), private_notes.list_for(tx, visit.episode)) == ({}, [])
        keep(tx, unsaved, visit.laptop.watch.now())
    with visit.laptop.vault.transaction() as tx:
        last = drafts.last_place(tx)
        assert last is not None
        assert (last.place, last.child) == (Place("as.reason", 21), visit.started.child)
        assert drafts.answers(tx, visit.started.draft) == answers
        assert [note.text for note in private_notes.list_for(tx, visit.episode)] == ["Ask gently next time."]
