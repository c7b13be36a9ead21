"""The program opened on a vault made earlier, in this process and unseen, for tests that look at its windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from larkrise import FORMS, PASSPHRASE
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import SystemClock
from app.operations.policy import read_policy
from app.paths import resources
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

NEVER_SECONDS = 1_000_000


def around(home: Path, choose_file: Callable[[str], Path | None] = lambda _offered: None) -> Surroundings:
    """Return surroundings in which nothing locks by itself and nothing is started afresh."""
    policy = read_policy(resources() / "policy" / "default.json")
    return Surroundings(
        home=home,
        forms=FORMS,
        policy=msgspec.structs.replace(policy, idle_lock_seconds=NEVER_SECONDS),
        clock=SystemClock(),
        relaunch=lambda: None,
        leave=lambda _code: None,
        choose_file=choose_file,
    )


def opened(application: QApplication, surroundings: Surroundings) -> tuple[Program, Hands]:
    """Return the program with its vault unlocked, and hands to work it."""
    program = Program(application, surroundings)
    hands = Hands(program.window, surroundings.home)
    program.start()
    hands.type("unlock.passphrase", PASSPHRASE)
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    return program, hands


def closed(program: Program) -> None:
    """Close the program as a person does, and wait for its courier."""
    program.close()
    if program.courier is not None:
        program.courier.stop()
    program.window.deleteLater()


def names_in(hands: Hands, beginning: str) -> list[str]:
    """Return the names of all widgets with this beginning, in sight or not."""
    return [name for one in hands.window.findChildren(QWidget) if (name := one.objectName()).startswith(beginning)]
