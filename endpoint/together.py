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


class Together:
    """Answers requests in the order they came, as many at once as came meanwhile; a lone one waits for nobody."""

    def __init__(self, respond: Callable[[Sequence[Asked]], list[Answer]], turn: CapacityLimiter) -> None:
        self._respond, self._turn = respond, turn
        self._waiting: deque[tuple[Asked, asyncio.Future[Answer]]] = deque()
        self._answering: asyncio.Task[None] | None = None

    async def respond(self, asked: Asked) -> Answer:
        """Return the answer to one request, once it is committed."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer_all())
        return await answer

    async def _answer_all(self) -> None:
        while self._waiting:
            group = self._next()
            try:
                answers = await to_thread.run_sync(self._respond, [asked for asked, _ in group], limiter=self._turn)
            except Exception as fault:  # noqa: BLE001 -- whatever it was, those behind them are answered
                _tell_all(group, fault)
                continue
            except BaseException as fault:
                _tell_all([*group, *self._waiting], fault)
                self._waiting.clear()
                raise
            for (_, waiting), answer in zip(group, answers, strict=True):
                if not waiting.done():  # whoever asked may have hung up meanwhile
                    waiting.set_result(answer)

    def _next(self) -> list[tuple[Asked, asyncio.Future[Answer]]]:
        group, size = [self._waiting.popleft()], 0
        while self._waiting and len(group) < AT_ONCE:
            size += len(self._waiting[0][0].body)
            if size > AT_ONCE_BYTES:
                break
            group.append(self._waiting.popleft())
        return group


def _tell_all(group: Sequence[tuple[Asked, asyncio.Future[Answer]]], fault: BaseException) -> None:
    for _, waiting in group:
        if not waiting.done():
            waiting.set_exception(RuntimeError(type(fault).__name__))
