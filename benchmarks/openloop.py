"""Requests at times fixed before, whatever becomes of the answers; who waits is counted from when it was due.

A client that waits for one answer before it asks again leaves out just the moments that people complain of.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from queue import Empty, SimpleQueue
from random import Random
from time import perf_counter, sleep
from urllib.parse import urlsplit

from benchmarks.wire import Request, ask

CONNECTIONS = 32
"""So many may be unanswered before one that is due has to wait; that counts as if it were the endpoint's doing."""

_Due = tuple[float, Request]


def poisson(rate: float, seconds: float, seed: int) -> list[float]:
    """Return when requests are due, in seconds from the start: by chance, ``rate`` a second, for so many seconds."""
    chance, due = Random(seed), list[float]()  # noqa: S311 - seeded, so that the same times come again
    at = chance.expovariate(rate)
    while at < seconds:
        due.append(at)
        at += chance.expovariate(rate)
    return due


def send_when_due(address: str, requests: Sequence[Request], due: Sequence[float]) -> list[float]:
    """Send each request when it is due, and return how many seconds after that its answer was there."""
    waiting: SimpleQueue[_Due] = SimpleQueue()
    for pair in zip(due, requests, strict=True):
        waiting.put(pair)
    started = perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        lines = [threads.submit(_line, address, started, waiting) for _ in range(CONNECTIONS)]
        return [late for line in lines for late in line.result()]


def _line(address: str, started: float, waiting: SimpleQueue[_Due]) -> list[float]:
    late = list[float]()
    with closing(HTTPConnection(urlsplit(address).netloc)) as connection:
        while (pair := _next(waiting)) is not None:
            due, request = pair
            sleep(max(0.0, started + due - perf_counter()))
            ask(connection, request)
            late.append(perf_counter() - started - due)
    return late


def _next(waiting: SimpleQueue[_Due]) -> _Due | None:
    try:
        return waiting.get_nowait()
    except Empty:
        return None
