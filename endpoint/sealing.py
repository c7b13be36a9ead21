"""Sealing accesses while the endpoint answers: on a thread of its own, so that no request ever waits to be sealed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from endpoint.door import Door, log_fault
from endpoint.storage.database import Transaction
from endpoint.storage.seals import Seal, seal_oldest, waiting
from endpoint.times import to_text

LOOK_SECONDS = 60
"""How often it is looked whether enough waits."""
AGAIN_SECONDS = 0.1
"""How soon it is looked again where something was sealed: there may be more, and others write meanwhile."""
MANY = 5_000
OLD = timedelta(hours=1)
"""Sealed is when so many wait, or one for so long."""


def seal_all(door: Door) -> int:
    """Seal all that waits, an hour of it at a time, each in a transaction of its own; return how many accesses."""
    sealed = 0
    while (seal := _seal_oldest(door)) is not None:
        sealed += seal.accesses
    return sealed


def _seal_oldest(door: Door) -> Seal | None:
    with door.store.transaction() as tx:
        return seal_oldest(tx, to_text(door.now()))


def is_due(door: Door) -> bool:
    """Say whether enough waits to be sealed; nobody is kept waiting by the question."""
    with door.store.snapshot() as tx:
        return _is_due(tx, to_text(door.now() - OLD))


def _is_due(tx: Transaction, long_ago: str) -> bool:
    waits = waiting(tx)
    return waits.accesses >= MANY or (waits.accesses > 0 and waits.since <= long_ago)


@contextmanager
def sealing(door: Door, every: float = LOOK_SECONDS) -> Iterator[None]:
    """Seal whatever is due for as long as this lasts, and all that waits at its end."""
    stop = threading.Event()
    thread = threading.Thread(target=_seal_until, args=(door, stop, every), name="sealing", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        _try(lambda: seal_all(door) > 0)


def _seal_until(door: Door, stop: threading.Event, every: float) -> None:
    sealed = False
    while not stop.wait(min(every, AGAIN_SECONDS) if sealed else every):
        sealed = _try(lambda: is_due(door) and _seal_oldest(door) is not None)


def _try(to_seal: Callable[[], bool]) -> bool:
    """Return whether anything was sealed; where that fails, the log says so, and it is tried again the next time."""
    try:
        return to_seal()
    except Exception as fault:  # noqa: BLE001 a full disk, a database that is away: accesses wait, requests are answered
        log_fault(fault)
        return False
