"""Whatever cable, clock, crash or old backup do: nothing is lost, doubled, or back from where it was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from simulation import FAULTS, OTHERS, Furnished, Run, furnish

from app.storage import withdrawals
from app.sync import engine

QUICK, LONG, STEPS = 8, 2_000, 10
TRIED_WITHOUT = range(12, 40)
"""Runs in which a rule that is switched off has to be missed; the first of them is the first that shows it."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    return furnish(tmp_path_factory.mktemp("town"))


def runs(town: Furnished, folder: Path, seeds: range) -> Iterator[tuple[Run, set[str]]]:
    for seed in seeds:
        run = Run.of(town, folder / str(seed), seed)
        try:
            run.go(STEPS)
            yield run, run.verdict()
        finally:
            run.close()


def test_nothing_is_lost_doubled_or_resurrected(
    town: Furnished, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    count = LONG if request.config.getoption("--long") else QUICK
    seen: Counter[str] = Counter()
    wrong = {}
    for seed, (run, verdict) in enumerate(runs(town, tmp_path, range(count))):
        seen += run.seen
        if verdict:
            wrong[seed] = verdict
    assert wrong == {}
    assert len(set(FAULTS) & set(seen)) >= 8
    assert set(OTHERS) <= set(seen)


def test_without_comparing_receipts_something_is_lost(
    town: Furnished, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "reconcile", lambda *_: 0)
    assert any("lost" in verdict for _, verdict in runs(town, tmp_path, TRIED_WITHOUT))


def test_without_remembering_what_was_taken_back_something_is_resurrected(
    town: Furnished, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(withdrawals, "add", lambda *_: False)
    monkeypatch.setattr(withdrawals, "by_author", lambda *_: None)
    monkeypatch.setattr(withdrawals, "of_record", lambda *_: None)
    monkeypatch.setattr("app.storage.inbox.take_back", lambda *_: False)
    assert any("resurrected" in verdict for _, verdict in runs(town, tmp_path, TRIED_WITHOUT))
