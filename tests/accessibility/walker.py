"""A screen reader's half, run by the system's own Python: walks the program's window over the accessibility bus.

Called as ``walker.py KIND PROGRAM…`` inside a session bus and a display, where KIND is ``turning`` or ``pages``;
prints what it found as one line of JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only after its version was chosen

STATE, ROLE = Atspi.StateType, Atspi.Role
WAIT_SECONDS = 30
MUTE = {ROLE.FILLER, ROLE.PANEL, ROLE.UNKNOWN, ROLE.INVALID, ROLE.LAYERED_PANE}
TURNS, BETWEEN = 120, 5
CHECKABLE = {ROLE.CHECK_BOX, ROLE.RADIO_BUTTON, ROLE.TOGGLE_BUTTON}
NAMES = (
    "Mason",
    "Reid",
    "Carly",
    "Jade",
    "Alfie",
    "Heron Close",
    "Ruby",
    "Erin",
    "Noah",
    "Kayden",
    "bedtime",
    "PE and Ben",
)
"""What belongs to the families of the furnished laptop, and must be gone from the bus when it is locked."""


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


class Wanderer:
    """Walks the window over and over until told that it is over, and counts the nodes met."""

    def __init__(self) -> None:
        self.met, self.over = 0, threading.Event()

    def has_met(self, many: int) -> bool:
        """Say whether so many nodes were met."""
        return self.met >= many

    def walk(self, window: Any) -> None:
        """Walk while pages change."""
        while not self.over.is_set():
            for _ in walk(window):
                self.met += 1


def mute(window: Any) -> list[str]:
    """Return what takes the keyboard and says neither what it is nor what it is called."""
    stops = [node for node in walk(window) if has(node, STATE.FOCUSABLE)]
    return [node.get_role_name() for node in stops if node.get_role() in MUTE or not node.get_name().strip()]


def main() -> None:
    """Start the program, walk it while its pages change, read it, write into it, hide it."""
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
    spoken = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(  # noqa: S603 - the program this walker was called for
        sys.argv[2:], env=spoken, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        sys.stdout.write(json.dumps(VISITS[sys.argv[1]](program)) + "\n")
        sys.stdout.flush()
    finally:
        program.kill()
        bus.terminate()


Tell = Callable[[str], str]


def meet(program: subprocess.Popen[str]) -> tuple[Any, Tell]:
    """Wait until the program's window is on the bus; return it and a way to tell the program what to do."""

    def tell(words: str) -> str:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(words + "\n")
        program.stdin.flush()
        return program.stdout.readline().strip()

    assert program.stdout is not None
    program.stdout.readline()
    app = until(lambda: application(program.pid))
    app.set_cache_mask(Atspi.Cache.NONE)
    return until(lambda: app.get_child_count() and app.get_child_at_index(0)), tell


def turning(program: subprocess.Popen[str]) -> dict[str, Any]:
    """Return what a screen reader found that walked while pages changed."""
    window, tell = meet(program)
    found: dict[str, Any] = {}
    wanderer = Wanderer()

    def turn() -> None:
        """Turn the page each time that a little more was met, however slow the machine is."""
        for turned in range(TURNS):
            until(partial(wanderer.has_met, turned * BETWEEN))
            found["turned"] = tell(f"turn {turned}")
        wanderer.over.set()

    turner = threading.Thread(target=turn)
    turner.start()
    wanderer.walk(window)
    turner.join()
    found["met"] = wanderer.met
    found["alive"] = program.poll() is None
    tell("open")
    until(lambda: named(window, ROLE.HEADING, "Speech, language and communication"))
    box = until(lambda: named(window, ROLE.TEXT, "What is going well?"))
    Atspi.EditableText.set_text_contents(box, "Said through a screen reader")
    found["kept"] = until(lambda: tell("read d1.speech.strengths"))
    found["name before"] = any("Mason" in node.get_name() for node in walk(window))
    tell("hide")
    until(lambda: named(window, ROLE.LABEL, "Ready") or named(window, ROLE.HEADING, "Ready"))
    found["name after"] = any("Mason" in node.get_name() for node in walk(window))
    found["title"] = window.get_name()
    return found


def pages(program: subprocess.Popen[str]) -> dict[str, Any]:
    """Return what a screen reader found on every page, and what was left when the program had locked."""
    window, tell = meet(program)
    found: dict[str, Any] = {"pages": {}, "said before": 0}
    while page := tell("next"):
        found["pages"][page] = until(partial(what_is_said, window))
        found["said before"] += len(found["pages"][page]["private"])
    tell("lock")
    found["left after"] = until(partial(what_is_said, window))["private"]
    found["title"] = window.get_name()
    tell("leave")
    found["gone"] = until(lambda: application(program.pid) is None)
    return found


def what_is_said(window: Any) -> dict[str, Any]:
    """Return what there is on one page, what is wrong with how it is said, and the private words in it.

    A node that goes away under way breaks off the reading: read again, with ``until``.
    """
    met = list(walk(window))
    stops = [node for node in met if has(node, STATE.FOCUSABLE)]
    return {
        "headings": [node.get_name() for node in met if node.get_role() == ROLE.HEADING],
        "stops": len(stops),
        "mute": [called(node) for node in stops if node.get_role() in MUTE or not node.get_name().strip()],
        "parrots": [called(node) for node in stops if value_of(node) and value_of(node) == node.get_name().strip()],
        "stateless": [called(node) for node in stops if not states_fit(node)],
        "stacks": len(stacks := [node for node in met if node.get_role() == ROLE.LAYERED_PANE]),
        "behind": [called(node) for node in stacks if node.get_child_count() > 1],
        "private": [word for node in met for word in private_words(node)],
    }


def states_fit(node: Any) -> bool:
    """Say whether a control is said to be on the screen, enabled or not in one voice, and checkable where it can be."""
    shown = has(node, STATE.SHOWING) and has(node, STATE.VISIBLE)
    shown = shown and has(node, STATE.ENABLED) == has(node, STATE.SENSITIVE)
    return shown and (node.get_role() not in CHECKABLE or has(node, STATE.CHECKABLE))


def value_of(node: Any) -> str:
    """Return what was typed or chosen in a control."""
    if node.get_role() == ROLE.COMBO_BOX:
        chosen = (option for option in children(node) for option in walk(option) if has(option, STATE.SELECTED))
        return next((option.get_name().strip() for option in chosen), "")
    text = node.get_text_iface() if node.get_role() == ROLE.TEXT else None
    return Atspi.Text.get_text(text, 0, -1).strip() if text is not None else ""


def called(node: Any) -> str:
    """Return a control's role and name, to be found again by."""
    return f"{node.get_role_name()} {node.get_name()!r}"


def private_words(node: Any) -> list[str]:
    """Return what a node says of anybody: in its name, its description or its text."""
    said = [node.get_name() or "", node.get_description() or ""]
    text = node.get_text_iface()
    said.append(Atspi.Text.get_text(text, 0, -1) if text is not None else "")
    return [word for word in NAMES if any(word in words for words in said)]


VISITS = {"turning": turning, "pages": pages}


if __name__ == "__main__":
    main()
