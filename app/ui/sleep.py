"""Notices that the laptop is about to sleep, or that its screen was locked; it knows nothing of locking ours.

It listens to the system where somebody announces it, and where nobody does it quietly hears nothing: it must never
keep the program from opening.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusConnection, QDBusObjectPath, QDBusPendingCallWatcher

_LOGIN, _LOGIN_PATH, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_SESSION, _PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"


class _Said(NamedTuple):
    """A signal on a bus: who says it, from which object (any, when empty), and which of our slots hears it."""

    service: str
    path: str
    interface: str
    signal: str
    slot: str


_BY_THE_SYSTEM = (
    _Said(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", "_began(bool)"),
    _Said(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForShutdown", "_began(bool)"),
    _Said(_LOGIN, "", _SESSION, "Lock", "_locked()"),
)
_BY_THE_DESKTOP = tuple(
    _Said(service, "", service, "ActiveChanged", "_began(bool)")
    for service in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
)


class SleepWatch(QObject):
    """Watches the laptop while it lives; ``window`` is the system's number of the program's window.

    Signals: ``leaving()`` when the laptop goes to sleep or is shut down, its lid is shut, somebody locked its screen,
    or another person takes their turn at it. On Linux the laptop is asked to wait with that until this process has
    ended or the system's patience (five seconds) is over.
    """

    leaving = Signal()

    def __init__(self, parent: QObject | None = None, window: int = 0) -> None:
        super().__init__(parent)
        self._promise: object = None
        """The system's promise to wait; it holds as long as this open file does."""
        self._asked: list[QDBusPendingCallWatcher] = []
        self._listening: object = None
        with suppress(OSError, AttributeError):
            self._listen(window)

    def _listen(self, window: int) -> None:
        if sys.platform == "linux":
            self._listen_to_the_buses()
        elif sys.platform == "win32":
            from app.ui import sleep_windows

            self._listening = sleep_windows.listen(self.leaving.emit, window)
        elif sys.platform == "darwin":
            from app.ui import sleep_macos

            self._listening = sleep_macos.listen(self.leaving.emit)

    def _listen_to_the_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        self._hear(QDBusConnection.sessionBus(), _BY_THE_DESKTOP)
        system = QDBusConnection.systemBus()
        self._hear(system, _BY_THE_SYSTEM)
        self._ask(system, "Inhibit", ["sleep:shutdown", "eCAF", "Locks before the laptop sleeps", "delay"], self._waits)
        self._ask(system, "GetSession", ["auto"], self._hear_session)

    def _hear(self, bus: QDBusConnection, signals: tuple[_Said, ...]) -> None:
        for said in signals if bus.isConnected() else ():
            slot: Any = SLOT(said.slot)  # PySide's own types ask for bytes here, and its code for text
            bus.connect(said.service, said.path, said.interface, said.signal, self, slot)

    def _ask(self, system: QDBusConnection, what: str, said: list[str], then: Callable[[Any], None]) -> None:
        """Ask the login service, without waiting for the answer."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        if not system.isConnected():
            return
        asking = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, what)
        asking.setArguments(said)
        asked = QDBusPendingCallWatcher(system.asyncCall(asking), self)
        asked.finished.connect(lambda _: None if asked.isError() else then(asked.reply().arguments()[0]))
        self._asked.append(asked)

    def _waits(self, promise: object) -> None:
        self._promise = promise

    def _hear_session(self, session: QDBusObjectPath) -> None:
        """Listen to this very session: other people's may come and go."""
        from PySide6.QtDBus import QDBusConnection

        said = _Said(_LOGIN, session.path(), _PROPERTIES, "PropertiesChanged", "_changed(QString,QVariantMap)")
        self._hear(QDBusConnection.systemBus(), (said,))

    @Slot(str, "QVariantMap")
    def _changed(self, interface: str, values: dict[str, object]) -> None:
        """Hear that another person has the screen now, or that the desktop says it is locked."""
        if interface == _SESSION and (values.get("Active") is False or values.get("LockedHint") is True):
            self.leaving.emit()

    @Slot(bool)
    def _began(self, begins: bool) -> None:  # noqa: FBT001 - the bus brings a bare boolean
        if begins:
            self.leaving.emit()

    @Slot()
    def _locked(self) -> None:
        self.leaving.emit()
