"""The laptop's own courier for measuring: an enrolled practitioner's open vault with envelopes laid into its outbox."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from uuid import uuid4

from app.clock import SystemClock
from app.domain.ids import EnvelopeId, RecordId
from app.forms.definition import FormLibrary
from app.operations.workplace import Joined, Workplace, keep_enrolment, load_workplace, new_device
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.vault import Vault
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from app.sync.enrol import enrol_device
from benchmarks.wire import Endpoint
from protocol.envelope import pack
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.statements import Kind, sign


@dataclass(frozen=True)
class Courier:
    """An enrolled practitioner's open vault, in whose outbox envelopes are laid."""

    thread: VaultThread
    workplace: Workplace

    @classmethod
    def at(cls, endpoint: Endpoint, opening: Callable[[], Vault], forms: FormLibrary) -> Courier:
        """Open a vault that was never enrolled, and enrol it at the endpoint itself."""
        thread, clock = VaultThread(), SystemClock()
        thread.open(opening, lambda _vault: None, _fail)
        code = endpoint.invite()

        def enrolled(tx: Transaction) -> Workplace | None:
            new = new_device(tx, thread.vault)
            with EndpointClient(endpoint.address, new.device, new.secrets.signing) as client:
                said = enrol_device(client, code, new.secrets.signing, new.secrets.recipient)
            joined = Joined(endpoint.address, said.worker, said.certificate, said.directory, said.welcome.desk)
            keep_enrolment(tx, thread.vault, new, joined, clock)
            return load_workplace(tx, thread.vault, forms, clock)

        workplace = thread.ask(enrolled)
        if workplace is None:
            raise LookupError("the laptop was not enrolled")
        return cls(thread, workplace)

    def close(self) -> None:
        """Lock the vault."""
        self.thread.close()

    def queue(self, many: int, size: int) -> list[OutboxRow]:
        """Lay so many fresh envelopes into the outbox, the sealed part of each of this size, and return their rows."""

        def lay(tx: Transaction) -> list[OutboxRow]:
            return [self._lay(tx, size) for _ in range(many)]

        return self.thread.ask(lay)

    def client(self, address: str) -> EndpointClient:
        """Return this laptop's own client at an address."""
        return EndpointClient(address, self.workplace.device, self.workplace.secrets.signing)

    def engine(self, client: EndpointClient, random: Random) -> Engine:
        """Return what runs this laptop's rounds. ``random`` is for pauses alone."""
        return Engine(self.thread, client, reader=self.workplace, clock=self.workplace.clock, random=random)

    def _lay(self, tx: Transaction, size: int) -> OutboxRow:
        row, body = self._envelope(outbox.next_device_seq(tx), size)
        (self.thread.vault.sealed / row.file).write_bytes(body)
        outbox.add(tx, row)
        return row

    def _envelope(self, number: int, size: int) -> tuple[OutboxRow, bytes]:
        bytes_, envelope, record = os.urandom(size), str(uuid4()), str(uuid4())
        header = EnvelopeHeader(
            id=envelope,
            record=record,
            version=1,
            parents=(),
            kind=EnvelopeKind.KEPT,
            sha256=hashlib.sha256(bytes_).hexdigest(),
            size=size,
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
            size=size,
            queued_at=self.workplace.clock.now(),
        )
        return row, body


def _fail(fault: Exception) -> None:
    raise fault
