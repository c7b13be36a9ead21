"""How hard an own passphrase is to guess, and how dear each guess can be made here; nothing measured is ever kept."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Collection, Iterable
from functools import cache

from app.errors import Trouble
from app.paths import resources
from app.storage.passphrase import same_words
from app.storage.slots import FLOOR, STANDARD, Cost, try_out

FEWEST_BITS = 50
"""What an own passphrase must have by the meter: 2^50 guesses at about a second each. Five words of ours have 64."""

_MOST_LETTERS = 72
"""The meter looks at no more; what comes after only makes a passphrase stronger."""

_FEWEST_LETTERS, _RUN_TOGETHER = 4, 6
"""Shorter words are in too many others, and say little of anybody; from the second length on they count inside one."""
_SECONDS = 1.0
_FEWEST_PASSES = 2
_MOST_PASSES = 64


class PassphraseTooWeak(Trouble):
    """An own passphrase that somebody with the laptop could guess."""

    def __init__(self, why: str) -> None:
        next_step = "Please use the five words offered, or make yours longer with words that do not belong together."
        super().__init__(why, "Nothing was changed.", next_step)


def check_own(passphrase: str, about: Collection[str] = ()) -> None:
    """Raise ``PassphraseTooWeak`` unless an own passphrase is hard enough to guess.

    ``about`` are words somebody who knows the person or her authority would try: her name, her agency, what the
    authority lists. What else is in it must be hard enough to guess by itself.
    """
    if same_words(passphrase).casefold() in _leaked():
        raise PassphraseTooWeak("This is in the lists of passphrases that leaked from elsewhere.")
    if _letters(passphrase) in _common():
        raise PassphraseTooWeak("Many people would think of these words first.")
    if bits(passphrase, about) < FEWEST_BITS:
        raise PassphraseTooWeak("That would be too easy to guess.")
    if bits(_besides(passphrase, about)) < FEWEST_BITS:
        raise PassphraseTooWeak("Without names and words that people here would try first, it is too easy to guess.")


def _besides(passphrase: str, about: Iterable[str]) -> str:
    """Return what is in a passphrase besides these words, long ones run together with others, too."""
    known = {part for one in about for part in one.split() if len(part) >= _FEWEST_LETTERS}
    rest = same_words(passphrase)
    for part in sorted(known, key=len, reverse=True):
        edge = "" if len(part) >= _RUN_TOGETHER else r"\b"
        rest = re.sub(f"{edge}{re.escape(part)}{edge}", " ", rest, flags=re.IGNORECASE)
    return rest


def bits(passphrase: str, about: Iterable[str] = ()) -> float:
    """Return the strength of a passphrase in bits, as zxcvbn (Wheeler 2016) estimates it."""
    from zxcvbn import zxcvbn

    words = same_words(passphrase)[:_MOST_LETTERS]
    known = [part for one in about for part in (one, *one.split())]
    return math.log2(float(zxcvbn(words, user_inputs=known)["guesses"])) if words else 0.0


def calibrated(seconds_for: Callable[[Cost], float] | None = None) -> Cost:
    """Return the cost that makes one guess take about a second on this laptop, never less than ``FLOOR``.

    It fills 256 MiB where the laptop can do that twice in the time, else 128 MiB. ``seconds_for`` measures one cost.
    """
    measure = seconds_for or _seconds_for
    for memory, fewest in ((STANDARD.memory_kib, _FEWEST_PASSES), (FLOOR.memory_kib, FLOOR.passes)):
        one_pass = measure(Cost("trial", memory, 1, STANDARD.lanes))
        passes = min(round(_SECONDS / max(one_pass, _SECONDS / _MOST_PASSES)), _MOST_PASSES)
        if passes >= fewest:
            return Cost("calibrated", memory, passes, STANDARD.lanes)
    return FLOOR


def is_weaker(stored: Cost, wanted: Cost) -> bool:
    """Say whether a slot's cost is so far below what this laptop manages that it is worth wrapping anew.

    Measurements differ by a third from one day to another; wrapping anew each time would gain nothing.
    """
    return stored.work < min(wanted.work * 2 // 3, FLOOR.work * _MOST_PASSES)


def _seconds_for(cost: Cost) -> float:
    """Return what one guess takes, or for ever where there is not memory enough."""
    started = time.monotonic()
    try:
        try_out(cost)
    except Trouble:
        return math.inf
    return time.monotonic() - started


@cache
def _common() -> frozenset[str]:
    text = (resources() / "words" / "common-passphrases.txt").read_text(encoding="utf-8")
    return frozenset(map(_letters, text.splitlines()))


@cache
def _leaked() -> frozenset[str]:
    """Return the 30,000 passphrases used most of those that leaked, as zxcvbn carries them, in small letters."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])


def _letters(passphrase: str) -> str:
    """Return what is left of a passphrase when capitals, spaces and signs do not count."""
    return "".join(letter for letter in same_words(passphrase).casefold() if letter.isalnum())
