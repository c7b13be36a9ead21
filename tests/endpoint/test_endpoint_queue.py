"""A fault in one group of requests is told to those in it alone: whoever came behind them is answered all the same."""

from __future__ import annotations

import asyncio
import threading
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


def test_two_groups_are_answered_at_once_and_share_what_waits() -> None:
    groups: list[str] = []
    second_begun, last_begun = threading.Event(), threading.Event()

    def respond(several: Sequence[Asked]) -> list[Answer]:
        group = "".join(one.url[-1] for one in several)
        groups.append(group)
        if group == "0":
            assert second_begun.wait(20)  # neither waits for the other to end
        elif group == "1":
            second_begun.set()
            assert last_begun.wait(20)
        elif "7" in group:
            last_begun.set()
        return [Answer(200, b"") for _ in several]

    async def eight() -> None:
        queue = Together(respond, CapacityLimiter(8))
        await asyncio.gather(*(queue.respond(asked(f"/{number}")) for number in range(8)))

    asyncio.run(asyncio.wait_for(eight(), 20))
    assert sorted(groups[:2]) == ["0", "1"]
    assert groups[2:] == ["2345", "67"]
