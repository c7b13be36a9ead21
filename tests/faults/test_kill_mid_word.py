"""Killed in the middle of a word, at fifty moments by lot: at most the last second is missing, and it carries on.

Five people type at five letters a second, each into real windows in a process of their own, until ``SIGKILL``; then the
vault is read, and the next process goes on from there. What is expected is the log of keystrokes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from larkrise import AGREED_TO_START, PASSPHRASE, Laptop, by_hand, new_office
from rigs.examining import examined, readable_in
from rigs.results import RESULTS, Results
from rigs.tally import Tally
from typist import FIELD, LETTERS

from app.domain.ids import DraftId, EpisodeId
from app.storage import drafts
from app.storage.drafts import Place
from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from authority.office import Office

ROOT = Path(__file__).parent.parent.parent
STEP = "d1.behaviour"
TYPED_INTO = f"{STEP}.{FIELD}"
PEOPLE, KILLS_EACH = 5, 10
FIRST_MOMENT, LAST_MOMENT = 0.3, 3.0
"""Seconds since the first keystroke between which the lot falls."""
PROMISED_SECONDS = 1.0


@dataclass(frozen=True)
class Landed:
    """Where the keyboard was when a window came up."""

    name: str
    text: str
    caret: int


@dataclass(frozen=True)
class Kill:
    """One killed process: where it began, what was typed and when, when it was killed, and what the vault then held."""

    landed: Landed
    keystrokes: tuple[tuple[float, str], ...]
    at: float
    kept: str
    place: Place | None
    faults: tuple[str, ...]

    @property
    def typed(self) -> str:
        """The box's text with every letter in it."""
        return self.landed.text + "".join(letter for _, letter in self.keystrokes)

    @property
    def promised(self) -> str:
        """The box's text with every letter that was typed a second or longer before the end."""
        old = (letter for pressed, letter in self.keystrokes if pressed <= self.at - PROMISED_SECONDS)
        return self.landed.text + "".join(old)


@dataclass(frozen=True)
class Desk:
    """One person's laptop on the disk, and the draft they write in."""

    home: Path
    episode: EpisodeId
    draft: DraftId

    @classmethod
    def new(cls, home: Path, office: Office) -> Desk:
        """Return a laptop with a family whose assessment may be written."""
        laptop = Laptop.new(home / "vaults" / "place", by_hand(office, "practitioner"))
        visit = laptop.visit()
        visit.start(AGREED_TO_START)
        laptop.vault.lock()
        return cls(home, visit.episode, visit.started.draft)

    def type_until(self, moment: float, keys: Path, typist: subprocess.Popen[str]) -> Kill:
        """Type into the real window for so many seconds, kill it, and look at what is left."""
        order = {"home": str(self.home), "episode": self.episode, "step": STEP, "keys": str(keys)}
        assert typist.stdin is not None
        assert typist.stdout is not None
        typist.stdin.write(json.dumps({**order, "passphrase": PASSPHRASE, "seconds": moment}) + "\n")
        typist.stdin.flush()
        answer = json.loads(typist.stdout.readline())
        readable = tuple(f"readable in {path.name}" for path in readable_in(self.home, marks=(LETTERS, PASSPHRASE)))
        kept, place = self._left_behind()
        faults = examined(seat_folder(self.home, "")).faults
        keystrokes = tuple(keystrokes_in(keys))
        return Kill(Landed(**answer["landed"]), keystrokes, answer["at"], kept, place, readable + faults)

    def _left_behind(self) -> tuple[str, Place | None]:
        vault = open_vault(seat_folder(self.home, ""), PASSPHRASE)
        with vault.transaction() as tx:
            kept, last = drafts.answers(tx, self.draft).get(TYPED_INTO, ""), drafts.last_place(tx)
        vault.lock()
        assert isinstance(kept, str)
        return kept, last.place if last is not None else None


