"""What an act of the demonstration is given: the case, the folders, and a line to whoever directs the play.

Acts and director speak in lines of JSON over standard output and input; passphrases and codes travel that way alone,
never on a command line and never in a file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app import log
from app.clock import SystemClock
from app.forms.definition import FormLibrary
from app.main import make_application
from app.operations.policy import read_policy
from app.paths import resources
from app.storage.keys import FLOOR
from app.ui.program import Program
from app.ui.shell.workroom import Workroom
from app.ui.surroundings import Surroundings
from app.ui.tidying import Tidying
from demonstration.case import Case
from demonstration.hands import Hands
from demonstration.reading import read_case


@dataclass
class Stage:
    """One act's world."""

    act: str
    case: Case
    out: Path
    home: Path
    application: QApplication
    program: Program
    hands: Hands
    forms: FormLibrary
    refusals: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Say one step aloud."""
        tell({"say": words})

    def please(self, wish: str, **more: Any) -> dict[str, Any]:
        """Ask the director for something, and wait until it is done."""
        tell({"please": wish, **more})
        answer: dict[str, Any] = json.loads(sys.stdin.readline())
        return answer

    def picture(self, title: str) -> None:
        """Take a picture of the screen."""
        self.hands.picture(title)

    def room(self) -> Workroom:
        """Return the room behind the lock."""
        room = self.program.workroom
        if room is None:
            raise LookupError("the vault is not open")
        return room

    def timed(self, what: str, started: float) -> None:
        """Report how long something took."""
        tell({"seconds": {what: round(time.monotonic() - started, 2)}})


def tell(message: dict[str, Any]) -> None:
    """Send one line to the director."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def set_stage(act: str, case_file: Path, out: Path, home: Path, next_act: str) -> Stage:
    """Return the stage for an act. Locking starts ``next_act`` in the place of a bare unlock window."""
    log.start(home / "logs")
    forms = FormLibrary(resources() / "forms")
    application = make_application()
    Tidying(application)

    def relaunch() -> None:
        command = [sys.executable, "-m", "demonstration.acts", next_act, str(case_file), str(out), str(home)]
        subprocess.Popen(command)  # noqa: S603 - our own program

    around = Surroundings(
        home=home,
        forms=forms,
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=relaunch,
        leave=os._exit,
        choose_file=lambda offered: out / offered,
        cost=FLOOR,
    )
    program = Program(application, around)
    program.window.resize(1366, 768)
    hands = Hands(program.window, out)
    stage = Stage(act, read_case(case_file, forms), out, home, application, program, hands, forms)
    program.entered.connect(lambda: stage.room().family.said_no.connect(stage.refusals.append))
    return stage
