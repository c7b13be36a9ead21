"""What one request costs with a million envelopes in the store, beside the same request with ten thousand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, func, insert, select

from benchmarks.measure import Comparison, Result, Sample, spread
from benchmarks.wire import Sender, databases, list_newest, put_fresh, serving
from endpoint.storage.database import open_engine
from endpoint.storage.tables import BODIES, ENVELOPES, RECIPIENTS
from protocol.codec import encode
from protocol.envelope import unpack

_FEW, _MANY = 10_000, 1_000_000
_SIZE = 1_000
_A_LOT = 2_000
_DEVICES = 500
_TIMES, _TURNS = 200, 10


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield two results for each database; ``quick`` is for seeing that this still runs."""
    few, many = (200, 400) if quick else (_FEW, _MANY)
    times, turns = (8, 2) if quick else (_TIMES, _TURNS)
    with databases(folder) as found:
        for kind, (ours, _) in found.items():
            with serving(folder / kind, ours) as sender:
                address = ours or f"sqlite:///{folder / kind / 'endpoint' / 'endpoint.db'}"
                stock = _Stock(address, sender)
                stock.fill(few)
                before = [_both(sender, times) for _ in range(turns + 1)][1:]
                stock.fill(many)
                after = [_both(sender, times) for _ in range(turns + 1)][1:]
            for number, what in enumerate(("put", "list")):
                yield _words(kind, what).result(
                    [turn[number] for turn in after], [turn[number] for turn in before], [spread([1.0]).median]
                )


def _words(kind: str, what: str) -> Comparison:
    said = {"put": "a PUT of 1 kB", "list": "the newest page of 20 headers for one device"}[what]
    return Comparison(
        f"grow-{what}-{kind.lower()}",
        f"With a million envelopes kept, on {kind}: {said}",
        f"{said}, with 1,000,000 envelopes of 1 kB in the store",
        "the same with 10,000",
        budget=1.2,
    )


class _Stock:
    """Envelopes that lie in the store already, of many devices, written there without a request."""

    def __init__(self, address: str, sender: Sender) -> None:
        self._engine, self._places = open_engine(address), count(1)
        self._header = encode(unpack(sender.envelope(_SIZE, "desk-1")[1])[0])
        self._devices = [str(uuid4()) for _ in range(_DEVICES)]
        self._made = 0

    def fill(self, until: int) -> None:
        """Add envelopes until there are so many."""
        with self._engine.begin() as connection:
            last = connection.execute(select(func.max(ENVELOPES.c.server_seq))).scalar_one()
        self._places = count((last or 0) + 1)
        while self._made < until:
            lot = min(_A_LOT, until - self._made)
            with self._engine.begin() as connection:
                self._add(connection, lot)
            self._made += lot

    def _add(self, connection: Connection, lot: int) -> None:
        rows = [self._row() for _ in range(lot)]
        bodies = [{"authority": row["authority"], "id": row["id"], "sealed": os.urandom(_SIZE)} for row in rows]
        whom = [{"authority": row["authority"], "key_id": "desk-1", "server_seq": row["server_seq"]} for row in rows]
        for table, some in ((ENVELOPES, rows), (BODIES, bodies), (RECIPIENTS, whom)):
            connection.execute(insert(table), some)

    def _row(self) -> dict[str, object]:
        place = next(self._places)
        return {
            "authority": "E06000099",
            "id": str(uuid4()),
            "server_seq": place,
            "device": self._devices[place % _DEVICES],
            "device_seq": place,
            "kind": "released",
            "size": _SIZE,
            "header": self._header,
            "receipt": self._header,
            "received_at": "2026-11-26T09:30:05Z",
            "record": str(uuid4()),
            "sha256": "",
        }


def _both(sender: Sender, times: int) -> tuple[Sample, Sample]:
    """Take one turn of each over a single connection, so that nothing waits for anything else."""
    return put_fresh(sender, times, size=_SIZE, connections=1), list_newest(sender, times, connections=1)
