"""What a laptop may still do that has not heard from its authority for long: everything but to begin anew."""

from __future__ import annotations

from datetime import date

from app.clock import Clock
from app.domain.lease import LeaseStanding, standing
from app.errors import Trouble
from app.storage import lease
from app.storage.database import Transaction


class LeaseEnded(Trouble):
    """This laptop has not heard from its authority for so long that no new family may be begun on it."""

    def __init__(self) -> None:
        super().__init__(
            "This laptop has not been in touch with your authority for a while.",
            "Everything you wrote is still here: you can read it, go on with it, and send it.",
            "Please connect to the internet once. Then you can begin with a new child again.",
        )


def lease_standing(tx: Transaction, clock: Clock) -> LeaseStanding:
    """Say where this laptop's lease stands; a clock put back makes it no longer."""
    held = lease.held(tx)
    return standing(held.expires_at if held is not None else None, clock.now(), lease.latest_seen(tx))


def check_lease(tx: Transaction, clock: Clock) -> None:
    """Raise ``LeaseEnded`` when nothing new may be begun here."""
    if lease_standing(tx, clock) is LeaseStanding.ENDED:
        raise LeaseEnded


def what_lapses(tx: Transaction, clock: Clock) -> dict[str, date]:
    """Return what lapses soon for whoever works here, the soonest first; what has lapsed is said where it stops."""
    today = clock.now().astimezone().date()
    known = ((what, _day(until)) for what, until in lease.lapses(tx).items())
    soon = {what: until for what, until in known if until is not None and until >= today}
    return dict(sorted(soon.items(), key=lambda one: one[1]))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
