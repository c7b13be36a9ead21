"""What the store is only told goes in few journeys and as it was said: whole, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ambleton import Town
from sqlalchemy import select

from endpoint.storage.accesses import Access, insert_accesses
from endpoint.storage.database import Store, open_engine
from endpoint.storage.tables import ACCESSES

AUTHORITY = "E06000098"
"""An authority whose rows nobody else in this database touches."""

AWKWARD = ('a "quoted" word', "back\\slash \\", "{braces, and a comma}", "", "NULL", "Łucja’s\ntwo lines", "'; --")
"""What would be read as something else where an array is spelled out carelessly."""

LARGE = "x" * 20_000
"""More than goes in one journey with anything else."""


@pytest.fixture
def store(town: Town) -> Iterator[Store]:
    engine = open_engine(town.settings.database_url)
    with engine.begin() as connection:
        connection.execute(ACCESSES.delete().where(ACCESSES.c.authority == AUTHORITY))
    yield Store(engine, AUTHORITY)
    engine.dispose()


def access(number: int, about: str = "", action: str = "envelope.put") -> Access:
    return Access("2026-11-26T09:30:05Z", "a-device", action, about, number)


def written(store: Store) -> list[tuple[str, str]]:
    wanted = select(ACCESSES.c.action, ACCESSES.c.about).where(ACCESSES.c.authority == AUTHORITY)
    with store.snapshot() as tx:
        return [(action, about) for action, about in tx.connection.execute(wanted.order_by(ACCESSES.c.status))]


def test_words_that_mean_something_to_a_database_are_kept_as_they_are(store: Store) -> None:
    with store.transaction() as tx:
        insert_accesses(tx, [access(number, about) for number, about in enumerate(AWKWARD)])
    assert [about for _, about in written(store)] == list(AWKWARD)


def test_what_is_large_and_what_is_small_are_kept_in_one_commit(store: Store) -> None:
    with store.transaction() as tx:
        for number, action in enumerate(("before", LARGE, "after")):
            insert_accesses(tx, [access(number, action=action)])
        assert written(store) == []
    assert [action for action, _ in written(store)] == ["before", LARGE, "after"]


def test_nothing_is_kept_where_the_last_that_was_told_fails(store: Store) -> None:
    def tell_both() -> None:
        with store.transaction() as tx:
            insert_accesses(tx, [access(1, action=LARGE)])
            tx.tell("INSERT INTO nowhere VALUES (1)", [{}])

    with pytest.raises(Exception, match="nowhere"):
        tell_both()
    assert written(store) == []
