"""Two enrolled laptops and the couriers between their vaults and a real endpoint, with cables that fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import TypeVar

from ambleton import Town
from larkrise import AGREED_TO_SHARE, PASSPHRASE, Join, Laptop, Visit, Watch, joined
from msgspec.structs import replace

from app.domain.answers import Answers
from app.domain.ids import EnvelopeId
from app.operations.costing import costly
from app.operations.policy import own_policy
from app.operations.workplace import Joined, NewDevice, Workplace
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.vault import Vault, open_vault
from app.sync.client import EndpointClient, EndpointRefused, Unreachable
from app.sync.engine import Engine, Round
from app.sync.enrol import enrol_device
from endpoint.office import ledger, open_door
from endpoint.settings import Settings
from protocol.batches import Verdict, Verdicts
from protocol.messages import SignedReceipt
from protocol.problems import Problem

T = TypeVar("T")
ClientT = TypeVar("ClientT", bound=EndpointClient)

Told = Callable[[SignedReceipt], SignedReceipt]


class LosesReplies(EndpointClient):
    """A cable on which every envelope arrives and no answer comes back."""

    def put(self, envelope: bytes, envelope_id: str) -> SignedReceipt:
        """Send it, and hear nothing."""
        super().put(envelope, envelope_id)
        raise Unreachable

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Send them, and hear nothing."""
        super().put_batch(envelopes)
        raise Unreachable


class Forges(EndpointClient):
    """A cable on which somebody changes the receipts."""

    change: Told

    def put(self, envelope: bytes, envelope_id: str) -> SignedReceipt:
        """Send it, and hear something else than was answered."""
        return self.change(super().put(envelope, envelope_id))

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Send them, and hear something else of each than was answered."""
        return Verdicts(tuple(self._changed(one) for one in super().put_batch(envelopes).verdicts))

    def _changed(self, verdict: Verdict) -> Verdict:
        return replace(verdict, receipt=self.change(verdict.receipt)) if verdict.receipt is not None else verdict


class Meddles(EndpointClient):
    """A cable on which the last byte of one envelope is changed."""

    spoilt: str

    def get(self, envelope_id: str) -> bytes:
        """Fetch it, changed when it is the one."""
        body = super().get(envelope_id)
        return body[:-1] + bytes([body[-1] ^ 1]) if envelope_id == self.spoilt else body


class LosesOne(EndpointClient):
    """A cable to an endpoint that lists an envelope and can no longer give it."""

    lost: str

    def get(self, envelope_id: str) -> bytes:
        """Fetch it, unless it is the one."""
        if envelope_id == self.lost:
            raise EndpointRefused(Problem.NOT_FOUND)
        return super().get(envelope_id)


def over_the_network(town: Town, role: str, name: str = "Priya Nair") -> Join:
    """Return a way to enrol at the endpoint itself."""
    code = town.invite(role, name=name)

    def join(new: NewDevice) -> Joined:
        with EndpointClient(town.address, new.device, new.secrets.signing) as client:
            return joined(town.address, enrol_device(client, code, new.secrets.signing, new.secrets.recipient))

    return join


def opened_thread(folder: Path) -> VaultThread:
    """Return the thread that holds a vault, open."""
    thread: VaultThread = VaultThread()
    outcome: SimpleQueue[Vault | Exception] = SimpleQueue()
    thread.open(lambda: open_vault(folder, PASSPHRASE), outcome.put, outcome.put)
    came = outcome.get(timeout=20)
    if isinstance(came, Exception):
        raise came
    return thread


@dataclass
class Courier:
    """A laptop after unlocking: its vault on a thread of its own, and its cable to the endpoint."""

    town: Town
    workplace: Workplace
    watch: Watch
    thread: VaultThread
    clients: list[EndpointClient] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)

    @classmethod
    def of(cls, town: Town, laptop: Laptop, *visits: Visit) -> Courier:
        """Lock a laptop, and unlock it on the thread that the courier works with."""
        laptop.vault.lock()
        thread = opened_thread(laptop.vault.folder)
        return cls(town, laptop.workplace, laptop.watch, thread, visits=list(visits))

    def close(self) -> None:
        """Lock the vault and let every cable go."""
        self.thread.close()
        for client in self.clients:
            client.close()

    def cable(self, kind: type[ClientT], address: str = "") -> ClientT:
        """Return a cable to the endpoint, or to another address."""
        client = kind(address or self.town.address, self.workplace.device, self.workplace.secrets.signing)
        self.clients.append(client)
        return client

    def engine(self, client: EndpointClient | None = None) -> Engine:
        """Return an engine on a cable; a good one when none is given."""
        client = client or self.cable(EndpointClient)
        return Engine(
            self.thread,
            client,
            reader=self.workplace,
            clock=self.watch,
            random=Random(7),
            costly=lambda tx: costly(tx, own_policy()),
        )

    def round(self, client: EndpointClient | None = None) -> Round:
        """Run one round."""
        return self.engine(client).run_round()

    def ask(self, work: Callable[[Transaction], T]) -> T:
        """Ask the vault."""
        return self.thread.ask(work)

    def rows(self) -> list[OutboxRow]:
        """Return every envelope this laptop sealed, in the order they were queued."""
        ids = self.ask(
            lambda tx: [row["envelope"] for row in tx.all("SELECT envelope FROM outbox ORDER BY device_seq")]
        )
        return [self.row(one) for one in ids]

    def row(self, envelope: str) -> OutboxRow:
        """Return one envelope's row."""
        found = self.ask(lambda tx: outbox.get(tx, EnvelopeId(envelope)))
        assert found is not None
        return found

    def states(self) -> list[str]:
        """Return where each envelope stands, in the order they were queued."""
        return [row.state.value for row in self.rows()]

    def of_kind(self, kind: OutboxKind) -> OutboxRow:
        """Return the one envelope of a kind."""
        (row,) = (row for row in self.rows() if row.kind is kind)
        return row

    def sealed_file(self, row: OutboxRow) -> Path:
        """Return where an envelope's sealed file stands, or stood."""
        return self.workplace.sealed / row.file


def author(town: Town, folder: Path, sharing: Answers = AGREED_TO_SHARE, *, families: int = 1) -> Courier:
    """Return a practitioner's courier after so many visits that ended with a signature, all of it with no signal."""
    laptop = Laptop.new(folder, over_the_network(town, "practitioner"))
    visits = [laptop.finished_visit(sharing) for _ in range(families)]
    return Courier.of(town, laptop, *visits)


def coordinator(town: Town, folder: Path) -> Courier:
    """Return a coordinator's courier."""
    return Courier.of(town, Laptop.new(folder, over_the_network(town, "coordinator")))


def kept_at_endpoint(town: Town) -> list[str]:
    """Return the id of every envelope the endpoint keeps, each as often as it keeps it."""
    door = open_door(Settings(town.folder))
    said = ledger(door)
    door.close()
    envelopes = said["envelopes"]
    assert isinstance(envelopes, list)
    return [one["id"] for one in envelopes]
