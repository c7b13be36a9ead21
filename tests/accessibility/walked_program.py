"""The real program on a real display, doing what it is told line by line while a screen reader walks its window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent.parent), *(str(HERE.parent / folder) for folder in ("operations", "gates", "ui"))]

from furnished import Furnished, Opened, furnish, settle  # noqa: E402 - found through the paths above
from larkrise import FORMS, PASSPHRASE  # noqa: E402 - the same
from msgspec.structs import replace  # noqa: E402 - the same
from PySide6.QtCore import QSocketNotifier  # noqa: E402 - the same
from tour import practitioner  # noqa: E402 - the same

from app.clock import SystemClock  # noqa: E402 - the same
from app.domain.record import RecordKind  # noqa: E402 - the same
from app.main import make_application  # noqa: E402 - the same
from app.operations.policy import LONGEST_IDLE, read_policy  # noqa: E402 - the same
from app.paths import resources  # noqa: E402 - the same
from app.storage import drafts  # noqa: E402 - the same
from app.storage.database import Transaction  # noqa: E402 - the same
from app.ui.program import Program  # noqa: E402 - the same
from app.ui.shell.steps import in_order, is_open  # noqa: E402 - the same
from app.ui.shell.workroom import Workroom  # noqa: E402 - the same
from app.ui.surroundings import Surroundings  # noqa: E402 - the same
from demonstration.hands import Hands  # noqa: E402 - the same


class Told:
    """Hears lines on standard input, does them, and answers each with one line."""

    def __init__(self, program: Program, found: Furnished, pictures: Path) -> None:
        self._program, self._episode = program, found.writing
        self._walk = practitioner(Opened(program, Hands(program.window, pictures)), found)
        self._ears = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._ears.activated.connect(lambda: self._hear(sys.stdin.readline().split()))

    @property
    def _room(self) -> Workroom:
        assert self._program.workroom is not None
        return self._program.workroom

    def _hear(self, words: list[str]) -> None:
        match words:
            case ["open"]:
                self._room.open_family(self._episode, step="d1.speech")
                answer("open")
            case ["turn", number]:
                self._turn(int(number))
                answer("turned")
            case ["read", path]:
                answer(self._kept(path))
            case ["next"]:
                answer(self._next_page())
            case ["lock"]:
                self._program.lock()
                answer("locked")
            case ["hide"]:
                self._program.window.hide_now()
                answer("hidden")
            case _:
                os._exit(0)

    def _next_page(self) -> str:
        """Go on to the next page of the walk; nothing, when it is over."""
        page = next(self._walk, "")
        settle()
        return page

    def _turn(self, number: int) -> None:
        """Go to another page, and now and then home."""
        file = self._room.family.file
        if file is None:
            self._room.open_family(self._episode)
        elif number % 17 == 0:
            self._room.go_home()
        else:
            steps = [step for step in in_order(file) if is_open(file, step)]
            self._room.family.go(steps[number % len(steps)])

    def _kept(self, path: str) -> str:
        self._program.autosave.flush()

        def work(tx: Transaction) -> str:
            draft = drafts.find(tx, self._episode, RecordKind.ASSESSMENT)
            return str(drafts.answers(tx, draft.draft).get(path, "")) if draft is not None else ""

        return self._program.tasks.ask(work)


def answer(words: str) -> None:
    """Say one line."""
    print(words, flush=True)  # noqa: T201 - this is how the two processes speak


def main() -> None:
    """Unlock a furnished laptop and wait to be told."""
    home = furnish(Path(sys.argv[1]))
    application = make_application()
    around = Surroundings(
        home=home.practitioner,
        forms=FORMS,
        policy=replace(read_policy(resources() / "policy" / "default.json"), idle_lock_seconds=LONGEST_IDLE),
        clock=SystemClock(),
        relaunch=lambda: None,
        leave=lambda _code: None,  # so that what is left on the bus can be looked at
        choose_file=lambda offered: Path(sys.argv[1]) / offered,
    )
    program = Program(application, around)
    told = Told(program, home, Path(sys.argv[1]))
    program.entered.connect(lambda: answer("entered"))
    program.start()
    program.window.unlock.unlock_requested.emit(PASSPHRASE)
    application.exec()
    del told


if __name__ == "__main__":
    main()
