"""A thousand queued envelopes brought by the laptop's own courier, beside a bare client with the same batches."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter
from uuid import uuid4

from app.clock import SystemClock
from app.domain.ids import EnvelopeId, RecordId
from app.forms.definition import FormLibrary
from app.operations.workplace import Joined, Workplace, keep_enrolment, load_workplace, new_device
from app.paths import resources
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.vault import create_vault
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from app.sync.enrol import enrol_device
from app.sync.status import Reach
from benchmarks.family import PASSPHRASE
from benchmarks.measure import WALL, Comparison, Result, Sample, compare
from benchmarks.wire import ROOT, Endpoint, Sender, send_all, serving_all
from protocol.batches import fits, pack_batch
from protocol.envelope import pack
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.statements import Kind, sign

_SIZE, _MANY, _FEW = 30_000, 1_000, 60
_LINES = {"on loopback": 0, "through a delay of 30 ms": 15}
"""Each line by its words, with how many milliseconds each way takes longer."""


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each line; ``quick`` is for seeing that this still runs."""
    many, turns = (_FEW, 1) if quick else (_MANY, 5)
    with serving_all(folder, "") as endpoint, closing(_Courier.at(endpoint, folder / "vault")) as courier:
        sender = endpoint.sender()
        for words, delay in _LINES.items():
            with _line(endpoint.address, delay) as address:
                bare = Sender(address, sender.id, sender.key, sender.numbers)
                ours, floor = partial(courier.drain, address, many), partial(_bare, bare, many)
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
    waiting, batches = [sender.envelope(_SIZE)[1] for _ in range(many)], list[tuple[bytes, ...]]()
    while waiting:
        some = 1
        while some < len(waiting) and fits(tuple(len(one) for one in waiting[: some + 1])):
            some += 1
        batches.append(tuple(waiting[:some]))
        del waiting[:some]
    requests = [sender.request("POST", "/v1/envelopes", pack_batch(batch)) for batch in batches]
    return {WALL: send_all(sender.address, requests, 1) * 1000 / many}


@dataclass(frozen=True)
class _Courier:
    """An enrolled practitioner's open vault, in whose outbox envelopes are laid."""

    thread: VaultThread
    workplace: Workplace

    @classmethod
    def at(cls, endpoint: Endpoint, folder: Path) -> _Courier:
        """Enrol at the endpoint itself."""
        thread, clock = VaultThread(), SystemClock()
        thread.open(lambda: create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS), lambda _vault: None, _fail)
        code = endpoint.invite()

        def enrolled(tx: Transaction) -> Workplace | None:
            new = new_device(tx, thread.vault)
            with EndpointClient(endpoint.address, new.device, new.secrets.signing) as client:
                said = enrol_device(client, code, new.secrets.signing, new.secrets.recipient)
            joined = Joined(endpoint.address, said.worker, said.certificate, said.directory, said.welcome.desk)
            keep_enrolment(tx, thread.vault, new, joined, clock)
            return load_workplace(tx, thread.vault, FormLibrary(resources() / "forms"), clock)

        workplace = thread.ask(enrolled)
        if workplace is None:
            raise LookupError("the laptop was not enrolled")
        return cls(thread, workplace)

    def close(self) -> None:
        """Lock the vault."""
        self.thread.close()

    def drain(self, address: str, many: int) -> Sample:
        """Queue so many, and return what one round that sends them takes for each."""
        self.thread.ask(lambda tx: self._queue(tx, many))
        with EndpointClient(address, self.workplace.device, self.workplace.secrets.signing) as client:
            random = Random(0)  # noqa: S311 - for pauses alone
            engine = Engine(self.thread, client, reader=self.workplace, clock=self.workplace.clock, random=random)
            started = perf_counter()
            status = engine.run_round().status
            took = perf_counter() - started
        if (status.reach, status.waiting, status.set_aside) != (Reach.REACHED, 0, 0):
            raise RuntimeError(f"the round ended as {status.words()}")
        return {WALL: took * 1000 / many}

    def _queue(self, tx: Transaction, many: int) -> None:
        for _ in range(many):
            row, body = self._envelope(outbox.next_device_seq(tx))
            (self.thread.vault.sealed / row.file).write_bytes(body)
            outbox.add(tx, row)

    def _envelope(self, number: int) -> tuple[OutboxRow, bytes]:
        bytes_, envelope, record = os.urandom(_SIZE), str(uuid4()), str(uuid4())
        header = EnvelopeHeader(
            id=envelope,
            record=record,
            version=1,
            parents=(),
            kind=EnvelopeKind.KEPT,
            sha256=hashlib.sha256(bytes_).hexdigest(),
            size=_SIZE,
            blobs=(),
            device=self.workplace.device,
            device_seq=number,
            recipients=("escrow-1",),
        )
        body = pack(SignedHeader(header, sign(Kind.ENVELOPE, header, self.workplace.secrets.signing)), bytes_)
        row = OutboxRow(
            envelope=EnvelopeId(envelope),
            device_seq=number,
            kind=OutboxKind.KEPT,
            record=RecordId(record),
            version=1,
            recipient="safe keeping",
            file=f"{envelope}.ecaf",
            sha256=header.sha256,
            size=_SIZE,
            queued_at=self.workplace.clock.now(),
        )
        return row, body


def _fail(fault: Exception) -> None:
    raise fault
