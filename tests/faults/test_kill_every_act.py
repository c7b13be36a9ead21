"""Killed at any moment of any act, by the clock and at every kind of call to the disk: nothing that was acknowledged is
lost, nothing is half done, and the vault opens. With ``--long``, the full figures.
"""

from __future__ import annotations

import sys
from dataclasses import asdict

import pytest
from rigs.acts import ACTS
from rigs.campaign import Campaign
from rigs.results import RESULTS, Results
from rigs.tally import Tally

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")

KILLS, AT_A_TIME = 6, 50
UNTIL_FOUND = 300
"""So often at most is what is known to be wrong killed until the rig finds it: by lot, one in three finds it."""


@pytest.mark.parametrize("act", ACTS)
def test_killed_at_any_moment_an_act_is_whole_or_not_there(
    act: str, prepared: dict[str, Campaign], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--long"):
        in_full(act, prepared[act], request.config.getoption("--kills"))
        return
    kills = list(prepared[act].kills(f"{act} quick", KILLS))
    harmed = [kill.described for kill in kills if kill.tally().harm]
    assert harmed == []
    assert any(kill.outcome.killed for kill in kills)


def in_full(act: str, campaign: Campaign, wanted: int) -> None:
    """Go on from where the committed figures stand, and write them down as they grow."""
    results = Results(RESULTS)
    while results.of(act)["kills"] < wanted:
        seed = f"{act} {results.runs(act)}"
        kills = list(campaign.kills(seed, AT_A_TIME))
        results.add(act, seed, asdict(sum((kill.tally() for kill in kills), Tally())))
        assert [kill.described for kill in kills if kill.tally().harm] == []
    assert not any(results.of(act)[wrong] for wrong in ("lost", "half", "unopenable", "otherwise_broken"))


def test_an_act_is_killed_at_calls_of_every_kind(prepared: dict[str, Campaign]) -> None:
    """A rig that never reached the moments that matter would find nothing: these are the calls it can end at."""
    signing = prepared["signing"].calls
    assert {call.kind for call in signing if call.is_sealed} == {"write", "fsync"}
    assert {call.kind for call in signing if not call.is_sealed} == {"open", "rename", "write", "fsync", "cut"}
    assert [call.kind for call in prepared["erasing"].calls].count("unlink") >= len(("kept", "released"))


def test_what_is_looked_at_is_all_that_signing_writes(prepared: dict[str, Campaign]) -> None:
    before, signed, _ = prepared["signing"].steps
    changed = {
        name
        for name in signed["families"]["Mason"]
        if signed["families"]["Mason"][name] != before["families"]["Mason"][name]
    }
    assert changed == {"drafts", "records", "due"}
    assert len(signed["audit"]) > len(before["audit"])
    assert len(signed["queue"]) == len(before["queue"]) + len(("kept", "released"))


def test_the_rig_finds_what_is_acknowledged_too_early(prepared: dict[str, Campaign]) -> None:
    assert any(kill.tally().lost for kill in prepared["boasting"].kills("boasting", UNTIL_FOUND))


def test_the_rig_finds_what_is_half_done(prepared: dict[str, Campaign]) -> None:
    assert any(kill.tally().half for kill in prepared["halving"].kills("halving", UNTIL_FOUND))
