"""What the courier knows, as a value to be said in words; "received" is never in it without a checked receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reach(StrEnum):
    """Whether the endpoint answered the last time it was asked."""

    NOT_ASKED = "not asked"
    REACHED = "reached"
    NO_CONNECTION = "no connection"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class SyncStatus:
    """Where sending stands. ``trouble`` is a plain sentence with what to do, or empty; times are UTC."""

    reach: Reach = Reach.NOT_ASKED
    waiting: int = 0
    set_aside: int = 0
    trouble: str = ""
    last_contact: datetime | None = None

    def words(self) -> str:
        """Return it in a few plain words, for the one place on every page that says so."""
        if self.set_aside:
            return f"{self.set_aside} could not be sent"
        if self.waiting:
            return f"{self.waiting} waiting to be sent"
        return "Nothing waiting" if self.reach is Reach.REACHED else "Works without a connection"
