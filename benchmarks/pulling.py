"""Pulling the list of 10,000 envelopes page by page, beside a bare handler that reads as many rows of equal size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from urllib.parse import quote, urlsplit

import msgspec

from benchmarks.measure import WALL, Comparison, Result, Sample, compare
from benchmarks.wire import Request, Sender, ask, bare, databases, send_all, serving
from protocol.batches import pack_batch
from protocol.codec import decode, encode
from protocol.envelope import unpack
from protocol.limits import BATCH_ENVELOPES
from protocol.messages import Changes

_MANY, _FEW = 10_000, 100


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each database; ``quick`` is for seeing that this still runs."""
    with databases(folder) as found:
        for kind, (ours, floor) in found.items():
            with serving(folder / kind, ours) as sender, bare(floor) as (bare_address, _):
                _fill(sender, bare_address, _FEW if quick else _MANY)
                yield compare(_words(kind), partial(_ours, sender), partial(_floor, bare_address), 2 if quick else 5)


def _words(kind: str) -> Comparison:
    return Comparison(
        f"pull-{kind.lower()}",
        f"Pulling the list of 10,000 envelopes, on {kind}",
        "all pages of 200 headers addressed to one device, each request signed, verified and written down",
        f"pages of 200 rows with the same headers as bytes, from one table in {kind}",
    )


def _fill(sender: Sender, bare_address: str, many: int) -> None:
    fresh = [sender.envelope(100, sender.id) for _ in range(many)]
    for start in range(0, many, BATCH_ENVELOPES):
        some = tuple(body for _, body in fresh[start : start + BATCH_ENVELOPES])
        send_all(sender.address, [sender.request("POST", "/v1/envelopes", pack_batch(some))], 1)
    send_all(bare_address, [Request("PUT", f"/{envelope}", {}, encode(unpack(body)[0])) for envelope, body in fresh])


def _ours(sender: Sender) -> Sample:
    connection, cursor, more, found = HTTPConnection(urlsplit(sender.address).netloc), "", True, 0
    started = perf_counter()
    while more:
        request = sender.request("GET", f"/v1/changes?limit=200&cursor={quote(cursor)}")
        page = decode(ask(connection, request), Changes)
        cursor, more, found = page.cursor, page.more, found + len(page.headers)
    took = perf_counter() - started
    connection.close()
    return {WALL: took * 1000 * 1000 / found}


def _floor(address: str) -> Sample:
    connection, place, found = HTTPConnection(urlsplit(address).netloc), 0, 0
    started = perf_counter()
    while True:
        said = ask(connection, Request("GET", f"/?after={place}", {}, b""))
        last, _, rows = said.partition(b"\n")
        if not rows:
            break
        place, found = int(last), found + len([msgspec.json.decode(row) for row in rows.split(b"\n")])
    took = perf_counter() - started
    connection.close()
    return {WALL: took * 1000 * 1000 / found}
