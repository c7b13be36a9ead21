"""The program as it is, worked by hands that type what they are told, then lock: ``python lockable.py HOME EPISODE``.

Over standard input come, a line each: the passphrase, what is typed early, what is typed just before the lock, and at
last a line that says to go on. Over standard output goes a word when each part is done.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from app import log
from app.domain.ids import EpisodeId
from app.main import make_application, surroundings
from app.ui.program import Program
from demonstration.hands import Hands

STEP, EARLY, LATE = "d1.behaviour", "d1.behaviour.strengths", "d1.behaviour.needs"
BEFORE_LOCKING_MS = 200


def main() -> None:
    """Unlock, type, wait to be told, type again and lock 0.2 seconds later."""
    home, episode = Path(sys.argv[1]), EpisodeId(sys.argv[2])
    os.umask(0o077)
    log.start(home / "logs")
    application = make_application()
    program = Program(application, surroundings(home, ["--home", str(home)]))
    hands = Hands(program.window, home)
    passphrase, early, late = (sys.stdin.readline().strip() for _ in range(3))
    program.start()
    hands.type("unlock.passphrase", passphrase)
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    if program.workroom is not None:
        program.workroom.open_family(episode, step=STEP)
    hands.type(EARLY, early)
    tell("typed")
    sys.stdin.readline()
    hands.type(LATE, late)
    tell("locking")
    QTimer.singleShot(BEFORE_LOCKING_MS, lambda: hands.click("bar.lock"))
    application.exec()


def tell(word: str) -> None:
    """Send one line to the test."""
    print(word, flush=True)  # noqa: T201 -- the line to the test


if __name__ == "__main__":
    main()
