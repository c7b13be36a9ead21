"""What a request costs in a database that 150 authorities share in parts of their own, beside one in one part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.cluster import cluster, lacking
from benchmarks.measure import Comparison, Result, compare
from benchmarks.wire import CONNECTIONS, ROOT, list_newest, put_fresh, serving
from endpoint.storage.database import open_engine

_AUTHORITIES, _FEW = 150, 3
EXAMPLE = "E06000098"
"""The authority that the page names where another follows."""
_A_TURN, _A_QUICK_TURN = 200, CONNECTIONS
_ACTS = (
    ("put", "a sealed submission of 30 kB", partial(put_fresh, size=30_000)),
    ("list", "a page of 20 headers", list_newest),
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for what is sent and one for what is asked; ``quick`` is for seeing that this still runs."""
    if missing := lacking():
        print(f"· NOT MEASURED: PostgreSQL, without {missing}", flush=True)
        return
    times, turns = (_A_QUICK_TURN, 2) if quick else (_A_TURN, 10)
    with (
        cluster(durable=True) as running,
        serving(folder / "parted", running.new_database(), partial(part, _FEW if quick else _AUTHORITIES)) as parted,
        serving(folder / "whole", running.new_database()) as whole,
    ):
        for name, what, act in _ACTS:
            yield compare(_words(name, what), partial(act, parted, times), partial(act, whole, times), turns)


def part(authorities: int, database: str) -> None:
    """Part a database by the statements of the page, with so many authorities in all."""
    once, another = statements()
    type_in(database, once, *(another.replace(EXAMPLE, f"E08{n:06}") for n in range(1, authorities)))


def statements() -> tuple[str, str]:
    """Return what ``docs/scale.md`` has the owner of the tables type: once, and for each authority that follows."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    once, another = re.findall(r"^```sql\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return once, another


def type_in(database: str, *several: str) -> None:
    """Type statements as they stand, each in a transaction of its own."""
    engine = open_engine(database)
    for statement in several:
        with engine.begin() as connection:
            connection.exec_driver_sql(statement.replace("%", "%%"))
    engine.dispose()


def _words(name: str, what: str) -> Comparison:
    return Comparison(
        f"parted-{name}",
        f"With {_AUTHORITIES} authorities in parts of their own, on PostgreSQL: {what}",
        f"{what}, over {CONNECTIONS} connections to an endpoint whose tables are parted by authority",
        "the same to one whose tables are not, in the same cluster",
        budget=1.2,
    )
