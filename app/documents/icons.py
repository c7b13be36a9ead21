"""Our own small pictures on paper, drawn from the lines of their files; a picture is never the only thing that tells.

Only what those files use of SVG is understood: paths, circles, rectangles and straight lines, on a square of 24.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import atan2, ceil, cos, pi, sin, sqrt, tan
from typing import Any
from xml.etree import ElementTree as ET

from app.paths import resources

SIDE = 24
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}
_ROUND = 0.5523
"""How far the control points of a quarter of a circle stand from its ends, as a part of the radius."""
Step = tuple[str, tuple[float, ...]]
"""``M`` or ``L`` with a point, ``C`` with three, ``Z`` with none; y goes down."""


@cache
def lines_of(name: str) -> tuple[Step, ...]:
    """Return the lines of a picture of ``resources/icons``. Raises ``ValueError`` for a part we cannot draw."""
    root = ET.fromstring((resources() / "icons" / f"{name}.svg").read_text("utf-8"))  # noqa: S314 - it ships with us
    return tuple(step for part in root for step in _part(part.tag.rpartition("}")[2], part.attrib))


def draw(canvas: Any, name: str, left: float, bottom: float, size: float) -> None:
    """Draw a picture on a square of ``size`` points, in the pen's colour, as no content of its own."""
    scale, path = size / SIDE, canvas.beginPath()
    for kind, numbers in lines_of(name):
        points = [
            place
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            for place in (left + x * scale, bottom + (SIDE - y) * scale)
        ]
        {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[kind](*points)
    canvas.setLineWidth(2 * scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)


def _part(tag: str, given: dict[str, str]) -> Iterator[Step]:
    match tag:
        case "path":
            yield from _path(given["d"])
        case "circle":
            x, y, r = (float(given[key]) for key in ("cx", "cy", "r"))
            yield from _rounded(x - r, y - r, 2 * r, 2 * r, r)
        case "rect":
            x, y, width, height = (float(given[key]) for key in ("x", "y", "width", "height"))
            yield from _rounded(x, y, width, height, float(given.get("rx", 0)))
        case "line":
            yield "M", (float(given["x1"]), float(given["y1"]))
            yield "L", (float(given["x2"]), float(given["y2"]))
        case "polyline" | "polygon":
            yield from _path(f"M{given['points']}{'Z' if tag == 'polygon' else ''}")
        case _:
            raise ValueError(f"a picture with <{tag}>")


def _rounded(x: float, y: float, width: float, height: float, r: float) -> Iterator[Step]:
    k, right, low = r * (1 - _ROUND), x + width, y + height
    yield "M", (x + r, y)
    yield "L", (right - r, y)
    yield "C", (right - k, y, right, y + k, right, y + r)
    yield "L", (right, low - r)
    yield "C", (right, low - k, right - k, low, right - r, low)
    yield "L", (x + r, low)
    yield "C", (x + k, low, x, low - k, x, low - r)
    yield "L", (x, y + r)
    yield "C", (x, y + k, x + k, y, x + r, y)
    yield "Z", ()


def _path(words: str) -> Iterator[Step]:
    x = y = from_x = from_y = 0.0
    control: tuple[float, float] | None = None
    for letter, numbers in _commands(words):
        kind, relative = letter.upper(), letter.islower()
        before, base = control, (x, y) if relative else (0.0, 0.0)
        control = None
        if kind == "Z":
            yield "Z", ()
            x, y = from_x, from_y
            continue
        if kind == "A":
            end = numbers[5] + base[0], numbers[6] + base[1]
            yield from _arc((x, y), end, numbers)
            x, y = end
            continue
        if kind in "HV":
            x, y = (numbers[0] + base[0], y) if kind == "H" else (x, numbers[0] + base[1])
            yield "L", (x, y)
            continue
        points = [number + base[place % 2] for place, number in enumerate(numbers)]
        if kind in "CS":
            if kind == "S":
                points = [*((2 * x - before[0], 2 * y - before[1]) if before else (x, y)), *points]
            control = points[2], points[3]
            yield "C", tuple(points)
        else:
            yield kind, tuple(points)
        x, y = points[-2:]
        if kind == "M":
            from_x, from_y = x, y


def _commands(words: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; one that is not written again is the same as before."""
    for letter, rest in re.findall(r"([A-Za-z])([^A-Za-z]*)", words):
        if letter in "zZ":
            yield letter, []
            continue
        numbers, count = _numbers(letter, rest), _COUNTS[letter.upper()]
        for first in range(0, len(numbers), count):
            again = {"M": "L", "m": "l"}.get(letter, letter) if first else letter
            yield again, numbers[first : first + count]


def _numbers(letter: str, rest: str) -> list[float]:
    if letter not in "aA":
        return [float(number) for number in _TOKEN.findall(rest)]
    number = r"\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+))"
    arcs = re.findall(number * 3 + r"\s*,?\s*([01])\s*,?\s*([01])" + number * 2, rest)
    return [float(part) for arc in arcs for part in arc]


def _arc(start: tuple[float, float], end: tuple[float, float], numbers: list[float]) -> Iterator[Step]:
    """Yield an arc as curves (SVG 1.1, F.6.5); the ellipses of our pictures do not lean."""
    rx, ry, _, large, sweep = numbers[:5]
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    grown = max(1.0, sqrt((half_x / rx) ** 2 + (half_y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    across, up = half_x / rx, half_y / ry
    reach = across**2 + up**2
    far = sqrt(max(0.0, 1 / reach - 1)) * (-1 if large == sweep else 1) if reach else 0.0
    middle_x, middle_y = far * up, -far * across
    first = atan2(up - middle_y, across - middle_x)
    turn = atan2(-up - middle_y, -across - middle_x) - first
    if sweep and turn < 0:
        turn += 2 * pi
    elif not sweep and turn > 0:
        turn -= 2 * pi
    x, y = (start[0] + end[0]) / 2 + middle_x * rx, (start[1] + end[1]) / 2 + middle_y * ry
    count = max(1, ceil(abs(turn) / (pi / 2)))
    each = turn / count
    k = 4 / 3 * tan(each / 4)
    for number in range(count):
        a, b = first + number * each, first + (number + 1) * each
        yield (
            "C",
            (
                x + rx * (cos(a) - k * sin(a)),
                y + ry * (sin(a) + k * cos(a)),
                x + rx * (cos(b) + k * sin(b)),
                y + ry * (sin(b) - k * cos(b)),
                x + rx * cos(b),
                y + ry * sin(b),
            ),
        )
