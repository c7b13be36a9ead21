"""Notices that the laptop is about to sleep, or that its screen was locked; it knows nothing of locking ours.

It listens to the system where somebody announces it, and where nobody does it quietly hears nothing: it must never
keep the program from opening.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

_LOGIN, _LOGIN_PATH, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"


class _Said(NamedTuple):
    """A signal on a bus: who says it, from which object (any, when empty), and which of our slots hears it."""

    service: str
    path: str
    interface: str
    signal: str
    slot: str


_BY_THE_SYSTEM = (
    _Said(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", "_began(bool)"),
    _Said(_LOGIN, "", "org.freedesktop.login1.Session", "Lock", "_locked()"),
)
_BY_THE_DESKTOP = tuple(
    _Said(service, "", service, "ActiveChanged", "_began(bool)")
    for service in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
)


class SleepWatch(QObject):
    """Watches the laptop while it lives. On Windows and macOS it hears nothing yet: there, only inactivity locks.

    Signals: ``leaving()`` when the laptop goes to sleep, its lid is shut, or somebody locked its screen. The laptop is
    asked to wait with its sleep until this process has ended or the system's patience (five seconds) is over.
    """

    leaving = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._promise: object = None
        """The system's promise to wait; it holds as long as this open file does."""
        self._asked: QDBusPendingCallWatcher | None = None
        if sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        self._hear(QDBusConnection.sessionBus(), _BY_THE_DESKTOP)
        system = QDBusConnection.systemBus()
        self._hear(system, _BY_THE_SYSTEM)
        self._ask_to_wait(system)

    def _hear(self, bus: QDBusConnection, signals: tuple[_Said, ...]) -> None:
        for said in signals if bus.isConnected() else ():
            slot: Any = SLOT(said.slot)  # PySide's own types ask for bytes here, and its code for text
            bus.connect(said.service, said.path, said.interface, said.signal, self, slot)

    def _ask_to_wait(self, system: QDBusConnection) -> None:
        """Ask that sleep waits for us, without waiting for the answer."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        if not system.isConnected():
            return
        asking = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        asking.setArguments(["sleep", "eCAF", "Locks before the laptop sleeps", "delay"])
        self._asked = QDBusPendingCallWatcher(system.asyncCall(asking), self)
        self._asked.finished.connect(self._answered)

    def _answered(self, asked: QDBusPendingCallWatcher) -> None:
        if not asked.isError():
            self._promise = asked.reply().arguments()[0]

    @Slot(bool)
    def _began(self, begins: bool) -> None:  # noqa: FBT001 - the bus brings a bare boolean
        if begins:
            self.leaving.emit()

    @Slot()
    def _locked(self) -> None:
        self.leaving.emit()
