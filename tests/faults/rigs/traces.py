"""Looks for a mark wherever a day at work could have left one: files, names, papers astray, memory, places for all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from marked import names_in, ways_to_write
from memory import pieces
from squeezed import unsqueezed

from rigs.results import state_of_the_program

PLACES_FOR_ALL = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # noqa: S108 -- they are searched, not written in
PAPER = b"%PDF-"
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Found:
    """What was searched, and where the mark or a paper was; a place is named by its path below the day's folder."""

    files: int
    megabytes: float
    streams: int
    """Squeezed streams that were looked into."""
    marks: tuple[str, ...]
    papers: tuple[str, ...]


def ways(words: Mapping[str, str]) -> dict[str, tuple[bytes, ...]]:
    """Return each word in every way it can be written."""
    return {name: tuple(dict.fromkeys(ways_to_write(word))) for name, word in words.items()}


def search(folder: Path, words: Mapping[str, str], *, chosen: Path) -> Found:
    """Search everything below ``folder`` but the papers in ``chosen``, where somebody chose to have them.

    What is sealed in ``chosen`` is searched like everything else.
    """
    wanted, streams, size, marks, papers, seen = ways(words), 0, 0, list[str](), list[str](), set[bytes]()
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    for path in files:
        content, name = path.read_bytes(), str(path.relative_to(folder))
        size += len(content)
        marks += [f"{name}: its name says {word}" for word in names_in(name.encode(), wanted)]
        if content.startswith(PAPER) and path.parent == chosen:
            continue
        digest = sha256(content).digest()
        if digest in seen:
            continue
        seen.add(digest)
        for part in (content, *unsqueezed(content)):
            streams += part is not content
            marks += [f"{name}: {word}" for word in names_in(part, wanted)]
            papers += [name] if PAPER in part else []
    return Found(len(files), round(size / 1e6, 1), streams, tuple(marks), tuple(dict.fromkeys(papers)))


def strays(words: Mapping[str, str], since: float, *, but: Path) -> list[str]:
    """Return the files of ours in places for all that changed since then and hold a word; other tests' are let be."""
    wanted = ways(words)
    return [str(path) for place in PLACES_FOR_ALL for path in _changed(place, since, but) if _holds(path, wanted)]


def _changed(place: Path, since: float, but: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(place):
        folders[:] = [one for one in folders if not one.startswith("pytest-") and Path(root, one) != but]
        for name in names:
            path = Path(root, name)
            with suppress(OSError):
                known = path.lstat()
                if path.is_file() and not path.is_symlink() and known.st_mtime >= since and known.st_size < _MOST_BYTES:
                    yield path


def _holds(path: Path, wanted: Mapping[str, tuple[bytes, ...]]) -> bool:
    with suppress(OSError):
        return any(True for _ in names_in(path.read_bytes() + str(path).encode(), wanted))
    return False


def in_memory(process: int, words: Mapping[str, str]) -> tuple[set[str], float]:
    """Return the words in a process's memory, in any way they can be written, and how many megabytes were read."""
    wanted = ways(words)
    longest = max(len(way) for written in wanted.values() for way in written)
    found, size = set[str](), 0
    for piece in pieces(process, longest):
        size += len(piece)
        found |= {*names_in(piece, wanted)}
    return found, round(size / 1e6, 1)


def of_ours(home: Path) -> list[int]:
    """Return every living process that was started with this home folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(home).encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


@dataclass(frozen=True)
class Day:
    """The figures of one day."""

    pages: int
    ends: int
    """How many processes ended by a kill."""
    files: int
    megabytes: float
    streams: int
    on_disk: int
    papers_astray: int
    in_places_for_all: int
    processes_after_lock: int
    memory_megabytes: float
    in_memory_after_lock: int


class Diary:
    """The figures of long runs in one file, each day with its seed and the state of the program it tried."""

    def __init__(self, path: Path) -> None:
        self._path, self._state = path, state_of_the_program()
        self._days: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []

    def days(self) -> int:
        """Return how many days of this very program are written down."""
        return sum(day["program"] == self._state["program"] for day in self._days)

    def add(self, seed: str, day: Day) -> None:
        """Write a day down at once."""
        self._days.append({**self._state, "seed": seed, **asdict(day)})
        self._path.write_text(json.dumps(self._days, indent=1) + "\n", encoding="utf-8")
