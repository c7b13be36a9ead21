"""Killed again and again in one vault while saving, signing, folding in, erasing, locking and opening: no save is lost.

Fast, because each life is a fork that checks what the last one left before it goes on. With ``--long``, ten thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from rigs.killing import FAULTS, ROOT
from rigs.results import RESULTS, Results
from rigs.tally import Tally

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")

ACT = "storage loop"
KILLS, KILLS_IN_FULL, AT_A_TIME = 100, 10_000, 250
KILLS_AT_ONCE, UNTIL_FOUND = 15, 20
"""What is known to be wrong is killed so often at once, and so many times again at most, until the loop finds it."""


def killed(folder: Path, seed: str, kills: int, *how: str) -> Tally:
    """Run the loop in a process of its own and return its figures."""
    path = os.pathsep.join(str(place) for place in (ROOT, FAULTS, FAULTS.parent / "operations"))
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "rigs.loop", str(folder), seed, str(kills), *how],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
        cwd=ROOT,
    )
    return Tally(**json.loads(done.stdout))


def test_no_kill_loses_a_save_that_was_acknowledged(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--long"):
        in_full(tmp_path)
        return
    tally = killed(tmp_path / "vault", "quick", KILLS)
    assert (tally.kills, tally.harm) == (KILLS, 0), tally
    assert tally.acknowledged


def in_full(place: Path) -> None:
    """Go on from where the committed figures stand, and write them down as they grow."""
    results = Results(RESULTS)
    while results.of(ACT)["kills"] < KILLS_IN_FULL:
        seed = f"{ACT} {results.runs(ACT)}"
        tally = killed(place / seed, seed, AT_A_TIME)
        results.add(ACT, seed, asdict(tally))
        assert tally.harm == 0, tally


def test_the_loop_finds_what_is_acknowledged_too_early(tmp_path: Path) -> None:
    lives = (killed(tmp_path / f"vault {n}", f"boasting {n}", KILLS_AT_ONCE, "boasting") for n in range(UNTIL_FOUND))
    assert any(tally.lost for tally in lives)
