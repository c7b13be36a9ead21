"""Lets the nth call about a vault's files fail, as a failing or a full disk would, and the program go on.

The kernel stops the process before the call and is told to do nothing in its place (``tracing``).
"""

from __future__ import annotations

import errno
import platform
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from rigs.tracing import Call, Tracer

_POKE_USER = 6
_ORIG_RAX, _RAX, _RDX = 15 * 8, 10 * 8, 12 * 8
_NO_CALL = 2**64 - 1
_AT_ENTRY, _AT_EXIT = 1, 2
_NUMBER_AT = 24
_PATH_BYTES = 4096
_BY_DESCRIPTOR = {"read": (0, 17), "write": (1, 18), "fsync": (74, 75), "cut": (77,)}
_BY_PATH = {"rename": {82: 0, 264: 1, 316: 1}, "unlink": {87: 0, 263: 1}, "open": {257: 1}}
_FULL = errno.ENOSPC


@dataclass(frozen=True)
class Failure:
    """Which call fails: its kind, its number of that kind from 1, with what error; once, or from then on.

    With no error it reads half of what it was to read.
    """

    kind: str
    at: int
    error: int
    for_good: bool = False


WAYS: dict[str, tuple[str, int, bool]] = {
    "reading fails": ("read", errno.EIO, False),
    "reading comes short": ("read", 0, False),
    "writing fails": ("write", errno.EIO, False),
    "writing fails from then on": ("write", errno.EIO, True),
    "no room for one write": ("write", _FULL, False),
    "the disk is full from then on": ("write", _FULL, True),
    "syncing fails": ("fsync", errno.EIO, False),
    "cutting fails": ("cut", errno.EIO, False),
    "renaming fails": ("rename", errno.EIO, False),
    "unlinking fails": ("unlink", errno.EIO, False),
    "no room for a new file": ("open", _FULL, False),
}
"""Each way a disk fails here: the kind of call, the error (nought: half of it is read), and whether it stays so."""


def can_break() -> bool:
    """Say whether calls can be made to fail here."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


class Breaker(Tracer):
    """Follows one process, and lets one call about the files of a folder fail; ``counted`` says how many there were."""

    def __init__(self, process: int, folder: Path, failure: Failure) -> None:
        super().__init__(process)
        self._folder, self._failure = str(folder), failure
        self._kinds = {number: kind for kind, numbers in _BY_DESCRIPTOR.items() for number in numbers}
        self._kinds |= {number: kind for kind, numbers in _BY_PATH.items() for number in numbers}
        self.counted = 0
        self._is_failing = False

    def _entered(self) -> Call | None:
        call = super()._entered()
        if self._info.raw[0] == _AT_ENTRY:
            self._look()
        elif self._info.raw[0] == _AT_EXIT and self._is_failing:
            self._is_failing = False
            self._ask(_POKE_USER, _RAX, -self._failure.error % 2**64)
        return call

    def _look(self) -> None:
        number, *arguments = struct.unpack_from("7Q", self._info.raw, _NUMBER_AT)
        failure = self._failure
        if self._kinds.get(number) != failure.kind or not self._about(number, arguments).startswith(self._folder):
            return
        self.counted += 1
        if self.counted == failure.at or (failure.for_good and self.counted > failure.at > 0):
            self._fail(arguments)

    def _fail(self, arguments: list[int]) -> None:
        if self._failure.error == 0:
            self._ask(_POKE_USER, _RDX, max(arguments[2] // 2, 1))
            return
        self._is_failing = True
        self._ask(_POKE_USER, _ORIG_RAX, _NO_CALL)

    def _about(self, number: int, arguments: list[int]) -> str:
        if number in _BY_PATH.get(self._failure.kind, {}):
            return self._text(arguments[_BY_PATH[self._failure.kind][number]])
        return self._file(arguments[0])

    def _text(self, address: int) -> str:
        with Path(f"/proc/{self._process}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(_PATH_BYTES).split(b"\0", 1)[0].decode("utf-8", "replace")
