"""On a real display, what was copied or marked in our window cannot be pasted elsewhere half a minute later."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rigs.killing import ROOT
from rigs.locking import wait_until

WORDS = "Zephyrine hides from thunder"
OURS = f"""
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QTextEdit
from app.ui.clipboard import KEPT_SECONDS, ClipboardWatch
application = QApplication([])
now = [0.0]
watch = ClipboardWatch(application, lambda: now[0])
box = QTextEdit()
box.setPlainText({WORDS!r})
box.show()
def mark():
    application.clipboard().setText(box.toPlainText(), application.clipboard().Mode.Selection)
def later():
    now[0] += KEPT_SECONDS
    watch.check()
does = {{"copy": lambda: (box.selectAll(), box.copy()), "mark": mark, "later": later, "lock": watch.take_back}}
def hear():
    does[sys.stdin.readline().strip()]()
    application.processEvents()
    print("done", flush=True)
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(hear)
application.exec()
"""
THEIRS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
application = QApplication([])
clipboard = application.clipboard()
if len(sys.argv) > 1:
    clipboard.setText(sys.argv[1])
    print("copied", flush=True)
    application.exec()
print(repr((clipboard.text(), clipboard.text(QClipboard.Mode.Selection))))
"""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a display of our own; say loudly what is missing where there can be none."""
    from screen import display as started

    if not any(os.access(f"{folder}/Xvfb", os.X_OK) for folder in os.get_exec_path()):
        pytest.skip("NOT RUN: no clipboard of a display without Xvfb")
    with started() as name:
        yield name


def environment(display: str) -> dict[str, str]:
    """Return an environment in which windows stand on that display."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


class Copier:
    """Our program, which copies when it is told to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, what: str) -> None:
        """Have something done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n"


@contextmanager
def running(display: str, program: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program on a display; at the end it is gone."""
    command = [sys.executable, "-c", program, *words]
    with subprocess.Popen(  # noqa: S603 -- our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(display)
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def ours(display: str) -> Iterator[Copier]:
    with running(display, OURS) as process:
        yield Copier(process)


def pasted(display: str) -> str:
    """Return what another program pastes: what was copied, and what was marked."""
    command = [sys.executable, "-c", THEIRS]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(display), timeout=30, check=True)  # noqa: S603 -- as above
    return done.stdout.strip()


@pytest.mark.parametrize("end", ["later", "lock"])
def test_what_was_copied_and_marked_is_pasted_no_more(display: str, ours: Copier, end: str) -> None:
    ours.do("copy")
    ours.do("mark")
    wait_until(lambda: pasted(display) == repr((WORDS, WORDS)))
    ours.do(end)
    assert pasted(display) == repr(("", ""))


def test_what_another_program_copied_since_stays(display: str, ours: Copier) -> None:
    ours.do("copy")
    with running(display, THEIRS, "a shopping list") as theirs:
        assert theirs.stdout is not None
        assert theirs.stdout.readline() == "copied\n"
        wait_until(lambda: pasted(display) == repr(("a shopping list", "")))
        ours.do("later")
        assert pasted(display) == repr(("a shopping list", ""))
