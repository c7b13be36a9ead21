"""How a room asks the child index: a line in the audit first, then the courier, then the answer; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.errors import Trouble
from app.operations.lookingup import Asked, note_asking
from app.sync.client import EndpointClient
from app.sync.lookingup import said_of
from app.ui.shell.bench import Bench

T = TypeVar("T")


class IndexAsking:
    """Asks for one room; an answer to what nobody waits for any more is let go unread."""

    def __init__(self, bench: Bench) -> None:
        self._bench, self._turn = bench, 0

    def ask(
        self,
        asked: Asked,
        work: Callable[[EndpointClient], T],
        then: Callable[[T], None],
        trouble: Callable[[Trouble], None],
    ) -> None:
        """Ask, once it is written down that it is asked; without its line nothing is asked."""
        bench = self._bench
        try:
            bench.tasks.ask(lambda tx: note_asking(tx, bench.workplace, asked))
        except Trouble as fault:
            trouble(fault)
            return
        self._turn += 1
        bench.ask_endpoint(
            work, bench.tasks.telling(self._heard(then)), bench.tasks.telling(self._heard(self._or_crash(trouble)))
        )

    def let_go(self) -> None:
        """Wait for nothing any more."""
        self._turn += 1

    def _heard(self, call: Callable[[T], None]) -> Callable[[T], None]:
        turn = self._turn

        def hear(answer: T) -> None:
            if turn == self._turn and self._bench.tasks.vault_thread.is_open:
                call(answer)

        return hear

    def _or_crash(self, trouble: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        def hear(fault: Exception) -> None:
            said = said_of(fault)
            if isinstance(said, Trouble):
                trouble(said)
            else:
                self._bench.crashed(fault)

        return hear
