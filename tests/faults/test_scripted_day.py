"""A day at work through every page, with prints, exports, a crash and a lock: no word of it is found anywhere after.

Searched are all files and their names, temporary folders, logs and what squeezed streams hold, and the memory of every
process of ours that lives on. With ``--long``, many days, each with other marks and moments.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from shutil import rmtree
from string import ascii_lowercase
from typing import Any

import pytest
from larkrise import PASSPHRASE
from rigs.killing import FAULTS, ROOT
from rigs.scripted_day import CHOSEN
from rigs.traces import Day, Diary, Found, in_memory, of_ours, search, strays

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="memory is read through /proc")

RESULTS = FAULTS / "results" / "traces.json"
DAYS, CRASHES = 20, 3
PATIENCE_SECONDS = 300
LETTERS = 12
PLACES = {
    "TMPDIR": "tmp",
    "SQLITE_TMPDIR": "tmp",
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
TOOLS = ("", "tests/faults", "tests/operations", "tests/gates", "tests/ui", "tests/journeys", "tests/endpoint")


def allow_core_files() -> None:
    """Let a process that crashes leave its memory on the disk, as far as this machine allows it."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


class Scripted:
    """A day in a folder of its own, which holds all that its processes could write."""

    def __init__(self, folder: Path, seed: str) -> None:
        self.folder, self.seed, self._chance = folder, seed, Random(seed)
        self.mark = "".join(self._chance.choices(ascii_lowercase, k=LETTERS))
        self.words = {"mark": self.mark, "passphrase": PASSPHRASE}
        self.began, self.ends = time.time(), 0
        for place in {*PLACES.values(), "cwd"}:
            (folder / place).mkdir(parents=True, mode=0o700)
        self.laptop: dict[str, Any] = {}

    @contextmanager
    def part(self, *given: str) -> Iterator[subprocess.Popen[str]]:
        """Start one part of the day; whatever is left of it is ended afterwards."""
        environment = {
            **os.environ,
            **{name: str(self.folder / place) for name, place in PLACES.items()},
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join(str(ROOT / tool) for tool in TOOLS),
        }
        with (self.folder / "stderr").open("a") as complaints:
            process = subprocess.Popen(  # noqa: S603 -- our own program
                [sys.executable, "-m", "rigs.scripted_day", *given],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                env=environment,
                cwd=self.folder / "cwd",
                preexec_fn=allow_core_files,  # noqa: PLW1509 -- nothing else runs in this test
            )
        try:
            yield process
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()  # the window that came after a lock holds its other end

    def heard(self, process: subprocess.Popen[str]) -> Any:
        """Return the next word a part says."""
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, (self.folder / "stderr").read_text(encoding="utf-8")[-2000:]
        return json.loads(line)

    def work(self) -> None:
        """Make the laptops, pass every page, save and print."""
        with self.part("work", str(self.folder), self.mark, self.seed) as process:
            self.laptop = self.heard(process)
            self.words |= self.laptop["secrets"]
            assert process.wait(PATIENCE_SECONDS) == 0

    @contextmanager
    def writing(self) -> Iterator[subprocess.Popen[str]]:
        """Yield the program while it writes, with a paper in the tray."""
        with self.part("write", str(self.home), self.laptop["writing"], self.mark) as process:
            say(process, PASSPHRASE)
            assert self.heard(process) == "writing"
            yield process

    @property
    def own(self) -> dict[str, str]:
        """The words that nobody else has: the passphrase stands in the sources of tests, and others may copy those."""
        return {name: word for name, word in self.words.items() if name != "passphrase"}

    @property
    def home(self) -> Path:
        """The home folder of the practitioner's laptop."""
        return Path(self.laptop["practitioner"])

    @property
    def tray(self) -> list[Path]:
        """What lies in the tray."""
        return list((self.home / "tray").iterdir())

    def crash(self) -> None:
        """End the program in the middle of a word: killed, or by a fault of its own, which could leave a core file."""
        with self.writing() as process:
            time.sleep(self._chance.uniform(0.1, 1.5))  # the kill falls at this moment: there is nothing to wait for
            process.send_signal(self._chance.choice((signal.SIGKILL, signal.SIGABRT)))
            process.wait(PATIENCE_SECONDS)
            self.ends += 1
        assert self.tray

    def search(self) -> Found:
        """Search everything the day left."""
        return search(self.folder, self.words, chosen=self.folder / CHOSEN)


