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
        self._bench, self._asking = bench, EndpointAsking(bench, said_of)
        self.let_go = self._asking.let_go

    def ask(
        self,
        asked: Asked,
        work: Callable[[EndpointClient], T],
        then: Callable[[T], None],
        trouble: Callable[[Trouble], None],
    ) -> None:
        """Ask, once it is written down that it is asked; without its line nothing is asked."""
        workplace = self._bench.workplace
        self._asking.ask(work, then, trouble, note=lambda tx: note_asking(tx, workplace, asked))
