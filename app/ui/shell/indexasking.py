"""How a room asks the child index: a line in the audit first, then the courier, then the answer; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.errors import Trouble
from app.operations.lookingup import Asked, note_asking
from app.sync.client import EndpointClient
from app.sync.lookingup import said_of
from app.ui.shell.bench import Bench
from app.ui.shell.endpointasking import EndpointAsking

T = TypeVar("T")


class IndexAsking:
    """Asks for one room; an answer to what nobody waits for any more is let go unread."""

    def __init__(self, bench: Bench) -> None:
        self._bench, self._endpoint = bench, EndpointAsking(bench, said_of)

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
        self._endpoint.ask(work, then, trouble)

    def let_go(self) -> None:
        """Wait for nothing any more."""
        self._endpoint.let_go()
