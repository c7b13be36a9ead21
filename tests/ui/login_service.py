"""Stands in for the login service on a bus of its own, run by the system's Python: ``login_service.py LISTENER…``.

Starts the listener, says that the laptop sleeps and that the screen is locked, and reports as one line of JSON how
often the listener heard it, and whether the promise to wait was given back when the listener was gone.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 - only after its version was chosen

LOGIN, LOGIN_PATH, MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
SESSION, SESSION_PATH = "org.freedesktop.login1.Session", "/org/freedesktop/login1/session/_32"
SAVER, SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
INHIBIT = f"""<node><interface name="{MANAGER}"><method name="Inhibit">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="h" direction="out"/></method><method name="GetSession">
<arg type="s" direction="in"/><arg type="o" direction="out"/></method></interface></node>"""
LEAVING = b"leaving\n"
WAIT_SECONDS = 10.0
QUIET_SECONDS = 0.3


class LoginService:
    """The service: it remembers what it was asked, and hands out a promise that lasts as long as its open file."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.session = ""
        self._kept, self._handed_out = os.pipe()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        described = Gio.DBusNodeInfo.new_for_xml(INHIBIT).interfaces[0]
        self.bus.register_object(LOGIN_PATH, described, self._called)
        for name in (LOGIN, SAVER):
            Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)

    def _called(self, *called: Any) -> None:
        *_, method, given, invocation = called
        if method == "GetSession":
            (self.session,) = given.unpack()
            invocation.return_value(GLib.Variant("(o)", (SESSION_PATH,)))
            return
        self.asked = list(given.unpack())
        promise = Gio.UnixFDList.new()
        promise.append(self._handed_out)
        os.close(self._handed_out)
        invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), promise)

    def say(self, path: str, interface: str, signal: str, *said: bool) -> None:
        """Send a signal to whoever listens."""
        self.bus.emit_signal(None, path, interface, signal, GLib.Variant(f"({'b' * len(said)})", said))
        self.bus.flush_sync()

    def say_changed(self, path: str, interface: str, **values: bool) -> None:
        """Send word that something about an object changed."""
        changed = {name: GLib.Variant("b", value) for name, value in values.items()}
        said = GLib.Variant("(sa{sv}as)", (interface, changed, ()))
        self.bus.emit_signal(None, path, "org.freedesktop.DBus.Properties", "PropertiesChanged", said)
        self.bus.flush_sync()

    def has_promise_back(self) -> bool:
        """Say whether nobody holds the promise any more."""
        ready, _, _ = select.select([self._kept], [], [], WAIT_SECONDS)
        return bool(ready) and os.read(self._kept, 1) == b""


def heard(listener: subprocess.Popen[bytes], seconds: float = WAIT_SECONDS) -> bool:
    """Say whether the listener heard something in time."""
    assert listener.stdout is not None
    ready, _, _ = select.select([listener.stdout], [], [], seconds)
    return bool(ready) and os.read(listener.stdout.fileno(), len(LEAVING)) == LEAVING


def heard_at_last(listener: subprocess.Popen[bytes], tell: Callable[[], None]) -> bool:
    """Tell it until it is heard: a bus takes a moment to say whose name is whose. What came before is let go."""
    while heard(listener, QUIET_SECONDS):
        continue
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        tell()
        if heard(listener, 2 * QUIET_SECONDS):
            return True
    return False


def story(service: LoginService, listener: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Tell the listener one thing after another, and return what it heard."""
    end = time.monotonic() + WAIT_SECONDS
    while not (service.asked and service.session) and time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
    found: dict[str, Any] = {"asked": service.asked}
    service.say(LOGIN_PATH, MANAGER, "PrepareForSleep", False)
    service.say(LOGIN_PATH, MANAGER, "PrepareForShutdown", False)
    service.say(SAVER_PATH, SAVER, "ActiveChanged", False)
    service.say_changed(SESSION_PATH, SESSION, Active=True)
    service.say_changed(SESSION_PATH, SESSION, LockedHint=False)
    service.say_changed(SESSION_PATH, MANAGER, Active=False)
    found["waking"] = heard(listener, QUIET_SECONDS)
    tells = {
        "sleeping": lambda: service.say(LOGIN_PATH, MANAGER, "PrepareForSleep", True),
        "shutting down": lambda: service.say(LOGIN_PATH, MANAGER, "PrepareForShutdown", True),
        "another's turn": lambda: service.say_changed(SESSION_PATH, SESSION, Active=False),
        "said to be locked": lambda: service.say_changed(SESSION_PATH, SESSION, LockedHint=True),
        "locked": lambda: service.say(SESSION_PATH, SESSION, "Lock"),
        "covered": lambda: service.say(SAVER_PATH, SAVER, "ActiveChanged", True),
    }
    found.update({what: heard_at_last(listener, tell) for what, tell in tells.items()})
    while heard(listener, QUIET_SECONDS):
        continue
    service.say_changed(f"{SESSION_PATH}9", SESSION, Active=False)
    found["somebody else's session"] = heard(listener, QUIET_SECONDS)
    return found


def main() -> None:
    """Serve one listener."""
    service = LoginService()
    own = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"]}
    with subprocess.Popen(sys.argv[1:], env=own, stdout=subprocess.PIPE) as listener:  # noqa: S603 - our own listener
        found = story(service, listener)
        listener.kill()
    sys.stdout.write(json.dumps(found | {"given back": service.has_promise_back()}) + "\n")


if __name__ == "__main__":
    main()
