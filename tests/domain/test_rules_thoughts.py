"""What there is to think about at each step, said together."""

from __future__ import annotations

from datetime import date

from app.domain.ages import Ages, Person
from app.domain.answers import Answer
from app.domain.consent import EXPLAINED
from app.domain.earlier import Check, Notice
from app.domain.thoughts import LocalRules, on_asking, on_finishing, on_page, person_in

TODAY = date(2026, 11, 25)
TOLD: dict[str, Answer] = {"c1.explained": ("voluntary", "index entry", *EXPLAINED), "c1.format": ("spoken",)}
HERE = LocalRules()
CHECKED = Check.NONE_FOUND


def test_a_child_is_as_old_as_it_is_written() -> None:
    assert person_in({"id.dob": "2016-11-25"}, TODAY) == Person(10)
    assert person_in({"id.dob": "2016-11-26", "id.disabled": "yes"}, TODAY) == Person(9, disabled=True)
    assert person_in({"id.unborn": True, "id.edd": "2027-01-01"}, TODAY) == Person(None)


def test_half_a_date_or_a_day_to_come_is_no_age() -> None:
    assert person_in({"id.dob": "2016-11"}, TODAY) is None
    assert person_in({"id.dob": "2027-01-01"}, TODAY) is None


def test_somebody_who_explained_everything_has_nothing_to_think_about() -> None:
    assert on_asking(TOLD, {"id.dob": "2019-01-01"}, CHECKED, HERE, TODAY) == ()


def test_age_comes_first_and_what_was_not_explained_after_it() -> None:
    said = on_asking({"c1.explained": ("own copy",)}, {"id.dob": "2007-01-01"}, CHECKED, HERE, TODAY)
    assert [concern.rule for concern in said] == [17, 41, 43, 22, 24, 116]


def test_a_notice_that_has_gone_is_not_asked_for_again() -> None:
    here = LocalRules(notices=(Notice.STARTING, Notice.DONE))
    child: dict[str, Answer] = {"id.dob": "2019-01-01"}
    for told, asked in (((), [76]), ((Notice.STARTING,), [])):
        said = on_asking(TOLD, child, CHECKED, here, TODAY, told)
        assert [concern.rule for concern in said] == asked


def test_each_rule_speaks_on_the_page_of_its_question_and_on_no_other() -> None:
    answers: dict[str, Answer] = {
        "id.flags": ("young carer",),
        "pc": ("r1",),
        "pc/r1/pc.contact_limits": "Never when he is there",
        "req.by": "parent or carer",
        "ln.apir": "yes",
        "ln.other": ("r1",),
        "ln.other/r1/ln.other.kind": "SEN",
        "pre.decision": "no action",
        "pre.q1": "not sure",
        "pre.self": "no",
    }
    here = LocalRules(assessed_first=(2,))
    spoken = {
        "id.flags": [9], "pc.contact_limits": [13], "req.by": [10], "ln.apir": [69], "ln.other.relation": [72],
        "pre.decision": [75, 14], "as.reason": [],
    }  # fmt: skip
    for question, rules in spoken.items():
        assert [one.rule for one in on_page(answers, {question}, here, TODAY)] == rules


def test_a_decision_about_sharing_is_thought_about_where_it_is_written_and_what_stops_it_is_kept_for_its_end() -> None:
    said = on_page({"is.q1": "yes", "is.q3": "no"}, {"is.q6"}, HERE, TODAY)
    assert [one.rule for one in said] == [53]


def test_deciding_alone_is_thought_about_on_its_page() -> None:
    said = on_page({"cp.result": "can decide"}, {"cp.parent_involved"}, HERE, TODAY, born="2012-01-01")
    assert 46 in [one.rule for one in said]


def test_what_the_authority_sets_is_what_is_said() -> None:
    here = LocalRules(Ages(usual=12, extended=12), ("looked after",), (Notice.STARTING,))
    said = on_asking(TOLD, {"id.dob": "2013-01-01", "id.flags": ("looked after",)}, CHECKED, here, TODAY)
    assert [concern.rule for concern in said] == [18, 41, 15, 76]


def test_before_signing_it_says_what_may_have_been_forgotten() -> None:
    answers: dict[str, Answer] = {
        "co.specialist": ("SEN",),
        "id.setting": "Larkrise",
        "sv": ("r1",),
        "sv/r1/sv.kind": "GP",
    }
    said = on_finishing(answers, {}, LocalRules(notices=(Notice.DONE,)), TODAY)
    assert [concern.rule for concern in said] == [4, 70, 73, 76]


def test_no_note_about_a_risk_is_said_where_the_family_read_along() -> None:
    child: dict[str, Answer] = {"pc": ("r1",), "pc/r1/pc.contact_limits": "Never when he is there"}
    assert 13 not in {
        concern.rule for concern in (*on_asking({}, child, CHECKED, HERE, TODAY), *on_finishing(child, {}, HERE, TODAY))
    }


def test_where_nobody_has_checked_for_an_earlier_assessment_it_says_so_and_where_one_is_open_too() -> None:
    for check, rule in ((Check.NOT_CHECKED, 66), (Check.OPEN_HERE, 64)):
        assert [one.rule for one in on_asking(TOLD, {"id.dob": "2019-01-01"}, check, HERE, TODAY)] == [rule]
