"""A child found among 100,000 in the index, beside one row read by its key from the same database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from uuid import UUID

from sqlalchemy import select

from benchmarks.children import MadeUp, made_up
from benchmarks.measure import CPU, WALL, Comparison, Result, Sample, compare, timed
from benchmarks.mistakes import HELD_OUT
from benchmarks.wire import AUTHORITY, databases
from endpoint.childindex import OwnIndex
from endpoint.index.entry import Entry
from endpoint.index.likeness import Described
from endpoint.storage.database import Store, open_engine
from endpoint.storage.index import put_entries
from endpoint.storage.index_tables import INDEX_CHILDREN
from endpoint.storage.schema import bring_up_to_date

_MANY, _FEW = 100_000, 500
_TODAY = date(2026, 11, 26)
_AT_ONCE = 500


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each database; ``quick`` is for seeing that this still runs."""
    children = made_up(8_128, _FEW if quick else _MANY)
    chance = Random(6)  # noqa: S311 - seeded, so that the same are asked for again
    asked = [HELD_OUT(chance, one.known) for one in chance.sample(children, 50 if quick else 300)]
    with databases(folder) as found:
        for kind, (ours, _) in found.items():
            store = Store(open_engine(ours or f"sqlite:///{folder / 'index.db'}"), AUTHORITY)
            fill(store, children)
            yield compare(_words(kind), partial(_ours, store, asked), partial(_floor, store), 2 if quick else 5)
            store.engine.dispose()


def _words(kind: str) -> Comparison:
    return Comparison(
        f"match-{kind.lower()}",
        f"Finding a child among 100,000, on {kind}",
        "the median of 300 searches with mistakes in them: candidates read, each compared, the best one told",
        f"the median of 300 rows read by their key from the same table in {kind}",
        judged=CPU,
        within=5.0,
    )


def fill(store: Store, children: Sequence[MadeUp]) -> None:
    """Enter these children into the index."""
    bring_up_to_date(store.engine)
    entries = [_entry(one) for one in children]
    with store.transaction() as tx:
        for start in range(0, len(entries), _AT_ONCE):
            put_entries(tx, entries[start : start + _AT_ONCE])
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _entry(child: MadeUp) -> Entry:
    known = child.known
    return Entry(
        child=_id(child.place),
        names=known.names,
        born=known.born,
        gender=known.gender,
        number=known.number,
        postcode=known.postcode,
    )


def _id(place: int) -> str:
    return str(UUID(int=place))


def _ours(store: Store, asked: list[Described]) -> Sample:
    index = OwnIndex()
    with store.snapshot() as tx:
        return _median([partial(index.search, tx, one, _TODAY) for one in asked])


def _floor(store: Store) -> Sample:
    with store.snapshot() as tx:
        rows = [
            select(INDEX_CHILDREN).where(
                INDEX_CHILDREN.c.authority == tx.authority, INDEX_CHILDREN.c.child == _id(place)
            )
            for place in range(300)
        ]
        return _median([partial(_row, tx.connection.execute, row) for row in rows])


def _row(execute: Callable[..., object], query: object) -> None:
    execute(query)


def _median(acts: list[Callable[[], object]]) -> Sample:
    times = [timed(act) for act in acts]
    return {aspect: median(one[aspect] for one in times) for aspect in (CPU, WALL)}
