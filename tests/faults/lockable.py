"""The program as it is, worked by hands that do what they are told on one screen, then lock.

It is loaded once; each order, a line of JSON over standard input, is then a fork of its own: ``home``, ``screen``, the
words to type and the families (see ``rigs.screens``). Over standard output come, a line of JSON each: ``pid`` with what
was ``shown``; after a line that says to go on, ``locking``; and ``code``, how the fork ended.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from rigs.screens import LATE, OURS, SCREENS, Desk

from app import log
from app.main import make_application, surroundings
from app.storage.keys import ONLY_FOR_TESTS
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

BEFORE_LOCKING_MS = 200


def main() -> None:
    """Carry out orders until there are no more."""
    os.umask(0o077)
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            in_the_fork(json.loads(line))
        tell(code=os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))


def in_the_fork(order: Mapping[str, str]) -> None:
    """Work and lock; never come back."""
    try:
        work_and_lock(order)
    except BaseException:  # noqa: BLE001 -- whatever it was, this fork must not go on as if it took orders
        traceback.print_exc()
    os._exit(1)


def work_and_lock(order: Mapping[str, str]) -> None:
    """Work on a screen, wait to be told, type again where that can be, and lock 0.2 seconds later."""
    home = Path(order["home"])
    os.environ[OURS] = order["home"]  # whatever this process starts can be told by it
    log.start(home / "logs")
    application = make_application()
    program = Program(application, around(home, order))
    hands = Hands(program.window, home)
    program.start()
    shown = SCREENS[order["screen"]](Desk(program, hands, order))  # held until the lock, so that a look can find it
    tell(pid=os.getpid(), shown=shown)
    sys.stdin.readline()
    if hands.sees(LATE):
        hands.type(LATE, order["late"])
    tell(locking=True)
    QTimer.singleShot(BEFORE_LOCKING_MS, lambda: hands.click("bar.lock"))
    application.exec()


def around(home: Path, order: Mapping[str, str]) -> Surroundings:
    """Return the real world, where files are chosen as ordered."""
    real = surroundings(home, ["--home", str(home)])
    return replace(
        real,
        choose_file=lambda _: Path(order["saved"]),
        open_file=lambda _: Path(order["opened"]),
        cost=ONLY_FOR_TESTS,
    )


def tell(**said: object) -> None:
    """Send one line to the test."""
    print(json.dumps(said), flush=True)  # noqa: T201 -- the line to the test


if __name__ == "__main__":
    main()
