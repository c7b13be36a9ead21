"""Results on the disk as JSON, and the page made of them; no figure is ever typed in by hand."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from PySide6 import __version__ as qt_version

from benchmarks.measure import Aspect, Result, Spread

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PAGE = HERE / "README.md"

_ABOUT = """# Benchmarks

How fast the program is, always beside a floor: the least code that does the same durable thing. What is compared is
done in turns, ours and the floor, in one run. A figure is the median, with the least and the most in brackets; a ratio
is the median of the ratios of neighbouring turns. **Read the ratios, not the times**: they are about the program, the
times are about the machine.

```
python3 dev.py bench
python3 dev.py bench --only save copy
```

measures everything (under five minutes on a quiet machine; the frozen program is built first where that is not done
yet), writes a file for each measurement into `results/`, and makes this page from them. Three take some minutes each,
and are measured where they are named: `grow`, `monday`, `laptops` and `part`. A measurement lives in a module
of its own; a new one is a module with a `measure` function and a line in `benchmarks/__main__.py`.

A budget is the ratio to stay within, or what a person should never wait longer for; it is judged by the aspect named
first. Where CPU and clock differ much, something else was busy.
"""


class Kept(msgspec.Struct, frozen=True):
    """A result as it stands in its file, with the machine it was measured on."""

    place: int
    machine: str
    result: Result


def machine() -> str:
    """Return what the figures are about: system, processor kind, Python and Qt; no name of a computer or a person."""
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, Python {'.'.join(map(str, sys.version_info[:3]))}, Qt {qt_version}"


def keep(result: Result, place: int, folder: Path = RESULTS) -> None:
    """Write one result into its file; ``place`` is where it stands on the page."""
    folder.mkdir(exist_ok=True)
    written = msgspec.json.format(msgspec.json.encode(Kept(place, machine(), result)), indent=1)
    (folder / f"{result.name}.json").write_bytes(written + b"\n")


def kept(folder: Path = RESULTS) -> list[Kept]:
    """Return every result there is, in the order of the page."""
    found = [msgspec.json.decode(path.read_bytes(), type=Kept) for path in sorted(folder.glob("*.json"))]
    return sorted(found, key=lambda one: one.place)


def page(results: Iterable[Kept]) -> str:
    """Return the whole page."""
    found = list(results)
    return "\n".join([_ABOUT, *_table(found), "", *_words(found)])


def _table(results: list[Kept]) -> Iterator[str]:
    yield "| what | aspect | ours | floor | ratio | budget |"
    yield "|---|---|---|---|---|---|"
    for one in results:
        yield from _rows(one.result)


def _rows(result: Result) -> Iterator[str]:
    judged_first = sorted(result.aspects.items(), key=lambda pair: pair[0] != result.judged)
    for number, (name, aspect) in enumerate(judged_first):
        title, budget = ("", "") if number else (f"**{result.title}**", _budget(result))
        ours, floor, ratio = map(_figure, (aspect.ours, aspect.floor, aspect.ratio))
        yield f"| {title} | {name} | {ours} | {floor} | {ratio} | {budget} |"


def _budget(result: Result) -> str:
    ratio = f"{result.budget:g}" if result.budget is not None else ""
    wait = f"{result.within:g} ms" if result.within is not None else ""
    budgets = ", ".join(one for one in (ratio, wait) if one)
    return f"{budgets} {'held' if is_held(result) else '**not held**'}" if budgets else "–"


def is_held(result: Result) -> bool:
    """Say whether a result stays within its budgets, where it has any."""
    aspect: Aspect = result.aspects[result.judged]
    in_ratio = result.budget is None or aspect.ratio.median <= result.budget
    return in_ratio and (result.within is None or aspect.ours.median <= result.within)


def _figure(figures: Spread) -> str:
    if figures.least == figures.most:
        return _number(figures.median)
    return f"{_number(figures.median)} ({_number(figures.least)}–{_number(figures.most)})"


def _number(figure: float) -> str:
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.3g}"  # noqa: PLR2004 - three digits are enough


def _words(results: list[Kept]) -> Iterator[str]:
    yield "## What was done"
    yield ""
    for one in results:
        result = one.result
        yield f"- **{result.title}**: {result.ours}."
        yield f"  Floor: {result.floor}. {result.turns} turns."
    yield ""
    yield "## The machine, and how much it wavered"
    yield ""
    yield "A loop of fixed work, done between the turns, took so many milliseconds: the wider, the noisier."
    yield ""
    for one in results:
        yield f"- {one.result.title}: {_figure(one.result.noise)} ({one.machine})"
    yield ""
