"""The real window on an invented laptop, in this process and unseen, for what is measured behind the lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.forms.definition import FormLibrary
from app.main import make_application
from app.operations.policy import read_policy
from app.paths import resources
from app.storage.keys import ONLY_FOR_TESTS
from app.ui.program import Program
from app.ui.shell.workroom import Workroom
from app.ui.surroundings import Surroundings
from app.ui.tidying import Tidying
from benchmarks.family import PASSPHRASE

_PATIENCE_SECONDS = 60


@cache
def application() -> QApplication:
    """Return the one application of this process, in its clothes."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    made = make_application()
    Tidying(made)
    return made


def settle() -> None:
    """Draw all that changed, and let go of what was taken off the window."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def drawn(act: Callable[[], object]) -> Callable[[], None]:
    """Return an act that is over once what it changed is on the screen."""

    def acted() -> None:
        act()
        settle()

    return acted


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is so; raises ``TimeoutError``."""
    started = monotonic()
    while not until():
        if monotonic() - started > _PATIENCE_SECONDS:
            raise TimeoutError
        QApplication.processEvents()


@contextmanager
def workroom(home: Path) -> Iterator[Workroom]:
    """Yield the room behind the lock, on the screen; afterwards the vault is closed and the window gone."""
    around = Surroundings(
        home=home,
        forms=FormLibrary(resources() / "forms"),
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=lambda: None,
        leave=lambda _code: None,
        choose_file=lambda _offered: None,
        cost=ONLY_FOR_TESTS,
    )
    program = Program(application(), around)
    program.start()
    program.window.unlock_requested.emit(PASSPHRASE)
    wait(lambda: program.workroom is not None)
    settle()
    if program.workroom is not None:
        yield program.workroom
    if program.courier is not None:
        program.courier.stop()
    program.autosave.flush()
    program.tasks.vault_thread.close()
    program.window.deleteLater()
    program.deleteLater()
    settle()
