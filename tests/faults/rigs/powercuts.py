"""Cuts the power while an act is let live: the act is recorded once, and what a disk may hold is rebuilt from that."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from rigs.desk import Desk
from rigs.killing import Forge
from rigs.powerloss import Disk
from rigs.recording import Event


@dataclass(frozen=True)
class Cut:
    """The power is gone: after so many events, and with this said by then."""

    event: int
    said: tuple[str, ...]
    leave_in: Callable[[Path], None] = field(repr=False)
    """Writes to a folder what may be left on the disk."""


@dataclass(frozen=True)
class Record:
    """What was recorded of an act: the folder it was done in, a copy of it from before, and every event."""

    folder: Path
    before: Path
    events: list[Event]

    def power_cuts(self, lot: Random, number: int) -> Iterator[Cut]:
        """Yield so many cuts, in the order of their moments; each is to be looked at before the next."""
        disk, said, done = Disk(self.before, self.folder), b"", 0
        for event in sorted(self._moment(lot) for _ in range(number)):
            for one in self.events[done:event]:
                disk.do(one)
                said += one.content if one.kind == "say" else b""
            done = event
            yield Cut(event, tuple(said.decode().splitlines()), partial(disk.lose_power, lot))

    def _moment(self, lot: Random) -> int:
        """Return how many events have been: any number, or as often one where something was synced or named."""
        if lot.random() < 1 / 2:
            return lot.randint(0, len(self.events))
        edges = [number for number, event in enumerate(self.events) if event.kind not in {"write", "make"}]
        return lot.choice(edges) + lot.randint(0, 1)


def recorded(forge: Forge, act: str, desk: Desk, to: Path) -> Record:
    """Let an act live on a desk, and record it."""
    forge.run(act, desk.folder, record=str(to))
    return Record(desk.folder, to / "before", pickle.loads((to / "events").read_bytes()))  # noqa: S301 -- our own
