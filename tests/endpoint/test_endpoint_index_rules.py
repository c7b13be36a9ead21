"""What the index keeps and shows of a child, for how long and to whom: each rule, on both of its sides."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.cluster import Cluster
from endpoint.childindex import OwnIndex
from endpoint.index.blocking import keys_of
from endpoint.index.entry import Caf, CafState, Contact, ContactKind, Entry
from endpoint.index.likeness import Chance, Described, Named, best, likeness
from endpoint.index.showing import (
    EntryAge,
    age_of,
    archive_day,
    may_open,
    purge_day,
    shielded,
    without_sensitive_names,
)
from endpoint.storage.database import Store, open_engine
from endpoint.storage.index import erase_entry, find_entry, near, purge, put_caf, put_entry
from endpoint.storage.index_tables import INDEX_CAFS, INDEX_CHILDREN, INDEX_CONTACTS, INDEX_KEYS, INDEX_NAMES
from endpoint.storage.schema import bring_up_to_date
from endpoint.storage.tables import METADATA
from protocol.notices import Notice, NoticeState

TODAY = date(2026, 11, 26)
CAF = Caf(str(uuid4()), CafState.STARTED, "Priya Nair", "Ambleton 0-19", str(uuid4()), "2026-11-20T10:00:00Z")
MASON = Entry(
    child=str(uuid4()),
    names=(Named("Mason", "Reid"), Named("Mason", "Whitfield")),
    born=date(2019, 3, 4),
    gender="m",
    number="9434765919",
    address="3 Weir Lane, Ambleton",
    postcode="AM1 2BD",
    contacts=(
        Contact(ContactKind.CARER, "Kerry Reid", "01632 960 001"),
        Contact(ContactKind.EDUCATION, "Weir Lane School", "01632 960 002", began="2023-09-04"),
        Contact(ContactKind.SERVICE, "Priya Nair", "01632 960 003", is_lead=True, has_information=True),
        Contact(ContactKind.SENSITIVE),
    ),
)
ASKED = Described((Named("Mason", "Reid"),), date(2019, 3, 4))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield an empty store on each database."""
    folder: Path = tmp_path_factory.mktemp("index")
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'endpoint.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("postgresql")
        url = cluster.new_database()
    engine = open_engine(url)
    bring_up_to_date(engine)
    yield Store(engine, "E06000099")
    engine.dispose()


def found(store: Store, asked: Described, today: date = TODAY) -> dict[str, Described]:
    with store.transaction() as tx:
        return dict(near(tx, asked, today))


@pytest.mark.parametrize(
    ("entry", "archived", "purged"),
    [
        (replace(MASON, born=date(2008, 3, 4)), "2026-03-04", "2032-03-04"),
        (replace(MASON, born=date(2008, 2, 29)), "2026-03-01", "2032-03-01"),
        (replace(MASON, stays_on=True), "2044-03-04", "2050-03-04"),
        (replace(MASON, died=date(2026, 1, 9)), "2027-01-09", "2033-01-09"),
        (replace(MASON, born=None), None, None),
    ],
)
def test_an_entry_is_archived_at_18_or_25_or_a_year_after_a_death_and_erased_six_years_on(
    entry: Entry, archived: str | None, purged: str | None
) -> None:
    assert archive_day(entry) == (date.fromisoformat(archived) if archived else None)
    assert purge_day(entry) == (date.fromisoformat(purged) if purged else None)


@pytest.mark.parametrize(
    ("today", "stands", "for_anybody", "for_coordinators"),
    [
        (date(2037, 3, 3), EntryAge.LIVE, True, True),
        (date(2037, 3, 4), EntryAge.ARCHIVED, False, True),
        (date(2038, 3, 4), EntryAge.CLOSED, False, False),
        (date(2043, 3, 4), EntryAge.OVER, False, False),
    ],
)
def test_an_archived_entry_is_for_coordinators_for_a_year_and_then_for_nobody(
    today: date, stands: EntryAge, *, for_anybody: bool, for_coordinators: bool
) -> None:
    assert age_of(MASON, today) is stands
    assert may_open(MASON, today, is_coordinator=False) is for_anybody
    assert may_open(MASON, today, is_coordinator=True) is for_coordinators


def test_a_sensitive_service_is_kept_as_existing_alone_and_only_where_the_family_agreed() -> None:
    clinic = Contact(ContactKind.SENSITIVE, "Dr A. Quill", "The Linden clinic", has_information=True)
    assert without_sensitive_names(clinic, agreed=False) is None
    assert without_sensitive_names(clinic, agreed=True) == Contact(ContactKind.SENSITIVE)
    assert without_sensitive_names(MASON.contacts[0], agreed=False) == MASON.contacts[0]


def test_of_a_shielded_child_neither_home_nor_contacts_nor_earlier_names_are_shown() -> None:
    seen = shielded(replace(MASON, is_shielded=True, cafs=(CAF,)))
    assert (seen.address, seen.postcode, seen.contacts) == ("", "", ())
    assert seen.names == MASON.names[:1]
    assert [(one.state, one.holder, one.agency) for one in seen.cafs] == [(CafState.STARTED, "", "")]
    assert shielded(MASON) == MASON


def test_an_entry_comes_back_as_it_was_put_and_is_found_by_each_of_its_names(store: Store) -> None:
    entry = replace(MASON, child=str(uuid4()))
    with store.transaction() as tx:
        put_entry(tx, entry)
        put_caf(tx, entry.child, replace(CAF, episode=str(uuid4())))
        put_entry(tx, replace(entry, address="4 Weir Lane, Ambleton"))
        held = find_entry(tx, entry.child)
    assert held is not None
    assert replace(held, cafs=()) == replace(entry, address="4 Weir Lane, Ambleton")
    assert len(held.cafs) == 1
    for asked in (ASKED, Described((Named("mason", "Whitfield"),)), Described((Named("", ""),), number="9434765919")):
        assert entry.child in found(store, asked)


