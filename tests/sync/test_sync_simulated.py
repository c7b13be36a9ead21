"""Whatever cable, clock, crash or old backup do: nothing is lost, doubled, or back from where it was taken."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from simulation import FAULTS, OTHERS, Furnished, Run, furnish

from app.storage import withdrawals
from app.sync import engine

QUICK, LONG, STEPS, AT_ONCE = 60, 2_000, 10, 50
LOST_WITHOUT, RESURRECTED_WITHOUT = (1, 3, 9, 16), (24, *range(30, 60))
"""Runs in which a rule that is switched off has to be missed; the first of them is the first that shows it."""
RESULTS = Path(__file__).parent / "results" / "simulated.json"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
"""Where waiting for the disk costs nothing; what a power cut does is tried elsewhere."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if not IN_MEMORY.is_dir():
        yield tmp_path_factory.mktemp("towns")
        return
    with TemporaryDirectory(dir=IN_MEMORY, prefix="ecaf-towns-") as made:
        yield Path(made)


@pytest.fixture(scope="module")
def town(folder: Path) -> Furnished:
    return furnish(folder / "town")


def runs(town: Furnished, seeds: Iterable[int]) -> Iterator[tuple[Run, set[str]]]:
    for seed in seeds:
        place = town.folder.with_name(str(seed))
        run = Run.of(town, place, seed)
        try:
            run.go(STEPS)
            yield run, run.verdict()
        finally:
            run.close()
            shutil.rmtree(place)


def test_nothing_is_lost_doubled_or_resurrected(town: Furnished) -> None:
    seen: Counter[str] = Counter()
    wrong = {}
    for seed, (run, verdict) in enumerate(runs(town, range(QUICK))):
        seen += run.seen
        if verdict:
            wrong[seed] = verdict
    assert wrong == {}
    assert len(set(FAULTS) & set(seen)) >= 8
    assert set(OTHERS) <= set(seen)


def test_nor_is_anything_in_the_long_run(town: Furnished, request: pytest.FixtureRequest) -> None:
    """Go on where the figures stop; they are written as they grow, so that it can be ended at any time."""
    if not request.config.getoption("--long"):
        pytest.skip("only with --long")
    said: dict[str, Any] = {"runs": 0, "bad": {}, "faults": {}}
    if RESULTS.exists():
        said = json.loads(RESULTS.read_text(encoding="utf-8"))
    while said["runs"] < LONG:
        seen: Counter[str] = Counter(said["faults"])
        seeds = range(said["runs"], min(said["runs"] + AT_ONCE, LONG))
        for seed, (run, verdict) in zip(seeds, runs(town, seeds), strict=True):
            seen += run.seen
            said["bad"] |= {str(seed): sorted(verdict)} if verdict else {}
        said |= {"runs": seeds.stop, "faults": {fault: seen[fault] for fault in (*FAULTS, *OTHERS)}}
        RESULTS.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    assert said["bad"] == {}


def test_without_comparing_receipts_something_is_lost(town: Furnished, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "reconcile", lambda *_: 0)
    assert any("lost" in verdict for _, verdict in runs(town, LOST_WITHOUT))


def test_without_remembering_what_was_taken_back_something_is_resurrected(
    town: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withdrawals, "add", lambda *_: False)
    monkeypatch.setattr(withdrawals, "by_author", lambda *_: None)
    monkeypatch.setattr(withdrawals, "of_record", lambda *_: None)
    monkeypatch.setattr("app.storage.inbox.take_back", lambda *_: False)
    assert any("resurrected" in verdict for _, verdict in runs(town, RESURRECTED_WITHOUT))
