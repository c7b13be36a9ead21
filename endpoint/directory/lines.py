"""On which line of a JSON text something stands, so that whoever mends a feed finds it; nothing is judged here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()

Path = Sequence[str | int]


def line_at(text: str, offset: int) -> int:
    """Return the line of a place in a text, counted from 1."""
    return text.count("\n", 0, offset) + 1


def line_of(text: str, path: Path) -> int:
    """Return the line on which the value at a path begins; where the path ends early, that of what it ends in."""
    at = _skip(text, 0)
    for part in path:
        found = next((start for name, start in _inside(text, at) if name == part), None)
        if found is None:
            break
        at = found
    return line_at(text, at)


def _inside(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Yield what an object or a list at this place holds: the name or number of each value, and where it begins."""
    if text[at] not in "{[":
        return
    is_object, number = text[at] == "{", 0
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        name: str | int = number
        if is_object:
            name, at = _name(text, at)
        yield name, at
        at, number = _skip(text, _end(text, at)), number + 1
        at = _skip(text, at + 1) if text[at] == "," else at


def _name(text: str, at: int) -> tuple[str, int]:
    name, after = _DECODER.raw_decode(text, at)
    return str(name), _skip(text, _skip(text, after) + 1)


def _end(text: str, at: int) -> int:
    end: Any = _DECODER.raw_decode(text, at)[1]
    return int(end)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
