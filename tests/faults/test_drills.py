"""Forgotten words by each way and damaged vaults, in orders by lot: no finished assessment is lost.

With ``--long``, two hundred drills.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from larkrise import new_office
from rigs.drills import STEPS, Drilled, drilled
from rigs.results import FOLDER, Results

from authority.office import Office

ACT = "drills"
DRILLS, DRILLS_IN_FULL, AT_A_TIME = 3, 200, 10


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return new_office(tmp_path_factory.mktemp("county") / "office")


def one(office: Office, place: Path, seed: str) -> Drilled:
    """Go through one drill, and clear up."""
    done = drilled(office, place, seed)
    shutil.rmtree(place)
    return done


def test_no_finished_assessment_is_lost_in_a_drill(
    office: Office, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--long"):
        in_full(office, tmp_path)
        return
    done = [one(office, tmp_path / str(number), f"quick {number}") for number in range(DRILLS)]
    assert [drill for drill in done if drill.lost or drill.in_the_copies != drill.finished] == []
    assert {step for drill in done for step in drill.steps} == set(STEPS)


def in_full(office: Office, place: Path) -> None:
    """Go on from where the committed figures stand, and write them down as they grow."""
    results = Results(FOLDER / "drills.json")
    while results.of(ACT)["drills"] < DRILLS_IN_FULL:
        seed = f"{ACT} {results.runs(ACT)}"
        done = [one(office, place / str(number), f"{seed} {number}") for number in range(AT_A_TIME)]
        figures: Counter[str] = Counter()
        for drill in done:
            figures.update(drill.as_figures())
        results.add(ACT, seed, figures)
        assert [drill for drill in done if drill.lost or drill.in_the_copies != drill.finished] == []
