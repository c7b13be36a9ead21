"""One-time codes against the RFCs' own vectors: how long one counts, that it counts once, how guessing is slowed."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest

from endpoint.secondfactor import (
    FIRST_WAIT,
    LONGEST_WAIT,
    STEP_SECONDS,
    code_of,
    new_secret,
    spelled,
    step_at,
    step_proved,
    wait_after,
)

SECRET = b"12345678901234567890"
"""That of RFC 6238, appendix B, and of RFC 4226, appendix D."""
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}
COUNTED = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
NOW = datetime(2026, 11, 26, 9, 0, 15, tzinfo=UTC)
HERE = step_at(NOW)


@pytest.mark.parametrize(("seconds", "code"), list(VECTORS.items()))
def test_a_code_is_the_one_that_rfc_6238_prints(seconds: int, code: str) -> None:
    assert code_of(SECRET, step_at(datetime.fromtimestamp(seconds, UTC)), digits=8) == code


@pytest.mark.parametrize(("step", "code"), list(enumerate(COUNTED)))
def test_six_digits_are_those_that_rfc_4226_prints(step: int, code: str) -> None:
    assert code_of(SECRET, step) == code


@pytest.mark.parametrize("apart", [-1, 0, 1])
def test_a_phone_may_be_one_step_behind_or_ahead(apart: int) -> None:
    assert step_proved(SECRET, code_of(SECRET, HERE + apart), NOW, used=0) == HERE + apart


@pytest.mark.parametrize("apart", [-2, 2, 2880])
def test_a_phone_that_is_further_off_proves_nothing(apart: int) -> None:
    assert step_proved(SECRET, code_of(SECRET, HERE + apart), NOW, used=0) is None


def test_a_code_counts_once_and_none_before_it_counts_afterwards() -> None:
    used = step_proved(SECRET, code_of(SECRET, HERE), NOW, used=0)
    assert used == HERE
    assert step_proved(SECRET, code_of(SECRET, HERE), NOW, used) is None
    assert step_proved(SECRET, code_of(SECRET, HERE - 1), NOW, used) is None
    later = NOW + timedelta(seconds=STEP_SECONDS)
    assert step_proved(SECRET, code_of(SECRET, HERE + 1), later, used) == HERE + 1


def test_another_secret_and_other_signs_prove_nothing() -> None:
    for code in ("", "12345", "1234567", "abcdef", "١٢٣٤٥٦", code_of(SECRET[::-1], HERE)):
        assert step_proved(SECRET, code, NOW, used=0) is None


def test_a_secret_is_spelled_as_an_authenticator_app_takes_it() -> None:
    assert spelled(SECRET) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    fresh = {new_secret() for _ in range(50)}
    assert len(fresh) == 50
    assert all(base64.b32decode(spelled(one)) == one and "=" not in spelled(one) for one in fresh)


def test_a_few_slips_cost_nothing_and_then_each_guess_costs_twice_the_wait_up_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(wrong) for wrong in range(40)]
    assert waits[:5] == [0, 0, 0, FIRST_WAIT, 2 * FIRST_WAIT]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT == 15 * 60
