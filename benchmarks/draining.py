"""A thousand queued envelopes brought by the laptop's own courier, beside a bare client with the same batches."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from app.forms.definition import FormLibrary
from app.paths import resources
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import create_vault
from app.sync.status import Reach
from benchmarks.courier import Courier
from benchmarks.family import PASSPHRASE
from benchmarks.measure import WALL, Comparison, Result, Sample, compare
from benchmarks.wire import ROOT, Sender, send_all, serving_all
from protocol.batches import ROOM_BYTES, pack_batch, packed_bytes
from protocol.limits import BATCH_ENVELOPES

_SIZE, _MANY, _FEW = 30_000, 1_000, 60
_LINES = {"on loopback": 0, "through a delay of 30 ms": 15}
"""Each line by its words, with how many milliseconds each way takes longer."""


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each line; ``quick`` is for seeing that this still runs."""
    many, turns = (_FEW, 1) if quick else (_MANY, 5)
    opening = partial(create_vault, folder / "vault", PASSPHRASE, ONLY_FOR_TESTS)
    forms = FormLibrary(resources() / "forms")
    with serving_all(folder, "") as endpoint, closing(Courier.at(endpoint, opening, forms)) as courier:
        sender = endpoint.sender()
        for words, delay in _LINES.items():
            with _line(endpoint.address, delay) as address:
                bare = Sender(address, sender.id, sender.key, sender.numbers)
                ours, floor = partial(_drain, courier, address, many), partial(_bare, bare, many)
                yield compare(_words(words, delay), ours, floor, turns)


def _words(words: str, delay: int) -> Comparison:
    return Comparison(
        f"drain-{2 * delay}ms",
        f"Sending {_MANY:,} queued envelopes of 30 kB, {words}",
        "one round of the laptop's own courier: out of the vault's outbox in batches, consent asked again, each "
        "receipt checked and written into the vault with its line in the audit",
        "the same number in the same batches, made and signed before, over one connection of a bare client to the same "
        "endpoint; no answer is read but for its status",
        budget=1.25,
    )


@contextmanager
def _line(address: str, delay: int) -> Iterator[str]:
    """Yield an address at which the endpoint answers so many milliseconds later each way."""
    if not delay:
        yield address
        return
    line = [sys.executable, "-m", "benchmarks.delaying", address, str(delay)]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.terminate()


def _bare(sender: Sender, many: int) -> Sample:
    waiting = [sender.envelope(_SIZE)[1] for _ in range(many)]
    some = min(BATCH_ENVELOPES, ROOM_BYTES // max(packed_bytes(len(one)) for one in waiting))
    batches = [tuple(waiting[start : start + some]) for start in range(0, many, some)]
    requests = [sender.request("POST", "/v1/envelopes", pack_batch(batch)) for batch in batches]
    return {WALL: send_all(sender.address, requests, 1) * 1000 / many}


def _drain(courier: Courier, address: str, many: int) -> Sample:
    """Queue so many, and return what one round that sends them takes for each."""
    courier.queue(many, _SIZE)
    with courier.client(address) as client:
        engine = courier.engine(client, Random(0))  # noqa: S311 - for pauses alone
        started = perf_counter()
        status = engine.run_round().status
        took = perf_counter() - started
    if (status.reach, status.waiting, status.set_aside) != (Reach.REACHED, 0, 0):
        raise RuntimeError(f"the round ended as {status.words()}")
    return {WALL: took * 1000 / many}
