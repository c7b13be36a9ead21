"""One round of sync: send what waits, fetch what came; the network is never waited for inside a transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app.clock import Clock
from app.errors import Trouble
from app.log import LOGGER
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.anchoring import Anchoring
from app.sync.believing import Believing
from app.sync.client import EndpointClient, EndpointRefused, EndpointTrouble, Unreachable
from app.sync.fetching import Reader, ask_again, fetch
from app.sync.leasing import renew_lease
from app.sync.reconciling import make_contact, reconcile
from app.sync.sending import Sending
from app.sync.status import Reach, SyncStatus


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
        self._vault, self._client, self._reader = vault, client, Believing(reader)
        self._clock, self._random, self._prepare = clock, random, prepare
        self._sending = Sending(vault, client, reader=self._reader, clock=clock, random=random)
        self._anchoring = Anchoring(vault, client, clock)
        self._status = SyncStatus()

    def run_round(self) -> Round:
        """Send and fetch once. Every expected trouble ends up as words in the status; nothing waiting is ever lost."""
        before = self._vault.ask(outbox.counts)
        fetched, reach, trouble, is_copy = 0, Reach.REACHED, "", False
        try:
            self._stay_sure()
            self._sending.erase(self._vault.ask(self._prepare))
            self._sending.push()
            fetched = fetch(self._vault, self._client, self._reader, self._clock)
            fetched += ask_again(self._vault, self._client, self._reader, self._clock)
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

    def _stay_sure(self) -> None:
        """Begin with a contact; where the endpoint cannot do that just now, what waits is sent all the same."""
        try:
            standing = make_contact(self._vault, self._client)
            if standing is not None:
                self._reader.renew(self._vault, self._client, standing.directory_serial, self._clock)
                reconcile(self._vault, self._client, standing, self._clock)
        except (EndpointTrouble, EndpointRefused) as fault:
            LOGGER.info("contact ended by %s", type(fault).__name__)
