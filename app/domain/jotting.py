"""Quick notes: how a piece is marked as sorted, and how its words stand in the answer; nothing here drops a word."""

from __future__ import annotations

SORTED = "sorted:"
"""A piece that was sorted stands among the pages done under this, its id and the path of the answer it went into."""


def sorted_mark(note: str, path: str) -> str:
    """Return what says that a piece went into the answer at ``path``."""
    return f"{SORTED}{note}>{path}"


def sorted_in(mark: str) -> tuple[str, str]:
    """Return the piece and the path in such a mark."""
    note, _, path = mark.removeprefix(SORTED).partition(">")
    return note, path


def with_time(words: str, time: str) -> str:
    """Return the words of a piece with when they were said, at the end: what they begin with stays in front."""
    return f"{words.strip()} ({time})"
