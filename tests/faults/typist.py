"""Somebody typing into the real window, letter by letter, until killed: each time in a process that never had a vault.

The program is loaded once; each order is then a fork of its own, killed at the moment ordered. An order is one line of
JSON: ``home``, ``episode``, ``step``, ``keys`` (the file of keystrokes), ``passphrase`` and ``seconds`` of typing. The
answer is one too: where the keyboard ``landed``, and ``at`` what moment (monotonic seconds) the kill fell. Every
keystroke is in the file before the window hears of it, and the seconds count from the first.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from app import log
from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.forms.definition import FormLibrary
from app.main import make_application
from app.operations.policy import read_policy
from app.paths import resources
from app.storage.keys import ONLY_FOR_TESTS
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

PAUSE_MS = 200
"""Five letters a second."""
LETTERS = "she counts the stairs and waits for the door "
FIELD = "needs"


def main() -> None:
    """Carry out orders until there are no more."""
    os.umask(0o077)
    for line in sys.stdin:
        print(json.dumps(killed_while_typing(json.loads(line))), flush=True)  # noqa: T201 -- the line to the test


def killed_while_typing(order: dict[str, Any]) -> dict[str, object]:
    """Let a fork type for so long, and kill it whatever it is doing."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        in_the_fork(order, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        landed = json.loads(told.readline())
        time.sleep(order["seconds"])  # the kill falls at this moment: there is nothing to wait for
        at = time.monotonic()
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    return {"landed": landed, "at": at}


def in_the_fork(order: dict[str, Any], told: int) -> None:
    """Open the program and type in it; never come back."""
    try:
        type_for_ever(order, told)
    except BaseException:  # noqa: BLE001 -- whatever it was, this fork must not go on as if it took orders
        traceback.print_exc()
    os._exit(1)


def type_for_ever(order: dict[str, Any], told: int) -> None:
    """Unlock, go to where the writing goes on, say where that is, and type."""
    home, episode, step = Path(order["home"]), EpisodeId(order["episode"]), str(order["step"])
    log.start(home / "logs")
    application = make_application()
    program = Program(application, surroundings(home))
    hands = Hands(program.window, home)
    program.start()
    hands.type("unlock.passphrase", order["passphrase"])
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    if hands.sees("home.carry_on"):
        hands.click("home.carry_on")
    elif program.workroom is not None:
        program.workroom.open_family(episode, step=step)
        hands.find(f"{step}.{FIELD}").setFocus(Qt.FocusReason.MouseFocusReason)
    box = application.focusWidget()
    place = json.dumps(landed(application))
    text = box.toPlainText() if isinstance(box, (QPlainTextEdit, QTextEdit)) else ""
    timer = type_on(hands, application, Path(order["keys"]), text, lambda: os.write(told, place.encode() + b"\n"))
    timer.start(PAUSE_MS)
    application.exec()


def surroundings(home: Path) -> Surroundings:
    """Return the real world."""
    return Surroundings(
        home=home,
        forms=FormLibrary(resources() / "forms"),
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=lambda: None,
        leave=os._exit,
        choose_file=lambda _offered: None,
        cost=ONLY_FOR_TESTS,
    )


def landed(application: QApplication) -> dict[str, object]:
    """Return the name of what has the keyboard, what stands in it, and where the caret is."""
    box = application.focusWidget()
    if not isinstance(box, (QPlainTextEdit, QTextEdit)):
        return {"name": box.objectName() if box is not None else "", "text": "", "caret": -1}
    return {"name": box.objectName(), "text": box.toPlainText(), "caret": box.textCursor().position()}


def type_on(hands: Hands, application: QApplication, keys: Path, text: str, begun: Callable[[], object]) -> QTimer:
    """Return the timer that types the next letter each time it comes round; with the first one, ``begun`` is called."""
    writing = os.open(keys, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    letters = islice(cycle(LETTERS), len(text) % len(LETTERS), None)
    timer = QTimer(application)
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def press() -> None:
        box, letter = application.focusWidget(), next(letters)
        os.write(writing, f"{time.monotonic_ns()} {letter}\n".encode())
        if box is not None:
            hands.key(box, letter)

    timer.timeout.connect(press)
    timer.timeout.connect(begun, Qt.ConnectionType.SingleShotConnection)
    return timer


if __name__ == "__main__":
    main()
