"""What has come is listed once, in the order it was committed, to those it is addressed to."""

from __future__ import annotations

import pytest
from ambleton import Laptop, Town, ask, problem_of

from app.sync.client import EndpointClient
from protocol.codec import to_text


def ids_from(client: EndpointClient, cursor: str, limit: int) -> tuple[list[str], str, bool]:
    changes = client.changes(cursor, limit)
    return [one.header.id for one in changes.headers], changes.cursor, changes.more


def test_changes_come_in_order_page_by_page_and_end(town: Town, priya: Laptop) -> None:
    reader = town.enrolled()
    sent = [priya.send(reader.id) for _ in range(5)]
    with reader.client() as client:
        first, cursor, more = ids_from(client, "", 2)
        second, cursor, again = ids_from(client, cursor, 2)
        third, cursor, still = ids_from(client, cursor, 2)
        assert [first, second, third] == [sent[:2], sent[2:4], sent[4:]]
        assert [more, again, still] == [True, True, False]
        assert ids_from(client, cursor, 2) == ([], cursor, False)
        later = priya.send(reader.id)
        assert ids_from(client, cursor, 2)[0] == [later]


def test_an_envelope_for_the_desk_and_one_coordinator_is_listed_once(priya: Laptop, desk: Laptop) -> None:
    with desk.client() as client:
        cursor = ""
        while (changes := client.changes(cursor)).more:
            cursor = changes.cursor
        sent = priya.send("desk-1", desk.id)
        assert ids_from(client, changes.cursor, 10)[0] == [sent]


def test_every_coordinator_sees_what_comes_to_the_desk(town: Town, priya: Laptop) -> None:
    sent = priya.send("desk-1")
    with town.enrolled("coordinator").client() as client:
        assert sent in ids_from(client, "", 200)[0]


def test_a_cursor_from_before_a_restore_starts_again_and_loses_nothing(town: Town, priya: Laptop) -> None:
    reader = town.enrolled()
    sent = priya.send(reader.id)
    with reader.client() as client:
        assert ids_from(client, to_text(b"another-epoch:999999"), 10)[0] == [sent]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=x", "limit=-1", "cursor=%00", "cursor=YWJj", "limit=²"]
)
def test_a_cursor_or_limit_that_is_none_is_malformed(priya: Laptop, query: str) -> None:
    assert problem_of(ask(priya.signed_request("GET", f"/v1/changes?{query}"))) == "request.malformed"
