"""One household: what is entered for one child is there for all, what is one child's own stays so; nothing leaks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from larkrise import MASON, Laptop, Visit, everything_in

from app.domain.answers import Answer, Answers, rows_of, text_of
from app.domain.household import GROUPS, PEOPLE, SERVICES
from app.domain.ids import RowId
from app.domain.record import RecordKind
from app.operations.families import decide, register_child
from app.operations.households import Household, NotOneOfAFamily, add_child, move_home, read_household
from app.operations.keeping import Unsaved, keep
from app.operations.recalling import recalled
from app.operations.refusing import erase_refused
from app.storage import children, drafts
from app.storage.audit import Act

LEANNE, PAT, NURSE = RowId("1ea22e00"), RowId("9a700000"), RowId("a0a5e000")
KAYDEN: Answers = {
    "id.given": "Kayden",
    "id.family": "Marsh",
    "id.dob": "2022-02-14",
    "id.address": "Flat 12, Tarn House",
    "id.postcode": "AM1 4QT",
    "id.phone": "07700 900144",
    "id.nhs": "999 410 0378",
    PEOPLE: (LEANNE, PAT),
    f"{PEOPLE}/{LEANNE}/fh.people.name": "Leanne Marsh",
    f"{PEOPLE}/{LEANNE}/fh.people.rel": "mother",
    f"{PEOPLE}/{LEANNE}/fh.people.here": True,
    f"{PEOPLE}/{LEANNE}/fh.people.comms": "British Sign Language",
    f"{PEOPLE}/{PAT}/fh.people.name": "Pat Dunne",
    SERVICES: (NURSE,),
    f"{SERVICES}/{NURSE}/sv.name": "Ambleton Health Team",
    f"{SERVICES}/{NURSE}/sv.kind": "health visitor",
    "d1.health.needs": "Seizures at night.",
}


@dataclass
class Marshes:
    """Leanne's children on one laptop: Kayden was there first, and two were added from his record."""

    jo: Laptop
    kayden: Visit
    ruby: Visit
    noah: Visit

    def page(self, visit: Visit) -> Household | None:
        """Return what the family page shows beside one of them."""
        with self.jo.vault.transaction() as tx:
            return read_household(tx, self.jo.workplace, visit.episode)


def add(jo: Laptop, beside: Visit, given: str, row: RowId | None = None) -> Visit:
    with jo.vault.transaction() as tx:
        return Visit(jo, add_child(tx, jo.workplace, beside.episode, given, row))


@pytest.fixture
def marshes(jo: Laptop) -> Marshes:
    kayden = jo.visit()
    kayden.write(KAYDEN)
    return Marshes(jo, kayden, add(jo, kayden, "Ruby"), add(jo, kayden, "Noah"))


def shared_words(answers: Answers) -> dict[str, Answer]:
    """Return the adults, the services and the home as one child's record has them."""
    return {
        path: given
        for path, given in answers.items()
        if ((path.startswith(tuple(f"{group}/" for group in GROUPS)) and LEANNE in path) or NURSE in path)
        or path in {"id.address", "id.postcode", "id.phone"}
    }


def test_a_third_child_needs_a_name_and_no_fact_is_asked_twice(marshes: Marshes) -> None:
    noah = marshes.noah.written()
    assert (noah["id.given"], noah["id.family"]) == ("Noah", "Marsh")
    relation = f"{PEOPLE}/{LEANNE}/fh.people.rel"
    assert {path: given for path, given in shared_words(KAYDEN).items() if path != relation} == shared_words(noah)
    assert not {"id.nhs", "id.dob", "d1.health.needs", relation} & noah.keys()


def test_brothers_and_sisters_stand_in_each_others_records_as_people(marshes: Marshes) -> None:
    named = {
        visit.written()["id.given"]: {
            text_of(visit.written(), f"{PEOPLE}/{row}/fh.people.name") for row in rows_of(visit.written(), PEOPLE)
        }
        for visit in (marshes.kayden, marshes.ruby, marshes.noah)
    }
    adults = {"Leanne Marsh", "Pat Dunne"}
    assert named == {
        "Kayden": {*adults, "Ruby Marsh", "Noah Marsh"},
        "Ruby": {*adults, "Kayden Marsh", "Noah Marsh"},
        "Noah": {*adults, "Kayden Marsh", "Ruby Marsh"},
    }


def test_a_change_on_one_childs_page_is_seen_on_the_others_and_undo_takes_it_back_there_too(marshes: Marshes) -> None:
    path = f"{PEOPLE}/{LEANNE}/fh.people.comms"
    marshes.jo.watch.wait(minutes=2)
    marshes.ruby.write({path: "Text or video only"})
    assert [one.written()[path] for one in (marshes.kayden, marshes.noah)] == ["Text or video only"] * 2
    marshes.ruby.write({path: "British Sign Language"})
    assert marshes.noah.written()[path] == "British Sign Language"
    with marshes.jo.vault.transaction() as tx:
        found = drafts.find(tx, marshes.kayden.episode, RecordKind.ASSESSMENT)
        assert found is not None
        assert [old.answer for old in drafts.history(tx, found.draft, path)][-1] == "British Sign Language"


