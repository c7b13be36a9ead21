"""Real disks that are small, shut to writing or pulled out, mounted for a moment; where that is refused, tests skip."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_SHUTDOWN, _WITHOUT_A_FLUSH = 0x8004587D, 2
"""What ext4 understands as the cable being pulled: from then on it answers every call with an input/output error."""
_STICK_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class SmallDisk:
    """A disk of a few megabytes, which can be filled to the last byte and emptied again."""

    folder: Path

    def fill(self) -> None:
        """Leave no byte of room."""
        with self._ballast.open("ab", buffering=0) as file:
            for piece in (1 << 16, 1 << 12, 1):
                while _taken(file.fileno(), piece):
                    pass

    def make_room(self) -> None:
        """Give all the room back."""
        self._ballast.unlink()

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a small disk at ``folder``."""
    with _mounted(["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], folder):
        yield SmallDisk(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Shut ``folder`` to writing, for root too."""
    with _mounted(["--bind", str(folder), str(folder)], folder):
        _do(["mount", "-o", "remount,ro,bind", str(folder)])
        yield


@contextmanager
def usb_stick(folder: Path) -> Iterator[Path]:
    """Mount a stick at ``folder``, or the same one again; ``pull_out`` takes it away."""
    image = folder.with_suffix(".img")
    if not image.exists():
        with image.open("wb") as file:
            file.truncate(_STICK_BYTES)
        _do(["mkfs.ext4", "-q", str(image)])
    with _mounted(["-o", "loop", str(image), str(folder)], folder):
        yield folder


def pull_out(stick: Path) -> None:
    """Pull a stick out while files on it are open."""
    import fcntl

    number = os.open(stick, os.O_RDONLY)
    try:
        fcntl.ioctl(number, _SHUTDOWN, struct.pack("I", _WITHOUT_A_FLUSH))
    finally:
        os.close(number)


@contextmanager
def _mounted(how: list[str], folder: Path) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    _do(["mount", *how])
    try:
        yield
    finally:
        _do(["umount", "--lazy", str(folder)])


def _do(command: list[str]) -> None:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which(command[0]) is None:
        pytest.skip("not tried here: only root on Linux can mount a disk for a test")
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- commands of our own
    if done.returncode != 0:
        pytest.skip(f"not tried here: {command[0]} is refused")


def _taken(number: int, size: int) -> bool:
    try:
        return os.write(number, bytes(size)) > 0
    except OSError:
        return False
