"""Sign-off asks for little and says so kindly; an answer that cannot be kept is refused without being repeated."""

import json
from typing import Any

import pytest

from app.domain.answers import Absent, AbsentReason, Answer
from app.forms.definition import FormLibrary, load_form
from app.forms.validation import LONGEST_TEXT, faults, missing_at_sign_off
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
CAF = LIBRARY.by_name("caf-assessment")
NOT_KNOWN = Absent(AbsentReason.NOT_KNOWN)

MASON: dict[str, Answer] = {
    "id.given": "Mason",
    "id.family": "Reid",
    "id.dob": "2020-10-09",
    "id.sex": "male",
    "id.address": "4 Heron Close, Ambleton",
    "id.postcode": "AM2 7LD",
    "id.nhs": "999 410 1854",
    "id.setting": "Larkrise Primary School",
    "id.lang_child": "English",
    "fh.people": ("0000000a", "0000000b"),
    "fh.people/0000000a/fh.people.name": "Carly Reid",
    "fh.people/0000000a/fh.people.rel": "mother",
    "fh.people/0000000a/fh.people.here": True,
    "fh.people/0000000a/fh.people.pr": "yes",
    "fh.people/0000000b/fh.people.name": "Jade Reid",
    "fh.people/0000000b/fh.people.dob": "2013-05-21",
    "as.reason": "Mason came to 72 of 120 sessions this term. Carly asked for help with bedtimes.",
    "d1.health_general.needs": "A cough since September.",
    "d1.behaviour.strengths": "Calm and kind with smaller children at playtime.",
    "d1.behaviour.needs": "Bedtime is a row most nights.",
    "d1.participation.needs": "60 % attendance.",
    "d1.participation.words": "I like PE and Ben. I get tired in maths.",
    "d1.relationships.strengths": "He adores Alfie.",
    "d2.warmth.strengths": "Carly is warm with him.",
    "d2.guidance.needs": "Carly would like to be shown how to settle three children at once.",
    "d3.wider.needs": "New to Ambleton; no family near.",
    "d3.housing.needs": "The boiler fails.",
    "d3.community.strengths": Absent(AbsentReason.NOT_TALKED_ABOUT),
    "co.strengths": "A close family.",
    "co.needs": "Sleep, skin, and getting to school on time.",
    "co.level": "additional, several services",
    "co.next": "TAC needed - I will convene",
    "co.review": "2027-03-02",
    "ac": ("0000000c",),
    "ac/0000000c/ac.outcome": "Mason is in school and on time",
    "ac/0000000c/ac.action": "Breakfast club from 8:00",
    "ac/0000000c/ac.who": "Larkrise Primary School",
    "ac/0000000c/ac.when": "2027-03-02",
    "cm.child": "I want to go to football.",
    "cm.parent": "It is fair.",
}
CHECKLIST: dict[str, Answer] = {
    "pre.q1": "no",
    "pre.q1.note": "A cough since September and sore skin.",
    "pre.q2": "yes",
    "pre.q5": "not sure",
    "pre.harm": "no",
    "pre.decision": "do a CAF myself",
}
START: dict[str, Answer] = {
    "c1.giver": "Carly Reid",
    "c1.capacity": "parent",
    "c1.do": "yes",
    "c1.record_ecaf": "yes",
    "c1.how": "spoken",
    "c1.witness": "Jo Whitfield",
}
SHARING: dict[str, Answer] = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.list": ("0000000d",),
    "c2.list/0000000d/c2.list.service": "Attendance service",
    "c2.list/0000000d/c2.list.kind": "education welfare",
    "c2.list/0000000d/c2.list.may_see": "yes",
    "c2.list/0000000d/c2.list.withheld": ("d3.housing.needs",),
    "c2.withheld": ("d2.guidance.needs",),
    "c2.route": "drawn",
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
    "c2.strokes": "[[[120,160,0],[150,90,40]]]" + " " * LONGEST_TEXT,
}


def without(*link_ids: str) -> dict[str, Answer]:
    gone = tuple(link_ids)
    return {path: given for path, given in MASON.items() if not path.startswith(gone)}


