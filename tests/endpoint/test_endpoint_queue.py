"""A fault in one group of requests is told to those in it alone: whoever came behind them is answered all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from anyio import CapacityLimiter

from endpoint.together import Together
from endpoint.visit import Answer, Asked


def asked(path: str) -> Asked:
    return Asked("PUT", f"https://endpoint.invalid{path}", {}, {}, {}, b"")


def test_those_behind_a_fault_are_answered() -> None:
    groups: list[list[str]] = []

    def respond(called: Sequence[Asked]) -> list[Answer]:
        groups.append([one.url for one in called])
        if len(groups) == 1:
            raise ValueError("the first group")
        return [Answer(200, b"") for _ in called]

    async def three() -> list[Answer | BaseException]:
        queue = Together(respond, CapacityLimiter(1))
        first = asyncio.create_task(queue.respond(asked("/first")))
        await asyncio.sleep(0)
        await asyncio.sleep(0)  # the first is being answered; the others wait
        others = [asyncio.create_task(queue.respond(asked(path))) for path in ("/second", "/third")]
        return await asyncio.gather(first, *others, return_exceptions=True)

    first, *others = asyncio.run(asyncio.wait_for(three(), 20))
    assert isinstance(first, RuntimeError)
    assert [one.status for one in others if isinstance(one, Answer)] == [200, 200]
    assert len(groups) == 2
