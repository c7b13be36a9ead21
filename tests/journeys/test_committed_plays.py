"""With ``--long``: every committed case and a handful of wild ones, each played whole through the real windows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from plays import played
from test_committed_cases import FILES
from wild import wild_case

WILD = range(100, 112)


@pytest.fixture(autouse=True)
def only_when_there_is_time(request: pytest.FixtureRequest) -> None:
    """Leave these out unless they were asked for: each takes most of a minute."""
    if not request.config.getoption("--long"):
        pytest.skip("played with --long; their answers and gates are tested in test_committed_cases")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_committed_case_ends_on_the_screen_as_it_expects(tmp_path: Path, file: Path) -> None:
    play = played(file, tmp_path / "play")
    assert play.code == 0, play.said
    assert play.complained == ""


@pytest.mark.parametrize("seed", WILD)
def test_a_wild_family_ends_on_the_screen_as_it_ought_to(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "wild.json"
    file.write_text(json.dumps(wild_case(seed)), encoding="utf-8")
    play = played(file, tmp_path / "play")
    assert play.code == 0, play.said
    assert play.complained == ""
