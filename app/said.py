"""A sentence that has something put in, and can still be said in another language where it is shown; a leaf.

A rule or a trouble says its sentence below the windows, where no language is spoken. ``said`` puts in what it is about,
and keeps the sentence beside it, so that ``tr`` can translate the one and put in the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Said(str):
    """Words in our own language; ``words`` is the sentence without what was put in, ``fields`` what was put in."""

    __slots__ = ("fields", "words")
    words: str
    fields: Mapping[str, object]


def said(words: str, /, **fields: object) -> str:
    """Return words with their fields put in; a field that is itself ``said`` is translated too."""
    whole = Said(words.format(**fields) if fields else words)
    whole.words, whole.fields = words, fields
    return whole


def one_after_another(sentences: Iterable[str], between: str = " ") -> str:
    """Return sentences as one, each of which is translated by itself; empty ones are left out."""
    kept = [one if isinstance(one, Said) else said(one) for one in sentences if one]
    named = {f"part{number}": one for number, one in enumerate(kept)}
    return said(between.join(f"{{{name}}}" for name in named), **named) if named else ""


def noted(words: str) -> str:
    """Return words as they are, and have them gathered: for tables of words that go through ``tr`` when shown."""
    return words
