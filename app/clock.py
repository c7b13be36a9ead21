"""The one place that asks the computer for the time, so that a test can hand in another clock."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of day and how much time has passed."""

    def now(self) -> datetime:
        """Return the time of day in UTC: a claim of this laptop, no more."""
        ...

    def elapsed(self) -> float:
        """Return seconds from a fixed point that no change of the wall clock moves."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the time of day in UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Return monotonic seconds."""
        return time.monotonic()
