"""Two ways of doing one thing, measured in turns; a ratio is only ever taken between neighbours of one run.

The machine is never quiet, so what is compared is done in turns (ours, floor, ours, floor), every figure is a median
with its least and most, and a loop of fixed work between the turns shows how much the machine itself wavered.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from statistics import median

WALL, CPU, MEMORY, SIZE = "wall, ms", "CPU, ms", "memory, MB", "size, MB"
"""What can be measured. CPU is user and system time together, and wavers less than the clock on a busy machine."""

_LOOP = 40_000

Sample = dict[str, float]
"""One turn's figures by what was measured."""


@dataclass(frozen=True)
class Spread:
    """The least, the middle and the most of several turns."""

    least: float
    median: float
    most: float


@dataclass(frozen=True)
class Aspect:
    """One figure of both sides, and the ratio between them: the median of the ratios of neighbouring turns."""

    ours: Spread
    floor: Spread
    ratio: Spread


@dataclass(frozen=True)
class Result:
    """One measurement. ``ours`` and ``floor`` say in words what was done, ``budget`` is the ratio to stay within.

    ``judged`` is the aspect the budget is about; a budget of ``None`` means that the ratio is shown and not judged.
    ``within`` is what a person should never wait longer for, in milliseconds of the judged aspect on this machine.
    ``noise`` is how long the loop of fixed work took, in milliseconds.
    """

    name: str
    title: str
    ours: str
    floor: str
    budget: float | None
    judged: str
    turns: int
    aspects: dict[str, Aspect]
    noise: Spread
    within: float | None = None


@dataclass(frozen=True)
class Comparison:
    """What is to be measured, before it is: the words of a ``Result``."""

    name: str
    title: str
    ours: str
    floor: str
    budget: float | None = None
    judged: str = WALL
    within: float | None = None

    def result(self, ours: Sequence[Sample], floor: Sequence[Sample], noise: Sequence[float]) -> Result:
        """Return the result of these turns, which belong together pair by pair."""
        aspects = {aspect: _aspect(aspect, ours, floor) for aspect in ours[0]}
        words = (self.name, self.title, self.ours, self.floor, self.budget, self.judged)
        return Result(*words, turns=len(ours), aspects=aspects, noise=spread(noise), within=self.within)


@dataclass
class Turns:
    """Takes turns between our way and the floor. The first turn of each is thrown away: it warms caches."""

    turns: int
    ours: list[Sample] = field(default_factory=list)
    floor: list[Sample] = field(default_factory=list)
    noise: list[float] = field(default_factory=list)

    def take(self, ours: Callable[[], Sample], floor: Callable[[], Sample]) -> None:
        """Do both, in turns."""
        for first in (True, *[False] * self.turns):
            self.note(fixed_work(), ours(), floor(), first=first)

    def note(self, noise: float, ours: Sample, floor: Sample, *, first: bool) -> None:
        """Note one turn, unless it was the first."""
        if not first:
            self.noise.append(noise)
            self.ours.append(ours)
            self.floor.append(floor)


def compare(comparison: Comparison, ours: Callable[[], Sample], floor: Callable[[], Sample], turns: int) -> Result:
    """Return what a comparison of two ways shows."""
    taken = Turns(turns)
    taken.take(ours, floor)
    return comparison.result(taken.ours, taken.floor, taken.noise)


def compare_each(
    floors: Sequence[tuple[Comparison, Callable[[], Sample]]], ours: Callable[[], Sample], turns: int
) -> list[Result]:
    """Return what a comparison of one way with several floors shows, all of them in the same turns."""
    taken = [Turns(turns) for _ in floors]
    for first in (True, *[False] * turns):
        noise, own = fixed_work(), ours()
        for one, (_, floor) in zip(taken, floors, strict=True):
            one.note(noise, own, floor(), first=first)
    return [
        comparison.result(one.ours, one.floor, one.noise) for one, (comparison, _) in zip(taken, floors, strict=True)
    ]


@dataclass(frozen=True)
class Beside:
    """One measurement with both floors: its words, and what the floors do with an open database of each kind."""

    name: str
    title: str
    ours: str
    floor: str
    budget: float | None = None

    def against(self, kind: str) -> Comparison:
        """Return the words for one floor."""
        title, floor = f"{self.title}, beside {kind}", f"in {kind}: {self.floor}"
        return Comparison(f"{self.name}-{kind.lower()}", title, self.ours, floor, self.budget)

    def measured(
        self, ours: Callable[[], Sample], floors: Mapping[str, Callable[[], Sample]], turns: int
    ) -> list[Result]:
        """Take turns with all of them."""
        return compare_each([(self.against(kind), floor) for kind, floor in floors.items()], ours, turns)


def timed(act: Callable[[], object], times: int = 1) -> Sample:
    """Return how long ``act`` takes, done ``times`` times and divided by it."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        act()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {WALL: wall * 1000 / times, CPU: cpu * 1000 / times}


def fixed_work() -> float:
    """Return how many milliseconds a loop that is always the same took just now."""
    started, digest = time.perf_counter(), b""
    for _ in range(_LOOP):
        digest = sha256(digest).digest()
    return (time.perf_counter() - started) * 1000


def spread(figures: Sequence[float]) -> Spread:
    """Return the least, the middle and the most of some figures."""
    return Spread(round(min(figures), 3), round(median(figures), 3), round(max(figures), 3))


def _aspect(aspect: str, ours: Sequence[Sample], floor: Sequence[Sample]) -> Aspect:
    our_figures, floor_figures = [sample[aspect] for sample in ours], [sample[aspect] for sample in floor]
    ratios = [one / other for one, other in zip(our_figures, floor_figures, strict=True) if other]
    return Aspect(spread(our_figures), spread(floor_figures), spread(ratios or [0]))
