"""Lines of the audit that were written long ago, and lately, in an endpoint of these tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import text

from endpoint.accounting import add_account
from endpoint.accounts import StaffAccount
from endpoint.door import Door
from endpoint.office import open_door
from endpoint.settings import Settings
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.chain import list_links
from endpoint.storage.looks import Look, find_look, insert_look, insert_review
from endpoint.times import to_text

BY = "Sam Okafor"
YEARS = 25
LONG_AGO, THEN, NOW = "1999-05-04T09:00:00Z", "2010-05-04T09:00:00Z", datetime(2026, 11, 26, 9, tzinfo=UTC)
"""The first is over its time at the last, the second is not."""
KAYDEN, OTHER = str(uuid4()), str(uuid4())


def opened(settings: Settings) -> Door:
    """Return an endpoint at this moment, of whom something was asked."""
    door = at(open_door(settings), NOW)
    ask(door)
    return door


def ask(door: Door) -> None:
    """Let somebody ask something, so that the clock is believed."""
    with door.store.transaction() as tx:
        insert_access(tx, Access(to_text(door.now()), "a device", "changes.list", "", 200))


def at(door: Door, moment: datetime) -> Door:
    """Return the same endpoint at another moment."""
    return replace(door, now=lambda: moment)


def look(door: Door, child: str, when: str, act: str = "open", device: str = "a device") -> str:
    """Write a look down, and return its id."""
    made = Look(str(uuid4()), when, device, "Priya Nair", "0-19", act, child, "School", "", "{}", '"shown"', 200)
    with door.store.transaction() as tx:
        insert_look(tx, made)
    return made.look


def review(door: Door, of: str, when: str) -> None:
    """Write down that a look was reviewed."""
    with door.store.transaction() as tx:
        insert_review(tx, of, "the desk", when, "It was needed")


def is_there(door: Door, one: str) -> bool:
    """Say whether a look is there."""
    with door.store.transaction() as tx:
        return find_look(tx, one) is not None


def do(door: Door, statement: str, **values: object) -> None:
    """Do something to the database that no program of ours does."""
    with door.store.transaction() as tx:
        tx.connection.execute(text(statement), values)


def account_from(door: Door, moment: datetime) -> StaffAccount:
    """Open an account at a moment."""
    return add_account(at(door, moment), StaffAccount("", "Priya Nair", "Nurse", "0-19", "practitioner"), BY)


def places(door: Door) -> list[int]:
    """Return the places of the chain that there are."""
    with door.store.transaction() as tx:
        return [linked.n for linked in list_links(tx)]
