"""A signature as it was drawn: lines of points on a pad of its own measure; never a picture, and never judged here."""

from __future__ import annotations

import json

Point = tuple[int, int, int]
Strokes = tuple[tuple[Point, ...], ...]
"""Lines as they were drawn; each point is (x, y, t): x up to ``WIDTH``, y up to ``HEIGHT``, t in milliseconds or 0."""

WIDTH, HEIGHT = 1000, 300


def canonical(strokes: Strokes) -> str:
    """Return strokes as the one JSON text that stands for them, or an empty string when there are none."""
    return json.dumps(strokes, separators=(",", ":")) if strokes else ""


def strokes_in(text: str) -> Strokes:
    """Return the strokes a JSON text stands for; none when it stands for no strokes."""
    try:
        read = json.loads(text or "[]")
        return tuple(tuple((int(x), int(y), int(t)) for x, y, t in stroke) for stroke in read)
    except (TypeError, ValueError):
        return ()
