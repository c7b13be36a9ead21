"""What each gate of consent still asks, one test per side."""

from __future__ import annotations

import pytest

from app.domain.answers import Answer
from app.domain.gates import FirstGate, first_gate, missing_at_first_gate, missing_at_second_gate

STARTED: dict[str, Answer] = {
    "c1.giver": "Carly Reid",
    "c1.capacity": "parent",
    "c1.do": "yes",
    "c1.record_ecaf": "yes",
    "c1.how": "spoken",
    "c1.witness": "Jo Whitfield",
}
SHARED: dict[str, Answer] = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.desk": "no",
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
    "c2.route": "typed",
    "c2.typed_name": "Carly Reid",
}


@pytest.mark.parametrize(
    ("do", "electronic", "gate"),
    [
        ("yes", "yes", FirstGate.AGREED),
        ("no", "yes", FirstGate.DECLINED),
        ("yes", "no", FirstGate.NOT_ELECTRONIC),
        ("yes", "", FirstGate.NOT_ASKED),
        ("", "yes", FirstGate.NOT_ASKED),
    ],
)
def test_the_first_gate_opens_only_on_two_yeses(do: str, electronic: str, gate: FirstGate) -> None:
    assert first_gate({"c1.do": do, "c1.record_ecaf": electronic}) is gate


def test_a_whole_answer_at_the_first_gate_lacks_nothing() -> None:
    assert missing_at_first_gate(STARTED) == ()


@pytest.mark.parametrize("path", sorted(STARTED))
def test_whatever_is_left_out_at_the_first_gate_is_asked_for(path: str) -> None:
    assert len(missing_at_first_gate({**STARTED, path: ""})) == 1


def test_a_drawn_yes_needs_a_drawing_at_both_gates() -> None:
    assert missing_at_first_gate({**STARTED, "c1.how": "drawn"}) == ("There is no signature in the box yet.",)
    assert missing_at_first_gate({**STARTED, "c1.how": "drawn", "c1.strokes": "[[[1,2,0]]]"}) == ()
    assert missing_at_second_gate({**SHARED, "c2.route": "drawn"}) == ("There is no signature in the box yet.",)
    assert missing_at_second_gate({**SHARED, "c2.route": "drawn", "c2.strokes": "[[[1,2,0]]]"}) == ()


def test_a_whole_answer_at_the_second_gate_lacks_nothing() -> None:
    assert missing_at_second_gate(SHARED) == ()


@pytest.mark.parametrize("path", sorted(SHARED))
def test_whatever_is_left_out_at_the_second_gate_is_asked_for(path: str) -> None:
    assert len(missing_at_second_gate({**SHARED, path: ""})) == 1


def test_every_service_in_the_grid_is_asked_about_by_itself() -> None:
    grid: dict[str, Answer] = {
        "c2.list": ("a", "b"),
        "c2.list/a/c2.list.service": "School nurse",
        "c2.list/a/c2.list.may_see": "no",
        "c2.list/b/c2.list.service": "Attendance service",
    }
    assert missing_at_second_gate(SHARED | grid) == ("Please choose yes or no for each service.",)
    assert missing_at_second_gate(SHARED | grid | {"c2.list/b/c2.list.may_see": "yes"}) == ()


def test_where_nothing_is_shared_the_desk_is_not_asked_about() -> None:
    assert missing_at_second_gate({**SHARED, "c2.share": "no", "c2.desk": ""}) == ()