def say(process: subprocess.Popen[str], line: str) -> None:
    """Tell a part something."""
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def has_window(process: int) -> bool:
    """Say whether a process has come as far as its window."""
    return "libqoffscreen" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


def wait_for_unlock_window(home: Path) -> list[int]:
    """Return the processes that live on after a lock, once their window stands."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (left := of_ours(home)) or not all(map(has_window, left)):
        assert time.monotonic() < end, "no unlock window came"
        time.sleep(0.02)
    return left


def seen_in_memory(process: subprocess.Popen[str], day: Scripted) -> set[str]:
    """Return the words in the memory of a process of ours whose place is open."""
    try:
        return in_memory(process.pid, day.words)[0]
    except PermissionError:
        pytest.skip("this machine lets nobody look into another process's memory")


def passed(folder: Path, seed: str, crashes: int) -> tuple[Day, list[str]]:
    """Live through one day; return its figures, and everything that was found where it must not be."""
    day = Scripted(folder, seed)
    day.work()
    for _ in range(crashes):
        day.crash()
    memory, size, left = set[str](), 0.0, list[int]()
    try:
        with day.writing() as process:
            assert len(day.tray) == 1, "what the crash left in the tray is still there"
            assert seen_in_memory(process, day) == {"mark", "passphrase"}, "the search of memory finds nothing"
            say(process, "lock")
            assert day.heard(process) == "locking"
            assert process.wait(PATIENCE_SECONDS) == 0
        left = wait_for_unlock_window(day.home)
        for one in left:
            words, read = in_memory(one, day.words)
            memory, size = memory | words, size + read
        found = day.search()
        wrong = [
            *found.marks,
            *(f"{paper}: a paper" for paper in found.papers),
            *(f"memory: {word}" for word in memory),
        ]
        wrong += [f"in the tray: {path.name}" for path in day.tray]
        stray = strays(day.own, day.began, but=folder)
    finally:
        for one in left or of_ours(day.home):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
    figures = Day(
        pages=day.laptop["pages"],
        ends=day.ends,
        files=found.files,
        megabytes=found.megabytes,
        streams=found.streams,
        on_disk=len(found.marks),
        papers_astray=len(found.papers),
        in_places_for_all=len(stray),
        processes_after_lock=len(left),
        memory_megabytes=size,
        in_memory_after_lock=len(memory),
    )
    return figures, [*wrong, *stray]


def test_no_word_of_a_day_is_found_anywhere(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--long"):
        many_days(tmp_path)
        return
    day, wrong = passed(tmp_path / "day", f"quick {os.getpid()}", crashes=1)
    assert wrong == []
    assert day.pages > len(PLACES)
    assert day.processes_after_lock == 1


def many_days(folder: Path) -> None:
    """Go on from where the committed figures stand, and write each day down as it ends."""
    diary = Diary(RESULTS)
    while (number := diary.days()) < DAYS:
        seed = f"day {number}"
        day, wrong = passed(folder / str(number), seed, CRASHES)
        diary.add(seed, day)
        assert wrong == []
        rmtree(folder / str(number))


def test_the_search_finds_a_word_and_a_paper_wherever_they_are_left(tmp_path: Path) -> None:
    """A search that could find nothing would prove nothing."""
    day = Scripted(tmp_path, "planted")
    chosen = tmp_path / CHOSEN
    chosen.mkdir()
    (chosen / "family-copy.pdf").write_bytes(b"%PDF- " + day.mark.encode())
    assert (day.search().marks, day.search().papers) == ((), ())
    (chosen / "backup").write_bytes(day.mark.encode())
    (tmp_path / "cache" / "thumbnail.pdf").write_bytes(b"%PDF-")
    (tmp_path / "tmp" / PASSPHRASE).touch()
    found = day.search()
    assert found.papers == ("cache/thumbnail.pdf",)
    assert set(found.marks) == {f"{CHOSEN}/backup: mark", f"tmp/{PASSPHRASE}: its name says passphrase"}
