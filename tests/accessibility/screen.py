"""A display and a screen reader's bus of our own, for programs that run outside the test's process."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-run-session")
LONG_SECONDS = 600


def missing(*, speech: str = "Atspi") -> str:
    """Return what this machine lacks for it, or nothing; ``speech`` is what the system's Python has to speak."""
    lacking = [program for program in NEEDED if shutil.which(program) is None]
    if speech == "Atspi" and not Path("/usr/libexec/at-spi-bus-launcher").exists():
        lacking.append("at-spi2-core")
    asked = f"import gi; gi.require_version('{speech}', '2.0')"
    if subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False).returncode != 0:  # noqa: S603
        lacking.append(f"gir1.2 of {speech}")
    return ", ".join(lacking)


@contextmanager
def display() -> Iterator[str]:
    """Start a display of our own, on a number nobody uses."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)  # noqa: S603 - a display for tests
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def on_a_bus(display_name: str, folder: Path, *command: str, **more: str) -> str:
    """Run the system's Python on a session bus of its own; return the last line it said."""
    environment = {**os.environ, "DISPLAY": display_name, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), **more}
    done = subprocess.run(  # noqa: S603 - our own programs
        ["dbus-run-session", "--", SYSTEM_PYTHON, *command],  # noqa: S607 - the system's own
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONG_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()[-1]
