"""From starting the program to its first page, and from the five words to home, beside an empty window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.family import PASSPHRASE, answers_for, new_laptop
from benchmarks.measure import CPU, WALL, Comparison, Result, Sample, Turns

_EMPTY = "an empty PySide6 window of the same size: spawned, shown, painted"
UNLOCK = Comparison(
    "start-to-unlock",
    "From start to the unlock page",
    "the program is spawned and its unlock page painted; it can be typed in",
    _EMPTY,
    budget=1.3,
)
HOME = Comparison(
    "start-to-home",
    "From start to home, without the person and the key",
    "start to the unlock page, and then the passphrase to home painted; in between the person types, and the program "
    "loads what it needs; the key is derived at the least cost",
    _EMPTY,
    budget=2.0,
)
AT_ONCE = Comparison(
    "start-to-home-at-once",
    "From start to home, with the words given at once",
    "the same without the person's pause: the words are there the moment the program can take them",
    _EMPTY,
)
_NAMES = ("Mason", "Ruby", "Noah", "Erin", "Kayden", "Amal")


@dataclass(frozen=True)
class Moment:
    """When something was on the screen (monotonic seconds), and the CPU seconds of the process until then."""

    at: float
    cpu: float

    def since(self, earlier: Moment) -> Sample:
        """Return what it took from an earlier moment."""
        return {WALL: (self.at - earlier.at) * 1000, CPU: (self.cpu - earlier.cpu) * 1000}


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the results; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "start")
    answers = answers_for(laptop.workplace.forms.by_name("caf-assessment"))
    for name in _NAMES:
        laptop.add_family(name, answers)
    laptop.vault.lock()
    turns = Turns(1 if quick else 15)
    turns.take(lambda: _unlock(laptop.home), _empty)
    yield UNLOCK.result(turns.ours, turns.floor, turns.noise)
    homeward: list[dict[str, Moment]] = []
    turns = Turns(1 if quick else 15)
    turns.take(lambda: _home(laptop.home, homeward), _empty)
    yield HOME.result(turns.ours, turns.floor, turns.noise)
    at_once = [moments["home"].since(moments["start"]) for moments in homeward[1:]]
    yield AT_ONCE.result(at_once, turns.floor, turns.noise)


def _empty() -> Sample:
    moments = _spawn("benchmarks.bare_window")
    return moments["window"].since(moments["start"])


def _unlock(home: Path) -> Sample:
    moments = _spawn("benchmarks.our_start", str(home))
    return moments["unlock"].since(moments["start"])


def _home(home: Path, homeward: list[dict[str, Moment]]) -> Sample:
    moments = _spawn("benchmarks.our_start", str(home), PASSPHRASE)
    homeward.append(moments)
    first, then = moments["unlock"].since(moments["start"]), moments["home"].since(moments["asked"])
    return {aspect: first[aspect] + then[aspect] for aspect in first}


def _spawn(module: str, *arguments: str) -> dict[str, Moment]:
    """Return the moments a process of its own reported, and the one at which it was spawned."""
    started = Moment(time.monotonic(), 0)
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(  # noqa: S603 - our own modules
        command, capture_output=True, text=True, check=True, env=_environment()
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {"start": started} | {one["what"]: Moment(one["at"], one["cpu"]) for one in said}


def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as every installed program has it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
