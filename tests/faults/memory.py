"""Looks for words and keys in the memory of a living process, as somebody would who had taken the laptop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

_AT_ONCE = 16 * 1024 * 1024


def as_kept(words: str) -> tuple[bytes, ...]:
    """Return words in the ways Python and Qt keep them."""
    return words.encode(), words.encode("utf-16-le")


def found_in(process: int, wanted: Mapping[str, tuple[bytes, ...]]) -> set[str]:
    """Return the names of whatever of ``wanted`` stands in a process's memory. Raises ``PermissionError``."""
    longest = max(len(one) for forms in wanted.values() for one in forms)
    found: set[str] = set()
    for piece in pieces(process, longest):
        found |= {name for name, forms in wanted.items() if name not in found and any(one in piece for one in forms)}
    return found


def pieces(process: int, overlap: int) -> Iterator[bytes]:
    """Yield everything a process has mapped and may read, piece by piece, each overlapping the last."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in regions(process):
            for at in range(start, end, _AT_ONCE):
                try:
                    memory.seek(at)
                    yield memory.read(min(_AT_ONCE + overlap, end - at))
                except OSError:
                    break  # a region the kernel shows to nobody, or one given back a moment ago


def regions(process: int) -> Iterator[tuple[int, int]]:
    """Yield the mapped regions that can hold what a program wrote: a file mapped for reading holds the file alone."""
    for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
        addresses, rights, _, _, inode, *_ = line.split(maxsplit=5)
        if rights[0] == "r" and (rights[1] == "w" or inode == "0") and "[v" not in line:
            start, _, end = addresses.partition("-")
            yield int(start, 16), int(end, 16)
