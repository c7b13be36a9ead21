"""The power goes at any moment of any act, and what was not synced is there, or not, or torn: nothing that was
acknowledged is lost, nothing is half done, and the vault opens. With ``--long``, ten thousand states.
"""

from __future__ import annotations

import shutil
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import pytest
from larkrise import PASSPHRASE
from rigs.acts import ACTS, DAY
from rigs.campaign import Campaign
from rigs.day import found_in
from rigs.desk import desk_for_a_day
from rigs.examining import examined
from rigs.killing import forge
from rigs.loop import held_against
from rigs.powercuts import Record, recorded
from rigs.powerloss import Disk
from rigs.recording import Event, can_record
from rigs.results import FOLDER, Results
from rigs.tally import Tally

pytestmark = pytest.mark.skipif(not can_record(), reason="Linux on a 64-bit Intel processor")

RECORDED = [act for act in ACTS if act != "sealing"]
STATES, STATES_IN_FULL, AT_A_TIME = 3, 1_300, 100
STATES_OF_A_DAY, STATES_OF_A_DAY_IN_FULL = 40, 8_800


@pytest.mark.parametrize("act", RECORDED)
def test_when_power_is_lost_an_act_is_whole_or_not_there(
    act: str, prepared: dict[str, Campaign], request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--long"):
        in_full(act, prepared[act])
        return
    lost = list(prepared[act].power_losses(f"{act} quick", STATES))
    assert [kill.described for kill in lost if kill.tally().harm] == []


def in_full(act: str, campaign: Campaign) -> None:
    """Go on from where the committed figures stand, and write them down as they grow."""
    results = Results(FOLDER / "power-loss.json")
    while results.of(act)["kills"] < STATES_IN_FULL / len(RECORDED):
        seed = f"{act} {results.runs(act)}"
        lost = list(campaign.power_losses(seed, AT_A_TIME))
        results.add(act, seed, asdict(sum((kill.tally() for kill in lost), Tally())))
        assert [kill.described for kill in lost if kill.tally().harm] == []


@pytest.mark.parametrize("act", ["signing", "erasing", "changing the key", "changing the passphrase", "moving in"])
def test_what_was_recorded_is_all_that_was_done(act: str, prepared: dict[str, Campaign]) -> None:
    record = prepared[act]._record
    disk = Disk(record.before, record.folder)
    for event in record.events:
        disk.do(event)
    assert disk.seen() == {str(path): path.read_bytes() for path in record.folder.rglob("*") if path.is_file()}
    assert {"write", "sync", "say"} <= {event.kind for event in record.events}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Record a day's work."""
    place = tmp_path_factory.mktemp("day")
    with forge(place / "temporary") as made:
        return recorded(made, DAY, desk_for_a_day(place / "desk"), place / "record")


class NothingMore(Random):
    """A lot by which nothing that was not synced comes to the disk, and the power goes at the very end."""

    def random(self) -> float:
        return 0.99

    def randint(self, first: int, _last: int) -> int:
        return first


@pytest.mark.parametrize("act", ["saving", "locking", "changing the key"])
def test_what_was_done_stands_though_nothing_more_than_was_synced_is_on_the_disk(
    act: str, prepared: dict[str, Campaign], tmp_path: Path
) -> None:
    record = prepared[act]._record
    disk = Disk(record.before, record.folder)
    for event in record.events:
        disk.do(event)
    disk.lose_power(NothingMore(), tmp_path / "vault")
    found = examined(tmp_path / "vault")
    assert found.faults == ()
    assert {**found.holding, "opens with": PASSPHRASE} == prepared[act].steps[-1]


def of_a_day(day: Record, place: Path, seed: str, number: int) -> Tally:
    """Cut the power so often in a day, and return what came of it."""
    tally = Tally()
    for cut in day.power_cuts(Random(seed), number):
        cut.leave_in(place / str(cut.event))
        acknowledged = int(cut.said[-1]) if cut.said else 0
        tally += Tally(kills=1, acknowledged=acknowledged) + held_against(
            acknowledged, found_in(place / str(cut.event))
        )
        shutil.rmtree(place / str(cut.event))
    return tally


def test_when_power_is_lost_in_a_days_work_no_save_is(
    day: Record, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if not request.config.getoption("--long"):
        tally = of_a_day(day, tmp_path, "quick", STATES_OF_A_DAY)
        assert (tally.kills, tally.harm) == (STATES_OF_A_DAY, 0), tally
        return
    results = Results(FOLDER / "power-loss.json")
    while results.of(DAY)["kills"] < STATES_OF_A_DAY_IN_FULL:
        seed = f"{DAY} {results.runs(DAY)}"
        tally = of_a_day(day, tmp_path, seed, AT_A_TIME * 4)
        results.add(DAY, seed, asdict(tally))
        assert tally.harm == 0, tally


def test_the_rig_finds_what_is_acknowledged_before_it_is_on_the_disk(prepared: dict[str, Campaign]) -> None:
    """The same record with its syncs taken out: a disk that is told nothing keeps nothing for sure."""
    campaign = prepared["saving"]
    whole = campaign._record
    try:
        campaign._record = replace(whole, events=[event for event in whole.events if event.kind != "sync"])
        found = sum((kill.tally() for kill in campaign.power_losses("unsynced", 40)), Tally())
    finally:
        campaign._record = whole
    assert found.lost > 0


def test_what_was_not_synced_may_be_there_in_any_part(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    disk, path = Disk(tmp_path / "before", tmp_path), str(tmp_path / "file")
    for event in (
        Event("make", path),
        Event("write", path, 0, b"a" * 1024),
        Event("sync", path),
        Event("sync", str(tmp_path)),
        Event("write", path, 512, b"b" * 1024),
    ):
        disk.do(event)
    left = set()
    for number in range(60):
        disk.lose_power(Random(number), tmp_path / "left")
        left.add((tmp_path / "left" / "file").read_bytes())
    a, b = b"a" * 512, b"b" * 512
    assert left == {a + a, a + b + b, a + b, a + a + b}
