"""How a room asks the endpoint: a line in the audit first where one is due, then the courier, then the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.errors import Trouble
from app.storage.database import Transaction
from app.sync.client import EndpointClient
from app.ui.shell.bench import Bench

T = TypeVar("T")


class EndpointAsking:
    """Asks for one room; an answer to what nobody waits for any more is let go unread.

    ``said_of`` puts what went wrong into the room's own words.
    """

    def __init__(self, bench: Bench, said_of: Callable[[Exception], Exception]) -> None:
        self._bench, self._said_of, self._turn = bench, said_of, 0

    def ask(
        self,
        work: Callable[[EndpointClient], T],
        then: Callable[[T], None],
        trouble: Callable[[Trouble], None],
        note: Callable[[Transaction], None] | None = None,
    ) -> None:
        """Ask, in the place of whatever was asked before; where there is a ``note``, once that is written down."""
        bench = self._bench
        try:
            if note is not None:
                bench.tasks.ask(note)
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
            said = self._said_of(fault)
            if isinstance(said, Trouble):
                trouble(said)
            else:
                self._bench.crashed(fault)

        return hear