def lacking(answers: dict[str, Answer], agreed_by: str = "Carly Reid") -> list[str]:
    return [missing.link_id for missing in missing_at_sign_off(CAF, answers, agreed_by=agreed_by)]


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("caf-assessment", MASON),
        ("checklist", CHECKLIST),
        ("agreement-to-start", START),
        ("agreement-to-share", SHARING),
    ],
)
def test_a_familys_whole_visit_fits_the_forms(name: str, answers: dict[str, Answer]) -> None:
    assert faults(LIBRARY.by_name(name), answers) == ()


def test_a_familys_visit_can_be_signed_off_with_most_pages_empty() -> None:
    assert lacking(MASON) == []


def test_an_empty_assessment_lacks_ten_things_and_says_each_kindly() -> None:
    missing = missing_at_sign_off(CAF, {})
    assert [(lack.link_id, lack.page) for lack in missing] == [
        *(("id.given", "id"), ("id.dob", "id"), ("id.address", "reach"), ("as.reason", "as"), ("as.present", "as")),
        *(("co.strengths", "co"), ("co.needs", "co"), ("co.level", "co"), ("co.next", "plan"), ("cm.child", "cm")),
    ]
    assert missing[1].sentence == "There is no date of birth or expected date yet."


def shorter(raw: dict[str, Any], link_id: str) -> dict[str, Any]:
    """Return a form, or a part of one, without one question."""
    items = [shorter(one, link_id) if "item" in one else one for one in raw["item"] if one["linkId"] != link_id]
    return raw | {"item": items}


def test_what_an_authority_took_out_of_its_form_is_not_asked_for() -> None:
    newest = json.loads((resources() / "forms" / "caf-assessment-1.4.0.json").read_text(encoding="utf-8"))
    form = load_form(json.dumps(shorter(newest, "co.level")).encode())
    missing = [one.link_id for one in missing_at_sign_off(form, {})]
    assert "co.level" not in missing
    assert len(missing) == 9


@pytest.mark.parametrize(
    ("gone", "link_id"),
    [
        (("id.given",), "id.given"),
        (("id.dob",), "id.dob"),
        (("id.address",), "id.address"),
        (("as.reason",), "as.reason"),
        (("d1.", "d2.", "d3.", "co.strengths"), "co.strengths"),
        (("co.next", "ac"), "co.next"),
    ],
)
def test_what_is_left_out_is_named(gone: tuple[str, ...], link_id: str) -> None:
    assert link_id in lacking(without(*gone))


def test_an_unborn_baby_needs_an_expected_date_and_no_name_of_its_own() -> None:
    unborn = without("id.given", "id.dob") | {"id.unborn": True, "id.edd": "2027-04-01"}
    assert lacking(unborn) == []


@pytest.mark.parametrize("reason", [{"id.address": NOT_KNOWN}, {"id.address_confidential": True}])
def test_an_address_may_be_secret_or_not_known(reason: dict[str, Answer]) -> None:
    assert lacking(without("id.address") | reason) == []


def test_a_birth_date_nobody_knows_is_still_missing() -> None:
    assert lacking(MASON | {"id.dob": NOT_KNOWN}) == ["id.dob"]


def test_who_took_part_is_the_person_who_agreed_or_anybody_named() -> None:
    assert lacking(MASON, agreed_by=" ") == ["as.present"]
    named: dict[str, Answer] = {"as.present": ("0000000e",), "as.present/0000000e/as.present.name": "Carly Reid"}
    assert lacking(MASON | named, agreed_by="") == []
    blank: dict[str, Answer] = {"as.present": ("0000000e",), "as.present/0000000e/as.present.name": " "}
    assert lacking(MASON | blank, agreed_by="") == ["as.present"]


@pytest.mark.parametrize(
    "found",
    [
        {"co.needs": Absent(AbsentReason.NOTHING_TO_ADD)},
        {"d1.speech.needs": Absent(AbsentReason.NOTHING_TO_ADD)},
        {"co.level": "no additional needs"},
    ],
)
def test_that_there_is_no_need_is_an_answer(found: dict[str, Answer]) -> None:
    bare = without("d1.", "d2.", "d3.", "co.needs", "co.level")
    assert "co.needs" in lacking(bare)
    assert "co.needs" not in lacking(bare | found)


