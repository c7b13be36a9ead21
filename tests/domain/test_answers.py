"""Answers as they are given: every form they take comes back as it went, and nothing is guessed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers import (
    Absent,
    AbsentReason,
    Answer,
    Answers,
    from_json,
    is_blank,
    link_id_of,
    row_answers,
    row_path,
    rows_of,
    text_of,
    to_json,
)
from app.domain.ids import RowId

PLAN: Answers = {
    "ac": ("4f1c22ab", "09ffee01"),
    "ac/4f1c22ab/ac.who": "School nurse",
    "ac/4f1c22ab/ac.when": "2027-01-22",
    "ac/09ffee01/ac.who": "Carly",
    "co.needs": Absent(AbsentReason.NOT_TALKED_ABOUT),
    "d1.participation.scale": 4,
}


def test_a_path_names_group_row_and_question() -> None:
    assert row_path("ac", RowId("4f1c22ab"), "ac.who") == "ac/4f1c22ab/ac.who"
    assert link_id_of("ac/4f1c22ab/ac.who") == "ac.who"
    assert link_id_of("d1.speech.needs") == "d1.speech.needs"


def test_rows_come_in_the_order_shown() -> None:
    assert rows_of(PLAN, "ac") == ("4f1c22ab", "09ffee01")
    assert list(row_answers(PLAN, "ac")) == [
        {"ac.who": "School nurse", "ac.when": "2027-01-22"},
        {"ac.who": "Carly"},
    ]


def test_a_group_without_rows_has_none() -> None:
    assert rows_of(PLAN, "co.goal") == ()
    assert rows_of({"ac": Absent(AbsentReason.DECLINED)}, "ac") == ()


def test_text_is_asked_for_and_nothing_else_is_taken_for_it() -> None:
    assert text_of(PLAN, "ac/09ffee01/ac.who") == "Carly"
    assert [text_of(PLAN, path) for path in ("co.needs", "ac", "d1.participation.scale", "missing")] == [""] * 4


@pytest.mark.parametrize("nothing", [None, "", "  \n\t", "\N{NO-BREAK SPACE}", ()])
def test_nothing_given_is_blank(nothing: Answer | None) -> None:
    assert is_blank(nothing)


@pytest.mark.parametrize("something", [0, False, "no", ("a",), Absent(AbsentReason.NOTHING_TO_ADD)])
def test_a_zero_a_no_and_a_reason_are_answers(something: Answer) -> None:
    assert not is_blank(something)


WORDS = st.text().map(lambda words: str(to_json(words)))
ANSWERS = st.one_of(
    WORDS,
    st.integers(),
    st.booleans(),
    st.lists(WORDS).map(tuple),
    st.sampled_from(AbsentReason).map(Absent),
)


@given(ANSWERS)
def test_every_answer_comes_back_from_json_as_it_went(answer: Answer) -> None:
    back = from_json(to_json(answer))
    assert back == answer
    assert type(back) is type(answer)


def test_equal_words_have_one_form() -> None:
    assert to_json("Zoe\u0308") == to_json("Zo\u00eb")
    assert to_json(("Zoe\u0308",)) == ["Zo\u00eb"]


@pytest.mark.parametrize(
    "value", [None, 1.5, [1], {"absent": "bored"}, {"absent": "declined", "more": 1}, {"absent": 1}, {}, {"text": "a"}]
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not"):
        from_json(value)
