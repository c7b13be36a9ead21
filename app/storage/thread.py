"""The one thread that holds the open vault; no other thread ever touches the database."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from app.storage.database import Transaction
from app.storage.troubles import VaultLocked
from app.storage.vault import Vault

T = TypeVar("T")


class VaultThread:
    """Opens a vault and does all work with it, in the order asked for, on a thread of its own."""

    def __init__(self) -> None:
        self._vault: Vault | None = None
        self._queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")

    @property
    def vault(self) -> Vault:
        """The open vault, for its paths and for wrapping secrets; raises ``VaultLocked`` when there is none."""
        if self._vault is None:
            raise VaultLocked
        return self._vault

    def open(
        self, opening: Callable[[], Vault], then: Callable[[Vault], None], trouble: Callable[[Exception], None]
    ) -> None:
        """Open with ``opening`` (``open_vault`` or ``create_vault``); the callbacks are called on this thread."""

        def work() -> Vault:
            self._vault = opening()
            return self._vault

        self._queued(lambda: _report(work, then, trouble))

    def ask(self, work: Callable[[Transaction], T]) -> T:
        """Do ``work`` in a transaction of its own and wait for what it returns, or raise what it raised."""
        if threading.current_thread().name.startswith("vault"):
            raise RuntimeError("the vault's own thread would wait for itself")
        return self._queued(lambda: self._transact(work)).result()

    def start(
        self,
        work: Callable[[Transaction], T],
        then: Callable[[T], None],
        trouble: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in a transaction of its own without waiting; the callbacks are called on this thread."""
        self._queued(lambda: _report(lambda: self._transact(work), then, trouble))

    def hold(self, work: Callable[[Vault], T], then: Callable[[T], None], trouble: Callable[[Exception], None]) -> None:
        """Do ``work`` with the vault itself, outside any transaction, without waiting: its keys are changed so.

        The callbacks are called on this thread.
        """
        self._queued(lambda: _report(lambda: work(self.vault), then, trouble))

    def checkpoint(self) -> None:
        """Fold the journal into the database file once what is queued is done, without waiting."""
        self._queued(lambda: _report(self._checkpoint, _nothing, _nothing))

    def close(self) -> None:
        """Finish what is queued, lock the vault and end the thread; never called from its own callbacks."""
        try:
            locked = self._queue.submit(self._lock)
        except RuntimeError:
            return
        self._queue.shutdown()
        locked.result()

    def _queued(self, work: Callable[[], T]) -> "Future[T]":
        try:
            return self._queue.submit(work)
        except RuntimeError:
            raise VaultLocked from None

    def _transact(self, work: Callable[[Transaction], T]) -> T:
        with self.vault.transaction() as tx:
            return work(tx)

    def _checkpoint(self) -> None:
        self.vault.checkpoint()

    def _lock(self) -> None:
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.lock()


def _report(work: Callable[[], T], then: Callable[[T], None], trouble: Callable[[Exception], None]) -> None:
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 -- whoever asked decides what to do about it
        _call(trouble, error)
    else:
        _call(then, result)


def _call(callback: Callable[[T], None], value: T) -> None:
    """Call back; a mistake in the callback is reported as uncaught and does not reach the vault."""
    try:
        callback(value)
    except Exception:  # noqa: BLE001 -- handed on whole to the hook for uncaught exceptions
        kind, mistake, places = sys.exc_info()
        threading.excepthook(threading.ExceptHookArgs((kind, mistake, places, threading.current_thread())))


def _nothing(_: object) -> None:
    """Hear the outcome of work whose failure costs nothing: the journal is folded in at the next chance."""
