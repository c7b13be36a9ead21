"""Two hundred laptops that come at once, each with its own courier and vault, beside bare clients of a bare handler.

Every envelope is afterwards looked for in the store by the hash of its bytes, and every receipt checked on its laptop:
where one was lost, came twice, or somebody would have seen an error, there is no result at all.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from threading import Barrier
from time import perf_counter, sleep
from uuid import uuid4

from sqlalchemy import func, select

from app.forms.definition import FormLibrary
from app.paths import resources
from app.sealing.envelopes import check_receipt
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.outbox import OutboxRow, OutboxState
from app.storage.vault import create_vault, open_vault
from app.sync.engine import Round
from app.sync.policy import come_again_seconds, pause_seconds
from app.sync.status import Reach
from benchmarks.courier import Courier
from benchmarks.family import PASSPHRASE
from benchmarks.measure import Comparison, Result, Sample, compare
from benchmarks.wire import AUTHORITY, Endpoint, Request, bare, databases, send_all, serving_all, spent
from endpoint.settings import Settings
from endpoint.storage.database import Store, open_engine
from endpoint.storage.tables import BODIES, ENVELOPES
from protocol.codec import decode
from protocol.messages import SignedReceipt

_LAPTOPS, _FEW, _EACH, _SIZE = 200, 6, 20, 30_000
_KEPT, _ROUNDS = "kept, each once", "rounds of the slowest laptop"
_SEEN = frozenset({Reach.NO_CONNECTION, Reach.TROUBLE})
"""How a round ends that a person would see as an error; to be asked to come again is none."""

_Sent = list[tuple[Courier, list[OutboxRow]]]


class NotAsItShouldBe(Exception):
    """An envelope was lost or doubled, a receipt does not hold, or somebody would have seen an error."""


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each database; ``quick`` is for seeing that this still runs."""
    laptops, turns = (_FEW, 1) if quick else (_LAPTOPS, 2)
    empty = folder / "empty"
    create_vault(empty, PASSPHRASE, ONLY_FOR_TESTS).lock()
    with databases(folder) as found:
        for kind, (ours, floor) in found.items():
            with (
                serving_all(folder / kind, ours, Settings.pace) as endpoint,
                bare(floor) as running,
                _all_laptops(endpoint, empty, folder / kind / "laptops", laptops) as couriers,
                closing(_Kept(endpoint)) as kept,
            ):
                yield compare(_words(kind), partial(_ours, couriers, kept), partial(_floor, running, laptops), turns)


def _words(kind: str) -> Comparison:
    return Comparison(
        f"laptops-{kind.lower()}",
        f"{_LAPTOPS} laptops at once with {_EACH} envelopes each, on {kind}",
        f"whole rounds of each laptop's own courier over a connection of its own, all begun together and again when "
        f"asked to come again, until nothing waits; then each of {_LAPTOPS * _EACH:,} envelopes of 30 kB found once in "
        f"the store by the hash of its bytes, each receipt checked, and no error seen: otherwise there is no result",
        f"as many connections to a bare handler, {_EACH} bodies of 30 kB over each: one row in {kind} and one durable "
        f"commit for each body",
    )


@contextmanager
def _all_laptops(endpoint: Endpoint, empty: Path, folder: Path, many: int) -> Iterator[list[Courier]]:
    """Enrol so many laptops: each has a copy of one empty vault, and keys of its own made in it."""
    forms = FormLibrary(resources() / "forms")
    with ExitStack() as stack:
        couriers = list[Courier]()
        for number in range(many):
            vault = folder / f"{number}"
            shutil.copytree(empty, vault)
            courier = Courier.at(endpoint, partial(open_vault, vault, PASSPHRASE), forms)
            couriers.append(stack.enter_context(closing(courier)))
        yield couriers