def test_what_somebody_is_to_one_child_stays_with_that_child(marshes: Marshes) -> None:
    marshes.ruby.write({f"{PEOPLE}/{PAT}/fh.people.rel": "grandmother", f"{PEOPLE}/{PAT}/fh.people.no_contact": True})
    assert f"{PEOPLE}/{PAT}/fh.people.rel" not in marshes.kayden.written()
    assert f"{PEOPLE}/{PAT}/fh.people.no_contact" not in marshes.kayden.written()


def test_an_adult_entered_for_one_is_there_for_all_and_undoing_it_takes_it_from_all(marshes: Marshes) -> None:
    dean, path = RowId("dea00000"), f"{PEOPLE}/dea00000/fh.people.name"
    before = rows_of(marshes.ruby.written(), PEOPLE)
    marshes.ruby.write({PEOPLE: (*before, dean), path: "Dean"})
    assert marshes.kayden.written()[path] == marshes.noah.written()[path] == "Dean"
    with marshes.jo.vault.transaction() as tx:
        gone: dict[str, Answer | None] = {PEOPLE: before, path: None}
        keep(tx, Unsaved(answers={marshes.ruby.started.draft: gone}), marshes.jo.watch.now())
    assert all(dean not in rows_of(one.written(), PEOPLE) for one in (marshes.kayden, marshes.noah))
    marshes.ruby.write({PEOPLE: (*before, dean), path: "Dean"})
    assert marshes.kayden.written()[path] == "Dean"


def test_an_adult_left_out_for_one_child_stays_with_the_others(marshes: Marshes) -> None:
    rows = tuple(row for row in rows_of(marshes.noah.written(), PEOPLE) if row != PAT)
    marshes.noah.write({PEOPLE: rows})
    assert PAT in rows_of(marshes.kayden.written(), PEOPLE)
    marshes.kayden.write({f"{PEOPLE}/{PAT}/fh.people.gender": "woman"})
    assert PAT not in rows_of(marshes.noah.written(), PEOPLE)


def test_an_adult_taken_out_where_it_was_first_written_stays_where_something_is_said_of_it(marshes: Marshes) -> None:
    marshes.ruby.write({f"{PEOPLE}/{PAT}/fh.people.rel": "grandmother"})
    rows = tuple(row for row in rows_of(marshes.kayden.written(), PEOPLE) if row != PAT)
    marshes.kayden.write({PEOPLE: rows})
    assert PAT in rows_of(marshes.ruby.written(), PEOPLE)
    assert PAT not in rows_of(marshes.noah.written(), PEOPLE)


def test_a_private_matter_is_in_no_other_childs_record_not_even_in_what_it_said_before(marshes: Marshes) -> None:
    clinic, name = RowId("c1121c00"), "Harbour Clinic Marked"
    marshes.ruby.write({SERVICES: (NURSE, clinic), f"{SERVICES}/{clinic}/sv.name": name})
    assert name in repr(marshes.noah.written())
    marshes.ruby.write({f"{SERVICES}/{clinic}/sv.sensitive": True})
    assert name not in repr(marshes.noah.written())
    assert everything_in(marshes.jo.vault).count(name) == 1
    page = marshes.page(marshes.kayden)
    assert page is not None
    assert [service.name for service in page.services] == ["Ambleton Health Team"]


def test_an_address_changed_for_one_child_is_that_childs_own(marshes: Marshes) -> None:
    marshes.ruby.write({"id.address": "3 Mill Lane", "id.address_confidential": True})
    assert marshes.kayden.written()["id.address"] == "Flat 12, Tarn House"
    page = marshes.page(marshes.kayden)
    assert page is not None
    assert [(home.address, home.is_secret, len(home.episodes)) for home in page.homes] == [
        ("Flat 12, Tarn House\nAM1 4QT", False, 2),
        ("3 Mill Lane\nAM1 4QT", True, 1),
    ]


def test_a_move_is_written_once_for_all_who_live_together(marshes: Marshes) -> None:
    marshes.ruby.write({"id.address": "3 Mill Lane"})
    with marshes.jo.vault.transaction() as tx:
        assert move_home(tx, marshes.jo.workplace, marshes.kayden.episode, "9 New Street", "AM2 1AA") == 2
    found = [visit.written()["id.address"] for visit in (marshes.kayden, marshes.ruby, marshes.noah)]
    assert found == ["9 New Street", "3 Mill Lane", "9 New Street"]
    with marshes.jo.vault.transaction() as tx:
        draft = drafts.find(tx, marshes.noah.episode, RecordKind.ASSESSMENT)
        assert draft is not None
        assert [old.answer for old in drafts.history(tx, draft.draft, "id.address")] == ["Flat 12, Tarn House"]


