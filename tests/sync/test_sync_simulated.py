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
from model import Rule
from signing import SigningRun
from simulation import FAULTS, OTHERS, Furnished, Run, furnish
from switched_off import OFF
from wider import WiderRun

from app.storage import withdrawals
from app.sync import engine, reconciling
from protocol.keeping import RECONCILED

QUICK, LONG, STEPS, AT_ONCE = 60, 2_000, 10, 50
LOST_WITHOUT, RESURRECTED_WITHOUT = (1, 3, 9, 16), (24, *range(30, 60))
"""Runs in which a rule that is switched off has to be missed; the first of them is the first that shows it."""
ELSEWHERE = {Rule.RECONCILE, Rule.MEMORY}
"""Rules that are switched off in the tests above."""
WIDER_STEPS = 14
SIGNING, SIGNING_LONG = 3, 300
SIGNATURES_LOST = (2, 29)
"""Runs in which a later signature is lost where its receipt is not compared."""
SHOWN_BY = {
    Rule.ID_IS_KEY: ("doubled", 12),
    Rule.DEDUPE: ("doubled", 6),
    Rule.EPOCH: ("resurrected", 6),
    Rule.COMMIT_ORDER: ("resurrected", 2),
    Rule.LOG_OUTSIDE: ("resurrected", 16),
    Rule.HORIZON: ("stuck", 21),
    Rule.WITHDRAWAL_FIRST: ("overtaken", 0),
    Rule.CONSENT_AGAIN: ("unagreed", 0),
    Rule.CURSOR_WITH_ROWS: ("lost", 47),
}
"""What the wider town shows without a rule, and in which run: those before it need not show it."""
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


def runs(
    town: Furnished, seeds: Iterable[int], kind: type[Run] = Run, steps: int = STEPS
) -> Iterator[tuple[Run, set[str]]]:
    for seed in seeds:
        place = town.folder.with_name(str(seed))
        run = kind.of(town, place, seed)
        try:
            run.go(steps)
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


def test_nor_is_a_later_signature_and_none_overtakes_what_it_is_under(
    town: Furnished, request: pytest.FixtureRequest
) -> None:
    count = SIGNING_LONG if request.config.getoption("--long") else SIGNING
    seen: Counter[str] = Counter()
    wrong: dict[int, set[str]] = {}
    for seed, (run, verdict) in enumerate(runs(town, range(count), SigningRun, WIDER_STEPS)):
        seen += run.seen
        wrong |= {seed: verdict} if verdict else {}
    assert wrong == {}
    assert seen["signed later"] >= count


def test_without_comparing_their_receipts_later_signatures_are_lost(
    town: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reconciling, "_KINDS", tuple(kind.value for kind in RECONCILED))
    assert any("lost" in verdict for _, verdict in runs(town, SIGNATURES_LOST, SigningRun, WIDER_STEPS))


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


def test_every_rule_of_the_model_is_switched_off_in_the_real_code_too() -> None:
    assert set(OFF) == set(SHOWN_BY) == set(Rule) - ELSEWHERE


@pytest.mark.parametrize("rule", list(SHOWN_BY))
def test_without_a_rule_the_wider_town_shows_what_it_was_for(
    town: Furnished, monkeypatch: pytest.MonkeyPatch, rule: Rule
) -> None:
    what, seed = SHOWN_BY[rule]
    OFF[rule](monkeypatch)
    ((_, verdict),) = runs(town, [seed], WiderRun, WIDER_STEPS)
    assert what in verdict


def test_with_every_rule_the_wider_town_shows_nothing(town: Furnished, request: pytest.FixtureRequest) -> None:
    seeds = range(LONG // 10) if request.config.getoption("--long") else (SHOWN_BY[Rule.EPOCH][1], QUICK)
    assert {what for _, verdict in runs(town, seeds, WiderRun, WIDER_STEPS) for what in verdict} == set()
