"""What came of some kills or power cuts."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass
class Tally:
    """What came of some kills; all but the first two must stay nought."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unopenable: int = 0
    otherwise_broken: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies up."""
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))

    @property
    def harm(self) -> int:
        """How often something was wrong."""
        return self.lost + self.half + self.unopenable + self.otherwise_broken
