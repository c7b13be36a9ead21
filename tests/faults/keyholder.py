"""The real program, unlocked and typed into, and then locked: it ends itself and leaves a fresh unlock window behind.

``python keyholder.py HOME [EPISODE STEP TEXT]``: with an episode, it unlocks with the passphrase that comes over
standard input, types, says so, and locks when told to. Without one it is the fresh process, which is told nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app import log
from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.forms.definition import FormLibrary
from app.main import make_application
from app.operations.policy import read_policy
from app.paths import resources
from app.ui.program import Program, Surroundings
from demonstration.hands import Hands


def main() -> None:
    """Show the unlock window; with an episode, go on to work and lock."""
    home = Path(sys.argv[1])
    os.umask(0o077)
    log.start(home / "logs")
    application = make_application()
    program = Program(application, surroundings(home))
    program.start()
    say(f"{os.getpid()} {program.window.windowTitle()}")
    if len(sys.argv) > 2:
        work(program, Hands(program.window, home), EpisodeId(sys.argv[2]), sys.argv[3])
    application.exec()


def work(program: Program, hands: Hands, episode: EpisodeId, step: str) -> None:
    """Unlock, write what comes over standard input, and lock a moment later when told to."""
    hands.type("unlock.passphrase", sys.stdin.readline().strip())
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    if program.workroom is not None:
        program.workroom.open_family(episode, step=step)
    hands.type(f"{step}.needs", sys.stdin.readline().strip())
    say(program.window.windowTitle())
    sys.stdin.readline()
    hands.type(f"{step}.needs", "!")  # the last letter is not on the disk yet when the lock is pressed
    hands.click("bar.lock")


def surroundings(home: Path) -> Surroundings:
    """Return the real world, in which a fresh process is this one without an episode."""

    def relaunch() -> None:
        subprocess.Popen([sys.executable, __file__, str(home)])  # noqa: S603 - ourselves, told nothing but the folder

    return Surroundings(
        home=home,
        forms=FormLibrary(resources() / "forms"),
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=relaunch,
        leave=os._exit,
        choose_file=lambda _offered: None,
    )


def say(words: str) -> None:
    """Say one line to the test."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
