"""One assessment and others beside it: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

from app.domain.answers import Answer
from app.domain.earlier import (
    Check,
    Notice,
    about_others,
    brings_in_older_one,
    build_on_it,
    changed_fundamentally,
    does_not_replace,
    doubt_left,
    earlier_not_decided,
    elements_are_enough,
    joined_without_a_yes,
    not_checked,
    nothing_talked_about,
    notice_due,
    only_social_care_says,
    relation_not_said,
    second_open,
    written_elsewhere,
)

LINKED: dict[str, Answer] = {"ln.other": ("r1",), "ln.other/r1/ln.other.kind": "SEN"}
ELSEWHERE: dict[str, Answer] = {"reg.check": "open CAF elsewhere", "reg.join": "yes"}


def test_a_second_open_assessment_is_never_begun() -> None:
    said = second_open(Check.OPEN_HERE)
    assert said
    assert said.stops
    assert second_open(Check.OPEN_ELSEWHERE)


def test_none_found_or_none_looked_for_is_no_second_one() -> None:
    assert not second_open(Check.NONE_FOUND)
    assert not second_open(Check.NOT_CHECKED)


def test_joining_in_needs_the_familys_yes() -> None:
    assert joined_without_a_yes(ELSEWHERE)


def test_with_their_yes_two_work_together() -> None:
    assert not joined_without_a_yes({**ELSEWHERE, "reg.join_agreed": "yes"})
    assert not joined_without_a_yes({"reg.check": "none", "reg.join": "no"})


def test_nobody_asked_is_not_none_there() -> None:
    said = not_checked("not yet")
    assert said
    assert said.asks_why
    assert not_checked(None)


def test_asking_the_family_is_a_check() -> None:
    assert not not_checked("asked family")


def test_an_earlier_one_that_was_read_is_decided_about() -> None:
    assert earlier_not_decided({"as.reviewed": ("earlier CAF",)})


def test_a_decision_about_it_is_enough() -> None:
    assert not earlier_not_decided({"as.reviewed": ("earlier CAF",), "as.earlier_caf": "yes - revise"})
    assert not earlier_not_decided({"as.reviewed": ("checklist",)})


def test_nobody_tells_it_all_again() -> None:
    assert build_on_it(LINKED)


def test_an_assessment_that_was_read_is_built_on() -> None:
    assert not build_on_it({**LINKED, "as.reviewed": ("specialist assessment",)})
    assert not build_on_it({})


def test_an_older_one_it_takes_over_from_has_a_day() -> None:
    assert brings_in_older_one({"ln.apir": "yes"})


def test_with_a_day_or_without_an_older_one_nothing_is_asked() -> None:
    assert not brings_in_older_one({"ln.apir": "yes", "ln.apir_on": "2026-05-05"})
    assert not brings_in_older_one({"ln.apir": "no"})


def test_it_does_not_stand_in_for_others() -> None:
    assert does_not_replace({"co.specialist": ("SEN",)})


def test_some_others_are_no_assessment_of_their_own() -> None:
    assert not does_not_replace({"co.specialist": ("disability",)})
    assert not does_not_replace({})


def test_a_child_in_need_is_for_social_care_to_say() -> None:
    assert only_social_care_says({"co.specialist": ("section 17",)})


def test_other_ideas_are_not_theirs_alone() -> None:
    assert not only_social_care_says({"co.specialist": ("SEN",)})


def test_two_assessments_have_an_order() -> None:
    said = relation_not_said(LINKED)
    assert said
    assert said.asks_why


def test_once_said_or_alone_it_needs_none() -> None:
    assert not relation_not_said({**LINKED, "ln.other/r1/ln.other.relation": "before"})
    assert not relation_not_said({})


def test_one_topic_is_enough() -> None:
    assert elements_are_enough(1)


def test_no_topic_is_not() -> None:
    assert not elements_are_enough(0)


def test_an_unknown_form_is_asked_about() -> None:
    assert written_elsewhere("https://example.org/other", frozenset({"https://example.org/caf"}))


def test_a_known_form_is_the_common_one() -> None:
    assert not written_elsewhere("https://example.org/caf", frozenset({"https://example.org/caf"}))


def test_a_doubt_points_onward() -> None:
    assert doubt_left({"pre.q1": "not sure", "pre.decision": "no action"})


def test_a_doubt_that_leads_somewhere_is_dealt_with() -> None:
    assert not doubt_left({"pre.q1": "not sure", "pre.decision": "ask another to"})
    assert not doubt_left({"pre.q1": "yes", "pre.decision": "no action"})


def test_the_local_team_hears_of_a_start() -> None:
    assert notice_due(Notice.STARTING, sent=False, wanted=True)


def test_it_hears_once_and_only_where_it_wants_to() -> None:
    assert not notice_due(Notice.STARTING, sent=True, wanted=True)
    assert not notice_due(Notice.STARTING, sent=False, wanted=False)


def test_when_things_change_a_lot_somebody_thinks_of_assessing_again() -> None:
    assert changed_fundamentally({"rv.changed": "yes", "rv.next": "same plan"})


def test_assessing_again_is_the_answer() -> None:
    assert not changed_fundamentally({"rv.changed": "yes", "rv.next": "further CAF"})
    assert not changed_fundamentally({"rv.changed": "no"})


def test_what_to_think_about_other_assessments_is_said_together() -> None:
    assert [one.rule for one in about_others({**LINKED, "co.specialist": ("section 17",)})] == [68, 70, 71, 72]


def test_an_assessment_with_no_topic_is_asked_for_one() -> None:
    assert nothing_talked_about({"id.given": "Mason", "d1.speech.needs": " "})


def test_one_topic_is_enough_and_nothing_is_said() -> None:
    assert not nothing_talked_about({"d1.speech.needs": "Words come slowly."})
