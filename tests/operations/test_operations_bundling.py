"""Everything held about one child: nothing of anybody else before a person says so, no word of what is restricted."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from larkrise import MASON, PRIVATE, Laptop, Visit
from pypdf import PdfReader

from app.domain.answers import Answers
from app.domain.bundle import Asker, Bundle, Decide, Disclosure, LeftOut, Line, disclosed
from app.domain.record import RecordKind
from app.operations.bundling import WORRIED, Handing, NothingHeld, gather, make_bundle, make_bundle_file
from app.operations.families import decide
from app.operations.keeping import Unsaved, keep
from app.operations.leaving import Way
from app.storage import audit

TELLING: Answers = {
    "id.given": "Erin",
    "id.family": "Walsh",
    "as.reason": "Erin wants to talk about her gran.",
    "d1.health_general.needs": "Not sleeping.",
    "fh.people": ("r1",),
    "fh.people/r1/fh.people.name": "Tess Archer",
    "fh.people/r1/fh.people.no_contact": "Never ring Tess at work.",
    "d1.participation.strengths": "Archer drives to school.",
    "d1.emotional.words": "I miss her.",
    "sv.services": ("s1",),
    "sv.services/s1/sv.name": "Riverside counselling",
    "sv.services/s1/sv.sensitive": True,
}


def held(visit: Visit, asker: Asker = Asker.PARENT) -> Bundle:
    """Gather what is held about the child of a visit."""
    with visit.laptop.vault.transaction() as tx:
        return gather(tx, visit.laptop.workplace, visit.started.child, asker)


def lines(bundle: Bundle) -> dict[str, Line]:
    """Return the lines by what they say."""
    return {line.said: line for part in bundle.parts for line in part.lines}


def words_of(visit: Visit, *said: str, asker: Asker = Asker.PARENT) -> str:
    """Return the words on the paper, with the lines that say these things decided to go in."""
    by_words = lines(held(visit, asker))
    handing = Handing(visit.started.child, asker, frozenset(by_words[one].key for one in said))
    with visit.laptop.vault.transaction() as tx:
        pdf = make_bundle(tx, visit.laptop.workplace, handing, Way.SAVED)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def note(visit: Visit, words: str, name: str = "n1") -> None:
    with visit.laptop.vault.transaction() as tx:
        keep(tx, Unsaved(notes={(visit.episode, name): words}), visit.laptop.watch.now())


@pytest.fixture
def erin(jo: Laptop) -> Visit:
    visit = jo.visit()
    visit.write(TELLING)
    return visit


def restrict(visit: Visit) -> None:
    with visit.laptop.vault.transaction() as tx:
        decide(tx, visit.laptop.workplace, visit.episode, young_person=True)


def test_records_drafts_consents_notes_and_who_looked_are_all_in_it(jo: Laptop) -> None:
    visit = jo.finished_visit()
    note(visit, "Ask about the bus pass.")
    bundle = held(visit)
    titles = " | ".join(part.title for part in bundle.parts)
    for kind in (
        "CAF assessment, version 1",
        "Agreement to start, version 1",
        "Agreement to keep and share",
        "Private notes",
    ):
        assert kind in titles
    assert "Ask about the bus pass." in lines(bundle)
    assert "Breakfast club from 8:00" in lines(bundle)
    assert [one.what for one in bundle.done].count("Signed an agreement with the family") == 2


def test_a_draft_is_in_it_and_so_is_what_was_written_before_it_was_changed(erin: Visit) -> None:
    erin.laptop.watch.wait(minutes=5)
    erin.write({"d1.health_general.needs": "Sleeping better."})
    said = lines(held(erin))
    assert {"Sleeping better.", "Not sleeping."} <= set(said)
    assert "Words that were changed while writing" in [part.title for part in held(erin).parts]


def test_a_line_about_somebody_else_waits_until_a_person_decides(erin: Visit) -> None:
    by_words = lines(held(erin))
    assert by_words["Tess Archer"].decide is Decide.NAMED
    assert by_words["Archer drives to school."].decide is Decide.NAMED
    assert by_words["Erin wants to talk about her gran."].decide is Decide.FAMILY
    assert by_words["Not sleeping."].decide is None
    text = words_of(erin)
    assert "Not sleeping." in text
    assert "Archer" not in text
    assert "gran" not in text.replace("program", "")


def test_a_line_that_was_decided_on_goes_in_and_no_other(erin: Visit) -> None:
    text = words_of(erin, "Archer drives to school.")
    assert "Archer drives to school." in text
    assert "Tess Archer" not in text


def test_words_changed_after_the_decision_need_another(erin: Visit) -> None:
    key = lines(held(erin))["Archer drives to school."].key
    erin.write({"d1.participation.strengths": "Archer shouts on the way to school."})
    handing = Handing(erin.started.child, Asker.PARENT, frozenset({key}))
    with erin.laptop.vault.transaction() as tx:
        file = make_bundle_file(tx, erin.laptop.workplace, handing)
    assert b"shouts" not in file


def test_what_is_confidential_is_left_out_and_the_worker_is_told_in_general_words(erin: Visit) -> None:
    erin.write({"id.address": "3 Quay Road", "id.address_confidential": True, "id.phone": "07700 900261"})
    erin.write({"pre.child.address": "3 Quay Road, Ambleton", "pre.harm": "yes"}, RecordKind.CHECKLIST)
    bundle = held(erin)
    assert set(bundle.left_out) == {
        LeftOut.ADDRESS,
        LeftOut.RISKS,
        LeftOut.HARM,
        LeftOut.CHILDS_WORDS,
        LeftOut.PRIVATE,
    }
    text = words_of(erin, *(line.said for line in bundle.to_decide))
    for said in ("Quay Road", "07700", "Never ring", "I miss her", "Riverside", "stay private", "marked as"):
        assert said not in text


def test_a_young_person_has_their_own_words_and_services_and_still_no_note_on_whom_not_to_ring(erin: Visit) -> None:
    said = lines(held(erin, Asker.CHILD))
    assert {"I miss her.", "Riverside counselling"} <= set(said)
    assert "Never ring Tess at work." not in said


def test_the_childs_words_go_to_a_parent_where_the_child_said_yes(erin: Visit) -> None:
    erin.write({"cm.child_share": "yes"})
    assert "I miss her." in lines(held(erin))


def test_private_notes_are_in_it_but_those_on_a_worry_or_on_others_wait(erin: Visit) -> None:
    note(erin, "Ring on Tuesday.", "n1")
    note(erin, PRIVATE.replace("Carly", "Her mum"), "n2")
    note(erin, "A bruise on the arm.", WORRIED)
    by_words = lines(held(erin))
    assert by_words["Ring on Tuesday."].decide is None
    assert by_words["A bruise on the arm."].decide is Decide.WORRY
    assert by_words[PRIVATE.replace("Carly", "Her mum")].decide is Decide.FAMILY
    assert "bruise" not in words_of(erin)


def test_a_line_the_family_held_back_from_somebody_waits(jo: Laptop) -> None:
    visit = jo.finished_visit()
    by_words = lines(held(visit))
    assert by_words[str(MASON["d2.guidance.needs"])].decide is Decide.HELD_BACK


def test_other_children_here_are_other_people(erin: Visit) -> None:
    erin.laptop.visit().write({"id.given": "Oswald"})
    erin.write({"co.goal": ("g1",), "co.goal/g1/co.goal.text": "Less trouble with Oswald."})
    assert lines(held(erin))["Less trouble with Oswald."].decide is Decide.NAMED
    assert [one for one in held(erin).done if "Oswald" in one.what] == []


def test_of_a_restricted_episode_a_parent_is_told_what_they_are_told_of_a_child_nobody_knows(erin: Visit) -> None:
    restrict(erin)
    with pytest.raises(NothingHeld) as told:
        held(erin)
    with pytest.raises(NothingHeld) as nobody, erin.laptop.vault.transaction() as tx:
        gather(tx, erin.laptop.workplace, type(erin.started.child)("nobody"), Asker.PARENT)
    assert told.value.sentences() == nobody.value.sentences()


def test_a_restricted_episode_beside_another_leaves_no_trace_in_the_bundle(jo: Laptop, erin: Visit) -> None:
    from app.storage import episodes  # the second episode of a child is opened by hand: no page does it yet

    with jo.vault.transaction() as tx:
        second = episodes.open_episode(tx, erin.started.child, jo.watch.now(), restricted=False)
    plain = held(erin)
    visit = Visit(jo, type(erin.started)(erin.started.child, second, erin.started.draft))
    visit.write({"id.given": "Erin", "id.family": "Walsh", "d1.health_general.needs": "A cough."})
    restrict(erin)
    bundle = held(visit)
    text = words_of(visit, *(line.said for line in bundle.to_decide))
    assert "A cough." in text
    for said in ("gran", "Not sleeping", "Archer", "alone", "young person"):
        assert said not in text.replace("program", "")
    assert plain.left_out != bundle.left_out == ()
    assert not [one for one in bundle.done if "alone" in one.what]
    assert "Not sleeping." in lines(held(visit, Asker.CHILD))


def test_that_a_young_person_asked_is_not_told_to_a_parent(erin: Visit) -> None:
    words_of(erin, asker=Asker.CHILD)
    words_of(erin)
    told = [one.what for one in held(erin).done]
    assert "Saved everything held about a child as a file, for a parent or carer" in told
    assert not [what for what in told if "for the child" in what]
    assert [one.what for one in held(erin, Asker.CHILD).done if "for the child" in one.what]


def test_the_file_for_another_program_says_the_same_and_no_more(erin: Visit) -> None:
    handing = Handing(erin.started.child, Asker.PARENT)
    with erin.laptop.vault.transaction() as tx:
        whole = json.loads(make_bundle_file(tx, erin.laptop.workplace, handing))
    said = [line["said"] for part in whole["parts"] for line in part["lines"]]
    assert "Not sleeping." in said
    assert "Tess Archer" not in said
    assert whole["child"] == "Erin Walsh"
    assert "decide" not in json.dumps(whole)


def test_what_is_handed_over_is_made_in_one_place_and_its_file_names_nobody(erin: Visit) -> None:
    with pytest.raises(TypeError):
        Disclosure("Erin", "Jo", (), (), object())
    assert disclosed(held(erin), ()).child == "Erin Walsh"
    handing = Handing(erin.started.child, Asker.PARENT)
    with erin.laptop.vault.transaction() as tx:
        pdf = make_bundle(tx, erin.laptop.workplace, handing, Way.SHOWN)
        assert audit.verify(tx) is None
    assert "Erin" not in str(PdfReader(BytesIO(pdf)).metadata)


def test_what_was_chosen_from_a_list_needs_no_decision_even_where_it_says_parent(jo: Laptop) -> None:
    assert lines(held(jo.finished_visit()))["Parent"].decide is None
