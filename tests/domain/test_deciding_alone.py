"""Whether a young person may decide alone: by what is written down, over time, and never by an age or a score."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.ages import Ages
from app.domain.answers import Answers
from app.domain.deciding import age_of, missing_to_begin, missing_to_end

JUDGED: Answers = {
    "cp.meetings": ("0a0b0c01", "0a0b0c02"),
    "cp.meetings/0a0b0c01/cp.meetings.date": "2026-11-04",
    "cp.meetings/0a0b0c02/cp.meetings.date": "2026-11-11",
    "cp.known_by": "Ms Bassi, form tutor",
    "cp.understands": "yes",
    "cp.consequences": "yes",
    "cp.alternatives": "not sure",
    "cp.consistent": "yes",
    "cp.complexity": "medium",
    "cp.pressure": "yes",
    "cp.parent_involved": "encouraged but declined",
    "cp.result": "can decide",
}
FOURTEEN, AGES = 14, Ages()
SECOND = "cp.meetings/0a0b0c02/cp.meetings.date"


def without(*paths: str, **more: str) -> Answers:
    return {path: given for path, given in JUDGED.items() if path not in paths} | more


def test_judged_at_two_meetings_with_somebody_who_knows_them_they_decide_alone() -> None:
    assert missing_to_begin(JUDGED, FOURTEEN, AGES) == ()
    assert missing_to_end(JUDGED, FOURTEEN, AGES) == ()


def test_no_answer_of_itself_decides_it_a_person_writes_what_follows() -> None:
    all_yes = without("cp.result")
    assert len(missing_to_begin(all_yes, FOURTEEN, AGES)) == 1
    for result in ("cannot yet", "mixed"):
        assert missing_to_begin({**all_yes, "cp.result": result}, FOURTEEN, AGES)
    assert missing_to_begin({**JUDGED, "cp.understands": "not sure", "cp.pressure": "not sure"}, FOURTEEN, AGES) == ()


@pytest.mark.parametrize(
    "path",
    [
        *("cp.meetings", "cp.known_by", "cp.understands", "cp.consequences", "cp.alternatives", "cp.complexity"),
        *("cp.pressure", "cp.parent_involved", "cp.result"),
    ],
)
def test_nothing_asked_at_the_first_meeting_may_stay_unsaid(path: str) -> None:
    assert len(missing_to_begin(without(path), FOURTEEN, AGES)) == 1


def test_they_may_start_after_one_meeting_and_sign_after_two() -> None:
    once = without(SECOND, "cp.consistent")
    assert missing_to_begin(once, FOURTEEN, AGES) == ()
    assert len(missing_to_end(once, FOURTEEN, AGES)) == 2


@pytest.mark.parametrize("second", ["", "2026-11-04"])
def test_the_same_day_twice_is_one_meeting(second: str) -> None:
    assert len(missing_to_end({**JUDGED, SECOND: second}, FOURTEEN, AGES)) == 1


def test_one_meeting_is_enough_with_a_reason() -> None:
    assert missing_to_end(without(SECOND, **{"cp.one_meeting": "She moves on Friday."}), FOURTEEN, AGES) == ()


def test_a_reason_why_it_is_not_written_yet_stands_in_its_place() -> None:
    assert missing_to_begin({"cp.not_yet": "Seen today for the first time."}, FOURTEEN, AGES) == ()
    assert missing_to_begin({"cp.not_yet": "  "}, FOURTEEN, AGES)


@pytest.mark.parametrize(("age", "asked"), [(16, False), (17, False), (15, True), (9, True), (None, True)])
def test_from_sixteen_they_are_presumed_able_and_below_age_says_nothing(age: int | None, *, asked: bool) -> None:
    assert bool(missing_to_end({}, age, AGES)) is asked


@pytest.mark.parametrize(
    ("born", "age"),
    [("2012-06-21", 14), ("2010-11-02", 16), ("2010-11-03", 15), ("2012-06", None), ("", None), ("soon", None)],
)
def test_an_age_is_counted_from_a_whole_birth_date_alone(born: str, age: int | None) -> None:
    assert age_of(born, date(2026, 11, 2)) == age
