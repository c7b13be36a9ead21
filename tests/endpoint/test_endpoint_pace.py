"""Who sends too much, and who comes when too many wait, is asked to come again, and told when; nothing is kept."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from ambleton import Laptop, Town

from endpoint.application import BUSY_SECONDS, create_application
from endpoint.door import FULL_SECONDS, Door
from endpoint.office import open_door
from endpoint.pace import BURST_SECONDS, PIECE_BYTES, Pace
from endpoint.resources import RESOURCES, Resource, SharedResource
from endpoint.settings import Settings, SettingWrong, from_environment
from endpoint.storage.database import Store, Transaction
from endpoint.visit import Asked
from protocol import limits
from protocol.problems import Problem, Refused

(PUT,) = (one for one in RESOURCES if isinstance(one, SharedResource))
ANCHOR = next(one for one in RESOURCES if (one.method, one.path) == ("GET", "/v1/anchor"))


@dataclass
class Watch:
    """A clock that a test sets."""

    at: float = 0.0

    def elapsed(self) -> float:
        """Return the time it was set to."""
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


def spent_up(pace: Pace, device: str) -> int:
    """Take until nothing more is given; return how often it was."""
    for taken in range(10_000):
        try:
            pace.take(device, 0)
        except Refused:
            return taken
    raise AssertionError


def test_a_device_that_sent_too_much_has_its_own_again_in_time_and_holds_up_no_other(watch: Watch) -> None:
    pace = Pace(50, watch.elapsed)
    assert spent_up(pace, "one") == 50 * BURST_SECONDS
    with pytest.raises(Refused) as refusal:
        pace.take("one", 150 * PIECE_BYTES)
    assert (refusal.value.problem, refusal.value.members) == (Problem.TOO_FAST, {"retry_after": 4})
    pace.take("other", 0)
    watch.at += 4
    pace.take("one", 150 * PIECE_BYTES)
    watch.at += 1_000_000
    assert spent_up(pace, "one") == 50 * BURST_SECONDS


def test_looking_takes_nothing_and_no_pace_is_without_end(watch: Watch) -> None:
    pace = Pace(1, watch.elapsed)
    for _ in range(1_000):
        pace.check("one", 0)
    assert spent_up(pace, "one") > limits.ENVELOPE_BYTES // PIECE_BYTES
    for _ in range(1_000):
        Pace(0, watch.elapsed).take("one", limits.ENVELOPE_BYTES)


@pytest.fixture
def door(town: Town, watch: Watch) -> Iterator[Door]:
    with closing(open_door(town.settings)) as opened:
        yield replace(opened, pace=Pace(1, watch.elapsed))


def asked(laptop: Laptop, resource: Resource, path: str, body: bytes = b"", **parts: str) -> Asked:
    request = laptop.signed_request(resource.method, path, body, ecaf_version="2")
    return Asked(resource.method, str(request.url), request.headers, parts, {}, body)


def putting(laptop: Laptop) -> Asked:
    envelope, body = laptop.envelope()
    return asked(laptop, PUT, f"/v1/envelopes/{envelope}", body, id=envelope)


def test_one_that_sends_too_much_is_told_when_to_come_again_and_nothing_of_it_is_kept(
    town: Town, door: Door, watch: Watch, priya: Laptop
) -> None:
    spent_up(door.pace, priya.id)
    late, other = putting(priya), putting(town.enrolled())
    answers = door.respond_together(PUT, [late, other])
    assert [one.status for one in answers] == [429, 201]
    assert answers[0].headers == {"retry-after": "1"}
    assert door.respond(ANCHOR, asked(priya, ANCHOR, "/v1/anchor")).status == 429
    for table in ("envelopes", "nonces"):
        assert town.rows(f"select count(*) from {table} where device = :it", it=priya.id) == [(0,)]  # noqa: S608
    assert town.rows("select action from accesses where device = :it", it=priya.id) == [("device.enrol",)]
    watch.at += 1
    assert door.respond(PUT, late).status == 201


def test_nobody_else_can_use_up_what_a_device_may_send(door: Door, priya: Laptop) -> None:
    for _ in range(spent_up(door.pace, "one like her") - 1):
        door.pace.take(priya.id, 0)
    once = putting(priya)
    forged = replace(once, headers={**dict(once.headers.items()), "signature": "ecaf=:" + "A" * 86 + "==:"})
    assert door.respond(PUT, forged).status == 401
    assert door.respond(PUT, once).status == 201
    assert door.respond(PUT, once).status == 429  # that was her last one


def test_where_too_many_wait_one_more_is_asked_to_come_again_before_it_is_read(town: Town) -> None:
    async def visits(door: Door) -> list[dict[str, Any]]:
        application = create_application(door, "", queue=1)
        inside, may_end, answers = asyncio.Event(), asyncio.Event(), list[dict[str, Any]]()

        async def slowly() -> dict[str, Any]:
            inside.set()
            await may_end.wait()
            return {"type": "http.request", "body": b"{}"}

        async def unread() -> dict[str, Any]:
            raise AssertionError

        async def hear(message: Any) -> None:
            if message["type"] == "http.response.start":
                answers.append(message)

        first = asyncio.create_task(application(_scope("POST", "/v1/enrolments"), slowly, hear))
        await inside.wait()
        await application(_scope("POST", "/v1/enrolments"), unread, hear)
        may_end.set()
        await first
        await application(_scope("POST", "/v1/enrolments"), slowly, hear)
        return answers

    with closing(open_door(town.settings)) as door:
        busy, *others = asyncio.run(asyncio.wait_for(visits(door), 30))
    assert busy["status"] == Problem.ENDPOINT_BUSY.status
    assert (b"retry-after", str(BUSY_SECONDS).encode()) in busy["headers"]
    assert [one["status"] for one in others] == [400, 400]


def _scope(method: str, path: str) -> dict[str, Any]:
    raw = {"raw_path": path.encode(), "query_string": b"", "headers": []}
    return {"type": "http", "method": method, "path": path, "http_version": "1.1", "scheme": "http", **raw}


def test_where_there_is_no_room_left_it_is_said_when_to_come_again(
    door: Door, priya: Laptop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_store: Store) -> AbstractContextManager[Transaction]:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Store, "transaction", full)
    answer = door.respond(PUT, putting(priya))
    assert (answer.status, answer.headers) == (Problem.ENDPOINT_FULL.status, {"retry-after": str(FULL_SECONDS)})
    caplog.clear()


def test_pace_and_queue_are_the_operators_to_choose(tmp_path: Path) -> None:
    chosen = from_environment(tmp_path, {"ECAF_ENDPOINT_PACE": "0", "ECAF_ENDPOINT_QUEUE": "9"})
    assert (chosen.pace, chosen.queue) == (0, 9)
    assert from_environment(tmp_path, {}) == Settings(tmp_path)


@pytest.mark.parametrize("said", ["-1", "many", "1.5", "0x9", "9" * 30])
def test_a_setting_that_cannot_be_is_refused_by_its_name(tmp_path: Path, said: str) -> None:
    for name in ("ECAF_ENDPOINT_PACE", "ECAF_ENDPOINT_QUEUE"):
        with pytest.raises(SettingWrong, match=name):
            from_environment(tmp_path, {name: said})


def test_who_falls_silent_in_the_midst_of_a_body_gives_up_their_room(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("endpoint.application.SILENT_SECONDS", 0.01)

    async def visits(door: Door) -> list[dict[str, Any]]:
        application, answers, begun = create_application(door, "", queue=1), list[dict[str, Any]](), [b"{"]

        async def silent() -> dict[str, Any]:
            if begun:
                return {"type": "http.request", "body": begun.pop(), "more_body": True}
            await asyncio.Event().wait()
            raise AssertionError

        async def whole() -> dict[str, Any]:
            return {"type": "http.request", "body": b"{}"}

        async def hear(message: Any) -> None:
            if message["type"] == "http.response.start":
                answers.append(message)

        await application(_scope("POST", "/v1/enrolments"), silent, hear)
        await application(_scope("POST", "/v1/enrolments"), whole, hear)
        return answers

    with closing(open_door(town.settings)) as door:
        gone, after = asyncio.run(asyncio.wait_for(visits(door), 30))
    assert gone["status"] == Problem.ENDPOINT_BUSY.status
    assert after["status"] == 400
