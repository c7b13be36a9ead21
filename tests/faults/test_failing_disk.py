"""A call to the disk fails, or there is no room, or no memory, at any moment of any act: said in words, nothing lost.

Nothing falls over, nothing is half done, and once the disk is well again the vault opens. With ``--long``, at every
nth call of each kind.
"""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from rigs.acts import ACTS
from rigs.breaking import WAYS, can_break
from rigs.campaign import Campaign, Kill
from rigs.results import FOLDER, Results

pytestmark = pytest.mark.skipif(not can_break(), reason="Linux on a 64-bit Intel processor")

TRIED = [act for act in ACTS if act != "sealing"]
WAYS_QUICK, EACH_WAY_QUICK = 1, 1
STEPS_OF_MEMORY = [number * 96 * 1024 for number in range(60)]
NO_ALARM = "a false alarm"
"""After a disk that failed the witness may well say that files are not what they were: that is none."""


def figures(kill: Kill) -> Counter[str]:
    """Return what one failure adds: what must stay nought, how often a trouble was said, and how often an alarm."""
    tally, faults = kill.tally(), kill.found.faults
    return Counter(
        tried=1,
        said=sum(words.startswith("!") for words in kill.outcome.said),
        crashed=int(kill.outcome.crashed),
        lost=tally.lost,
        half=tally.half,
        unopenable=tally.unopenable,
        otherwise_broken=int(any(not fault.startswith(NO_ALARM) for fault in faults)),
        alarmed=int(any(fault.startswith(NO_ALARM) for fault in faults)),
    )


def harm(kill: Kill) -> str:
    """Return in words what must not be; nothing where all is well."""
    found = figures(kill)
    wrong = [name for name in ("crashed", "lost", "half", "unopenable", "otherwise_broken") if found[name]]
    return f"{kill.when} {wrong} {kill.outcome.said} step {kill.step} {kill.found.faults}" if wrong else ""


@pytest.mark.parametrize("act", TRIED)
def test_when_the_disk_fails_nothing_is_lost_and_the_trouble_is_said(
    act: str, prepared: dict[str, Campaign], request: pytest.FixtureRequest
) -> None:
    is_long, lot, campaign = request.config.getoption("--long"), Random(act), prepared[act]
    results = Results(FOLDER / "failing-disk.json") if is_long else None
    harms = []
    for way in WAYS if is_long else lot.sample(sorted(WAYS), WAYS_QUICK):
        if results is not None and results.of(f"{act}: {way}")["tried"]:
            continue
        every = range(1, campaign.failures(way) + 1)
        chosen = every if is_long else lot.sample(every, min(EACH_WAY_QUICK, len(every)))
        kills = [campaign.failed(way, at) for at in chosen]
        harms += [harm(kill) for kill in kills if harm(kill)]
        if results is not None and kills:
            results.add(f"{act}: {way}", "every call", sum((figures(kill) for kill in kills), Counter({"lost": 0})))
    assert harms == []


@pytest.mark.parametrize("act", ["saving", "signing", "changing the passphrase", "changing the key", "unlocking"])
def test_without_memory_nothing_is_lost_and_it_is_said_to_be_the_memory(
    act: str, prepared: dict[str, Campaign], request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--long")
    steps = STEPS_OF_MEMORY if is_long else Random(act).sample(STEPS_OF_MEMORY, 4)
    kills = [prepared[act].starved(memory) for memory in steps]
    if is_long:
        total = sum((figures(kill) for kill in kills), Counter({"lost": 0}))
        Results(FOLDER / "failing-disk.json").add(f"{act}: no memory", "every step", total)
    assert [harm(kill) for kill in kills if harm(kill)] == []
    assert {words for kill in kills for words in kill.outcome.said if words.startswith("!")} <= {"!NotEnoughMemory"}
