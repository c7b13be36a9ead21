"""A room beside home, where nobody's record is open: it begins anew each time, and holds nothing once it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.errors import Trouble
from app.storage.vault import Vault
from app.ui.shell.bench import Bench

T = TypeVar("T")


class SideRoom(QStackedWidget):
    """What every such room can be asked. Signals: ``left()`` when somebody goes back."""

    left = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench, self._busy = bench, False

    def begin(self) -> None:
        """Show the first page, with nothing of what was done here before."""
        raise NotImplementedError

    def forget(self) -> None:
        """Hold nothing any more that was typed or shown."""
        raise NotImplementedError

    def is_busy(self) -> bool:
        """Say whether an act here has the vault to itself: nobody may leave, or ask the vault, till it is over."""
        return self._busy

    def _hold(self, work: Callable[[Vault], T], then: Callable[[T], None], trouble: Callable[[Trouble], None]) -> None:
        """Do slow work with the vault; until it is over nothing else may ask the vault, or the window would stand."""
        self._busy = True
        self._bench.tasks.hold(work, self._ended(then), self._ended(self._or_say(trouble)))

    def _ended(self, call: Callable[[T], None]) -> Callable[[T], None]:
        def end(result: T) -> None:
            self._busy = False
            if self._bench.tasks.vault_thread.is_open:  # it may have been locked while this was on its way home
                call(result)

        return end

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        return lambda fault: show(fault) if isinstance(fault, Trouble) else self._bench.crashed(fault)