def test_a_shielded_child_is_not_found_by_where_it_lives_or_by_an_earlier_name(store: Store) -> None:
    """Or else somebody who looks for a child could try one address after the other until the answer is yes."""
    hidden = replace(MASON, child=str(uuid4()), is_shielded=True, number="")
    with store.transaction() as tx:
        put_entry(tx, hidden)
    assert hidden.child not in found(store, Described((Named("", ""),), postcode="AM12BD"))
    assert hidden.child not in found(store, Described((Named("Mason", "Whitfield"),)))
    described = found(store, ASKED)[hidden.child]
    assert described == Described(MASON.names[:1], MASON.born, "m")
    with_address, without = replace(ASKED, postcode="AM12BD"), ASKED
    answers = [best(asked, [(hidden.child, described)]) for asked in (with_address, without)]
    assert answers[0] == answers[1]


@settings(max_examples=50)
@given(st.text("ABDM0123456789 ", max_size=8), st.sampled_from(["Mason", "Maison", "Jo"]), st.sampled_from(["", "m"]))
def test_whatever_address_is_tried_a_shielded_child_is_as_like_as_before(
    postcode: str, given: str, gender: str
) -> None:
    hidden = replace(MASON, is_shielded=True).described
    asked = replace(ASKED, names=(Named(given, "Reid"),), gender=gender)
    assert likeness(replace(asked, postcode=postcode), hidden) == likeness(asked, hidden)
    assert not [key for key in keys_of(hidden) if key.startswith("postcode")]


def test_what_is_archived_answers_no_search_and_what_is_over_is_erased(store: Store) -> None:
    grown = replace(MASON, child=str(uuid4()), born=date(2002, 5, 6), number="", postcode="AM9 9ZZ")
    asked = Described((Named("Mason", "Reid"),), date(2002, 5, 6))
    with store.transaction() as tx:
        put_entry(tx, grown)
        put_caf(tx, grown.child, replace(CAF, episode=str(uuid4())))
    assert grown.child in found(store, asked, date(2020, 5, 5))
    assert grown.child not in found(store, asked, date(2020, 5, 6))
    with store.transaction() as tx:
        assert purge(tx, date(2026, 5, 5)) == 0
        assert purge(tx, date(2026, 5, 6)) == 1
    _assert_nothing_left(store, grown.child)


def test_an_erased_entry_leaves_no_row(store: Store) -> None:
    gone = replace(MASON, child=str(uuid4()))
    with store.transaction() as tx:
        put_entry(tx, gone)
        put_caf(tx, gone.child, replace(CAF, episode=str(uuid4())))
        erase_entry(tx, gone.child)
    _assert_nothing_left(store, gone.child)


def _assert_nothing_left(store: Store, child: str) -> None:
    with store.transaction() as tx:
        for table in (INDEX_CHILDREN, INDEX_NAMES, INDEX_CONTACTS, INDEX_KEYS, INDEX_CAFS):
            assert tx.connection.execute(table.select().where(table.c.child == child)).all() == []


def test_of_two_assessments_told_at_one_moment_each_is_held_beside_the_other(store: Store) -> None:
    told = [
        Notice(str(uuid4()), str(uuid4()), 1, NoticeState.OPEN, "Ngozi", "Eze-Barlow", "2017-10-02", "")
        for _ in range(2)
    ]
    both_there = Barrier(min(2, store.at_once))  # SQLite lets in one at a time

    def hear(notice: Notice) -> None:
        with store.transaction() as tx:
            both_there.wait(timeout=30)
            caf = Caf(notice.episode, CafState.STARTED, "", "", notice.device, "2026-11-20T10:00:00Z")
            OwnIndex().hear(tx, notice, caf, TODAY)

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(hear, notice) for notice in told]:
            done.result()
    with store.transaction() as tx:
        assert all(OwnIndex().another_is_open(tx, notice.episode) for notice in told)


def test_another_authority_finds_nobody_here(store: Store) -> None:
    with store.transaction() as tx:
        put_entry(tx, replace(MASON, child=str(uuid4())))
    assert found(Store(store.engine, "E06000098"), ASKED) == {}


LISTED = {
    "index_children": "child born died gender number address postcode whereabouts stays_on is_shielded came_by",
    "index_names": "child place given family",
    "index_contacts": "child place kind name contact began ended is_lead has_information taking_action",
    "index_cafs": "episode child state holder agency device since",
    "index_keys": "key child",
}
"""What content A16 lists, by table; beside it stand the two days on which an entry ends."""


def test_the_index_has_a_place_for_what_is_listed_and_for_nothing_else() -> None:
    for name, listed in LISTED.items():
        columns = [column.name for column in METADATA.tables[name].columns]
        assert columns[0] == "authority"
        assert set(columns) - {"authority", "archive_on", "purge_on"} == set(listed.split())


def test_a_child_is_found_by_details_that_were_misheard(store: Store) -> None:
    """With the sound of its name in the month it was born, or a birth date told the American way."""
    child = Entry(str(uuid4()), (Named("Oluwaseun", "Adébáyò"),), date(2020, 4, 9), postcode="AM7 7QT")
    with store.transaction() as tx:
        put_entry(tx, child)
    for asked in (
        Described((Named("Seun", "Adebayo"),), date(2020, 4, 9)),
        Described((Named("Oluwaseun", "Adebaio"),), date(2020, 9, 4)),
    ):
        answer = best(asked, found(store, asked).items())
        assert answer is not None
        assert answer.key == child.child
        assert answer.chance in {Chance.LIKELY, Chance.POSSIBLE}
