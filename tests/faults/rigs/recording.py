"""Records what a process does to the files of one folder, byte for byte and in order, and when it said what was safe.

The kernel stops it before each call (``tracing``), and its memory is read there: not a line of the program is changed.
"""

from __future__ import annotations

import os
import platform
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rigs.tracing import Call, Tracer

_PATH_BYTES = 4096
_AT_ENTRY, _NUMBER_AT = 1, 24
_WRITE, _PWRITE, _TRUNCATE, _FTRUNCATE = 1, 18, 76, 77
_RENAME, _UNLINK, _OPENAT, _UNLINKAT = 82, 87, 257, 263


def can_record() -> bool:
    """Say whether a process can be followed so here."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


@dataclass(frozen=True)
class Event:
    """One thing done: ``write``, ``cut``, ``sync``, ``make``, ``name``, ``unlink`` or ``say``; paths are whole ones."""

    kind: str
    path: str
    offset: int = 0
    content: bytes = b""
    to: str = ""


class Recorder(Tracer):
    """Follows one process on a 64-bit Intel Linux, and keeps an event for each call about the files of a folder."""

    def __init__(self, process: int, folder: Path) -> None:
        super().__init__(process)
        self._folder, self.events = str(folder), list[Event]()

    def _entered(self) -> Call | None:
        call = super()._entered()
        if call is not None and self._info.raw[0] == _AT_ENTRY:
            number, *arguments = struct.unpack_from("7Q", self._info.raw, _NUMBER_AT)
            event = self._event(call, number, arguments)
            if event is not None and (event.kind == "say" or event.path.startswith(self._folder)):
                self.events.append(event)
        return call

    def _event(self, call: Call, number: int, arguments: list[int]) -> Event | None:
        about: dict[str, Callable[[], Event | None]] = {
            "write": lambda: self._written(call.file, number, arguments),
            "fsync": lambda: Event("sync", call.file),
            "cut": lambda: Event("cut", self._text(arguments[0]) if number == _TRUNCATE else call.file, arguments[1]),
            "open": lambda: self._made(arguments),
            "unlink": lambda: Event("unlink", self._text(arguments[0 if number == _UNLINK else 1])),
            "rename": lambda: self._named(number, arguments),
        }
        return about[call.kind]() if call.kind in about else None

    def _written(self, path: str, number: int, arguments: list[int]) -> Event:
        content = self._bytes(arguments[1], arguments[2])
        if path.startswith("pipe:"):
            return Event("say", path, content=content)
        return Event("write", path, arguments[3] if number == _PWRITE else self._position(arguments[0]), content)

    def _made(self, arguments: list[int]) -> Event:
        return Event("make", self._text(arguments[1]), int(bool(arguments[2] & os.O_TRUNC)))

    def _named(self, number: int, arguments: list[int]) -> Event:
        before, after = (0, 1) if number == _RENAME else (1, 3)
        return Event("name", self._text(arguments[before]), to=self._text(arguments[after]))

    def _position(self, descriptor: int) -> int:
        said = Path(f"/proc/{self._process}/fdinfo/{descriptor}").read_text(encoding="ascii")
        return int(said.splitlines()[0].split()[1])

    def _text(self, address: int) -> str:
        return self._bytes(address, _PATH_BYTES).split(b"\0", 1)[0].decode()

    def _bytes(self, address: int, count: int) -> bytes:
        with Path(f"/proc/{self._process}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(count)