@pytest.mark.parametrize(
    "voice",
    [
        {"d1.speech.words": "I like Ben."},
        {"as.absent_why": "She is three months old; we watched her with her mum."},
        {"cm.child": Absent(AbsentReason.DECLINED)},
    ],
)
def test_the_childs_voice_is_heard_in_any_of_its_places(voice: dict[str, Answer]) -> None:
    unheard = without("cm.child", "d1.participation.words")
    assert lacking(unheard) == ["cm.child"]
    assert lacking(unheard | voice) == []


def test_one_action_is_a_next_step() -> None:
    assert lacking(without("co.next")) == []
    assert lacking(without("co.next", "ac") | {"co.next": NOT_KNOWN}) == []


WRONG: dict[str, tuple[dict[str, Answer], str]] = {
    "an unknown question": ({"d1.speach.needs": "x"}, "no question"),
    "a heading": ({"d1.speech": "x"}, "no question"),
    "a row that is not there": ({"ac/0000000f/ac.who": "x"}, "wrong place"),
    "a row item without its row": ({"ac.who": "x"}, "wrong place"),
    "a plain item in a row": ({"ac": ("1",), "ac/1/co.needs": "x"}, "wrong place"),
    "a text that is a number": ({"co.needs": 3}, "in words"),
    "a text that is too long": ({"co.needs": "x" * (LONGEST_TEXT + 1)}, "20,000"),
    "half a character": ({"co.needs": "\ud83d"}, "cannot be kept"),
    "a control character": ({"co.needs": "a\x00b"}, "cannot be kept"),
    "a day that never was": ({"co.review": "2027-02-30"}, "not a date"),
    "a date in another order": ({"co.review": "02/03/2027"}, "not a date"),
    "a month that never was": ({"co.review": "2027-13"}, "not a date"),
    "a year of two numbers": ({"co.review": "2/3/27"}, "four numbers"),
    "the year 0": ({"co.review": "0000-03-02"}, "not a date"),
    "29 February of a common year": ({"co.review": "2027-02-29"}, "not a date"),
    "a date without dashes": ({"co.review": "20270302"}, "not a date"),
    "a flag in words": ({"id.unborn": "yes"}, "true or false"),
    "a number in words": ({"d1.speech.scale": "7"}, "whole number"),
    "a flag for a number": ({"d1.speech.scale": True}, "whole number"),
    "a number too high": ({"d1.speech.scale": 11}, "10 or less"),
    "a number too low": ({"d1.speech.scale": -1}, "0 or more"),
    "an unknown choice": ({"co.level": "quite bad"}, "not one of the choices"),
    "a list for one choice": ({"co.level": ("risk of harm",)}, "one choice"),
    "one choice for a list": ({"id.flags": "young carer"}, "list of choices"),
    "an unknown choice in a list": ({"id.flags": ("young carer", "x")}, "not one of the choices"),
    "rows in words": ({"ac": "x"}, "list of rows"),
    "one row twice": ({"ac": ("1", "1")}, "told apart"),
    "a reason in place of the name": ({"id.given": NOT_KNOWN}, "needs an answer"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_answer_that_cannot_be_kept_is_named_once_with_its_place(name: str) -> None:
    answers, words = WRONG[name]
    (fault,) = faults(CAF, answers)
    assert words in fault.sentence
    assert fault.path in answers
    assert fault.link_id == fault.path.split("/")[-1]


@pytest.mark.parametrize(
    "fine",
    [
        {"id.sex": "non-binary"},
        {"d1.speech.evidence": ("seen by me", "a letter from the clinic")},
        {"co.review": NOT_KNOWN},
        {"co.review": ""},
        {"co.review": "2027-03"},
        {"co.review": "2027"},
        {"co.review": "2028-02-29"},
        {"id.nhs": "999 410 1855"},
        {"co.needs": "x" * LONGEST_TEXT},
        {"co.needs": "\N{GRINNING FACE}" * LONGEST_TEXT},
        {"co.needs": "Línea uno\nline two\t🙂"},
        {"d1.speech.scale": 0},
    ],
)
def test_what_people_really_write_is_kept(fine: dict[str, Answer]) -> None:
    assert faults(CAF, fine) == ()
