"""A signature or a child's drawing, as it was drawn: lines of points on a sheet; never a picture, never judged here."""

from __future__ import annotations

import json

Point = tuple[int, int, int]
Strokes = tuple[tuple[Point, ...], ...]
"""Lines as they were drawn; each point is (x, y, t): x up to ``WIDTH``, y up to the height, t in milliseconds or 0."""

WIDTH, HEIGHT = 1000, 300
"""The sheet of a signature."""
DRAWING_HEIGHT = 560
"""How high the sheet of a child's drawing is, which is as wide."""
DRAWING = "ch.strokes"
"""Where a child's drawing is kept."""


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
