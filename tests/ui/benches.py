"""A bench over a real open vault, for pages that ask for files: what its owner answers is laid ready beforehand."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from app.operations.policy import read_policy
from app.paths import resources
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.room import Room
from app.storage.thread import VaultThread
from app.storage.vault import Vault, open_vault
from app.ui.autosave import Autosave
from app.ui.shell.bench import Bench
from app.ui.tasks import Tasks

sys.path.append(str(Path(__file__).parent.parent / "operations"))

from larkrise import PASSPHRASE, Laptop


@dataclass
class Table:
    """One laptop on a table, and what its owner answers when she is asked for a file or folder."""

    bench: Bench
    answers: list[Path | None] = field(default_factory=list)


def opened(laptop: Laptop) -> Table:
    """Open a laptop's vault on a thread of its own, as the program does."""
    laptop.vault.lock()
    thread: VaultThread = VaultThread()
    outcome: SimpleQueue[Vault | Exception] = SimpleQueue()
    thread.open(lambda: open_vault(laptop.vault.folder, PASSPHRASE), outcome.put, outcome.put)
    assert isinstance(outcome.get(timeout=20), Vault)
    tasks, answers = Tasks(thread), list[Path | None]()

    def crash(fault: Exception) -> None:
        raise fault

    def answer(_title: str) -> Path | None:
        return answers.pop(0)

    bench = Bench(
        tasks=tasks,
        autosave=Autosave(tasks, laptop.watch, crash),
        workplace=laptop.workplace,
        policy=read_policy(resources() / "policy" / "default.json"),
        send_now=lambda: None,
        choose_file=answer,
        cost=lambda: ONLY_FOR_TESTS,
        crashed=crash,
        room=Room(laptop.vault.folder),
        open_file=answer,
        choose_folder=answer,
    )
    return Table(bench, answers)
