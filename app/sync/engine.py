"""One round of sync: send what waits, fetch what came; the network is never waited for inside a transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app.clock import Clock
from app.errors import Trouble
from app.log import LOGGER
from app.sealing.envelopes import check_receipt
from app.storage import audit, outbox, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.troubles import SealedFileLost
from app.sync.anchoring import Anchoring
from app.sync.client import EndpointClient, EndpointRefused, Unreachable
from app.sync.consent import let_go, may_still_go
from app.sync.fetching import Reader, fetch
from app.sync.leasing import renew_lease
from app.sync.policy import next_try
from app.sync.status import Reach, SyncStatus
from protocol.codec import encode
from protocol.messages import SignedReceipt

PASSING_STATUSES = frozenset({401, 429})
"""Refusals that a corrected clock, a renewed enrolment or a little time may mend: such an envelope goes on waiting."""

NOT_EVERYWHERE = frozenset({OutboxKind.LEDGER, OutboxKind.DRAFT})
"""Kinds an older endpoint does not know and refuses: nobody has to look at that, and nothing finished hangs on it."""


@dataclass(frozen=True)
class Round:
    """What one round did; ``changed`` says that a window may have something new to show."""

    status: SyncStatus
    changed: bool


class Engine:
    """Runs rounds for one open vault against one endpoint."""

    def __init__(  # noqa: PLR0913 - each is handed in by name
        self,
        vault: VaultThread,
        client: EndpointClient,
        *,
        reader: Reader,
        clock: Clock,
        random: Random,
        prepare: Callable[[Transaction], tuple[str, ...]] = lambda _tx: (),
    ) -> None:
        """``prepare`` queues what is to go with this round, and returns sealed files to erase once it is committed."""
        self._vault, self._client, self._reader = vault, client, reader
        self._clock, self._random, self._prepare = clock, random, prepare
        self._anchoring = Anchoring(vault, client, clock)
        self._status = SyncStatus()

    def run_round(self) -> Round:
        """Send and fetch once. Every expected trouble ends up as words in the status; nothing waiting is ever lost."""
        before = self._vault.ask(outbox.counts)
        fetched, reach, trouble, is_copy = 0, Reach.REACHED, "", False
        try:
            self._erase(self._vault.ask(self._prepare))
            self._push()
            fetched = fetch(self._vault, self._client, self._reader, self._clock)
            renew_lease(self._vault, self._client, self._reader, self._clock)
            is_copy = self._anchoring.hold_on()
        except Unreachable as fault:
            reach, trouble = Reach.NO_CONNECTION, fault.sentences()
        except Trouble as fault:
            LOGGER.info("sync round ended by %s", type(fault).__name__)
            reach, trouble = Reach.TROUBLE, fault.sentences()
        after = self._vault.ask(outbox.counts)
        contact = self._clock.now() if reach is Reach.REACHED else self._status.last_contact
        self._status = SyncStatus(reach, after.waiting, after.set_aside, trouble, contact)
        return Round(self._status, changed=bool(fetched) or is_copy or after != before)

    def _push(self) -> None:
        for row in self._vault.ask(lambda tx: outbox.waiting(tx, self._clock.now())):
            if self._vault.ask(lambda tx, row=row: may_still_go(tx, row, self._clock.now().date())):  # type: ignore[misc]
                self._send(row)
            else:
                self._void(row)

    def _send(self, row: OutboxRow) -> None:
        try:
            receipt = self._client.put(sealed.read(self._vault.vault.sealed, row.file), row.envelope)
            check_receipt(receipt, self._reader.directory.directory, id=row.envelope, sha256=row.sha256)
        except Unreachable:
            raise
        except SealedFileLost:
            self._set_aside(row, "sealed file lost")
        except EndpointRefused as fault:
            self._refused(row, fault)
        except Trouble as fault:
            self._try_later(row, fault)
        else:
            self._settle(row, receipt)

    def _settle(self, row: OutboxRow, receipt: SignedReceipt) -> None:
        def settle(tx: Transaction) -> None:
            at = self._clock.now()
            outbox.settle(tx, row.envelope, encode(receipt).decode(), at)
            audit.write(tx, Act.RECEIVED, row.envelope, at)

        self._vault.ask(settle)

    def _void(self, row: OutboxRow) -> None:
        self._erase((self._vault.ask(lambda tx: let_go(tx, row, self._clock.now())),))

    def _erase(self, files: tuple[str, ...]) -> None:
        if given_up := [file for file in files if file]:
            sealed.erase(self._vault.vault.sealed, given_up)

    def _refused(self, row: OutboxRow, fault: EndpointRefused) -> None:
        if fault.problem.status in PASSING_STATUSES:
            self._try_later(row, fault)
        elif row.kind in NOT_EVERYWHERE:
            self._void(row)
        else:
            self._set_aside(row, fault.problem.code)

    def _set_aside(self, row: OutboxRow, why: str) -> None:
        self._vault.ask(lambda tx: outbox.set_aside(tx, row.envelope, why))

    def _try_later(self, row: OutboxRow, fault: Trouble) -> None:
        when = next_try(self._clock.now(), row.attempts, self._random)
        self._vault.ask(lambda tx: outbox.tried(tx, row.envelope, type(fault).__name__, when))
