"""How much memory two hundred page changes leave behind, beside what the first round of pages took."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from app.ui.shell.steps import in_order, is_open
from app.ui.shell.workroom import Workroom
from benchmarks.family import answers_for, new_laptop
from benchmarks.measure import MEMORY, Comparison, Result, Sample, fixed_work
from benchmarks.screen import settle, workroom

CHANGES = 200
_MB = 1024 * 1024
GROWTH = Comparison(
    "memory-after-pages",
    f"Memory after {CHANGES} page changes",
    f"resident memory of the process after {CHANGES} changes of page in an open draft",
    "the same process once it has shown every page twice",
    budget=1.05,
    judged=MEMORY,
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the result; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "remember")
    episode = laptop.add_family("Mason", answers_for(laptop.workplace.forms.by_name("caf-assessment")))
    laptop.vault.lock()
    with workroom(laptop.home) as room:
        room.open_family(episode)
        pages = _pages(room)[: 3 if quick else None]
        _turn(room, 2 * len(pages), pages)
        after_first = resident()
        _turn(room, 6 if quick else CHANGES, pages)
        yield GROWTH.result([resident()], [after_first], [fixed_work()])


def _pages(room: Workroom) -> list[str]:
    """Return the pages of the draft, in order."""
    file = room.family.file
    return [step for step in in_order(file) if is_open(file, step)] if file is not None else []


def _turn(room: Workroom, times: int, pages: list[str]) -> None:
    for number in range(times):
        room.family.go(pages[number % len(pages)])
        settle()
    gc.collect()


def resident() -> Sample:
    """Return how much of this process is in memory now; where the system does not say, the most it ever was."""
    now = Path("/proc/self/statm")
    if now.exists():
        pages = int(now.read_text(encoding="ascii").split()[1])
        return {MEMORY: pages * 4096 / _MB}
    import resource

    return {MEMORY: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB}
