"""Lets a process go on to its nth call to the disk and ends it there: a fault at every boundary, not only by chance.

The kernel stops the process before each system call (``ptrace``, by way of ctypes, so that nothing is loaded into the
process and not a line of the program is changed). Linux alone; elsewhere only the kills by chance are run.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_SEIZE, _INTERRUPT, _SYSCALL, _GET_SYSCALL_INFO = 0x4206, 0x4207, 24, 0x420E
_TRACESYSGOOD, _EXITKILL = 0x1, 0x100000
_AT_ENTRY = 1
_INFO_BYTES = 88
_NUMBER_AT, _ARGUMENTS_AT = 24, 32
_AN_ENTRY = 0x80
_O_CREAT = os.O_CREAT

_CALLS = {
    "x86_64": {
        1: "write",
        18: "write",
        74: "fsync",
        75: "fsync",
        76: "cut",
        77: "cut",
        82: "rename",
        83: "folder",
        87: "unlink",
        257: "open",
        258: "folder",
        263: "unlink",
        264: "rename",
        316: "rename",
    },
    "aarch64": {
        34: "folder",
        35: "unlink",
        38: "rename",
        46: "cut",
        56: "open",
        64: "write",
        68: "write",
        82: "fsync",
        83: "fsync",
        276: "rename",
    },
}
"""What changes something outside the process, by the numbers the kernel has for it."""


@dataclass(frozen=True)
class Call:
    """One call about to be made: what it does, and the file it is about where a descriptor says so."""

    kind: str
    file: str

    @property
    def is_sealed(self) -> bool:
        """Whether it is about a sealed file, or the folder of them."""
        return self.file.endswith(("sealed", ".ecaf", ".ecaf.pending"))


Kills = Callable[[int, Call], bool]
"""Says of each call, counted from 1, whether the process ends before it is made."""


def can_trace() -> bool:
    """Say whether calls can be counted here."""
    return sys.platform == "linux" and platform.machine() in _CALLS


class Tracer:
    """Follows one process, which must be waiting for a word from us when this is made; ``status`` is how it ended."""

    def __init__(self, process: int) -> None:
        self._process, self._numbers, self.status = process, _CALLS[platform.machine()], 0
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
        self._libc.ptrace.restype = ctypes.c_long
        self._info = ctypes.create_string_buffer(_INFO_BYTES)
        self._ask(_SEIZE, 0, _TRACESYSGOOD | _EXITKILL)
        self._ask(_INTERRUPT)
        os.waitpid(process, 0)

    def follow(self, kills: Kills) -> list[Call]:
        """Let the process run until ``kills`` says so or it ends of itself; return the calls made until then."""
        made: list[Call] = []
        while (call := self._next()) is not None:
            if kills(len(made) + 1, call):
                os.kill(self._process, signal.SIGKILL)
                _, self.status = os.waitpid(self._process, 0)
                break
            made.append(call)
        return made

    def _next(self) -> Call | None:
        """Return the next call of interest, with the process stopped before it; ``None`` once it has ended."""
        sent = 0
        while True:
            self._ask(_SYSCALL, 0, sent)
            _, self.status = os.waitpid(self._process, 0)
            if not os.WIFSTOPPED(self.status):
                return None
            stopped_by = os.WSTOPSIG(self.status)
            sent = 0 if stopped_by & _AN_ENTRY or stopped_by == signal.SIGTRAP else stopped_by
            if stopped_by & _AN_ENTRY and (call := self._entered()) is not None:
                return call

    def _entered(self) -> Call | None:
        self._ask(_GET_SYSCALL_INFO, _INFO_BYTES, ctypes.addressof(self._info))
        if self._info.raw[0] != _AT_ENTRY:
            return None
        number, first, _, third = struct.unpack_from("4Q", self._info.raw, _NUMBER_AT)
        kind = self._numbers.get(number)
        if kind is None or (kind == "open" and not third & _O_CREAT):
            return None
        return Call(kind, self._file(first) if kind in {"write", "fsync", "cut"} else "")

    def _file(self, descriptor: int) -> str:
        try:
            return str(Path(f"/proc/{self._process}/fd/{descriptor}").readlink())
        except OSError:
            return ""

    def _ask(self, request: int, address: int = 0, value: int = 0) -> None:
        if self._libc.ptrace(request, self._process, address, value) < 0:
            raise OSError(ctypes.get_errno(), "the process could not be followed")
