"""When to try, and how long to wait; nothing is ever given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from app.clock import Clock
from app.sync.troubles import ComeAgain

SOON_SECONDS = 1.0
PATIENT_SECONDS = 15 * 60.0
UNREACHED_SECONDS = 6.0
"""Knocking at a closed door costs little, and a signal in a stairwell may last a minute: while something waits to be
sent, never longer than this."""
QUICK_ROUNDS = 100
"""So many rounds in a row are tried quickly, about six minutes; a laptop that was left on is then spared."""
CALM_SECONDS = 20.0
COME_AGAIN_SECONDS = 60 * 60
"""So long at most is the endpoint left in peace when it asks for it; it can ask again."""


def pause_seconds(*, reached: bool, waiting: int, failures: int, random: Random) -> float:
    """Return how long to wait before the next round.

    ``waiting`` counts what is to be sent, ``failures`` the rounds since the endpoint last answered, or since somebody
    queued something or a connection appeared. Full jitter, up to 15 minutes in the end.
    """
    if reached or not waiting:
        return CALM_SECONDS
    if failures <= QUICK_ROUNDS:
        longest = min(UNREACHED_SECONDS, SOON_SECONDS * 2 ** min(failures, 10))
    else:
        longest = min(PATIENT_SECONDS, UNREACHED_SECONDS * 2 ** min(failures - QUICK_ROUNDS, 10))
    return random.uniform(SOON_SECONDS, max(longest, SOON_SECONDS))


def come_again_seconds(asked: float, random: Random) -> float:
    """Return how long to wait where the endpoint asked for it: never less, and not all laptops at one moment."""
    return asked + random.uniform(0, SOON_SECONDS + asked / 10)


class Patience:
    """How long the endpoint is still to be left in peace, whatever becomes of the laptop's clock meanwhile."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: float | None = None
        self.words = ""

    @property
    def seconds(self) -> float:
        """How much longer; 0 when it may be asked."""
        return max(0.0, self._until - self._clock.elapsed()) if self._until is not None else 0.0

    def hear(self, asked: ComeAgain) -> None:
        """Take note that it asked to be left in peace."""
        self._until = self._clock.elapsed() + asked.seconds
        self.words = asked.at(self._clock.now() + timedelta(seconds=asked.seconds))


def next_try(at: datetime, attempts: int, random: Random) -> datetime:
    """Return when an envelope the endpoint would not take is tried again: full jitter, from a second to 15 minutes."""
    longest = min(PATIENT_SECONDS, SOON_SECONDS * 2 ** min(attempts, 20))
    return at + timedelta(seconds=random.uniform(SOON_SECONDS, max(longest, SOON_SECONDS)))
