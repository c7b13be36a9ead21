"""Key files that nobody with the key wrote: none opens, none crashes or hangs the program, none changes a byte.

With ``--long``, a million with the passphrase's result supplied and a thousand whole.
"""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import extract_tb

import pytest
from rigs.keytrials import Sources, Trials, try_supplied, try_whole, watching_for_hangs
from rigs.results import FOLDER, Results

from app.storage import keys

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="an alarm in the middle of a call, and a limit of memory"
)

SUPPLIED, WHOLE = 5_000, 10
SUPPLIED_IN_FULL, WHOLE_IN_FULL = 1_000_000, 1_000
SUPPLIED_AT_A_TIME, WHOLE_AT_A_TIME = 50_000, 100


class Reports:
    """Keeps the first few of what must not be, for whoever mends it."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def __call__(self, written: bytes, fault: BaseException | None) -> None:
        where = extract_tb(fault.__traceback__)[-1] if fault and fault.__traceback__ else ""
        if len(self.kept) < 5:
            self.kept.append(f"{fault!r} {where} {written[:400]!r}")


def test_none_opens_when_the_passphrases_result_is_supplied(request: pytest.FixtureRequest) -> None:
    reports = Reports()
    with watching_for_hangs():
        if not request.config.getoption("--long"):
            trials = try_supplied(Sources.new(), "quick", SUPPLIED, reports)
            assert (trials.tried, trials.harm, reports.kept) == (SUPPLIED, 0, [])
            assert trials.said_wrong_passphrase
            return
        results, sources = Results(FOLDER / "key-files.json"), Sources.new()
        while results.of("supplied")["tried"] < SUPPLIED_IN_FULL:
            seed = f"supplied {results.runs('supplied')}"
            trials = try_supplied(sources, seed, SUPPLIED_AT_A_TIME, reports)
            results.add("supplied", seed, trials.as_figures())
            assert (trials.harm, reports.kept) == (0, [])


def test_none_opens_in_the_place_of_a_real_one(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reports = Reports()
    with watching_for_hangs():
        if not request.config.getoption("--long"):
            trials = try_whole(tmp_path / "vault", "quick", WHOLE, reports)
            assert (trials.tried, trials.harm, reports.kept) == (WHOLE, 0, [])
            return
        results = Results(FOLDER / "key-files.json")
        while results.of("whole")["tried"] < WHOLE_IN_FULL:
            seed = f"whole {results.runs('whole')}"
            trials = try_whole(tmp_path / seed, seed, WHOLE_AT_A_TIME, reports)
            results.add("whole", seed, trials.as_figures())
            assert (trials.harm, reports.kept) == (0, [])


def test_the_rig_finds_a_program_that_does_not_look_at_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_checked", lambda _file, vault_key: vault_key)
    with watching_for_hangs():
        assert found("careless").opened > 0


def test_the_rig_finds_a_program_that_falls_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(_written: bytes) -> None:
        raise KeyError("commit")

    monkeypatch.setattr(keys, "parse_keys", careless)
    assert found("careless").crashed == 100


def found(seed: str) -> Trials:
    """Try a hundred, and return what came of it."""
    return try_supplied(Sources.new(), seed, 100, lambda *_: None)
