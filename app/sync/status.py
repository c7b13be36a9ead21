"""What the courier knows, as a value to be said in words; "received" is never in it without a checked receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reach(StrEnum):
    """Whether the endpoint answered the last time it was asked; ``COME_AGAIN`` where it asked to wait for a while."""

    NOT_ASKED = "not asked"
    REACHED = "reached"
    NO_CONNECTION = "no connection"
    TROUBLE = "trouble"
    COME_AGAIN = "come again"


_NOTHING_WAITS = {
    Reach.NOT_ASKED: "Works without a connection",
    Reach.REACHED: "Nothing waiting",
    Reach.NO_CONNECTION: "No connection · nothing waiting",
    Reach.TROUBLE: "Connection trouble · nothing waiting",
    Reach.COME_AGAIN: "Asked to wait · nothing waiting",
}
_BEFORE = {
    Reach.NO_CONNECTION: "No connection · ",
    Reach.TROUBLE: "Connection trouble · ",
    Reach.COME_AGAIN: "Asked to wait · ",
}
_HELD = "It is safe here and goes over the next that costs nothing. “Send now” sends it over this one, once."
_SHORT = {
    Reach.NOT_ASKED: "On this laptop",
    Reach.REACHED: "Nothing waiting",
    Reach.NO_CONNECTION: "No connection",
    Reach.TROUBLE: "Trouble sending",
    Reach.COME_AGAIN: "Asked to wait",
}


@dataclass(frozen=True)
class SyncStatus:
    """Where sending stands. ``trouble`` is a plain sentence with what to do, or empty; times are UTC.

    ``held`` of those that wait do so because the connection costs money.
    """

    reach: Reach = Reach.NOT_ASKED
    waiting: int = 0
    set_aside: int = 0
    trouble: str = ""
    last_contact: datetime | None = None
    held: int = 0

    def words(self) -> str:
        """Return it in a few plain words: the same in the one place on every page, on home, and in "Where it is"."""
        before = _BEFORE.get(self.reach, "")
        if self.set_aside:
            waiting = f" · {self.waiting} waiting" if self.waiting else ""
            return f"{before}{self.set_aside} could not be sent{waiting}"
        if self.waiting and self.held:
            return f"{before}{self.waiting} waiting, as this connection costs money"
        return f"{before}{self.waiting} waiting to be sent" if self.waiting else _NOTHING_WAITS[self.reach]

    def in_full(self) -> str:
        """Return it with what went wrong, if anything did, and what to do about it."""
        held = _HELD if self.held and self.waiting else ""
        return ". ".join(filter(None, (self.words(), " ".join(filter(None, (held, self.trouble))))))

    def in_short(self) -> str:
        """Return it in the fewest words that are still true, for where there is no room."""
        if self.set_aside:
            return f"{self.set_aside} not sent"
        return f"{self.waiting} waiting" if self.waiting else _SHORT[self.reach]
