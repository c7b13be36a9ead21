"""Builds the real program: the only file that does. Nothing is decided here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from app import log
from app.clock import SystemClock
from app.forms.definition import FormLibrary
from app.look.kit import theme
from app.look.system import follow_system
from app.operations.policy import read_policy
from app.paths import resources
from app.ui.program import Program, Surroundings
from app.ui.tidying import Tidying

PRIVATE = 0o077


def make_application() -> QApplication:
    """Return the application in its clothes; before it, no window may be made."""
    application = QApplication([])
    application.setApplicationName("eCAF")
    application.setDesktopFileName("ecaf")
    theme.dress(application)
    follow_system(application)
    return application


def surroundings(home: Path, arguments: Sequence[str]) -> Surroundings:
    """Return the real world: the system's clock, real files, and a fresh process of this same program at locking."""
    return Surroundings(
        home=home,
        forms=FormLibrary(resources() / "forms"),
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=lambda: relaunch(arguments),
        leave=os._exit,
        choose_file=choose_file,
    )


def relaunch(arguments: Sequence[str]) -> None:
    """Start a fresh unlock process; it is told where the vaults are, and nothing else."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}  # frozen, it is nobody's child process
    subprocess.Popen(  # noqa: S603 - our own program
        [*program, *arguments], env=environment, close_fds=True, start_new_session=True
    )


def choose_file(offered: str) -> Path | None:
    """Ask where a copy is to be saved; ``None`` when the person thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(None, "Save the copy", str(Path.home() / offered), "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def run(home: Path) -> int:
    """Run the program until its window is closed or it locks; return the exit code."""
    os.umask(PRIVATE)
    log.start(home / "logs")
    application = make_application()
    Tidying(application)
    program = Program(application, surroundings(home, ["--home", str(home)]))
    program.start()
    return application.exec()
