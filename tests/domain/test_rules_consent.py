"""Agreement and what is written down: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.answers import Answer
from app.domain.consent import (
    EXPLAINED,
    about_agreeing,
    agreed_twice,
    confidence_not_told,
    copy_withheld,
    correction_open,
    is_confidential,
    kept_too_long,
    limits_set,
    may_go,
    not_explained,
    not_read_together,
    not_told_voluntary,
    not_understood,
    note_for_own_file,
)
from app.domain.gates import FirstGate, not_every_service_answered, spoken_unwitnessed

YES: dict[str, Answer] = {"c1.do": "yes", "c1.record_ecaf": "yes"}
TOLD: dict[str, Answer] = {"c1.explained": ("voluntary", *EXPLAINED)}
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def a_service(may_see: str) -> dict[str, Answer]:
    return {
        "c2.share": "yes",
        "c2.list": ("r1",),
        "c2.list/r1/c2.list.service": "School nurse",
        "c2.list/r1/c2.list.may_see": may_see,
    }


def test_nobody_is_left_to_think_they_have_to_take_part() -> None:
    assert not_told_voluntary({"c1.explained": ("own copy",)})


def test_once_told_nobody_says_it_again() -> None:
    assert not not_told_voluntary(TOLD)


def test_where_nothing_was_explained_it_is_said_once_and_not_thing_by_thing() -> None:
    assert not not_told_voluntary({})
    said = not_explained({})
    assert said
    assert "their choice" in said.sentence


def test_two_yeses_are_an_agreement() -> None:
    assert agreed_twice(YES, {"c2.store": "yes"})


def test_one_yes_is_not() -> None:
    assert not agreed_twice(YES, {})
    assert not agreed_twice({}, {"c2.store": "yes"})


def test_what_was_not_explained_is_named() -> None:
    said = not_explained({"c1.explained": tuple(code for code in EXPLAINED if code != "own copy")})
    assert said
    assert said.sentence == "Please explain first: that they get a copy."


def test_everything_explained_leaves_nothing_to_say() -> None:
    assert not not_explained(TOLD)


def test_a_yes_that_is_not_understood_is_none() -> None:
    said = not_understood({"c2.share": "yes", "c2.reasons": "no"})
    assert said
    assert said.stops


def test_reasons_that_are_understood_stop_nothing() -> None:
    assert not not_understood({"c2.share": "yes", "c2.reasons": "yes"})
    assert not not_understood({"c2.share": "no", "c2.reasons": "no"})


def test_a_service_with_no_yes_and_no_no_is_asked_about() -> None:
    assert not_every_service_answered(a_service(""))


def test_a_no_is_an_answer_too() -> None:
    assert not not_every_service_answered(a_service("no"))


def test_a_spoken_yes_needs_somebody_who_heard_it() -> None:
    assert spoken_unwitnessed({"c1.how": "spoken"}, "c1.how", "c1.witness")


def test_a_written_yes_or_a_witnessed_one_needs_nobody() -> None:
    assert not spoken_unwitnessed({"c1.how": "typed"}, "c1.how", "c1.witness")
    assert not spoken_unwitnessed({"c1.how": "spoken", "c1.witness": "Jo"}, "c1.how", "c1.witness")


def test_limits_are_read_before_anything_is_written() -> None:
    assert limits_set({"c1.limits": "Not about Dad"})


def test_no_limits_nothing_to_read() -> None:
    assert not limits_set({"c1.limits": ""})


def test_a_no_leaves_a_note_in_the_workers_own_file() -> None:
    assert note_for_own_file(FirstGate.DECLINED)
    assert note_for_own_file(FirstGate.NOT_ELECTRONIC)


def test_a_yes_is_more_than_a_note() -> None:
    assert not note_for_own_file(FirstGate.AGREED)


def test_on_paper_too_a_yes_or_the_eight_questions_are_needed() -> None:
    assert may_go(agreed=True, decided=False)
    assert may_go(agreed=False, decided=True)


def test_refusing_the_computer_is_no_yes_to_sharing_paper() -> None:
    assert not may_go(agreed=False, decided=False)


def test_somebody_who_asked_to_leave_something_out_is_told_what_is() -> None:
    assert confidence_not_told({"c1.limits": "Not about Dad"}, {})


def test_told_once_nobody_asks_again() -> None:
    assert not confidence_not_told({"c1.limits": "Not about Dad"}, {"as.confident": "They know"})
    assert not confidence_not_told({}, {})


def test_what_was_told_in_trust_is_confidential() -> None:
    assert is_confidential(private=True, already_public=False, trusted=True)


def test_what_everybody_knows_is_not() -> None:
    assert not is_confidential(private=True, already_public=True, trusted=True)
    assert not is_confidential(private=False, already_public=False, trusted=True)
    assert not is_confidential(private=True, already_public=False, trusted=False)


def test_a_copy_that_is_not_given_needs_a_reason() -> None:
    said = copy_withheld({"c2.copy_given": "withheld - risk of harm"})
    assert said
    assert said.asks_why


def test_a_copy_that_is_given_needs_none() -> None:
    assert not copy_withheld({"c2.copy_given": "both"})


def test_a_correction_nobody_dealt_with_is_asked_about() -> None:
    assert correction_open({"cm.correct": ("r1",), "cm.correct/r1/cm.correct.asked": "The school is wrong"})


def test_a_correction_that_was_made_is_done() -> None:
    asked: dict[str, Answer] = {"cm.correct": ("r1",), "cm.correct/r1/cm.correct.asked": "The school is wrong"}
    assert not correction_open({**asked, "cm.correct/r1/cm.correct.done": "Changed"})


def test_something_not_read_together_is_read_first() -> None:
    assert not_read_together({})


def test_something_read_together_is_ready() -> None:
    assert not not_read_together({"c2.read": "yes"})


def test_something_nobody_agreed_to_keep_has_an_end() -> None:
    assert kept_too_long(NOW - timedelta(days=29), NOW, 28)


def test_until_then_it_may_be_taken_up_again() -> None:
    assert not kept_too_long(NOW - timedelta(days=28), NOW, 28)


def test_what_to_say_at_the_first_gate_is_said_together() -> None:
    assert [one.rule for one in about_agreeing({"c1.explained": ("own copy",), "c1.limits": "Not"})] == [22, 24, 29]
    assert about_agreeing(TOLD) == ()
