"""Each benchmark still runs, and its page says what its results say; no figure is judged here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import MEASUREMENTS
from benchmarks.measure import CPU, WALL, Comparison, Sample, compare, spread
from benchmarks.table import PAGE, is_held, keep, kept, page

ROOT = Path(__file__).parent.parent.parent
WORDS = Comparison("sum", "A sum", "a long sum", "a short one", budget=2.0)


AT_ONCE = {"save", "open"}
"""What is seen to run in every run of the tests; the rest takes minutes, and is seen to with ``--long``."""


@pytest.mark.parametrize("name", [name for name in MEASUREMENTS if name not in {"frozen", "grow"}])
def test_a_benchmark_runs_and_writes_a_ratio_for_each_result(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if name not in AT_ONCE and not request.config.getoption("--long"):
        pytest.skip("runs with --long")
    command = [sys.executable, "-m", "benchmarks", "--quick", "--only", name, "--out", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr
    results = [one.result for one in kept(tmp_path)]
    assert results
    for result in results:
        assert result.judged in result.aspects
        assert all(aspect.floor.least > 0 and aspect.ratio.median > 0 for aspect in result.aspects.values())
        assert result.ours
        assert result.floor


def test_the_page_is_made_of_the_results_beside_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept())


def test_ours_and_the_floor_take_turns_and_the_first_of_each_is_not_counted() -> None:
    done: list[str] = []

    def side(name: str) -> Sample:
        done.append(name)
        return {WALL: float(len(done)), CPU: 1.0}

    result = compare(WORDS, lambda: side("a"), lambda: side("b"), turns=2)
    assert done == ["a", "b"] * 3
    assert result.aspects[WALL].ours == spread([3, 5])
    assert result.aspects[WALL].ratio == spread([3 / 4, 5 / 6])


def test_a_result_beyond_its_budget_is_said_to_be_not_held(tmp_path: Path) -> None:
    slow = WORDS.result([{WALL: 3.0}], [{WALL: 1.0}], [1.0])
    keep(slow, 0, tmp_path)
    assert not is_held(slow)
    assert re.search(r"\*\*A sum\*\* .* \| 2 \*\*not held\*\* \|", page(kept(tmp_path)))


def test_a_wait_that_is_too_long_is_not_held_however_slow_the_floor(tmp_path: Path) -> None:
    wanted = Comparison("wait", "A wait", "ours", "theirs", within=100)
    for figure, words in ((99.0, "100 ms held"), (101.0, r"100 ms \*\*not held\*\*")):
        keep(wanted.result([{WALL: figure}], [{WALL: 500.0}], [1.0]), 0, tmp_path)
        assert re.search(rf"\*\*A wait\*\* .* \| {words} \|", page(kept(tmp_path)))
