"""Sharing without agreement: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

import pytest

from app.domain.answers import Answer
from app.domain.unagreed import (
    about_sharing_unagreed,
    advice_not_taken,
    confidential_or_not,
    crime_harms_nobody,
    is_serious_crime,
    may_share_plainly,
    no_grounds,
    no_public_interest,
    no_reasons,
    nobody_named,
    not_all_asked,
    not_asked_first,
    not_confidential,
    not_told,
    risk_left_unweighed,
    safety_comes_first,
    said_no_all_the_same,
    weighs_enough,
)

SHARED: dict[str, Answer] = {
    "is.ask": "What was seen on Monday, to the duty team, asked by the school",
    "is.q1": "yes",
    "is.q2": "yes",
    "is.q3": "yes",
    "is.q4": "not asked",
    "is.q4.why": "It would raise the risk",
    "is.q5": "no",
    "is.q6": "yes",
    "is.q6.grounds": ("reasonable cause",),
    "is.q7": ("necessary", "minimum"),
    "is.q8": "part",
    "is.q8.why": "To keep her safe tonight",
    "is.told": "no",
    "is.told.why": "It would raise the risk",
}


def test_a_whole_decision_leaves_nothing_to_ask() -> None:
    assert about_sharing_unagreed(SHARED) == ()


@pytest.mark.parametrize("path", sorted(SHARED))
def test_whatever_is_left_out_of_a_decision_is_asked_for(path: str) -> None:
    assert about_sharing_unagreed({**SHARED, path: ""})


def test_what_is_not_confidential_may_go_for_a_good_purpose() -> None:
    assert may_share_plainly({"is.q1": "yes", "is.q3": "no"})


def test_what_is_confidential_or_has_no_purpose_may_not_go_so_plainly() -> None:
    assert not may_share_plainly({"is.q1": "yes", "is.q3": "yes"})
    assert not may_share_plainly({"is.q1": "not sure", "is.q3": "no"})


def test_something_confidential_needs_the_public_interest() -> None:
    said = no_public_interest({**SHARED, "is.q6": "no"})
    assert said
    assert said.stops


def test_a_law_a_yes_or_the_public_interest_are_each_enough() -> None:
    assert not no_public_interest(SHARED)
    assert not no_public_interest({**SHARED, "is.q6": "no", "is.q5": "yes"})
    assert not no_public_interest({**SHARED, "is.q6": "no", "is.q4": "yes"})
    assert not no_public_interest({**SHARED, "is.q6": "no", "is.q8": "do not share"})


def test_a_clear_risk_weighs_enough() -> None:
    assert weighs_enough(("other", "prevent harm"))


def test_other_grounds_are_weighed_by_people() -> None:
    assert not weighs_enough(("other",))


def test_the_public_interest_needs_a_ground() -> None:
    assert no_grounds({**SHARED, "is.q6.grounds": ()})


def test_a_ground_is_enough() -> None:
    assert not no_grounds(SHARED)
    assert not no_grounds({**SHARED, "is.q6": "no", "is.q6.grounds": ()})


def test_a_crime_is_serious_by_what_it_does() -> None:
    assert is_serious_crime(harms_child=True, seriously_harms_adult=False)
    assert is_serious_crime(harms_child=False, seriously_harms_adult=True)


def test_a_crime_that_harms_nobody_is_not() -> None:
    assert not is_serious_crime(harms_child=False, seriously_harms_adult=False)


def test_asking_comes_first() -> None:
    assert not_asked_first({**SHARED, "is.q4.why": ""})


def test_a_reason_for_not_asking_or_a_refusal_is_an_answer() -> None:
    assert not not_asked_first(SHARED)
    assert not not_asked_first({**SHARED, "is.q4": "refused", "is.q4.why": ""})


def test_reasons_are_written_also_for_not_sharing() -> None:
    assert no_reasons({"is.q8": "do not share"})
    assert no_reasons({})


def test_with_reasons_the_decision_stands() -> None:
    assert not no_reasons({"is.q8": "do not share", "is.q8.why": "They agreed to tell her themselves"})


def test_somebody_not_sure_is_told_whom_to_ask() -> None:
    assert advice_not_taken({**SHARED, "is.q6": "not sure"})


def test_advice_that_was_taken_is_enough() -> None:
    assert not advice_not_taken({**SHARED, "is.q6": "not sure", "is.advice": "My manager"})
    assert not advice_not_taken(SHARED)


def test_a_family_that_does_not_know_is_asked_about() -> None:
    assert not_told({**SHARED, "is.told.why": ""})


def test_a_family_that_knows_is_not() -> None:
    assert not not_told({**SHARED, "is.told": "yes", "is.told.why": ""})
    assert not not_told({"is.told": "no", "is.q8": "do not share"})


def test_a_childs_safety_comes_before_a_refusal() -> None:
    assert safety_comes_first({**SHARED, "is.q4": "refused"}, ("evidence of significant harm",))


def test_without_a_clear_risk_a_refusal_stands_for_people_to_weigh() -> None:
    assert not safety_comes_first(SHARED, ("other",))
    assert not safety_comes_first({"is.q8": "do not share"}, ("prevent harm",))


def test_a_question_nobody_answered_is_named() -> None:
    said = not_all_asked({**SHARED, "is.q7": ()})
    assert said
    assert said.sentence == "Please answer: whether it is the right information, in the right way."


def test_questions_that_do_not_arise_are_not_asked() -> None:
    plain: dict[str, Answer] = {**SHARED, "is.q3": "no"}
    assert not not_all_asked({path: given for path, given in plain.items() if path not in {"is.q4", "is.q6"}})


RISK: dict[str, Answer] = {"is.q6.grounds": ("reasonable cause",)}
PLAIN: dict[str, Answer] = {"is.q1": "yes", "is.q3": "no"}


def test_a_clear_risk_that_is_not_passed_on_is_spoken_of() -> None:
    assert risk_left_unweighed({**RISK, "is.q8": "do not share"})


def test_a_clear_risk_that_is_passed_on_is_not_spoken_of() -> None:
    assert not risk_left_unweighed({**RISK, "is.q8": "part"})
    assert not risk_left_unweighed({"is.q6.grounds": ("other",), "is.q8": "do not share"})


def test_a_crime_that_harms_nobody_is_asked_about_again() -> None:
    assert crime_harms_nobody({"is.crime": ("nobody",)})


def test_a_crime_that_harms_somebody_is_not_asked_about() -> None:
    assert not crime_harms_nobody({"is.crime": ("a child",)})
    assert not crime_harms_nobody({"is.crime": ("no crime",)})


def test_where_safety_goes_before_a_no_it_says_how_to_go_on() -> None:
    assert said_no_all_the_same({**RISK, "is.q4": "refused", "is.q8": "share"})


def test_where_nobody_said_no_or_nothing_goes_it_says_nothing() -> None:
    assert not said_no_all_the_same({**RISK, "is.q4": "refused", "is.q8": "do not share"})
    assert not said_no_all_the_same({**RISK, "is.q4": "not asked", "is.q8": "share"})


def test_what_is_not_confidential_is_said_to_be_free_to_go() -> None:
    assert not_confidential(PLAIN)


def test_what_is_decided_or_confidential_is_not_said_to_be_free() -> None:
    assert not not_confidential({**PLAIN, "is.q8": "share"})
    assert not not_confidential({**PLAIN, "is.q3": "yes"})


def test_what_was_ticked_about_confidence_goes_against_the_answer() -> None:
    assert confidential_or_not({"is.q3": "no", "is.q3.why": ("private", "in trust")})
    assert confidential_or_not({"is.q3": "yes", "is.q3.why": ("already public",)})


def test_what_was_ticked_about_confidence_goes_with_the_answer() -> None:
    assert not confidential_or_not({"is.q3": "yes", "is.q3.why": ("private", "in trust")})
    assert not confidential_or_not({"is.q3": "no"})


def test_something_shared_with_nobody_stops() -> None:
    said = nobody_named({"is.q8": "share"})
    assert said
    assert said.stops


def test_something_shared_with_somebody_and_something_not_shared_go_on() -> None:
    assert not nobody_named({"is.q8": "share", "is.to": ("Early help desk",)})
    assert not nobody_named({"is.q8": "do not share"})
