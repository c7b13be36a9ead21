"""When the courier tries again: soon while something waits, calmly otherwise, and it never gives up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.sync.policy import CALM_SECONDS, PATIENT_SECONDS, SOON_SECONDS, UNREACHED_SECONDS, next_try, pause_seconds

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@given(failures=st.integers(1, 10_000), seed=st.integers())
def test_while_something_waits_the_next_knock_is_never_far_away(failures: int, seed: int) -> None:
    pause = pause_seconds(reached=False, waiting=1, failures=failures, random=Random(seed))
    assert SOON_SECONDS <= pause <= UNREACHED_SECONDS


def test_with_nothing_to_send_a_missing_connection_costs_no_battery() -> None:
    assert pause_seconds(reached=False, waiting=0, failures=1, random=Random(1)) == CALM_SECONDS


def test_after_a_good_round_it_rests() -> None:
    assert pause_seconds(reached=True, waiting=3, failures=0, random=Random(1)) == CALM_SECONDS


@given(attempts=st.integers(0, 10_000), seed=st.integers())
def test_an_envelope_that_was_not_taken_is_tried_again_within_a_quarter_of_an_hour(attempts: int, seed: int) -> None:
    wait = next_try(NOON, attempts, Random(seed)) - NOON
    assert timedelta(seconds=SOON_SECONDS) <= wait <= timedelta(seconds=PATIENT_SECONDS)