def test_a_name_put_right_is_right_in_the_others_records(marshes: Marshes) -> None:
    marshes.noah.write({"id.given": "Noah James", "id.dob": "2026-03-02"})
    page = marshes.page(marshes.ruby)
    assert page is not None
    assert [child.summary.given for child in page.children] == ["Ruby", "Kayden", "Noah James"]
    assert "Noah James Marsh" in marshes.kayden.written().values()


def test_a_brother_who_stands_there_already_is_added_without_a_letter_typed(jo: Laptop) -> None:
    mason, jade = jo.visit(), RowId("1ade0000")
    cell = f"{PEOPLE}/{jade}/fh.people."
    mason.write(
        {**MASON, PEOPLE: (jade,), f"{cell}name": "Jade Reid", f"{cell}dob": "2013-05-01", f"{cell}school": "Larkrise"}
    )
    hers = add(jo, mason, "", jade).written()
    wanted = ("id.given", "id.family", "id.dob", "id.setting", "id.address")
    assert [hers[path] for path in wanted] == ["Jade", "Reid", "2013-05-01", "Larkrise", MASON["id.address"]]
    assert [text_of(hers, f"{PEOPLE}/{row}/fh.people.name") for row in rows_of(hers, PEOPLE)] == ["Mason Reid"]
    assert rows_of(mason.written(), PEOPLE) == (jade,)


def test_a_finished_record_stays_as_it_was_signed(jo: Laptop) -> None:
    mason = jo.finished_visit()
    (signed, _) = mason.signed[0]
    alfie = add(jo, mason, "Alfie")
    alfie.write({PEOPLE: (LEANNE,), f"{PEOPLE}/{LEANNE}/fh.people.name": "Carly Reid"})
    with jo.vault.transaction() as tx:
        page = read_household(tx, jo.workplace, alfie.episode)
    assert page is not None
    assert [(child.summary.given, child.draft is None) for child in page.children] == [
        ("Alfie", False),
        ("Mason", True),
    ]
    assert mason.written() == {}
    assert alfie.written()["id.address"] == signed.answers["id.address"]


def test_each_look_and_each_draft_written_in_has_its_line(marshes: Marshes) -> None:
    marshes.jo.watch.wait(days=1)
    marshes.ruby.write({f"{PEOPLE}/{LEANNE}/fh.people.gender": "woman"})
    marshes.page(marshes.ruby)
    with marshes.jo.vault.transaction() as tx:
        lines = [(row["act"], row["object"]) for row in tx.all("SELECT act, object FROM audit ORDER BY n DESC LIMIT 6")]
    drafted = {visit.started.draft for visit in (marshes.kayden, marshes.ruby, marshes.noah)}
    looked = {visit.episode for visit in (marshes.kayden, marshes.ruby, marshes.noah)}
    assert {one for act, one in lines if act == Act.WRITTEN} == drafted
    assert {one for act, one in lines if act == Act.VIEWED} == looked


# --- a young person who decides alone -----------------------------------------------------------------------------


def test_a_restricted_record_is_on_no_page_and_nothing_passes_in_or_out(marshes: Marshes) -> None:
    jo, ruby = marshes.jo, marshes.ruby
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, ruby.episode, young_person=True)
    before = marshes.kayden.written(), marshes.noah.written()
    ruby.write({"id.given": "Erinmarked", "id.address": "Marked Street"})
    ruby.write({f"{PEOPLE}/{LEANNE}/fh.people.name": "Marked"})
    friend = RowId("f41e0000")
    ruby.write(
        {PEOPLE: (*rows_of(ruby.written(), PEOPLE), friend), f"{PEOPLE}/{friend}/fh.people.name": "Marked friend"}
    )
    assert (marshes.kayden.written(), marshes.noah.written()) == before
    marshes.kayden.write({f"{PEOPLE}/{LEANNE}/fh.people.gender": "woman"})
    assert f"{PEOPLE}/{LEANNE}/fh.people.gender" not in ruby.written()
    page = marshes.page(marshes.kayden)
    assert page is not None
    assert ruby.episode not in repr(page)
    assert "arked" not in repr(page)
    assert marshes.page(ruby) is None


