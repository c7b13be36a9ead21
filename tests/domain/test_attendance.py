"""Attendance in words: worked out from what the register says, and nothing said while a number is missing."""

import pytest

from app.domain.answers import Answers
from app.domain.attendance import ATTENDED, LATE, POSSIBLE, cannot_be, worked_out


@pytest.mark.parametrize(
    ("possible", "attended", "late", "said"),
    [
        (120, 72, 22, "72 of 120 sessions: 60.0%. Late 22 times."),
        (60, 58, 2, "58 of 60 sessions: 96.7%. Late 2 times."),
        (3, 1, 1, "1 of 3 sessions: 33.3%. Late once."),
        (200, 199, 0, "199 of 200 sessions: 99.5%. Never late."),
        (120, 0, None, "0 of 120 sessions: 0.0%."),
        (120, 120, None, "120 of 120 sessions: 100.0%."),
    ],
)
def test_the_share_is_worked_out_and_said_in_words(possible: int, attended: int, late: int | None, said: str) -> None:
    answers: Answers = {POSSIBLE: possible, ATTENDED: attended} | ({LATE: late} if late is not None else {})
    assert worked_out(answers) == said


@pytest.mark.parametrize(
    "answers", [{}, {POSSIBLE: 120}, {ATTENDED: 72}, {POSSIBLE: 0, ATTENDED: 0}, {POSSIBLE: "many", ATTENDED: 72}]
)
def test_nothing_is_worked_out_from_half_of_it(answers: Answers) -> None:
    assert worked_out(answers) is None
    assert not cannot_be(answers)


@pytest.mark.parametrize("answers", [{POSSIBLE: 60, ATTENDED: 61}, {POSSIBLE: 60, ATTENDED: 5, LATE: 6}])
def test_numbers_that_cannot_be_are_asked_about_and_never_a_share(answers: Answers) -> None:
    assert cannot_be(answers)
    assert worked_out(answers) is None
