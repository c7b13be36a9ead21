"""Runs work on the vault's one thread and brings the result home to the windows; a window never waits for the disk
longer than one small read or act.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.storage.vault import Vault

T = TypeVar("T")


class Tasks(QObject):
    """The windows' way to the vault.

    Signals: ``_come_home`` carries a finished piece of work from the vault's thread to the windows' own.
    """

    _come_home = Signal(object)

    def __init__(self, vault_thread: VaultThread) -> None:
        super().__init__()
        self.vault_thread = vault_thread
        self._come_home.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def open(
        self, opening: Callable[[], Vault], then: Callable[[Vault], None], trouble: Callable[[Exception], None]
    ) -> None:
        """Open a vault, which takes about a second, and go on with ``then`` or ``trouble`` in the window's thread."""
        self.vault_thread.open(opening, self._home(then), self._home(trouble))

    def ask(self, work: Callable[[Transaction], T]) -> T:
        """Do one small read or act in its own transaction and return its result."""
        return self.vault_thread.ask(work)

    def start(
        self, work: Callable[[Transaction], T], then: Callable[[T], None], trouble: Callable[[Exception], None]
    ) -> None:
        """Do work without waiting for it; ``then`` or ``trouble`` is called in the window's thread."""
        self.vault_thread.start(work, self._home(then), self._home(trouble))

    def hold(self, work: Callable[[Vault], T], then: Callable[[T], None], trouble: Callable[[Exception], None]) -> None:
        """Do slow work with the vault itself, such as changing its key; ``then`` or ``trouble`` comes home."""
        self.vault_thread.hold(work, self._home(then), self._home(trouble))

    def telling(self, hear: Callable[[T], None]) -> Callable[[T], None]:
        """Return a way for work on another thread to say how far it is; ``hear`` is called in the window's thread."""
        return self._home(hear)

    def _home(self, call: Callable[[T], None]) -> Callable[[T], None]:
        return lambda result: self._come_home.emit(lambda: call(result))

    @staticmethod
    def _run(call: Callable[[], None]) -> None:
        call()

    def start_elsewhere(
        self, work: Callable[[], T], then: Callable[[T], None], trouble: Callable[[Exception], None]
    ) -> None:
        """Do work that waits for the network, on a thread of its own, and come home with its result."""
        home_then, home_trouble = self._home(then), self._home(trouble)

        def run() -> None:
            try:
                home_then(work())
            except Exception as fault:  # noqa: BLE001 - whatever it is, the window's thread decides about it
                home_trouble(fault)

        threading.Thread(target=run, name="elsewhere", daemon=True).start()
