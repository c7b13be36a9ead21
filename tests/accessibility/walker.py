"""A screen reader's half, run by the system's own Python: walks the program's window over the accessibility bus.

Called as ``walker.py PROGRAM…`` inside a session bus and a display; prints what it found as one line of JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only after its version was chosen

STATE, ROLE = Atspi.StateType, Atspi.Role
WAIT_SECONDS = 30
MUTE = {ROLE.FILLER, ROLE.PANEL, ROLE.UNKNOWN, ROLE.INVALID, ROLE.LAYERED_PANE}
TURNS = 120


def has(node: Any, state: Any) -> bool:
    """Say whether a node is in a state."""
    return bool(node.get_state_set().contains(state))


def walk(node: Any) -> Iterator[Any]:
    """Yield every node that shows, as a screen reader would meet them; what goes away under way is passed over."""
    yield node
    for child in children(node):
        yield from walk(child)


def children(node: Any) -> list[Any]:
    """Return the children of a node that show; none, when it went away while it was asked."""
    try:
        found = [node.get_child_at_index(index) for index in range(node.get_child_count())]
        return [child for child in found if child is not None and has(child, STATE.SHOWING)]
    except Exception:  # noqa: BLE001 - the bus has many ways to say that a node went away
        return []


def until(find: Callable[[], Any]) -> Any:
    """Return what is found, waiting for it."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # noqa: BLE001 - the bus has many ways to say that a node went away
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit("waited in vain")


def application(pid: int) -> Any:
    """Return the program on the bus."""
    desktop = Atspi.get_desktop(0)
    nodes = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
    return next((node for node in nodes if node is not None and node.get_process_id() == pid), None)


def named(window: Any, role: Any, name: str) -> Any:
    """Return the first node of a role and name that shows."""
    return next((node for node in walk(window) if node.get_role() == role and node.get_name() == name), None)


def walk_until(window: Any, over: threading.Event) -> int:
    """Walk the window over and over until told that it is over; return how many nodes were met."""
    met = 0
    while not over.is_set():
        met += sum(1 for _ in walk(window))
    return met


def mute(window: Any) -> list[str]:
    """Return what takes the keyboard and says neither what it is nor what it is called."""
    stops = [node for node in walk(window) if has(node, STATE.FOCUSABLE)]
    return [node.get_role_name() for node in stops if node.get_role() in MUTE or not node.get_name().strip()]


def main() -> None:
    """Start the program, walk it while its pages change, read it, write into it, hide it."""
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
    spoken = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(  # noqa: S603 - the program this walker was called for
        sys.argv[1:], env=spoken, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        sys.stdout.write(json.dumps(visit(program)) + "\n")
        sys.stdout.flush()
    finally:
        program.kill()
        bus.terminate()


def visit(program: subprocess.Popen[str]) -> dict[str, Any]:
    """Return what a screen reader found."""

    def tell(words: str) -> str:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(words + "\n")
        program.stdin.flush()
        return program.stdout.readline().strip()

    assert program.stdout is not None
    found: dict[str, Any] = {"entered": program.stdout.readline().strip()}
    app = until(lambda: application(program.pid))
    app.set_cache_mask(Atspi.Cache.NONE)
    window = until(lambda: app.get_child_count() and app.get_child_at_index(0))
    over = threading.Event()

    def turn() -> None:
        found["turned"] = tell(f"turn {TURNS}")
        over.set()

    turning = threading.Thread(target=turn)
    turning.start()
    found["met"] = walk_until(window, over)
    turning.join()
    found["alive"] = program.poll() is None
    tell("open")
    found["heading"] = bool(until(lambda: named(window, ROLE.HEADING, "Speech, language and communication")))
    found["mute"] = mute(window)
    box = until(lambda: named(window, ROLE.TEXT, "What is going well?"))
    Atspi.EditableText.set_text_contents(box, "Said through a screen reader")
    found["kept"] = until(lambda: tell("read d1.speech.strengths"))
    found["name before"] = any("Mason" in node.get_name() for node in walk(window))
    tell("hide")
    until(lambda: named(window, ROLE.LABEL, "Ready") or named(window, ROLE.HEADING, "Ready"))
    found["name after"] = any("Mason" in node.get_name() for node in walk(window))
    found["title"] = window.get_name()
    return found


if __name__ == "__main__":
    main()
