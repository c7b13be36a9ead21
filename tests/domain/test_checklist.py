"""The checklist leads somewhere only because a person said so, and carries words forward as questions alone."""

from __future__ import annotations

import pytest

from app.domain.checklist import CarriedLine, WayOn, carried_lines, joined, way_on


@pytest.mark.parametrize(
    ("decision", "way"),
    [
        ("do a CAF myself", WayOn.ASSESS),
        ("ask another to", WayOn.NOT_NEEDED),
        ("refer to specialist", WayOn.NOT_NEEDED),
        ("handle within service", WayOn.NOT_NEEDED),
        ("no action", WayOn.NOT_NEEDED),
        ("join existing CAF", WayOn.NOT_NEEDED),
        ("safeguarding", WayOn.SAFETY_FIRST),
    ],
)
def test_a_decision_leads_where_it_says(decision: str, way: WayOn) -> None:
    assert way_on({"pre.decision": decision}) is way


def test_five_answers_decide_nothing_by_themselves() -> None:
    for said in ("yes", "no", "not sure"):
        assert way_on({f"pre.q{number}": said for number in range(1, 6)}) is WayOn.UNDECIDED


def test_a_sign_of_harm_comes_before_every_decision() -> None:
    assert way_on({"pre.harm": "yes", "pre.decision": "no action"}) is WayOn.SAFETY_FIRST
    assert way_on({"pre.harm": "yes"}) is WayOn.SAFETY_FIRST


def test_a_note_goes_to_its_topic_on_the_side_that_was_ticked() -> None:
    answers = {"pre.q1": "no", "pre.q1.note": "Tired.", "pre.q3": "yes", "pre.q3.note": "Reads to Alfie."}
    assert carried_lines(answers) == (
        CarriedLine("pre.q1.note", "d1.health_general.needs", "Tired."),
        CarriedLine("pre.q3.note", "d1.participation.strengths", "Reads to Alfie."),
    )


def test_strengths_extra_help_and_the_reason_have_their_places() -> None:
    lines = carried_lines({"pre.strengths": "Kind.", "pre.extra": "A routine.", "pre.decision_why": "Carly asked."})
    assert {line.target for line in lines} == {"co.strengths", "co.needs", "as.reason"}


def test_what_says_nothing_is_not_carried() -> None:
    assert carried_lines({"pre.q1": "no", "pre.q1.note": "  ", "pre.q2": "no"}) == ()


def test_carried_words_never_take_the_place_of_written_ones() -> None:
    assert joined("", "Tired.") == "Tired."
    assert joined("Carly says he naps.\n", "Tired.") == "Carly says he naps.\nTired."
