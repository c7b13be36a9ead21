"""Many laptops, several processes and one database: what is the same is kept once, and nothing is passed over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ambleton import Laptop, Town, ask, serving
from rigs.results import Results

from app.sync.client import EndpointClient
from protocol.batches import Verdicts, pack_batch
from protocol.codec import decode
from protocol.messages import SignedReceipt

WRITERS = 6
SECONDS, LONG_SECONDS = 5, 600
RESULTS = Path(__file__).parent / "results" / "writers.json"


@pytest.fixture(scope="module")
def addresses(town: Town) -> Iterator[tuple[str, str]]:
    """Serve the same store from two processes."""
    with serving(town.folder, database=town.database) as (other, _):
        yield town.address, other


def test_fifty_identical_posts_in_parallel_make_one_row(town: Town, priya: Laptop, addresses: tuple[str, str]) -> None:
    envelope, body = priya.envelope()
    receipt: set[str] = set()
    requests = []
    for number in range(50):
        there = Laptop(addresses[number % 2], priya.id, priya.key)
        whole = number % 5 > 0
        line = ("PUT", f"/v1/envelopes/{envelope}", body) if whole else ("POST", "/v1/envelopes", pack_batch((body,)))
        requests.append(there.signed_request(*line, ecaf_version="2"))
    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(ask, requests))
    for answer in answers:
        assert answer.status_code in {200, 201}, answer.text
        if answer.request.method == "PUT":
            receipt.add(decode(answer.content, SignedReceipt).signature)
        else:
            (verdict,) = decode(answer.content, Verdicts).verdicts
            assert verdict.receipt is not None
            receipt.add(verdict.receipt.signature)
    assert len(receipt) == 1
    assert town.rows("select count(*) from envelopes where id = :it", it=envelope) == [(1,)]
    assert town.rows("select count(*) from bodies where id = :it", it=envelope) == [(1,)]


def test_a_puller_misses_nothing_of_six_writers_at_two_processes(
    town: Town, addresses: tuple[str, str], request: pytest.FixtureRequest
) -> None:
    is_long = request.config.getoption("--long")
    seconds = LONG_SECONDS if is_long else SECONDS
    if not town.database and seconds == SECONDS:
        seconds = 1  # SQLite has one writer: there is little to see
    reader = town.enrolled()
    writers = [town.enrolled() for _ in range(WRITERS)]
    ends, places = time.monotonic() + seconds, dict[str, int]()

    def write(number: int) -> None:
        laptop = writers[number]
        with EndpointClient(addresses[number % 2], laptop.id, laptop.key) as client:
            while time.monotonic() < ends:
                envelope, body = laptop.envelope(reader.id)
                places[envelope] = client.put(body, envelope).receipt.server_seq

    with ThreadPoolExecutor(WRITERS) as threads, EndpointClient(addresses[1], reader.id, reader.key) as client:
        writing = [threads.submit(write, number) for number in range(WRITERS)]
        seen = list(_pulled(client, lambda: not any(one.running() for one in writing)))
        for one in writing:
            one.result()
    if is_long:
        figures = {"seconds": seconds, "envelopes": len(places), "missed": len(places.keys() - set(seen))}
        Results(RESULTS).add("six writers and a puller", town.database.partition(":")[0] or "sqlite", figures)
    assert len(places) >= WRITERS
    assert seen == sorted(places, key=places.__getitem__)
    assert sorted(set(places.values())) == sorted(places.values())


def _pulled(client: EndpointClient, is_over: Callable[[], bool]) -> Iterator[str]:
    cursor, last = "", False
    while True:
        page = client.changes(cursor)
        yield from (one.header.id for one in page.headers)
        cursor = page.cursor
        if last and not page.headers:
            return
        last = is_over()
