"""A flipped byte and a file or page put back are noticed: each time, at the opening.

With ``--long``, every byte of key file, sealed copies and database, and a thousand parts put back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from rigs.desk import Desk, new_desk
from rigs.flipping import (
    Noticed,
    database_flipped,
    database_flipped_as_witnessed,
    key_file_flipped,
    put_back,
    sealed_copies_flipped,
)
from rigs.results import FOLDER, Results

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bytes written in their place")

FLIPS: dict[str, tuple[Callable[[Desk, int, Random], Noticed], int, int]] = {
    "key file": (key_file_flipped, 37, 1),
    "sealed copies": (sealed_copies_flipped, 37, 1),
    "database, as witnessed": (database_flipped_as_witnessed, 4_093, 1),
    "database, opened": (database_flipped, 16_381, 37),
}
"""How each file's bytes are flipped: every so many in each run, and with ``--long``."""
PUT_BACK, PUT_BACK_IN_FULL = 24, 1_000


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return new_desk(tmp_path_factory.mktemp("flips") / "desk")


@pytest.mark.parametrize("file", FLIPS)
def test_every_flipped_byte_is_noticed(file: str, desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    flip, quick, long = FLIPS[file]
    is_long = request.config.getoption("--long")
    if is_long and Results(FOLDER / "noticed.json").runs(file):
        pytest.skip("the committed figures of this state of the program are full")
    found = flip(desk.copied(tmp_path / "desk"), long if is_long else quick, Random(file))
    if is_long:
        Results(FOLDER / "noticed.json").add(file, file, found.as_figures())
    assert found.tried
    assert found.missed == 0


def test_whatever_is_put_back_is_noticed(desk: Desk, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    is_long = request.config.getoption("--long")
    if is_long and Results(FOLDER / "noticed.json").runs("the database"):
        pytest.skip("the committed figures of this state of the program are full")
    number = PUT_BACK_IN_FULL if is_long else PUT_BACK
    found = put_back(desk.copied(tmp_path / "desk"), tmp_path, number, Random("put back"))
    for way, noticed in found.items() if is_long else ():
        Results(FOLDER / "noticed.json").add(way, "put back", noticed.as_figures())
    assert all(noticed.tried for noticed in found.values())
    assert {way: noticed.missed for way, noticed in found.items() if noticed.missed} == {}


def test_the_rig_finds_what_nobody_notices(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.witness.Witness._noticed", lambda *_: ())
    found = put_back(desk.copied(tmp_path / "desk"), tmp_path, 8, Random("unnoticed"))
    assert sum(noticed.missed for noticed in found.values()) > 0
