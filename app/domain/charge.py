"""What the battery means for a visit: when to offer signing, when to put the record away; people decide the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LOW_PERCENT, LAST_PERCENT = 20, 7


@dataclass(frozen=True)
class Charge:
    """How full a battery is, in per cent, and whether it is being filled."""

    percent: int
    is_plugged_in: bool = False


class Power(StrEnum):
    """How it stands: enough, low (offer to sign what there is), or the last of it (put the record away)."""

    ENOUGH = "enough"
    LOW = "low"
    LAST = "last"


def power_of(charge: Charge | None) -> Power:
    """Return how it stands; a laptop without a battery, or that is plugged in, has enough."""
    if charge is None or charge.is_plugged_in or charge.percent > LOW_PERCENT:
        return Power.ENOUGH
    return Power.LAST if charge.percent <= LAST_PERCENT else Power.LOW
