"""Our program, started as it starts itself; it says when its unlock page, and then home, is on the screen, and ends.

``python -m benchmarks.our_start HOME [PASSPHRASE]``: without a passphrase it stops at the unlock page. The passphrase
of the invented laptop is given once the program stands behind its window: nobody types five words sooner.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from app import log, main
from app.ui.front import Front
from app.ui.tidying import Tidying

if TYPE_CHECKING:
    from app.ui.surroundings import Surroundings


def say(what: str) -> None:
    """Write one moment and the CPU time since the process began."""
    sys.stdout.write(json.dumps({"what": what, "at": time.monotonic(), "cpu": time.process_time()}) + "\n")
    sys.stdout.flush()


class Eye(QObject):
    """Sees when a page is painted for the first time."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave once all that stands on the page is painted too."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self.leave)
        return False

    @staticmethod
    def leave() -> None:
        """Say so, and end."""
        say("home")
        os._exit(0)


def unlock(front: Front, eye: Eye, passphrase: str) -> None:
    """Type the passphrase, and wait for home."""
    if front.program is None:
        return
    front.program.entered.connect(lambda: watch(front, eye))
    say("asked")
    front.window.unlock_requested.emit(passphrase)


def watch(front: Front, eye: Eye) -> None:
    """Look at the room behind the lock."""
    if front.program is not None and front.program.workroom is not None:
        front.program.workroom.home.viewport().installEventFilter(eye)


def surroundings(home: Path) -> Surroundings:
    """Return the real world, in which a key stays as cheap as it was made: what a key costs is measured apart."""
    from app.storage.keys import ONLY_FOR_TESTS

    return replace(main.surroundings(home, []), cost=ONLY_FOR_TESTS)


def start(home: Path, passphrase: str) -> None:
    """Start as ``app.main.run`` does, and look on."""
    log.start(home / "logs")
    application = main.make_application()
    tidying, eye = Tidying(application), Eye()
    front = main.begin(application, home, lambda: surroundings(home))
    front.window.painted.connect(lambda: say("unlock"))
    if passphrase:
        front.ready.connect(lambda: unlock(front, eye, passphrase))
    else:
        front.window.painted.connect(lambda: os._exit(0))
    application.exec()
    del tidying


if __name__ == "__main__":
    start(Path(sys.argv[1]), "".join(sys.argv[2:]))
