"""The window before the program behind it is loaded: nobody waits for it, and what is asked meanwhile is not lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.speech import tr
from app.ui.window import ProgramWindow

if TYPE_CHECKING:
    from app.ui.program import Program


class Front(QObject):
    """Loads the program once the window is on the screen, piece by piece, so that somebody can type between two.

    Signals: ``ready()`` when ``program`` stands behind the window; ``cannot_start(Trouble)`` when it never will;
    ``left()`` when somebody closes the window before either.
    """

    ready = Signal()
    cannot_start = Signal(object)
    left = Signal()

    def __init__(self, window: ProgramWindow, modules: Iterable[str], build: Callable[[], Program]) -> None:
        super().__init__()
        self.window = window
        self.program: Program | None = None
        self.instead: QWidget | None = None
        self._modules, self._build = iter(modules), build
        self._wish: Callable[[], None] | None = None
        window.painted.connect(self._load_soon)
        window.unlock_requested.connect(self._remember)
        window.forgotten_requested.connect(self._remember_forgotten)
        window.bring_back_requested.connect(self._remember_backup)
        window.closing.connect(self.left)

    def _load_soon(self) -> None:
        QTimer.singleShot(0, self, self._load_on)

    def _load_on(self) -> None:
        module = next(self._modules, None)
        if module is None:
            self._hand_over()
        else:
            import_module(module)
            self._load_soon()

    def _remember(self, passphrase: str) -> None:
        self.window.unlock.show_busy(tr("Opening…"))
        self._wish = lambda: self.window.unlock_requested.emit(passphrase)

    def _remember_forgotten(self) -> None:
        self._wish = self.window.forgotten_requested.emit

    def _remember_backup(self) -> None:
        self._wish = self.window.bring_back_requested.emit

    def _hand_over(self) -> None:
        """Leave the window to the program, and ask it for what was asked for early."""
        try:
            self.program = self._build()
        except Trouble as trouble:
            self.cannot_start.emit(trouble)
            return
        self.window.closing.disconnect(self.left)
        self.window.unlock_requested.disconnect(self._remember)
        self.window.forgotten_requested.disconnect(self._remember_forgotten)
        self.window.bring_back_requested.disconnect(self._remember_backup)
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        self.ready.emit()
