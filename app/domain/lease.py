"""Until when a laptop may go on without a word from its authority; own work is never taken away by it."""

from datetime import datetime
from enum import StrEnum


class LeaseStanding(StrEnum):
    """Where the lease stands: none was ever given (an older endpoint), it is held, or it has ended."""

    NONE = "none"
    HELD = "held"
    ENDED = "ended"


def standing(expires_at: datetime | None, now: datetime, latest_seen: datetime | None) -> LeaseStanding:
    """Say where a lease stands; ``latest_seen`` is the latest time this laptop ever knew, so that a clock put back
    makes no lease longer.
    """
    if expires_at is None:
        return LeaseStanding.NONE
    latest = max(now, latest_seen) if latest_seen is not None else now
    return LeaseStanding.ENDED if latest > expires_at else LeaseStanding.HELD
