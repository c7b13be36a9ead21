"""What a battery means, and what must stand before everything else about how a family is reached."""

import pytest

from app.domain.answers import Answers
from app.domain.charge import Charge, Power, power_of
from app.domain.contact import interpreter, safe_contact


@pytest.mark.parametrize(
    ("charge", "power"),
    [
        (None, Power.ENOUGH),
        (Charge(21), Power.ENOUGH),
        (Charge(20), Power.LOW),
        (Charge(8), Power.LOW),
        (Charge(7), Power.LAST),
        (Charge(0), Power.LAST),
        (Charge(3, is_plugged_in=True), Power.ENOUGH),
    ],
)
def test_at_twenty_it_is_low_and_at_seven_it_is_the_last(charge: Charge | None, power: Power) -> None:
    assert power_of(charge) is power


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, ""),
        ({"id.safe_to_ring": "yes", "id.safe_message": "not sure"}, ""),
        ({"id.safe_to_ring": "no"}, "Do not ring"),
        ({"id.safe_to_ring": "no", "id.safe_message": "no"}, "Do not ring. No messages"),
    ],
)
def test_how_not_to_reach_them_is_said_where_it_was_written(answers: Answers, words: str) -> None:
    assert safe_contact(answers) == words


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, ""),
        ({"id.interp": "no", "id.interp_done": "Imran Sethi"}, ""),
        ({"id.interp": "yes"}, "An interpreter or signer is needed, and none is booked yet."),
        (
            {"id.interp": "yes", "id.interp_arranged": "yes", "id.interp_done": "Imran Sethi"},
            "Interpreter or signer booked: Imran Sethi.",
        ),
        (
            {"id.interp": "yes", "id.interp_arranged": "yes"},
            "Interpreter or signer booked: no name written down.",
        ),
    ],
)
def test_an_interpreter_is_told_of_where_one_is_needed(answers: Answers, words: str) -> None:
    assert interpreter(answers) == words
