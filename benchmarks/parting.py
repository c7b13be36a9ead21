"""What a request costs in a database that 150 authorities share in parts of their own, beside one in one part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.cluster import cluster, lacking
from benchmarks.measure import WALL, Comparison, Result, Sample, compare
from benchmarks.wire import CONNECTIONS, ROOT, Sender, send_all, serving
from endpoint.storage.database import open_engine

_AUTHORITIES, _FEW = 150, 3
_SIZE = 30_000
_A_TURN, _A_QUICK_TURN = 200, CONNECTIONS


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
        for name, what, act in (("put", "a sealed submission of 30 kB", _put), ("list", "a page of 20 headers", _list)):
            yield compare(_words(name, what), partial(act, parted, times), partial(act, whole, times), turns)


def part(authorities: int, database: str) -> None:
    """Part a database by the statements of ``docs/scale.md``, with so many authorities in all."""
    page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
    once, another = re.findall(r"^```sql\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    engine = open_engine(database)
    for statement in (once, *(another.replace("E06000098", f"E08{n:06}") for n in range(1, authorities))):
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


def _put(sender: Sender, times: int) -> Sample:
    fresh = [sender.envelope(_SIZE, sender.id) for _ in range(times)]
    requests = [sender.request("PUT", f"/v1/envelopes/{envelope}", body) for envelope, body in fresh]
    return {WALL: send_all(sender.address, requests) * 1000 / times}


def _list(sender: Sender, times: int) -> Sample:
    requests = [sender.request("GET", "/v1/changes?limit=20") for _ in range(times)]
    return {WALL: send_all(sender.address, requests) * 1000 / times}
