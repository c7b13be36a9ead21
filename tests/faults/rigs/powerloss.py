"""Rebuilds what a disk may hold when the power goes: what was synced, and of the rest any part, torn at sectors.

A file's bytes are on the disk once it was synced, a name once its folder was. Until then each write may be there, or
not, or some of its sectors; names may have come as far as any of them, in their order, as journalling file systems do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from rigs.recording import Event

SECTOR = 512
_KEPT, _TORN = 0.4, 0.7
"""Below the first a write is there whole, below the second torn, and else not at all."""


@dataclass
class File:
    """One file whatever its names: what is on the disk for sure, what the program sees, and what was done since."""

    durable: bytes = b""
    seen: bytearray = field(default_factory=bytearray)
    since: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        """Put everything on the disk."""
        self.durable, self.since = bytes(self.seen), []


@dataclass
class Names:
    """Files by their paths."""

    of: dict[str, int] = field(default_factory=dict)

    def change(self, event: Event, number: int) -> None:
        """Make, rename or take away a name."""
        if event.kind == "make":
            self.of[event.path] = number
        elif event.kind == "name" and event.path in self.of:
            self.of[event.to] = self.of.pop(event.path)
        elif event.kind == "unlink":
            self.of.pop(event.path, None)


class Disk:
    """A disk on which the program works, and which may lose power at any moment.

    ``before`` is a copy of what stood in ``folder`` when the first event was yet to be.
    """

    def __init__(self, before: Path, folder: Path) -> None:
        self._files: dict[int, File] = {}
        self._numbers = count()
        self._durable, self._seen = Names(), Names()
        self._changes: list[tuple[Event, int]] = []
        self.folder = str(folder)
        for path in (path for path in sorted(before.rglob("*")) if path.is_file()):
            number, content, own = next(self._numbers), path.read_bytes(), str(folder / path.relative_to(before))
            self._files[number] = File(content, bytearray(content))
            self._durable.of[own] = self._seen.of[own] = number

    def do(self, event: Event) -> None:
        """Let one thing be done."""
        if event.kind in {"write", "cut"}:
            self._write(event)
        elif event.kind == "sync":
            self._sync(event.path)
        elif event.kind == "make":
            self._make(event)
        elif event.kind in {"name", "unlink"} and event.path in self._seen.of:
            self._rename(event, self._seen.of[event.path])

    def seen(self) -> dict[str, bytes]:
        """Return every file by its path as the program sees it while there is power."""
        return {path: bytes(self._files[number].seen) for path, number in self._seen.of.items()}

    def _write(self, event: Event) -> None:
        number = self._seen.of.get(event.path)
        if number is not None:
            file = self._files[number]
            apply(event, file.seen)
            file.since.append(event)

    def _sync(self, path: str) -> None:
        if path in self._seen.of:
            self._files[self._seen.of[path]].sync()
            return
        for event, number in [change for change in self._changes if _folder(change[0]) == path]:
            self._durable.change(event, number)
            self._changes.remove((event, number))

    def _make(self, event: Event) -> None:
        if event.path not in self._seen.of:
            self._files[number := next(self._numbers)] = File()
            self._rename(event, number)
        elif event.offset:
            self._write(Event("cut", event.path))

    def _rename(self, event: Event, number: int) -> None:
        self._seen.change(event, number)
        self._changes.append((event, number))

    def lose_power(self, lot: Random, to: Path) -> None:
        """Write to a folder what may be left."""
        names = Names(dict(self._durable.of))
        for event, number in self._changes[: lot.randint(0, len(self._changes))]:
            names.change(event, number)
        for path, number in names.of.items():
            place = to / Path(path).relative_to(self.folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_left_of(self._files[number], lot))


def _folder(event: Event) -> str:
    return str(Path(event.to or event.path).parent)


def _left_of(file: File, lot: Random) -> bytes:
    content = bytearray(file.durable)
    for event in file.since:
        for part in _parts(event, lot):
            apply(part, content)
    return bytes(content)


def _parts(event: Event, lot: Random) -> Sequence[Event]:
    """Return what of one write comes to the disk."""
    chance = lot.random()
    if chance < _KEPT:
        return [event]
    if chance >= _TORN or event.kind == "cut":
        return []
    first = -(-event.offset // SECTOR) * SECTOR - event.offset
    starts = [0, *range(first, len(event.content), SECTOR)] if first else list(range(0, len(event.content), SECTOR))
    pieces = [(start, end) for start, end in zip(starts, [*starts[1:], len(event.content)], strict=True) if start < end]
    return [
        Event("write", event.path, event.offset + start, event.content[start:end])
        for start, end in pieces
        if lot.random() < 1 / 2
    ]


def apply(event: Event, content: bytearray) -> None:
    """Write or cut what a file holds."""
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    if event.kind == "cut":
        del content[event.offset :]
    else:
        content[event.offset : event.offset + len(event.content)] = event.content
