"""Somebody typing into the real window, letter by letter, until this process is killed; never stops of itself.

``python typist.py HOME EPISODE STEP LOG``: the passphrase comes over standard input, and where the keyboard landed
goes out as one line of JSON over standard output. Every keystroke is in the log before the window hears of it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from app import log
from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.forms.definition import FormLibrary
from app.main import make_application
from app.operations.policy import read_policy
from app.paths import resources
from app.ui.program import Program, Surroundings
from demonstration.hands import Hands

PAUSE_MS = 200
"""Five letters a second."""
LETTERS = "she counts the stairs and waits for the door "
FIELD = "needs"


def main() -> None:
    """Unlock, go to where the writing goes on, say where that is, and type."""
    home, episode, step, keys = Path(sys.argv[1]), EpisodeId(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    os.umask(0o077)
    log.start(home / "logs")
    application = make_application()
    program = Program(application, surroundings(home))
    hands = Hands(program.window, home)
    program.start()
    hands.type("unlock.passphrase", sys.stdin.readline().strip())
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    if hands.sees("home.carry_on"):
        hands.click("home.carry_on")
    elif program.workroom is not None:
        program.workroom.open_family(episode, step=step)
        hands.find(f"{step}.{FIELD}").setFocus(Qt.FocusReason.MouseFocusReason)
    box = application.focusWidget()
    print(json.dumps(landed(application)), flush=True)  # noqa: T201 -- the line to the test
    text = box.toPlainText() if isinstance(box, (QPlainTextEdit, QTextEdit)) else ""
    timer = type_on(hands, application, keys, text)
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
    )


def landed(application: QApplication) -> dict[str, object]:
    """Return the name of what has the keyboard, what stands in it, and where the caret is."""
    box = application.focusWidget()
    if not isinstance(box, (QPlainTextEdit, QTextEdit)):
        return {"name": box.objectName() if box is not None else "", "text": "", "caret": -1}
    return {"name": box.objectName(), "text": box.toPlainText(), "caret": box.textCursor().position()}


def type_on(hands: Hands, application: QApplication, keys: Path, text: str) -> QTimer:
    """Return the timer that types the next letter each time it comes round."""
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
    return timer


if __name__ == "__main__":
    main()
