"""One round of sync: send what waits, fetch what came; the network is never waited for inside a transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app.clock import Clock
from app.domain.costs import Costly, goes_by_itself
from app.errors import Trouble
from app.log import LOGGER
from app.storage import outbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.troubles import VaultLocked
from app.sync.anchoring import Anchoring
from app.sync.believing import Believing
from app.sync.client import AnswerUnreadable, EndpointClient, EndpointRefused, EndpointTrouble, Unreachable
from app.sync.deskkeys import KeysOfDesk
from app.sync.directory import renew_services
from app.sync.erasing import bring_erasures, to_bring
from app.sync.erasures import hear_erased
from app.sync.fetching import Reader, ask_again, fetch
from app.sync.giving import renew_policy
from app.sync.leasing import renew_lease
from app.sync.noticing import bring_notices, hear_found_out, hear_held
from app.sync.obeying import Obeying, words_for
from app.sync.policy import Patience
from app.sync.purging import purge
from app.sync.reconciling import make_contact, reconcile
from app.sync.sending import NOT_EVERYWHERE, Sending
from app.sync.status import Reach, SyncStatus
from app.sync.troubles import ComeAgain
from protocol.orders import OrderKind
from protocol.problems import Problem


@dataclass(frozen=True)
class Round:
    """What one round did; ``changed`` says that a window may have something new to show.

    ``emptied`` says that the authority ordered this place to be emptied: its vault is closed, and its keys are gone.
    ``wait`` is for how many seconds the endpoint asked not to be asked again.
    """

    status: SyncStatus
    changed: bool
    emptied: bool = False
    wait: float = 0.0


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
        costly: Callable[[Transaction], Costly] = lambda _tx: Costly.YES,
        hears_held: bool = False,
        with_families: bool = True,
    ) -> None:
        """``prepare`` queues what is to go with this round, and returns sealed files to erase once it is committed.

        ``costly`` says what may go over a connection that costs money; ``hears_held`` that this is a desk where an
        authority wants to know of second assessments; ``with_families`` that families' work comes here at all.
        """
        self._vault, self._client, self._reader = vault, client, Believing(reader)
        self._clock, self._random, self._prepare, self._costly = clock, random, prepare, costly
        self._hears_held, self._with_families = hears_held, with_families
        self._sending = Sending(vault, client, reader=self._reader, clock=clock, random=random)
        self._desk_keys = KeysOfDesk(vault, client, self._reader, clock)
        self._anchoring = Anchoring(vault, client, clock)
        self._obeying = Obeying(vault, client, self._reader, clock)
        self._status, self._patience = SyncStatus(), Patience(clock)
        self._kept_back: EndpointRefused | None = None
        self._asks_digits = False

    @property
    def client(self) -> EndpointClient:
        """The cable, for what is asked between two rounds and on the same thread."""
        return self._client

    @property
    def asked_to_wait(self) -> float:
        """For how many seconds the endpoint is still to be left in peace; 0 when it may be asked."""
        return self._patience.seconds

    def run_round(self, *, costs: bool = False) -> Round:
        """Send and fetch once. Every expected trouble ends up as words in the status; nothing waiting is ever lost.

        Where the connection ``costs`` money, only that goes which its owner lets go there.
        """
        if self._patience.seconds:
            return self._still_waiting()
        before = self._vault.ask(outbox.counts)
        costly = self._vault.ask(self._costly) if costs else Costly.YES
        reach, trouble, news = Reach.REACHED, "", False
        try:
            news = self._go(costly)
        except ComeAgain as fault:
            self._patience.hear(fault)
            reach, trouble = Reach.COME_AGAIN, self._patience.words
        except Unreachable as fault:
            reach, trouble = Reach.NO_CONNECTION, fault.sentences()
        except Trouble as fault:
            LOGGER.info("sync round ended by %s", type(fault).__name__)
            reach, trouble = Reach.TROUBLE, fault.sentences()
        after, order = self._vault.ask(outbox.counts), self._obeying.gravest()
        contact = self._clock.now() if reach is Reach.REACHED else self._status.last_contact
        trouble = " ".join(filter(None, (words_for(order), trouble)))
        held = self._held(costly) if reach is Reach.REACHED else 0
        asks = self._asks_digits and reach is Reach.REACHED
        self._status = SyncStatus(reach, after.waiting, after.set_aside, trouble, contact, held, asks_digits=asks)
        emptied = self._obey(reached=reach is Reach.REACHED)
        news = news or after != before
        return Round(self._status, changed=not emptied and news, emptied=emptied, wait=self._patience.seconds)

    def _still_waiting(self) -> Round:
        """Ask nothing: neither "Send now" nor a new connection makes the endpoint less busy."""
        counts = self._vault.ask(outbox.counts)
        trouble = " ".join(filter(None, (words_for(self._obeying.gravest()), self._patience.words)))
        contact = self._status.last_contact
        self._status = SyncStatus(Reach.COME_AGAIN, counts.waiting, counts.set_aside, trouble, contact)
        return Round(self._status, changed=False, wait=self._patience.seconds)

    def _held(self, costly: Costly) -> int:
        """Return how many wait because the connection costs money."""
        rows = self._vault.ask(lambda tx: outbox.waiting(tx, self._clock.now()))
        return sum(not _goes(row, costly) for row in rows if row.kind not in NOT_EVERYWHERE)

    def _go(self, costly: Costly) -> bool:
        """Hear, send and fetch as far as the authority lets this laptop; say whether there is news."""
        self._stay_sure()
        order = self._obeying.gravest()
        if order is OrderKind.WIPE_NOW:
            return False
        self._kept_back, self._asks_digits = None, False
        erased = self._bring_erasures()
        self._sending.erase(self._vault.ask(self._prepare))
        self._exchange(lambda: self._sending.push(lambda row: _goes(row, costly)))
        fetched = self._fetch(costly) if order is None else 0
        told = bool(self._exchange(lambda: self._apart(lambda: self._tell(costly)))) if order is None else False
        news = self._anchoring.hold_on() or bool(fetched) or told or erased
        if self._kept_back is not None:
            raise self._kept_back
        return news

    def _exchange(self, work: Callable[[], int]) -> int:
        """Send or fetch, where that may be for this person just now; else all other parts of the round go on.

        Where the endpoint asks for six digits first, that is no trouble: whoever wants what they open is asked.
        """
        try:
            return work() if self._kept_back is None else 0
        except EndpointRefused as fault:
            if fault.problem is Problem.FACTOR_NEEDED:
                self._asks_digits = True
                return 0
            if fault.problem is not Problem.ACCOUNT_NOT_READY:
                raise
            self._kept_back = fault
            return 0

    @staticmethod
    def _apart(work: Callable[[], int]) -> int:
        """Do what no other part of a round hangs on: where the endpoint comes to grief over it, it waits."""
        try:
            return work()
        except (EndpointTrouble, AnswerUnreadable) as fault:
            LOGGER.info("a part of the round ended by %s", type(fault).__name__)
            return 0

    def _bring_erasures(self) -> bool:
        """Bring what is to be erased after what takes releases back, and before all else; say whether any was done."""
        if not self._vault.ask(to_bring):
            return False
        self._exchange(lambda: self._sending.push(lambda row: row.kind is OutboxKind.WITHDRAWAL))
        return bool(bring_erasures(self._vault, self._client, self._reader, self._clock))

    def _tell(self, costly: Costly) -> bool:
        """Tell of open assessments and hear of second ones, unless even that costs too much; say whether it is news."""
        if costly is Costly.ASK:
            return False
        heard = bool(bring_notices(self._vault, self._client, self._clock))
        heard = hear_found_out(self._vault, self._client) or heard
        return (self._hears_held and hear_held(self._vault, self._client, self._clock)) or heard

    def _fetch(self, costly: Costly) -> int:
        fetched = hear_erased(self._vault, self._client, self._reader, self._clock)
        if costly is not Costly.ASK and self._with_families:
            fetched += self._exchange(lambda: self._apart(self._desk_keys.renew))
            fetched += self._exchange(lambda: fetch(self._vault, self._client, self._reader, self._clock))
            fetched += self._exchange(lambda: ask_again(self._vault, self._client, self._reader, self._clock))
        renew_lease(self._vault, self._client, self._reader, self._clock)
        fetched += self._apart(lambda: renew_services(self._vault, self._client, self._reader, self._clock))
        return fetched

    def _obey(self, *, reached: bool) -> bool:
        """Carry out what was ordered; a disk that keeps a key from being erased is tried again at the next round."""
        try:
            return self._obeying.carry_out(reached=reached)
        except VaultLocked:
            raise
        except Trouble as fault:
            LOGGER.info("an order waits because of %s", type(fault).__name__)
            return False

    def _stay_sure(self) -> None:
        """Begin with a contact; where the endpoint cannot do that just now, what waits is sent all the same."""
        try:
            standing = make_contact(self._vault, self._client)
            if standing is not None:
                self._obeying.hear(standing.orders)
                self._reader.renew(self._vault, self._client, standing.directory_serial, self._clock)
                reconcile(self._vault, self._client, standing, self._clock)
                self._sending.erase(self._vault.ask(lambda tx: purge(tx, standing)))
                if self._obeying.gravest() is None:
                    renew_policy(self._vault, self._client, self._reader, standing.policy_serial, self._clock)
        except (EndpointTrouble, EndpointRefused) as fault:
            LOGGER.info("contact ended by %s", type(fault).__name__)


def _goes(row: OutboxRow, costly: Costly) -> bool:
    return goes_by_itself(costly, row.size, takes_back=row.kind is OutboxKind.WITHDRAWAL)
