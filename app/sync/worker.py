"""The courier's own threads and its signals to the windows; everything it knows of sync is in the engine.

Rounds go on one; beside it another asks what somebody waits for at the screen, over a cable of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from math import ceil
from random import Random
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.storage.troubles import VaultLocked
from app.sync.client import EndpointClient
from app.sync.engine import Engine, Round
from app.sync.errands import Errands
from app.sync.policy import come_again_seconds, pause_seconds
from app.sync.status import Reach
from app.sync.troubles import LeftInPeace

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

T = TypeVar("T")
_NO_CONNECTION = frozenset({"Unknown", "Disconnected"})


class SyncWorker(QObject):
    """Runs rounds until it is stopped.

    Signals: ``status_changed(SyncStatus)`` after every round; ``changed()`` when something arrived or was received;
    ``emptied()`` when the authority had this place emptied: there is no vault any more.
    """

    status_changed = Signal(object)
    changed = Signal()
    emptied = Signal()

    def __init__(self, engine: Engine, random: Random) -> None:
        super().__init__()
        self._engine, self._random = engine, random
        self._wake, self._stopping, self._anyway = threading.Event(), threading.Event(), threading.Event()
        self._costs, self._errands = False, Errands()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._beside, self._begins = threading.Thread(target=self._run_errands, name="errands", daemon=True), Lock()

    def start(self) -> None:
        """Begin: the first round starts at once, and another whenever the system says that a connection appeared."""
        self._listen()
        self._thread.start()

    def _listen(self) -> None:
        """Take the system's word as a hint: without it, and against it, rounds go on as they would."""
        try:
            from PySide6.QtNetwork import QNetworkInformation as Network
        except ImportError:  # a system may lack the library; nothing hangs on it
            return
        wanted, more = Network.Feature.Reachability, Network.Feature.Metered
        loaded = Network.loadBackendByFeatures(wanted | more) or Network.loadBackendByFeatures(wanted)
        network = Network.instance() if loaded else None
        if network is not None:
            network.reachabilityChanged.connect(self.hear_of_network)
            network.isMeteredChanged.connect(self.hear_of_cost)
            self.hear_of_cost(network.isMetered())

    def hear_of_network(self, reachability: QNetworkInformation.Reachability) -> None:
        """Begin a round where there may be a connection now; where there is none, nothing is done about it."""
        if reachability.name not in _NO_CONNECTION:
            self.send_now()

    def hear_of_cost(self, costs: bool) -> None:  # noqa: FBT001 - Qt's own signal says it so
        """Take the system's word for whether the connection costs money: what waited for another goes at once."""
        self._costs = costs
        self.send_now()

    def send_now(self) -> None:
        """Ask for a round at once: something was queued, or a connection appeared."""
        self._wake.set()

    def send_anyway(self) -> None:
        """Ask for a round at once because somebody pressed the button: what waits goes, whatever it costs, once."""
        self._anyway.set()
        self._wake.set()

    def ask(
        self, work: Callable[[EndpointClient], T], then: Callable[[T], None], trouble: Callable[[Exception], None], /
    ) -> None:
        """Ask the endpoint something that somebody waits for, beside the round in hand; then a round follows.

        ``then`` or ``trouble`` is called on the errands' own thread, or at once where the courier was stopped. While
        the endpoint asks to be left in peace, nothing is asked, and ``trouble`` is told until when.
        """
        self._errands.put(self._patiently(work), then, trouble)
        with self._begins:
            if self._beside.ident is None and not self._stopping.is_set():
                self._beside.start()

    def _patiently(self, work: Callable[[EndpointClient], T]) -> Callable[[EndpointClient], T]:
        def ask(client: EndpointClient) -> T:
            if wait := self._engine.asked_to_wait:
                raise LeftInPeace(ceil(wait))
            client.hold_like(self._engine.client)
            return work(client)

        return ask

    def stop(self, seconds: float = 5.0) -> None:
        """Stop after the round in hand. Nothing is lost when it does not stop in time: the outbox is a table."""
        self._stopping.set()
        self._wake.set()
        self._errands.close()
        until = monotonic() + seconds
        for thread in (self._thread, self._beside):
            if thread.is_alive():
                thread.join(max(0.0, until - monotonic()))

    def _run_errands(self) -> None:
        with self._engine.client.another() as client:
            while self._errands.run_next(client):
                self.send_now()

    def _run(self) -> None:
        try:
            self._go_round()
        finally:
            self._errands.close()

    def _go_round(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            self._wake.clear()
            anyway = self._anyway.is_set()
            self._anyway.clear()
            try:
                done = self._engine.run_round(costs=self._costs and not anyway)
            except VaultLocked:
                return  # whatever was on its way is sent again after the next unlock
            if done.emptied:
                self.emptied.emit()
                return
            reached = done.status.reach is Reach.REACHED
            failures = 0 if reached else failures + 1
            if anyway and not reached:
                self._anyway.set()  # it was said once, and holds until it went through
            self._say(done)
            if self._wake.wait(self._pause(done, failures)):
                failures = 0

    def _pause(self, done: Round, failures: int) -> float:
        if done.wait:
            return come_again_seconds(done.wait, self._random)
        reached = done.status.reach is Reach.REACHED
        return pause_seconds(reached=reached, waiting=done.status.waiting, failures=failures, random=self._random)

    def _say(self, done: Round) -> None:
        if not self._stopping.is_set():
            self.status_changed.emit(done.status)
            if done.changed:
                self.changed.emit()
