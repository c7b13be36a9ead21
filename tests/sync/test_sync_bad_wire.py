"""Over real sockets that cut, reset, delay, repeat and spoil, both ends killed at random: none is lost or doubled.

Quick, ten runs. With ``--long``, three hundred: on from where the committed figures stand, written down as they grow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rigs.results import Results

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RESULTS = HERE / "results" / "bad-wire.json"
ACT, QUICK, LONG, AT_A_TIME = "bad wire", 10, 300, 10
LIVES, LIVES_IN_FULL = 1, 3
AT_STAKE, AT_MOST = ("killed_laptops", "killed_endpoints", "over_the_wire"), 5
"""What must have happened for a run to say anything; on a busy machine laptops may die before they send a thing."""


def lived(folder: Path, first: int, count: int, lives: int) -> dict[str, int]:
    """Do some runs in a process of their own and return their figures."""
    folder.mkdir()
    places = (ROOT, HERE, *(HERE.parent / name for name in ("operations", "endpoint")))
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "lives", str(folder), *map(str, (first, count, lives))],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))},
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, int] = json.loads(done.stdout)
    return figures


def test_nothing_is_lost_or_doubled_over_a_bad_wire_between_ends_that_are_killed(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--long"):
        in_full(tmp_path)
        return
    for first in range(0, QUICK * AT_MOST, QUICK):
        figures = lived(tmp_path / str(first), first, QUICK, LIVES)
        assert (figures["runs"], figures["lost"], figures["doubled"]) == (QUICK, 0, 0), figures
        assert figures["found"] == QUICK, "the count must find what the endpoint is made to forget"
        if all(figures[of] for of in AT_STAKE):
            return
    pytest.fail(f"nothing was at stake: {figures}")


def in_full(place: Path) -> None:
    """Go on from where the committed figures stand, and write them down as they grow."""
    results = Results(RESULTS)
    while (runs := results.of(ACT)["runs"]) < LONG:
        figures = lived(place / str(runs), runs, AT_A_TIME, LIVES_IN_FULL)
        results.add(ACT, f"{runs}+{AT_A_TIME}", figures)
        assert (figures["lost"], figures["doubled"]) == (0, 0), figures
