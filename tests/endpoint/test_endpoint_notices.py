"""Whether another assessment is open is answered, and nothing else: not where, not whose, not since when."""

from __future__ import annotations

from itertools import count
from uuid import uuid4

import httpx2
import msgspec
import pytest
from ambleton import Laptop, Town, problem_of

from endpoint.office import open_door
from endpoint.storage.tables import NOTICES
from protocol.codec import encode
from protocol.notices import Notice, NoticeState, SignedNotice
from protocol.statements import Kind

HOMES = count(100)
"""A home for each child of these notices: with one first name, birth date and home it may be one child."""


def notice(laptop: Laptop, **changed: object) -> Notice:
    made = Notice(
        episode=str(uuid4()),
        device=laptop.id,
        n=1,
        state=NoticeState.OPEN,
        given="Zoë",
        family="Marsh",
        born="2019-03-04",
        postcode=f"AM{next(HOMES)} 2BD",
    )
    return msgspec.structs.replace(made, **changed)


def tell(laptop: Laptop, told: Notice) -> httpx2.Response:
    return laptop.ask("PUT", f"/v1/notices/{told.episode}", encode(SignedNotice(told, laptop.sign(Kind.NOTICE, told))))


def closed(told: Notice) -> Notice:
    empty = {"given": "", "family": "", "born": "", "postcode": ""}
    return msgspec.structs.replace(told, n=told.n + 1, state=NoticeState.CLOSED, **empty)


def test_a_second_open_assessment_is_held_for_both_and_neither_hears_of_whom(town: Town) -> None:
    family = str(uuid4())
    jo, priya = town.enrolled(), town.enrolled()
    first, second = notice(jo, family=family), notice(priya, given="ZOE", family=family.upper(), postcode="")
    assert tell(jo, first).json() == {"episode": first.episode, "another": "none"}
    assert tell(priya, second).json() == {"episode": second.episode, "another": "held"}
    assert tell(jo, first).json()["another"] == "held"
    assert tell(jo, closed(first)).json()["another"] == "none"
    assert tell(priya, second).json()["another"] == "none"
    door = open_door(town.settings)
    with door.store.transaction() as tx:
        rows = tx.connection.execute(NOTICES.select().where(NOTICES.c.episode == first.episode)).all()
    assert family not in str(rows)
    door.close()


def test_an_episode_that_becomes_restricted_is_out_of_the_index_before_anything_is_compared_with_it(
    town: Town, priya: Laptop
) -> None:
    """A laptop closes its notice when a young person decides alone; then no search, notice or list knows of it."""
    jo = town.enrolled()
    hers = notice(jo, family=f"Fernsby{next(HOMES)}", given="Ngozi")
    tell(jo, hers)
    found = town.rows("select child from index_names where family = :it", it=hers.family)
    assert len(found) == 1
    tell(jo, closed(hers))
    assert town.rows("select child from index_names where family = :it", it=hers.family) == []
    for table in ("index_children", "index_names", "index_keys", "index_cafs"):
        assert town.rows(f"select child from {table} where child = :it", it=found[0][0]) == []  # noqa: S608 - our tables
    theirs = msgspec.structs.replace(hers, episode=str(uuid4()), device=priya.id)
    assert tell(priya, theirs).json()["another"] == "none"


def test_a_twin_and_a_child_of_another_birth_date_are_others(town: Town, priya: Laptop) -> None:
    told = notice(priya, family=str(uuid4()))
    tell(priya, told)
    twin = msgspec.structs.replace(told, episode=str(uuid4()), given="Ava")
    older = msgspec.structs.replace(told, episode=str(uuid4()), born="2016-08-21")
    assert [tell(town.enrolled(), msgspec.structs.replace(one, device=priya.id)).status_code for one in (twin,)] == [
        422
    ]
    assert [tell(priya, one).json()["another"] for one in (twin, older)] == ["none", "none"]


def test_the_newest_stands_and_an_older_or_another_with_its_number_is_refused(town: Town, priya: Laptop) -> None:
    told = notice(priya, n=2)
    assert tell(priya, told).status_code == 200
    assert problem_of(tell(priya, msgspec.structs.replace(told, n=1))) == "notice.different"
    assert problem_of(tell(priya, msgspec.structs.replace(told, given="Ava"))) == "notice.different"
    stranger = town.laptop()
    stranger.enrol(town.invite(name="Jo Whitfield"))
    theirs = msgspec.structs.replace(told, n=3, device=stranger.id)
    assert problem_of(tell(stranger, theirs)) == "notice.different"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"n": 0}, "body.unreadable"),
        ({"born": "04/03/2019"}, "request.malformed"),
        ({"state": NoticeState.CLOSED}, "request.malformed"),
        ({"episode": "not-an-id"}, "request.malformed"),
    ],
)
def test_what_is_no_notice_is_refused(priya: Laptop, changed: dict[str, object], problem: str) -> None:
    assert problem_of(tell(priya, notice(priya, **changed))) == problem
