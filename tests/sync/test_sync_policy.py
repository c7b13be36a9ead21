"""When the courier tries again: soon while something waits, calmly otherwise, and it never gives up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.sync.policy import (
    CALM_SECONDS,
    PATIENT_SECONDS,
    QUICK_ROUNDS,
    SOON_SECONDS,
    UNREACHED_SECONDS,
    come_again_seconds,
    next_try,
    pause_seconds,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@given(failures=st.integers(1, QUICK_ROUNDS), seed=st.integers())
def test_while_something_waits_the_next_knock_is_never_far_away(failures: int, seed: int) -> None:
    pause = pause_seconds(reached=False, waiting=1, failures=failures, random=Random(seed))
    assert SOON_SECONDS <= pause <= UNREACHED_SECONDS


@given(failures=st.integers(QUICK_ROUNDS + 1, 10_000), seed=st.integers())
def test_a_laptop_that_is_left_without_a_connection_knocks_up_to_a_quarter_of_an_hour_apart(
    failures: int, seed: int
) -> None:
    pauses = [pause_seconds(reached=False, waiting=1, failures=failures, random=Random(seed)) for _ in range(2)]
    assert SOON_SECONDS <= pauses[0] <= PATIENT_SECONDS
    assert pauses[0] == pauses[1]


def test_the_bound_of_a_pause_doubles_and_all_of_it_is_used() -> None:
    longest = [
        max(pause_seconds(reached=False, waiting=1, failures=n, random=Random(seed)) for seed in range(300))
        for n in (QUICK_ROUNDS, QUICK_ROUNDS + 1, QUICK_ROUNDS + 4, QUICK_ROUNDS + 50)
    ]
    assert all(0.95 * bound < one <= bound for one, bound in zip(longest, (6, 12, 96, 900), strict=True))


def test_with_nothing_to_send_a_missing_connection_costs_no_battery() -> None:
    assert pause_seconds(reached=False, waiting=0, failures=1, random=Random(1)) == CALM_SECONDS


def test_after_a_good_round_it_rests() -> None:
    assert pause_seconds(reached=True, waiting=3, failures=0, random=Random(1)) == CALM_SECONDS


@given(attempts=st.integers(0, 10_000), seed=st.integers())
def test_an_envelope_that_was_not_taken_is_tried_again_within_a_quarter_of_an_hour(attempts: int, seed: int) -> None:
    wait = next_try(NOON, attempts, Random(seed)) - NOON
    assert timedelta(seconds=SOON_SECONDS) <= wait <= timedelta(seconds=PATIENT_SECONDS)


@given(asked=st.floats(0.1, 3600), seed=st.integers())
def test_an_endpoint_that_asks_for_time_gets_it_and_laptops_do_not_come_back_all_at_once(
    asked: float, seed: int
) -> None:
    wait = come_again_seconds(asked, Random(seed))
    assert asked <= wait <= 1.1 * asked + SOON_SECONDS
    assert len({come_again_seconds(asked, Random(number)) for number in range(9)}) > 1
