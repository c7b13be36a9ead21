"""An own passphrase is let in when it is hard to guess, and a guess is made to cost about a second on this laptop."""

import math
from collections.abc import Callable

import pytest

from app.storage.passphrase import new_passphrase
from app.storage.slots import FLOOR, STANDARD, Cost
from app.storage.strength import PassphraseTooWeak, bits, calibrated, check_own, is_weaker


def test_five_generated_words_are_always_strong_enough() -> None:
    for _ in range(50):
        check_own(new_passphrase())


@pytest.mark.parametrize(
    "own", ["magenta otters iron the slow piano", "Kx9#vTq2!mLp7&wZ", "tŷ glas ger y môr mawr hallt"]
)
def test_an_own_one_that_is_hard_to_guess_is_let_in(own: str) -> None:
    check_own(own)


@pytest.mark.parametrize("own", ["", " ", "Password1!", "qwertyuiop", "leanne2026", "ambleton", "aaaaaaaaaaaaaaaaaaaa"])
def test_an_easy_one_is_refused(own: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        check_own(own)


@pytest.mark.parametrize(
    "own",
    [
        "Correct horse, battery staple!",
        "TO BE OR NOT TO BE",
        "every child matters",
        "once upon a time in a land far, far away",
    ],
)
def test_a_line_many_would_think_of_is_refused_however_long(own: str) -> None:
    with pytest.raises(PassphraseTooWeak, match="think of"):
        check_own(own)


def test_what_somebody_who_knows_her_would_try_counts_for_little() -> None:
    about = ["Rachel Okoro", "Ambleton Health Team"]
    assert bits("Okoro Ambleton Rachel", about) < 50 < bits("Okoro Ambleton Rachel")


def test_none_of_those_that_leaked_most_is_let_in() -> None:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    leaked = FREQUENCY_LISTS["passwords"]
    assert len(leaked) >= 30_000
    for spelled in (str, str.upper, "  {} ".format):
        for one in leaked[:: 1 if spelled is str else 100]:
            with pytest.raises(PassphraseTooWeak, match="leaked"):
                check_own(spelled(one))


def test_what_is_in_it_besides_words_the_authority_lists_must_be_hard_to_guess_alone() -> None:
    own = "safeguarding ambleton coordinator weir mill"
    check_own(own)
    listed = ("Safeguarding", "Ambleton", "Coordinator", "Weir Mill")
    with pytest.raises(PassphraseTooWeak, match="try first"):
        check_own(own, listed)
    with pytest.raises(PassphraseTooWeak, match="try first"):
        check_own("SafeguardingAmbletonCoordinator weir mill 2026", listed)
    check_own(f"{own} velvet piano otter kettle", listed)  # what else is in it counts in full
    check_own("steamed helpful rosehip under pianos", ("Team", "help", "Rose"))


def test_a_refusal_never_repeats_the_passphrase() -> None:
    with pytest.raises(PassphraseTooWeak) as met:
        check_own("leanne2026")
    assert "leanne" not in met.value.sentences().lower()


def test_a_very_long_one_is_measured_and_not_choked_on() -> None:
    check_own(" ".join([new_passphrase()] * 40))


def laptop(seconds_a_pass: float, memory_kib: int = 10**9) -> Callable[[Cost], float]:
    """Return a measure of a laptop that fills 256 MiB in so many seconds and has so much memory."""

    def measure(cost: Cost) -> float:
        return math.inf if cost.memory_kib > memory_kib else seconds_a_pass * cost.memory_kib / STANDARD.memory_kib

    return measure


@pytest.mark.parametrize(("seconds", "passes"), [(0.25, 4), (0.1, 10), (0.5, 2), (0.0, 64)])
def test_a_guess_is_made_to_take_about_a_second(seconds: float, passes: int) -> None:
    assert calibrated(laptop(seconds)) == Cost("calibrated", STANDARD.memory_kib, passes, 4)


def test_a_slow_laptop_fills_less_memory_and_one_slower_still_gets_the_floor() -> None:
    assert calibrated(laptop(0.7)) == Cost("calibrated", FLOOR.memory_kib, 3, 4)
    assert calibrated(laptop(30.0)) == FLOOR


def test_a_laptop_with_little_memory_fills_less() -> None:
    assert calibrated(laptop(0.2, 200 * 1024)).memory_kib == FLOOR.memory_kib


def test_no_laptop_gets_less_than_the_floor() -> None:
    for seconds in (0.0, 0.01, 0.1, 0.3, 0.6, 1.0, 5.0):
        assert calibrated(laptop(seconds)).work >= FLOOR.work


def test_this_laptop_can_be_measured() -> None:
    assert calibrated().work >= FLOOR.work


def test_a_slot_is_wrapped_anew_only_where_it_gains_something() -> None:
    assert is_weaker(FLOOR, STANDARD)
    assert not is_weaker(STANDARD, STANDARD)
    assert not is_weaker(STANDARD, FLOOR)
    assert not is_weaker(Cost("", 256 * 1024, 3, 4), Cost("", 256 * 1024, 4, 4))
