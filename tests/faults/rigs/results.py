"""The figures of long runs, kept in the repository: each run with its seed and the state of the program it tried."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from rigs.killing import FAULTS, ROOT

FOLDER = FAULTS / "results"
RESULTS = FOLDER / "kills.json"
PROGRAM = ("app", "protocol", "resources")
_SAID_OF_A_RUN = {"act", "commit", "program", "seed"}


def state_of_the_program() -> dict[str, str]:
    """Return the commit that made the program what it is, and the hash of its files: figures at one hash add up.

    Raises ``RuntimeError`` while there are changes to commit.
    """
    if _git("status", "--porcelain", "--", *PROGRAM):
        raise RuntimeError("figures are for a state of the program that others can have: commit it first")
    trees = _git("rev-parse", *(f"HEAD:{folder}" for folder in PROGRAM))
    commit = _git("log", "-1", "--format=%h", "--", *PROGRAM)
    return {"commit": commit, "program": sha256(trees.encode()).hexdigest()[:16]}


class Results:
    """One file of figures. Runs of the same program add up; a run that was broken off has lost only its last batch."""

    def __init__(self, path: Path) -> None:
        self._path, self._state = path, state_of_the_program()
        self._runs: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []

    def runs(self, act: str) -> int:
        """Return how many batches there are of an act of this program."""
        return len(self._of(act))

    def of(self, act: str) -> Counter[str]:
        """Return what all the batches of an act of this program come to, by the name of each figure."""
        total: Counter[str] = Counter()
        for run in self._of(act):
            total.update({name: count for name, count in run.items() if name not in _SAID_OF_A_RUN})
        return total

    def add(self, act: str, seed: str, figures: Mapping[str, int]) -> None:
        """Write one batch down at once."""
        self._runs.append({"act": act, **self._state, "seed": seed, **figures})
        self._path.parent.mkdir(exist_ok=True)
        self._path.write_text(json.dumps(self._runs, indent=1) + "\n", encoding="utf-8")

    def _of(self, act: str) -> list[dict[str, Any]]:
        wanted = (act, self._state["program"])
        return [run for run in self._runs if (run["act"], run["program"]) == wanted]


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()  # noqa: S603, S607 -- git, with words of our own
