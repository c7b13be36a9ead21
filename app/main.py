"""Builds the real program: the only file that does. Nothing is decided here."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from app import log
from app.errors import Trouble
from app.hardening import keep_neighbours_out
from app.look.kit import theme
from app.look.speech import speak, tr
from app.look.system import follow_system
from app.paths import own_program, resources
from app.storage.emptying import finish_emptying
from app.storage.seats import named_seats
from app.ui.capture import keep_out_of_pictures
from app.ui.emptiedwords import emptied_words
from app.ui.front import Front
from app.ui.tidying import Tidying
from app.ui.window import ProgramWindow

if TYPE_CHECKING:
    from app.ui.program import Program
    from app.ui.surroundings import Surroundings

PRIVATE = 0o077
LIBRARIES = "LD_LIBRARY_PATH"
IN_PICTURES = "--in-pictures"
PIECES = (
    "app.operations.unlocking",
    "app.sync.engine",
    "app.forms.view",
    "app.ui.finishing.sign",
    "app.ui.shell.closing",
    "app.ui.shell.workroom",
    "app.ui.program",
)
"""What is loaded behind the first page, in pieces of about equal size: nobody should notice one while typing."""


def make_application() -> QApplication:
    """Return the application in its clothes; before it, no window may be made."""
    application = QApplication([])
    application.setApplicationName("eCAF")
    application.setDesktopFileName("ecaf")
    theme.dress(application)
    follow_system(application)
    speak(application)
    keep_no_list_of_files()
    return application


def keep_no_list_of_files() -> None:
    """Let no file dialogue note which folders and files were chosen in it: a folder may bear a family's name.

    Qt's own forgets; those of a Linux desktop keep a list of recent files. On Windows and macOS the system's are used,
    and what they note was never looked at.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    if sys.platform == "linux":
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def surroundings(home: Path, arguments: Sequence[str]) -> Surroundings:
    """Return the real world: the system's clock, real files, and a fresh process of this same program at locking."""
    from app.clock import SystemClock
    from app.forms.local import LocalLibrary
    from app.operations.policy import policy_in_force
    from app.storage.room import BALLAST_BYTES, free_space
    from app.ui.battery import charge_of_the_system
    from app.ui.surroundings import Surroundings

    policy = policy_in_force(resources() / "policy").policy
    return Surroundings(
        home=home,
        forms=LocalLibrary(resources() / "forms", policy.local_words),
        policy=policy,
        clock=SystemClock(),
        relaunch=lambda: relaunch(arguments),
        leave=os._exit,
        choose_file=choose_file,
        open_file=open_file,
        choose_folder=choose_folder,
        show_file=show_file,
        free=free_space,
        ballast_bytes=BALLAST_BYTES,
        charge=charge_of_the_system,
    )


def relaunch(arguments: Sequence[str]) -> None:
    """Start a fresh unlock process; it is told where the vaults are, and nothing else."""
    import subprocess

    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}  # frozen, it is nobody's child process
    subprocess.Popen(  # noqa: S603 - our own program
        [*own_program(), *arguments], env=environment, close_fds=True, start_new_session=True
    )


def choose_file(offered: str) -> Path | None:
    """Ask where a copy is to be saved; ``None`` when the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    kinds = "PDF (*.pdf)" if offered.endswith(".pdf") else ""
    chosen, _ = QFileDialog.getSaveFileName(None, tr("Save the copy"), str(Path.home() / offered), kinds)
    return Path(chosen) if chosen else None


def open_file(title: str) -> Path | None:
    """Ask which file to read; ``None`` when the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(None, title, str(Path.home()))
    return Path(chosen) if chosen else None


def choose_folder(title: str) -> Path | None:
    """Ask which folder to read or fill; ``None`` when the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(None, title, str(Path.home()))
    return Path(chosen) if chosen else None


def show_file(path: Path) -> bool:
    """Have the system's own program show a file; say whether there is one."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    with libraries_of_the_system():
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@contextmanager
def libraries_of_the_system() -> Iterator[None]:
    """Have what is started meanwhile find the system's libraries; frozen, it would be led to ours (PyInstaller)."""
    ours = os.environ.pop(LIBRARIES, None) if getattr(sys, "frozen", False) else None
    if ours is not None and (theirs := os.environ.get(f"{LIBRARIES}_ORIG")):
        os.environ[LIBRARIES] = theirs
    try:
        yield
    finally:
        if ours is not None:
            os.environ[LIBRARIES] = ours


def begin(
    application: QApplication, home: Path, around: Callable[[], Surroundings], *, in_pictures: bool = False
) -> Front:
    """Show the window at once, and build the program behind it in the surroundings that ``around`` then gives.

    Other programs may take pictures of it only where ``in_pictures`` says so.
    """
    window = ProgramWindow()

    def build() -> Program:
        from app.ui.program import Program

        return Program(application, around(), window)

    front = Front(window, PIECES, build)
    front.left.connect(application.exit)
    front.cannot_start.connect(partial(say_why, front))
    front.ready.connect(gc.freeze)  # what is loaded stays: collecting garbage need not look at it each time
    window.painted.connect(keep_neighbours_out)
    if not in_pictures:
        window.painted.connect(lambda: keep_out_of_pictures(application, window))
    show_entrance(window, home)
    return front


def show_entrance(window: ProgramWindow, home: Path) -> None:
    """Show the first page, and tell there of a place that its authority had emptied."""
    emptied = finish_emptying(home)
    window.show_entrance(named_seats(home))
    for one in emptied[:1]:
        window.tell(*emptied_words(one))


def say_why(front: Front, trouble: Trouble) -> None:
    """Say in a window of its own why the program cannot start: a form file may be damaged."""
    from app.ui.cannotstart import CannotStart

    log.record("start", type(trouble), trouble.__traceback__)
    front.instead = CannotStart(trouble)
    front.instead.show()
    front.window.hide()


def run(home: Path, *, in_pictures: bool = False) -> int:
    """Run the program until its window is closed or it locks; return the exit code."""
    os.umask(PRIVATE)
    log.start(home / "logs")
    application = make_application()
    Tidying(application)
    arguments = ["--home", str(home), *([IN_PICTURES] if in_pictures else [])]
    front = begin(application, home, lambda: surroundings(home, arguments), in_pictures=in_pictures)
    ended = application.exec()
    del front
    return ended
