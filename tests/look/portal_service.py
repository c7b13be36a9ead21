"""Stands in for the desktop's settings on a bus of its own: ``portal_service.py FOLLOWER…``, by the system's Python.

Starts the follower, changes the settings while it runs, and reports as one line of JSON what it looked like each time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 - only after its version was chosen

NAME, PATH, SETTINGS = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
APPEARANCE = "org.freedesktop.appearance"
DESCRIBED = f"""<node><interface name="{SETTINGS}">
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>"""
CHANGES = (("color-scheme", 1), ("contrast", 1), ("contrast", 0), ("color-scheme", 2))
"""Dark; high contrast too; no high contrast any more; light: as the portal numbers them."""


class Portal:
    """The desktop's settings."""

    def __init__(self) -> None:
        self.settings = {"color-scheme": 0, "contrast": 0}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(DESCRIBED).interfaces[0]
        self.bus.register_object(PATH, interface, self._asked)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def _asked(self, *called: Any) -> None:
        *_, method, given, invocation = called
        if method == "ReadAll":
            values = {key: GLib.Variant("u", value) for key, value in self.settings.items()}
            invocation.return_value(GLib.Variant("(a{sa{sv}})", ({APPEARANCE: values},)))
        elif given.unpack()[1] in self.settings:
            value = GLib.Variant("u", self.settings[given.unpack()[1]])
            invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", value),)))
        else:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "not kept here")

    def change(self, key: str, value: int) -> None:
        """Change one setting and tell everybody."""
        self.settings[key] = value
        told = GLib.Variant("(ssv)", (APPEARANCE, key, GLib.Variant("u", value)))
        self.bus.emit_signal(None, PATH, SETTINGS, "SettingChanged", told)
        self.bus.flush_sync()


def main() -> None:
    """Change the settings one by one, each when the follower has said what it looks like."""
    portal, said, loop = Portal(), [], GLib.MainLoop()
    follower = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True)  # noqa: S603 - called for this
    assert follower.stdout is not None
    left = list(CHANGES)

    def heard(_source: Any, _condition: Any) -> bool:
        line = follower.stdout.readline().strip() if follower.stdout is not None else ""
        said.append(line)
        if not line or not left:
            loop.quit()
            return False
        portal.change(*left.pop(0))
        return True

    GLib.io_add_watch(follower.stdout.fileno(), GLib.IO_IN | GLib.IO_HUP, heard)
    loop.run()
    follower.kill()
    follower.wait()
    print(json.dumps(said))  # noqa: T201 - the answer to the test


if __name__ == "__main__":
    main()
