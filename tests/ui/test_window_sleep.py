"""The laptop goes to sleep, or its screen is locked: the program hears it from the system, and is waited for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.sleep import SleepWatch
application = QCoreApplication([])
watch = SleepWatch()
watch.leaving.connect(lambda: print("leaving", flush=True))
if "briefly" in sys.argv:
    QTimer.singleShot(200, application.quit)
sys.exit(application.exec())
"""


def missing() -> str:
    """Return what this machine lacks for it, or nothing."""
    lacking = [] if shutil.which("dbus-run-session") else ["dbus-daemon"]
    asked = [SYSTEM_PYTHON, "-c", "import gi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True, check=False).returncode != 0:  # noqa: S603 - a question to the system
        lacking.append("python3-gi")
    return ", ".join(lacking)


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which our own packages are found."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Let a stand-in for the login service tell a listener, over a real bus, what it has to tell."""
    if lacking := missing():
        pytest.skip(f"NOT RUN: nobody announces sleep here without {lacking}")
    listener = [sys.executable, "-c", LISTENER]
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(HERE / "login_service.py"), *listener]
    done = subprocess.run(  # noqa: S603 - our own programs
        command, capture_output=True, text=True, env=environment(), cwd=ROOT, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    "what", ["sleeping", "shutting down", "locked", "said to be locked", "covered", "another's turn"]
)
def test_sleep_shutting_down_a_locked_or_covered_screen_and_another_persons_turn_are_heard(
    told: dict[str, Any], what: str
) -> None:
    assert told[what]


def test_what_becomes_of_somebody_elses_session_is_no_reason_to_leave(told: dict[str, Any]) -> None:
    assert not told["somebody else's session"]


def test_waking_up_is_no_reason_to_leave(told: dict[str, Any]) -> None:
    assert not told["waking"]


def test_the_laptop_is_asked_to_wait_and_the_promise_ends_with_the_process(told: dict[str, Any]) -> None:
    what, who, _, how = told["asked"]
    assert (what, who, how) == ("sleep:shutdown", "eCAF", "delay")
    assert told["given back"]


def test_where_nobody_announces_anything_it_quietly_hears_nothing() -> None:
    nowhere = "unix:path=/nonexistent/bus"
    alone = environment(DBUS_SESSION_BUS_ADDRESS=nowhere, DBUS_SYSTEM_BUS_ADDRESS=nowhere)
    command = [sys.executable, "-c", LISTENER, "briefly"]
    done = subprocess.run(command, capture_output=True, text=True, env=alone, cwd=ROOT, timeout=30, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
