"""A campaign of kills: which act dies when is drawn by lot from a seed, and what is left is held against its steps.

The act is first done up to each of its steps, ended in order and looked at. A killed one must hold what stood after the
last step it acknowledged, or after the next (done, and not yet said): nothing older, for that is lost; and nothing
between, for that is half done.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from larkrise import PASSPHRASE

from rigs.acts import ACTS, NEW_PASSPHRASE, WRONG
from rigs.breaking import WAYS, Failure
from rigs.desk import COORDINATOR, NEW_LAPTOP, Desk, desk_of_another_age, other_desks
from rigs.examining import Found, Holding, examined, examined_rows
from rigs.killing import Forge, Outcome
from rigs.powercuts import Record, recorded
from rigs.tally import Tally
from rigs.tracing import Call, can_trace


@dataclass(frozen=True)
class Kill:
    """One kill: when it fell, what was acknowledged before, what was found after, and which step that was."""

    when: dict[str, int]
    outcome: Outcome
    found: Found
    step: int | None

    @property
    def described(self) -> str:
        """What somebody needs to look into it."""
        return f"{self.when}: after {self.outcome.said or 'nothing'} step {self.step}, {list(self.found.faults)}"

    def tally(self) -> Tally:
        """Return what this one adds."""
        said = len([words for words in self.outcome.said if not words.startswith("!")])
        return Tally(
            kills=int(self.outcome.killed),
            acknowledged=said,
            lost=int(self.step is not None and self.step < said),
            half=int(bool(self.found.holding) and (self.step is None or self.step > said + 1)),
            unopenable=int(not self.found.holding),
            otherwise_broken=int(bool(self.found.faults)),
        )


class Campaign:
    """One act on one desk, again and again from the very same bytes."""

    def __init__(self, forge: Forge, desk: Desk, act: str, place: Path) -> None:
        self._forge, self._act, self._place = forge, act, place
        self._desk = self._in_need_of_tidying(desk) if act == "unlocking" else desk
        self._count = 0

    def kills(self, seed: str, count: int) -> Iterator[Kill]:
        """Kill so often, at moments drawn by lot."""
        for when in self._moments(Random(seed), count):
            with_its_vault = self._copy()
            outcome = self._forge.run(self._act, with_its_vault.folder, **when)
            found = self._looked_at(with_its_vault)
            yield Kill(when, outcome, found, self._step(found.holding, len(outcome.said) + 1))

    def power_losses(self, seed: str, number: int) -> Iterator[Kill]:
        """Lose power so often while the act is let live, each time with something else left on the disk."""
        for cut in self._record.power_cuts(Random(seed), number):
            desk = self._copy()
            shutil.rmtree(desk.folder)
            cut.leave_in(desk.folder)
            found = self._looked_at(desk)
            outcome = Outcome(cut.said, (), killed=True, microseconds=0)
            yield Kill({"event": cut.event}, outcome, found, self._step(found.holding, len(cut.said) + 1))

    def failures(self, way: str) -> int:
        """Return how many calls there are that can fail in a way of ``breaking.WAYS``."""
        kind, error, _ = WAYS[way]
        return len(self._forge.run(self._act, self._copy().folder, failure=asdict(Failure(kind, -1, error))).calls)

    def failed(self, way: str, at: int) -> Kill:
        """Let the nth call fail in a way, and look at what is left once the disk is well again."""
        kind, error, for_good = WAYS[way]
        return self._in_trouble({way: at}, failure=asdict(Failure(kind, at, error, for_good)))

    def starved(self, memory: int) -> Kill:
        """Do the act with so many bytes of memory more than it begins with."""
        return self._in_trouble({"memory": memory}, memory=memory)

    def _in_trouble(self, when: dict[str, int], **order: object) -> Kill:
        desk = self._copy()
        outcome = self._forge.run(self._act, desk.folder, **order)
        found = self._looked_at(desk)
        done = len([words for words in outcome.said if not words.startswith("!")])
        if "audit" in found.holding:  # what was noticed of files that were not written is no part of the act
            found.holding["audit"] = [line for line in found.holding["audit"] if line[0] != "noticed"]
        return Kill(when, outcome, found, self._step(found.holding, done + 1))

    @cached_property
    def _record(self) -> Record:
        """Return all that the act did when it was let live and recorded."""
        return recorded(self._forge, self._act, self._desk.copied(self._place / "recorded"), self._place / "record")

    @cached_property
    def steps(self) -> list[Holding]:
        """What the vault holds before the act and after each of its acknowledgements."""
        steps = []
        for said in range(len(self._let_live.said) + 1):
            desk = self._copy()
            self._forge.run(self._act, desk.folder, steps=said)
            found = self._looked_at(desk)
            assert not found.faults, (self._act, said, found.faults)
            steps.append(found.holding)
        return steps

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every call to the disk the act makes when it is let live."""
        return self._forge.run(self._act, self._copy().folder, before_call=-1).calls

    @cached_property
    def _microseconds(self) -> int:
        """Return how long the act takes at its quickest: kills by the clock fall within that time."""
        return min(self._forge.run(self._act, self._copy().folder).microseconds for _ in range(3))

    @cached_property
    def _let_live(self) -> Outcome:
        return self._forge.run(self._act, self._copy().folder)

    def _step(self, holding: Holding, latest: int) -> int | None:
        """Return the number of the step that left exactly this, the latest of those alike that can be meant."""
        alike = [number for number, step in enumerate(self.steps) if step == holding]
        return max((number for number in alike if number <= latest), default=min(alike, default=None))

    def _moments(self, lot: Random, count: int) -> Iterator[dict[str, int]]:
        for number in range(count):
            if can_trace() and (number % 3 or self._act == "sealing"):
                yield {"before_call": lot.choice(self._edges if number % 3 == 1 else self._all_calls)}
            else:
                yield {"after_us": lot.randrange(self._microseconds)}

    @cached_property
    def _all_calls(self) -> list[int]:
        """Return each call before which it may end, by its number from 1, and one past the last."""
        numbers = list(range(1, len(self.calls) + 2))
        if self._act != "sealing":
            return numbers
        about = [number for number, call in enumerate(self.calls, 1) if call.is_sealed]
        return numbers[about[0] - 2 : about[-1] + 1]

    @cached_property
    def _edges(self) -> list[int]:
        """Return those at which something else begins: a sync, a name given, another file."""
        before = dict(enumerate(self.calls, 2))
        return [n for n in self._all_calls if n > len(self.calls) or before.get(n) != self.calls[n - 1]]

    def _copy(self) -> Desk:
        shutil.rmtree(self._place / str(self._count), ignore_errors=True)
        self._count += 1
        return self._desk.copied(self._place / str(self._count))

    def _looked_at(self, desk: Desk) -> Found:
        """Examine with the passphrase that opens, and note which one that is."""
        if self._act == "migrating":
            return examined_rows(desk.folder)
        faults: tuple[str, ...] = ()
        for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
            found = examined(desk.folder, self._forge.temporary, passphrase=passphrase)
            if found.holding:
                return Found(found.faults, {**found.holding, "opens with": passphrase})
            faults += found.faults
        return Found(faults, {})

    def _in_need_of_tidying(self, desk: Desk) -> Desk:
        """Return a desk left in the middle of erasing a child: its words to be scrubbed, its files still there."""
        made = desk.copied(self._place / "finding the place")
        erasing = self._forge.run("erasing", made.folder, before_call=-1).calls if can_trace() else ()
        left = desk.copied(self._place / "left in the middle")
        first = next((number for number, call in enumerate(erasing, 1) if call.kind == "unlink"), 1)
        self._forge.run("erasing", left.folder, **({"before_call": first} if erasing else {"steps": 1}))
        return left


def campaigns(forge: Forge, desk: Desk, place: Path) -> dict[str, Campaign]:
    """Return a campaign for each act, on the desk it is done at."""
    others = other_desks(place / "other desks")
    desks = {"importing": others[COORDINATOR], "moving in": others[NEW_LAPTOP]}
    desks["migrating"] = desk_of_another_age(place / "another age")
    return {act: Campaign(forge, desks.get(act, desk), act, place / act) for act in (*ACTS, *WRONG)}
