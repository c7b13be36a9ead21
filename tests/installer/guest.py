"""Somebody before the frozen program, run by the system's own Python: sees it and works it over the accessibility bus.

Called as ``guest.py PROGRAM HOME PASSPHRASE`` inside a session bus and a display; prints what was found as one line of
JSON. The program is started with an environment that names no Python and no search path.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "accessibility"))

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - only after its version was chosen
from walker import ROLE, application, named, until, walk  # noqa: E402 - found through the path above

BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
TOLD = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME")
GIVEN = {
    "LANG": "C.UTF-8",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # it names each question of the bus that Qt has no answer to
}
PATIENCE_SECONDS = 30


def main() -> None:
    """Start the program, open the vault, lock it, open it again in the process that took over."""
    program, home, passphrase = sys.argv[1:]
    bus = subprocess.Popen(  # noqa: S603 - the system's own
        [BUS_LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL
    )
    around = {name: os.environ[name] for name in TOLD} | GIVEN
    started = subprocess.Popen(  # noqa: S603 - the program this guest was called for
        [program, "--home", home], env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        sys.stdout.write(json.dumps(visit(started, Path(program), passphrase)) + "\n")
        sys.stdout.flush()
    finally:
        started.kill()
        for left in running(Path(program)):
            os.kill(left, 9)
        bus.terminate()


def visit(started: subprocess.Popen[str], program: Path, passphrase: str) -> dict[str, Any]:
    """Return what was seen before and after locking."""
    found: dict[str, Any] = {
        "first": enter(started.pid, passphrase),
        "code outside": code_outside(started.pid, program),
    }
    until(lambda: named(window_of(started.pid), ROLE.PUSH_BUTTON, "Lock")).do_action(0)
    found["left with"] = started.wait(PATIENCE_SECONDS)
    (fresh,) = until(lambda: running(program))
    found["told"] = words_of(fresh, "cmdline")
    found["search path"] = [word for word in words_of(fresh, "environ") if word.startswith("PATH=")]
    found["before the second"] = [node.get_name() for node in walk(until(lambda: window_of(fresh)))]
    found["second"] = enter(fresh, passphrase)
    os.kill(fresh, 9)
    assert started.stdout is not None
    found["said"] = started.stdout.read()
    return found


def enter(pid: int, passphrase: str) -> list[str]:
    """Open the vault as a person does; return all that the first page then says."""
    box = until(lambda: named(window_of(pid), ROLE.PASSWORD_TEXT, "Your five words"))
    Atspi.EditableText.set_text_contents(box, passphrase)
    until(lambda: named(window_of(pid), ROLE.PUSH_BUTTON, "Open")).do_action(0)
    until(lambda: named(window_of(pid), ROLE.HEADING, "Families you work with"))
    return [node.get_name() for node in walk(window_of(pid)) if node.get_name()]


def window_of(pid: int) -> Any:
    """Return the program's window, or nothing while it is not there."""
    found = application(pid)
    if found is None:
        return None
    found.set_cache_mask(Atspi.Cache.NONE)
    return found.get_child_at_index(0) if found.get_child_count() else None


def running(program: Path) -> list[int]:
    """Return the processes of this very program."""
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [pid for pid in pids if runs(pid, program)]


def runs(pid: int, program: Path) -> bool:
    """Say whether a process is alive and of this program."""
    try:
        return (Path("/proc") / str(pid) / "exe").resolve(strict=True) == program.resolve()
    except OSError:
        return False


def words_of(pid: int, what: str) -> list[str]:
    """Return the words of a process's command line or environment."""
    return [word.decode() for word in (Path("/proc") / str(pid) / what).read_bytes().split(b"\0") if word]


def code_outside(pid: int, program: Path) -> list[str]:
    """Return the Python code a process uses that is not in the program's own folder."""
    lines = (Path("/proc") / str(pid) / "maps").read_text().splitlines()
    files = {line.split(maxsplit=5)[5] for line in lines if "/" in line}
    outside = [file for file in files if not file.startswith(str(program.resolve().parent))]
    return sorted(file for file in outside if "python" in file.lower() or "site-packages" in file or "Qt6" in file)


if __name__ == "__main__":
    main()