class _Kept:
    """What the endpoint's store holds, read past the endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._store = Store(open_engine(endpoint.settings.database_url), AUTHORITY)

    def close(self) -> None:
        """Let the database go."""
        self._store.engine.dispose()

    @property
    def last(self) -> int:
        """The last place that was given out."""
        with self._store.snapshot() as tx:
            return int(tx.connection.execute(select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0))).scalar_one())

    def since(self, place: int) -> list[tuple[str, int, str]]:
        """Return of each envelope after a place its id, its place, and the hash of the bytes that lie there."""
        wanted = (
            select(ENVELOPES.c.id, ENVELOPES.c.server_seq, BODIES.c.sealed)
            .join_from(
                ENVELOPES, BODIES, (ENVELOPES.c.authority == BODIES.c.authority) & (ENVELOPES.c.id == BODIES.c.id)
            )
            .where(ENVELOPES.c.server_seq > place)
        )
        with self._store.snapshot() as tx:
            rows = tx.connection.execution_options(yield_per=100).execute(wanted)
            return [(envelope, seq, hashlib.sha256(sealed).hexdigest()) for envelope, seq, sealed in rows]


def _ours(couriers: Sequence[Courier], kept: _Kept) -> Sample:
    sent, last, rounds = [(one, one.queue(_EACH, _SIZE)) for one in couriers], kept.last, list[int]()
    sample = spent(kept.endpoint.process, partial(_all_at_once, couriers, kept.endpoint.address, rounds), 1)
    found = kept.since(last)
    check_store(Counter(row.sha256 for _, rows in sent for row in rows), Counter(sha256 for _, _, sha256 in found))
    _check_receipts(sent, {envelope: (seq, sha256) for envelope, seq, sha256 in found})
    return {**sample, _KEPT: len(found), _ROUNDS: max(rounds)}


def _all_at_once(couriers: Sequence[Courier], address: str, rounds: list[int]) -> float:
    """Let all begin at one moment, and return how many seconds it took; ``rounds`` hears how many each needed."""
    together = Barrier(len(couriers) + 1)
    with ThreadPoolExecutor(len(couriers)) as threads:
        going = [threads.submit(_send, one, address, together) for one in couriers]
        together.wait()
        started = perf_counter()
        rounds += [one.result() for one in going]
        return perf_counter() - started


def _send(courier: Courier, address: str, together: Barrier) -> int:
    chance = Random(courier.workplace.device)  # noqa: S311 - for pauses alone
    with courier.client(address) as client:
        engine = courier.engine(client, chance)
        together.wait()
        for number in count(1):
            done = engine.run_round()
            if done.status.reach in _SEEN or done.status.set_aside:
                raise NotAsItShouldBe(done.status.words())
            if not done.status.waiting:
                return number
            sleep(_pause(done, number, chance))
    raise AssertionError


def _pause(done: Round, failures: int, chance: Random) -> float:
    """Return how long the laptop's own courier would wait (``app.sync.worker``)."""
    if done.wait:
        return come_again_seconds(done.wait, chance)
    return pause_seconds(reached=False, waiting=done.status.waiting, failures=failures, random=chance)


def check_store(sent: Counter[str], found: Counter[str]) -> None:
    """Raise ``NotAsItShouldBe`` unless each that was sent lies there once, and nothing else."""
    lost, more = (sent - found).total(), (found - sent).total()
    if lost or more:
        raise NotAsItShouldBe(f"{lost} lost, {more} kept twice or never sent")


def _check_receipts(sent: _Sent, found: Mapping[str, tuple[int, str]]) -> None:
    for courier, rows in sent:
        directory = courier.workplace.directory.directory
        for row in courier.thread.ask(partial(_as_kept, rows)):
            if row is None or row.state is not OutboxState.RECEIVED:
                raise NotAsItShouldBe("an envelope has no receipt")
            signed = decode(row.receipt.encode(), SignedReceipt)
            check_receipt(signed, directory, id=row.envelope, sha256=row.sha256)
            if found[row.envelope] != (signed.receipt.server_seq, row.sha256):
                raise NotAsItShouldBe("a receipt speaks of something else than lies in the store")


def _as_kept(rows: Sequence[OutboxRow], tx: Transaction) -> list[OutboxRow | None]:
    return [outbox.get(tx, one.envelope) for one in rows]


def _floor(running: tuple[str, int], laptops: int) -> Sample:
    address, process = running
    requests = [Request("PUT", f"/{uuid4()}", {}, os.urandom(_SIZE)) for _ in range(laptops * _EACH)]
    sample = spent(process, partial(send_all, address, requests, laptops), 1)
    return {**sample, _KEPT: len(requests), _ROUNDS: 1}
