"""Locking ends the process that held the key; no process of ours that lives on knows a word of what was in it.

A lock from every screen in every run; two hundred with ``--long``, which keeps the figures.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from larkrise import PASSPHRASE
from rigs.killing import FAULTS
from rigs.locking import Home, Lock, locksmith
from rigs.results import state_of_the_program
from rigs.screens import EARLY, LATE, SCREENS

from app.domain.record import RecordKind
from app.storage import drafts
from app.storage.vault import open_vault

LONG = 200
RESULTS = FAULTS / "results" / "locks.json"
WORDS = {EARLY: "Zephyrine paints herons", LATE: "Zephyrine hides from thunder"}
SLOWEST = "slowest end of the process in seconds"

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a process's memory is read through /proc")


@pytest.fixture(scope="module")
def locks(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[Lock]:
    """Lock again and again; the first time on each screen, look into memory before it too."""
    before = kept_before() if request.config.getoption("--long") else None
    wanted = len(SCREENS) if before is None else max(LONG - before.get("locks", 0), len(SCREENS))
    seen: list[Lock] = []
    with locksmith(tmp_path_factory.mktemp("laptops")) as smith:
        for screen in islice(cycle(SCREENS), wanted):
            first = screen not in {lock.screen for lock in seen}
            try:
                seen.append(smith.lock(screen, *WORDS.values(), control=first))
            except PermissionError:
                pytest.skip("NOT RUN: this machine lets nobody look into another process's memory (it takes root)")
            if before is not None and (len(seen) % len(SCREENS) == 0 or len(seen) == wanted):
                keep(before, seen)
    return seen


def kept_before() -> dict[str, Any]:
    """Return the figures of this very program so far: a run that was broken off has lost its last round only."""
    figures: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return figures if figures.get("program") == state_of_the_program()["program"] else {}


def keep(before: Mapping[str, Any], seen: Sequence[Lock]) -> None:
    """Write the figures down, with those from before."""
    slowest = round(max(lock.seconds for lock in seen), 2)
    figures = {
        **state_of_the_program(),
        "locks": before.get("locks", 0) + len(seen),
        "on each screen": dict(Counter(before.get("on each screen", {})) + Counter(lock.screen for lock in seen)),
        "looked for": sorted(set(before.get("looked for", ())).union(*(lock.shown for lock in seen))),
        "processes looked into": before.get("processes looked into", 0) + sum(len(lock.left) for lock in seen),
        "found": before.get("found", 0) + sum(len(lock.after) for lock in seen),
        SLOWEST: max(before.get(SLOWEST, 0.0), slowest),
    }
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def kept(home: Home) -> dict[str, object]:
    """Return what the vault holds of what was typed."""
    vault = open_vault(home.place, PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, home.writing, RecordKind.ASSESSMENT)
        answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    vault.lock()
    return {path: answers.get(path) for path in WORDS}


def test_every_screen_was_locked_from(locks: list[Lock]) -> None:
    assert {lock.screen for lock in locks} == set(SCREENS)


def test_while_the_vault_is_open_the_same_look_finds_everything(locks: list[Lock]) -> None:
    """The database's own key is looked for too, but SQLCipher keeps that one masked even while it is open."""
    for lock in locks[: len(SCREENS)]:
        assert lock.before >= lock.shown | {"vault key"}, lock.screen


def test_the_process_that_held_the_key_ends_by_itself(locks: list[Lock]) -> None:
    """How soon is kept with the figures of the long run: a busy machine decides that, and no lock."""
    assert {lock.exit_code for lock in locks} == {0}


def test_one_fresh_process_is_left_to_unlock(locks: list[Lock]) -> None:
    assert {len(lock.left) for lock in locks} == {1}


def test_no_process_of_ours_holds_a_passphrase_a_code_a_word_or_a_key(locks: list[Lock]) -> None:
    assert [(lock.screen, lock.after) for lock in locks if lock.after] == []


def test_the_fresh_process_is_told_the_folder_and_nothing_else(locks: list[Lock]) -> None:
    for lock in locks:
        assert lock.command[:3] == ("-m", "app", "--home")
        assert len(lock.command) == 4
        assert not any(words in lock.surroundings for words in (PASSPHRASE, *WORDS.values()))
        assert not any("vault." in file for file in lock.open_files)


def test_words_typed_two_tenths_of_a_second_before_are_on_the_disk(tmp_path: Path) -> None:
    with locksmith(tmp_path) as smith, smith.at_work("assessment", *WORDS.values()) as (home, _):
        smith.let_lock(home)
        assert [WORDS[path] in str(written) for path, written in kept(home).items()] == [True, True]
