"""``python -m benchmarks``: measures everything, or what is named, and writes results and their page."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import (
    copying,
    draining,
    frozen,
    growing,
    laptops,
    matching,
    monday,
    opening,
    parting,
    pulling,
    remembering,
    repeating,
    saving,
    start,
    submitting,
    vault,
    visiting,
)
from benchmarks.measure import Result
from benchmarks.table import PAGE, RESULTS, keep, kept, page

Measurement = Callable[..., Iterator[Result]]
MEASUREMENTS: dict[str, Measurement] = {
    "start": start.measure,
    "save": saving.measure,
    "open": opening.measure,
    "repeat": repeating.measure,
    "copy": copying.measure,
    "memory": remembering.measure,
    "frozen": frozen.measure,
    "vault": vault.measure,
    "visit": visiting.measure,
    "submit": submitting.measure,
    "pull": pulling.measure,
    "grow": growing.measure,
    "drain": draining.measure,
    "match": matching.measure,
    "monday": monday.measure,
    "laptops": laptops.measure,
    "part": parting.measure,
}
ON_DEMAND = {"grow", "monday", "laptops", "part"}
"""What takes so long that it is measured only where it is named."""
"""Every measurement by the name it is asked for with; a room for results of its own is made at each hundred."""


def say(words: str) -> None:
    """Tell the person at the terminal what came out."""
    print(f"· {words}", flush=True)


def main() -> int:
    """Measure, and write what came out; return 0 whatever it was: a budget is a thing to know, not a gate."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, help="measure only these")
    parser.add_argument("--quick", action="store_true", help="only see that each still runs; its figures say nothing")
    parser.add_argument("--out", type=Path, help="where results go (default: benchmarks/results, not when --quick)")
    arguments = parser.parse_args()
    out = arguments.out or (None if arguments.quick else RESULTS)
    for name in arguments.only or [name for name in MEASUREMENTS if name not in ON_DEMAND]:
        run(name, out, quick=arguments.quick)
    if out == RESULTS:
        PAGE.write_text(page(kept()), encoding="utf-8")
    return 0


def run(name: str, out: Path | None, *, quick: bool) -> None:
    """Take one measurement."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ecaf-bench-") as folder:
        for number, result in enumerate(MEASUREMENTS[name](Path(folder), quick=quick)):
            say(f"{result.title}: {result.aspects[result.judged].ratio.median:.2f} times ({result.judged})")
            if out is not None:
                keep(result, 100 * list(MEASUREMENTS).index(name) + number, out)
    say(f"{name}: {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
