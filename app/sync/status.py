"""What the courier knows, as a value to be said in words; "received" is never in it without a checked receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.said import one_after_another, said


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
_WAITING = {
    Reach.NOT_ASKED: "{waiting} waiting to be sent",
    Reach.REACHED: "{waiting} waiting to be sent",
    Reach.NO_CONNECTION: "No connection · {waiting} waiting to be sent",
    Reach.TROUBLE: "Connection trouble · {waiting} waiting to be sent",
    Reach.COME_AGAIN: "Asked to wait · {waiting} waiting to be sent",
}
_NOT_SENT = {
    Reach.NOT_ASKED: "{set_aside} could not be sent",
    Reach.REACHED: "{set_aside} could not be sent",
    Reach.NO_CONNECTION: "No connection · {set_aside} could not be sent",
    Reach.TROUBLE: "Connection trouble · {set_aside} could not be sent",
    Reach.COME_AGAIN: "Asked to wait · {set_aside} could not be sent",
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

    ``held`` of those that wait do so because the connection costs money. ``asks_digits``: the endpoint shows what
    others released once six digits were given (``app.sync.proving``).
    """

    reach: Reach = Reach.NOT_ASKED
    waiting: int = 0
    set_aside: int = 0
    trouble: str = ""
    last_contact: datetime | None = None
    held: int = 0
    asks_digits: bool = False

    def words(self) -> str:
        """Return it in a few plain words: the same in the one place on every page, on home, and in "Where it is"."""
        if self.set_aside:
            stuck = said(_NOT_SENT[self.reach], set_aside=self.set_aside)
            waiting = said("{waiting} waiting", waiting=self.waiting) if self.waiting else ""
            return one_after_another((stuck, waiting), " · ")
        if self.waiting and self.held:
            return said("{waiting} waiting, as this connection costs money", waiting=self.waiting)
        return said(_WAITING[self.reach], waiting=self.waiting) if self.waiting else _NOTHING_WAITS[self.reach]

    def in_full(self) -> str:
        """Return it with what went wrong, if anything did, and what to do about it."""
        held = _HELD if self.held and self.waiting else ""
        return one_after_another((self.words(), one_after_another((held, self.trouble), " ")), ". ")

    def in_short(self) -> str:
        """Return it in the fewest words that are still true, for where there is no room."""
        if self.set_aside:
            return said("{set_aside} not sent", set_aside=self.set_aside)
        return said("{waiting} waiting", waiting=self.waiting) if self.waiting else _SHORT[self.reach]