def keystrokes_in(keys: Path) -> Iterator[tuple[float, str]]:
    """Yield each whole line of the log: when (monotonic seconds) and which letter."""
    for line in keys.read_text(encoding="utf-8").splitlines() if keys.exists() else ():
        pressed, _, letter = line.partition(" ")
        yield int(pressed) / 1e9, letter


@contextmanager
def typist() -> Iterator[subprocess.Popen[str]]:
    """Start somebody who types for one person, and end it afterwards."""
    command = [sys.executable, str(ROOT / "tests" / "faults" / "typist.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(  # noqa: S603 -- our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> list[list[Kill]]:
    """Return each person's kills in order; with ``--long`` as many more as the committed figures still lack."""
    if not request.config.getoption("--long"):
        return batch(tmp_path_factory.mktemp("killed"), "typing")
    results, found = Results(RESULTS), []
    while results.of("typing")["kills"] < request.config.getoption("--kills"):
        seed = f"typing {results.runs('typing')}"
        found += (own := batch(tmp_path_factory.mktemp("killed"), seed))
        results.add("typing", seed, asdict(sum((tally(kill) for one in own for kill in one), Tally())))
    if not found:
        pytest.skip("the committed figures of this state of the program are full")
    return found


def batch(folder: Path, seed: str) -> list[list[Kill]]:
    """Let each person type and be killed again and again, all of them at once."""
    office, lot = new_office(folder / "office"), Random(seed)
    moments = [[lot.uniform(FIRST_MOMENT, LAST_MOMENT) for _ in range(KILLS_EACH)] for _ in range(PEOPLE)]
    desks = [Desk.new(folder / f"desk{number}", office) for number in range(PEOPLE)]

    def one_after_another(desk: Desk, own: list[float]) -> list[Kill]:
        with typist() as hand:
            return [desk.type_until(moment, desk.home / f"keys{number}", hand) for number, moment in enumerate(own)]

    with ThreadPoolExecutor(PEOPLE) as people:
        return list(people.map(one_after_another, desks, moments))


def tally(kill: Kill) -> Tally:
    """Return what one kill adds to the figures: every letter older than a second counts as acknowledged."""
    return Tally(
        kills=1,
        acknowledged=len(kill.promised) - len(kill.landed.text),
        lost=int(not kill.kept.startswith(kill.promised)),
        half=int(not kill.typed.startswith(kill.kept)),
        otherwise_broken=int(bool(kill.faults)),
    )


def test_there_were_fifty_kills_in_the_middle_of_typing(kills: list[list[Kill]]) -> None:
    each = [kill for own in kills for kill in own]
    assert len(each) >= PEOPLE * KILLS_EACH == 50
    assert all(kill.keystrokes for kill in each)
    assert sum(len(kill.keystrokes) for kill in each) > len(each)


def test_the_vault_is_whole_after_each_and_nothing_is_readable(kills: list[list[Kill]]) -> None:
    assert [kill.faults for own in kills for kill in own if kill.faults] == []


def test_only_letters_of_the_last_second_are_missing(kills: list[list[Kill]]) -> None:
    for kill in (kill for own in kills for kill in own):
        assert kill.kept.startswith(kill.promised)


def test_what_is_kept_is_what_was_typed_and_no_letter_else(kills: list[list[Kill]]) -> None:
    for kill in (kill for own in kills for kill in own):
        assert kill.typed.startswith(kill.kept)


def test_something_was_really_at_stake(kills: list[list[Kill]]) -> None:
    """At least one kill must have come between a keystroke and its way to the disk, or nothing was tried."""
    assert any(kill.kept != kill.typed for own in kills for kill in own)


def test_the_last_place_is_the_field_and_the_end_of_what_was_kept(kills: list[list[Kill]]) -> None:
    for kill in (kill for own in kills for kill in own if kill.kept):
        assert kill.place == Place(TYPED_INTO, len(kill.kept))


def test_the_next_window_carries_on_in_the_same_field_after_the_last_letter_kept(kills: list[list[Kill]]) -> None:
    for own in kills:
        for before, after in pairwise(own):
            assert after.landed == Landed(TYPED_INTO, before.kept, len(before.kept))