def test_a_sister_with_a_restricted_record_looks_like_one_with_none(jo: Laptop) -> None:
    """Jade is written down as a person, Ruby has a record of her own that is restricted: nothing tells them apart."""
    kayden, jade = jo.visit(), RowId("1ade0000")
    cell = f"{PEOPLE}/{jade}/fh.people."
    jade_row: Answers = {f"{cell}name": "Jade Marsh", f"{cell}rel": "brother or sister", f"{cell}here": True}
    kayden.write({**KAYDEN, PEOPLE: (LEANNE, jade), **jade_row})
    ruby = add(jo, kayden, "Ruby")
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, ruby.episode, young_person=True)
        page = read_household(tx, jo.workplace, kayden.episode)
    assert page is not None
    shown = {person.name: (person.is_here, set(person.relations.values())) for person in page.people}
    assert len(page.children) == 1
    assert shown["Ruby Marsh"] == shown["Jade Marsh"]


def test_what_was_entered_for_her_before_she_decided_goes_from_the_others_with_all_it_said(marshes: Marshes) -> None:
    jo, ruby, mary = marshes.jo, marshes.ruby, RowId("3a470000")
    ruby.write({PEOPLE: (*rows_of(ruby.written(), PEOPLE), mary), f"{PEOPLE}/{mary}/fh.people.name": "Mary Marked"})
    assert "Mary Marked" in marshes.kayden.written().values()
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, ruby.episode, young_person=True)
    assert everything_in(jo.vault).count("Mary Marked") == 1
    assert ruby.written()[f"{PEOPLE}/{mary}/fh.people.name"] == "Mary Marked"


def test_nobody_is_added_beside_a_restricted_record(jo: Laptop) -> None:
    with jo.vault.transaction() as tx:
        alone = register_child(tx, jo.workplace, restricted=True)
        with pytest.raises(NotOneOfAFamily):
            add_child(tx, jo.workplace, alone.episode, "Finn")
        assert len(children.list_all(tx)) == 1


def test_a_child_added_later_learns_nothing_of_a_restricted_record(marshes: Marshes) -> None:
    jo, ruby = marshes.jo, marshes.ruby
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, ruby.episode, young_person=True)
    ruby.write({"id.given": "Marked", SERVICES: (NURSE,), f"{SERVICES}/{NURSE}/sv.person": "Marked"})
    fourth = add(jo, marshes.kayden, "Alfie").written()
    assert "Marked" not in repr(fourth)
    assert "Ruby Marsh" in fourth.values()  # who she was at home before: a sister


# --- a family that says no for one child --------------------------------------------------------------------------


def test_a_no_for_one_child_takes_it_out_of_the_others_records_and_keeps_what_they_use(marshes: Marshes) -> None:
    jo, noah = marshes.jo, marshes.noah
    jo.watch.wait(minutes=2)
    noah.write({"id.given": "Noahmarked", PEOPLE: (*rows_of(noah.written(), PEOPLE), RowId("dea00000"))})
    noah.write({f"{PEOPLE}/dea00000/fh.people.name": "Dean", "d1.health.needs": "Marked words"})
    with jo.vault.transaction() as tx:
        erase_refused(tx, jo.workplace, noah.started.child)
        found = drafts.find(tx, marshes.kayden.episode, RecordKind.ASSESSMENT)
        assert found is not None
        assert "Noah" not in repr(recalled(tx, (), marshes.kayden.episode))
    assert "Noah" not in everything_in(jo.vault)
    assert "arked" not in everything_in(jo.vault)
    kayden = marshes.kayden.written()
    assert {"Leanne Marsh", "Pat Dunne", "Ruby Marsh", "Dean"} <= set(kayden.values())
    marshes.ruby.write({f"{PEOPLE}/dea00000/fh.people.gender": "man"})
    assert marshes.kayden.written()[f"{PEOPLE}/dea00000/fh.people.gender"] == "man"


def test_a_brother_another_record_named_first_stays_in_it_after_a_no_for_him(jo: Laptop) -> None:
    mason, alfie = jo.visit(), RowId("a1f1e000")
    cell = f"{PEOPLE}/{alfie}/fh.people.name"
    mason.write({**MASON, PEOPLE: (alfie,), cell: "Alfie"})
    his = add(jo, mason, "", alfie)
    his.write({"id.given": "Alfred Marked"})
    with jo.vault.transaction() as tx:
        erase_refused(tx, jo.workplace, his.started.child)
    assert "Marked" not in everything_in(jo.vault)
    assert mason.written()[cell] == "Alfie"


def test_a_household_of_one_after_a_no_goes_on(marshes: Marshes) -> None:
    jo = marshes.jo
    with jo.vault.transaction() as tx:
        for visit in (marshes.noah, marshes.ruby):
            erase_refused(tx, jo.workplace, visit.started.child)
    page = marshes.page(marshes.kayden)
    assert page is not None
    assert [child.summary.given for child in page.children] == ["Kayden"]
    assert [person.name for person in page.people] == ["Leanne Marsh", "Pat Dunne"]
    assert add(jo, marshes.kayden, "Noah").written()["id.postcode"] == "AM1 4QT"
