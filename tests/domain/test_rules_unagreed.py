"""Sharing without agreement: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

import pytest

from app.domain.answers import Answer
from app.domain.unagreed import (
    about_sharing_unagreed,
    advice_not_taken,
    is_serious_crime,
    may_share_plainly,
    no_grounds,
    no_public_interest,
    no_reasons,
    not_all_asked,
    not_asked_first,
    not_told,
    safety_comes_first,
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
