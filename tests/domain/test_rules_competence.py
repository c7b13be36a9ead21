"""Who says yes: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.ages import Ages, Person
from app.domain.answers import Answer
from app.domain.competence import (
    StartingPoint,
    about_deciding_alone,
    authority_shares,
    becoming_able,
    child_left_out,
    goes_ahead_alone,
    judged_by_age_alone,
    judged_long_ago,
    judged_too_quickly,
    may_decide,
    may_go_alone,
    not_explained_to_suit,
    one_parent_is_enough,
    one_yes_is_there,
    parents_apart,
    parents_not_involved,
    starting_point,
    whom_to_ask,
)

AGES = Ages()
CAN: dict[str, Answer] = {"cp.result": "can decide"}
WHOLE: dict[str, Answer] = {**CAN, "cp.understands": "Says it back in her own words", "cp.known_by": "Her form tutor"}
TWO_DAYS = (date(2026, 11, 18), date(2026, 11, 25))


def talked_on(*days: date | str) -> dict[str, Answer]:
    rows = {f"r{number}": str(day) for number, day in enumerate(days)}
    found: dict[str, Answer] = {"cp.meetings": tuple(rows)}
    return found | {f"cp.meetings/{row}/cp.meetings.date": day for row, day in rows.items()}


def test_a_child_who_understands_may_decide() -> None:
    assert may_decide(CAN)


def test_a_child_who_does_not_yet_is_heard_all_the_same() -> None:
    assert not may_decide({"cp.result": "cannot yet"})
    assert not may_decide({})


@pytest.mark.parametrize(
    ("age", "begins"),
    [
        (16, StartingPoint.PRESUMED_ABLE),
        (15, StartingPoint.USUALLY_ABLE),
        (12, StartingPoint.USUALLY_ABLE),
        (11, StartingPoint.BECOMING_ABLE),
        (10, StartingPoint.MAY_BE_ABLE),
    ],
)
def test_an_age_chooses_the_first_question(age: int, begins: StartingPoint) -> None:
    assert starting_point(age, AGES) is begins


def test_an_authority_may_begin_elsewhere() -> None:
    assert starting_point(13, Ages(usually_able=14, secondary_school=14)) is StartingPoint.MAY_BE_ABLE


def test_at_fifteen_it_says_whom_to_ask_first() -> None:
    said = whom_to_ask(Person(15), AGES)
    assert said
    assert said.sentence.startswith("At 15, most can say yes or no")


def test_for_a_young_child_or_before_birth_nobody_is_told() -> None:
    assert not whom_to_ask(Person(6), AGES)
    assert not whom_to_ask(Person(None), AGES)


def test_with_secondary_school_a_child_is_becoming_able() -> None:
    assert becoming_able(11, AGES)


def test_before_it_and_after_twelve_other_questions_come_first() -> None:
    assert not becoming_able(10, AGES)
    assert not becoming_able(12, AGES)


def test_somebody_who_needs_an_interpreter_hears_it_with_one() -> None:
    assert not_explained_to_suit({"c1.format": ("spoken",)}, {"id.interp": "yes"})
    assert not_explained_to_suit({}, {})


def test_explained_with_one_it_is_explained() -> None:
    assert not not_explained_to_suit({"c1.format": ("spoken", "signer")}, {"id.interp": "yes"})
    assert not not_explained_to_suit({"c1.format": ("spoken",)}, {})


def test_a_parents_yes_does_not_leave_the_child_out() -> None:
    assert child_left_out({"c1.who": "parent or carer"}, {})


def test_a_child_who_was_heard_is_in() -> None:
    assert not child_left_out({"c1.who": "parent or carer"}, {"cm.child": "I like it here"})
    assert not child_left_out({"c1.who": "parent or carer"}, {"as.absent_why": "A baby"})
    assert not child_left_out({"c1.who": "both"}, {})


def test_each_decision_is_a_new_one() -> None:
    assert judged_long_ago(TWO_DAYS[1] - timedelta(days=91), TWO_DAYS[1], 90)


def test_last_week_still_counts() -> None:
    assert not judged_long_ago(*TWO_DAYS, 90)


def test_parents_who_are_not_part_of_it_are_asked_about() -> None:
    said = parents_not_involved({**CAN, "cp.parent_involved": "encouraged but declined"}, 14, AGES)
    assert said
    assert said.asks_why


def test_from_sixteen_or_with_parents_nobody_asks() -> None:
    assert not parents_not_involved(CAN, 16, AGES)
    assert not parents_not_involved({**CAN, "cp.parent_involved": "involved"}, 14, AGES)
    assert not parents_not_involved({}, 14, AGES)


def test_a_young_person_who_can_decide_may_go_alone() -> None:
    assert may_go_alone({**CAN, "cp.parent_involved": "unsafe to involve"})


def test_one_who_cannot_yet_does_not() -> None:
    assert not may_go_alone({"cp.result": "cannot yet", "cp.parent_involved": "unsafe to involve"})
    assert not may_go_alone(CAN)


def test_one_conversation_or_two_on_one_day_are_too_quick() -> None:
    assert judged_too_quickly({**WHOLE, **talked_on(TWO_DAYS[0])})
    assert judged_too_quickly({**WHOLE, **talked_on(TWO_DAYS[0], TWO_DAYS[0])})


def test_nobody_judges_it_alone() -> None:
    assert judged_too_quickly({**WHOLE, **talked_on(*TWO_DAYS), "cp.known_by": ""})


def test_two_days_and_somebody_who_knows_them_are_enough() -> None:
    assert not judged_too_quickly({**WHOLE, **talked_on(*TWO_DAYS)})
    assert not judged_too_quickly({})


def test_one_day_with_a_reason_is_enough_and_half_a_date_is_none() -> None:
    assert not judged_too_quickly({**WHOLE, **talked_on(TWO_DAYS[0]), "cp.one_meeting": "She moves on Friday."})
    assert judged_too_quickly({**WHOLE, **talked_on(TWO_DAYS[0], "2026-13-01")})


def test_one_parents_yes_is_enough() -> None:
    assert one_parent_is_enough(("no", "yes"))


def test_no_yes_is_none() -> None:
    assert not one_parent_is_enough(("no", ""))


def test_parents_apart_bring_up_whose_yes_it_is() -> None:
    assert parents_apart({"c1.circumstances": ("parents separated",)})


def test_parents_together_do_not() -> None:
    assert not parents_apart({"c1.circumstances": ("none",)})


def test_a_care_order_brings_in_the_social_worker() -> None:
    assert authority_shares({"c1.circumstances": ("care order",)})


def test_no_order_no_social_worker() -> None:
    assert not authority_shares({"c1.circumstances": ("parents separated",)})


def test_an_age_is_no_reason() -> None:
    said = judged_by_age_alone({**CAN, "cp.age": 15})
    assert said
    assert said.stops


def test_words_about_understanding_are() -> None:
    assert not judged_by_age_alone(WHOLE)
    assert not judged_by_age_alone({"cp.age": 15})


def test_deciding_alone_with_nothing_written_says_all_three() -> None:
    assert [one.rule for one in about_deciding_alone(CAN, 14, AGES, TWO_DAYS[1], 182)] == [52, 48, 46]
    whole = {**WHOLE, **talked_on(*TWO_DAYS), "cp.parent_involved": "involved"}
    assert about_deciding_alone(whole, 14, AGES, TWO_DAYS[1], 182) == ()


def test_a_judgement_of_long_ago_is_spoken_of_where_they_decide_again() -> None:
    again = about_deciding_alone({**CAN, **talked_on(*TWO_DAYS)}, 14, AGES, date(2027, 11, 25), 182)
    assert 45 in [one.rule for one in again]


def test_somebody_who_can_decide_may_go_ahead_alone() -> None:
    assert goes_ahead_alone({**CAN, "cp.parent_involved": "encouraged but declined"})


def test_nobody_goes_ahead_alone_whose_parents_are_part_of_it_or_who_cannot_decide() -> None:
    assert not goes_ahead_alone({**CAN, "cp.parent_involved": "involved"})
    assert not goes_ahead_alone({"cp.result": "mixed", "cp.parent_involved": "unsafe to involve"})


APART: dict[str, Answer] = {
    "c1.circumstances": ("parents separated",), "c1.capacity": "parent", "c1.pr": "yes", "c1.do": "yes",
}  # fmt: skip


def test_one_parents_yes_is_said_to_be_enough_where_they_live_apart() -> None:
    assert one_yes_is_there(APART)


def test_where_parents_are_together_or_nobody_said_yes_nothing_is_said() -> None:
    assert not one_yes_is_there({**APART, "c1.circumstances": ("none",)})
    assert not one_yes_is_there({**APART, "c1.do": "no"})
    assert not one_yes_is_there({**APART, "c1.pr": "not sure"})
