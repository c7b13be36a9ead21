"""Requests that come while others are answered are answered next, together: one commit, and no answer before it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

from anyio import CapacityLimiter, to_thread

from endpoint.visit import Answer, Asked

AT_ONCE = 32
"""How many requests share one commit at most: what they hold is held in memory until it is done."""

AT_ONCE_BYTES = 16 * 1024 * 1024


_Waiting = tuple[Asked, asyncio.Future[Answer]]


class Together:
    """Answers requests in the order they came, as many at once as came meanwhile; a lone one waits for nobody.

    Where the database takes several writers, two groups are answered at once, so that what one has to be reckoned for
    is reckoned while the other is written. A second begins when as many wait as are answered, and takes half of all
    there are: so neither is ever a straggler alone.
    """

    def __init__(self, respond: Callable[[Sequence[Asked]], list[Answer]], turn: CapacityLimiter) -> None:
        self._respond, self._turn = respond, turn
        self._groups = 1 if turn.total_tokens == 1 else 2
        self._waiting: deque[_Waiting] = deque()
        self._answering: dict[asyncio.Task[None], int] = {}

    async def respond(self, asked: Asked) -> Answer:
        """Return the answer to one request, once it is committed."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        self._begin()
        return await answer

    def _begin(self) -> None:
        """Begin to answer those who wait, if it is their time."""
        answered = sum(self._answering.values())
        if self._waiting and len(self._answering) < self._groups and len(self._waiting) >= answered:
            group = self._next(-(-(answered + len(self._waiting)) // self._groups))
            task = asyncio.create_task(self._answer(group))
            self._answering[task] = len(group)
            task.add_done_callback(self._go_on)

    def _go_on(self, done: asyncio.Task[None]) -> None:
        del self._answering[done]
        if done.cancelled():
            _tell_all(self._waiting, asyncio.CancelledError())
            self._waiting.clear()
        self._begin()

    async def _answer(self, group: Sequence[_Waiting]) -> None:
        try:
            answers = await to_thread.run_sync(self._respond, [asked for asked, _ in group], limiter=self._turn)
        except BaseException as fault:
            _tell_all(group, fault)
            if not isinstance(fault, Exception):
                raise
            return
        for (_, waiting), answer in zip(group, answers, strict=True):
            if not waiting.done():  # whoever asked may have hung up meanwhile
                waiting.set_result(answer)

    def _next(self, most: int) -> list[_Waiting]:
        group, size = [self._waiting.popleft()], 0
        while self._waiting and len(group) < min(most, AT_ONCE):
            size += len(self._waiting[0][0].body)
            if size > AT_ONCE_BYTES:
                break
            group.append(self._waiting.popleft())
        return group


def _tell_all(group: Sequence[_Waiting], fault: BaseException) -> None:
    for _, waiting in group:
        if not waiting.done():
            waiting.set_exception(RuntimeError(type(fault).__name__))
