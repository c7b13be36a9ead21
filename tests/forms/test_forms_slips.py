"""A number, postcode or date that may hold a slip is said so kindly and kept all the same: never a dead end."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers import Absent, AbsentReason, Answer
from app.forms.definition import FormLibrary, Item, ItemKind
from app.forms.fhir import CHECKED
from app.forms.slips import KEPT, slip_in
from app.forms.validation import faults
from app.paths import resources

CAF = FormLibrary(resources() / "forms").by_name("caf-assessment")
TODAY = date(2026, 12, 17)


def slip(link_id: str, given: Answer) -> str:
    """Return what is said about an answer to a question of the assessment; it may always be kept."""
    assert not [fault for fault in faults(CAF, {link_id: given}) if fault.path == link_id]
    return slip_in(CAF.item(link_id), given, TODAY)


FINE: dict[str, tuple[str, ...]] = {
    "id.nhs": ("999 410 1854", "9434765919", "943-476-5919", " 943 476 5919 ", "9990000018", ""),
    "id.upn": ("B801200005001", "b801200005001", "B 801200 005001", "B941000000001", "M80120000500A"),
    "id.postcode": (
        *("AM2 7LD", "m1 1ae", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "E1W 1AA", "SW1A1AA"),
        *("GIR 0AA", "BF1 3AA", "BFPO 61", "bfpo 1234"),
    ),
    "id.dob": ("2020-10-09", "2026-12-17", "2024-02-29", "2020-10", "2020", "1907-01-01", "2026"),
    "id.edd": ("2027-05-03", "2027-05", "2027", "2026-12-01", "2026-11"),
}
SLIPS: dict[str, dict[str, str]] = {
    "id.nhs": {
        "999 410 1855": "may be wrong or swapped",
        "994 910 1854": "may be wrong or swapped",
        "0000000000": "never one digit",
        "1111111111": "never one digit",
        "444 444 4444": "never one digit",
        "94347659": "this has 8",
        "94347659191": "this has 11",
        "９４３４７６５９１９": "digits 0 to 9 alone",
        "943 476 591O": "digits 0 to 9 alone",
        "not known": "digits 0 to 9 alone",
    },
    "id.upn": {
        "A801200005001": "may be wrong",
        "B801200005010": "may be wrong",
        "B80120000500": "a letter and twelve digits",
        "B８０１２０００05001": "a letter and twelve digits",
        "I801200005001": "a letter and twelve digits",
    },
    "id.postcode": {
        "ZZ99 3VZ": "no fixed address",
        "zz993cz": "no fixed address",
        "AM3": "looks like",
        "AM2 7L0": "looks like",
        "D02 X285": "looks like",
        "AM27LDX": "looks like",
    },
    "id.dob": {
        "2026-12-18": "still to come",
        "2027": "still to come",
        "2062-10-09": "still to come",
        "1905-10-09": "120 years",
        "1020-10-09": "120 years",
        "0001-01-01": "120 years",
        "9999-12-31": "still to come",
    },
    "id.edd": {
        "2026-11-01": "has passed",
        "2025": "has passed",
        "2026-10": "has passed",
        "2028-05-03": "ten months",
        "9999": "ten months",
    },
}


@pytest.mark.parametrize(("link_id", "written"), [(link_id, each) for link_id in FINE for each in FINE[link_id]])
def test_nothing_is_said_about_what_is_fine(link_id: str, written: str) -> None:
    assert slip(link_id, written) == ""


@pytest.mark.parametrize(("link_id", "written"), [(link_id, each) for link_id in SLIPS for each in SLIPS[link_id]])
def test_what_may_be_a_slip_is_said_without_repeating_it_and_is_kept(link_id: str, written: str) -> None:
    said = slip(link_id, written)
    assert SLIPS[link_id][written] in said
    assert said.endswith(KEPT)
    assert written not in said


@pytest.mark.parametrize("link_id", FINE)
def test_a_reason_for_none_and_an_empty_box_are_fine(link_id: str) -> None:
    assert slip(link_id, Absent(AbsentReason.DECLINED)) == ""
    assert slip(link_id, " ") == ""


def test_a_question_that_is_not_looked_over_says_nothing() -> None:
    assert slip("id.given", "0000000000") == ""


@given(st.sampled_from(sorted(CHECKED)), st.text(max_size=30) | st.integers() | st.booleans())
def test_no_answer_breaks_the_look(code: str, given: Answer) -> None:
    item = Item("x", ItemKind.STRING, "x", checked_as=code)
    said = slip_in(item, given, TODAY)
    assert said == "" or said.endswith(KEPT)


def test_one_wrong_digit_and_two_swapped_are_always_noticed_in_an_nhs_number() -> None:
    chance = Random(7)
    for _ in range(200):
        digits = list("9434765919")
        place = chance.randrange(9)
        wrong = digits.copy()
        wrong[place] = str((int(digits[place]) + chance.randint(1, 9)) % 10)
        assert slip("id.nhs", "".join(wrong))
        swapped = digits.copy()
        swapped[place], swapped[place + 1] = digits[place + 1], digits[place]
        assert bool(slip("id.nhs", "".join(swapped))) is (swapped != digits)
