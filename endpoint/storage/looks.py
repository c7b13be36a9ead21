"""The index's own log: every look with what was asked and what was shown, only ever added to; and the reviews."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, or_, select

from endpoint.storage.chain import LineKind, bind
from endpoint.storage.database import Transaction
from endpoint.storage.index_tables import INDEX_LOOKS, INDEX_REVIEWS

OVERRIDE, NOTE = "override", "note"


@dataclass(frozen=True)
class Look:
    """One look: when, which device and whose, what was done about which child, why, and the answer's status.

    ``query`` and ``results`` are JSON: what was asked, and what was shown, or the code of the problem.
    """

    look: str
    at: str
    device: str
    who: str
    agency: str
    act: str
    child: str
    reason: str
    on_behalf: str
    query: str
    results: str
    status: int


def insert_look(tx: Transaction, look: Look) -> None:
    """Write a look down."""
    tx.connection.execute(insert(INDEX_LOOKS), {"authority": tx.authority, **vars(look)})
    bind(tx, LineKind.LOOK, vars(look))


def find_look(tx: Transaction, look: str) -> Look | None:
    """Return a look, if there is one of this id."""
    where = (INDEX_LOOKS.c.authority == tx.authority, INDEX_LOOKS.c.look == look)
    row = tx.connection.execute(select(*_COLUMNS).where(*where)).one_or_none()
    return Look(*row) if row is not None else None


_COLUMNS = [column for column in INDEX_LOOKS.c if column.name != "authority"]


def list_unreviewed(tx: Transaction) -> list[Look]:
    """Return the overrides that happened and that nobody has reviewed, the oldest first."""
    reviewed = select(INDEX_REVIEWS.c.look).where(INDEX_REVIEWS.c.authority == tx.authority)
    looks = INDEX_LOOKS.c
    where = (looks.authority == tx.authority, looks.act == OVERRIDE, looks.status == 200, looks.look.not_in(reviewed))  # noqa: PLR2004 - shown
    rows = tx.connection.execute(select(*_COLUMNS).where(*where).order_by(looks.at, looks.look))
    return [Look(*row) for row in rows]


@dataclass(frozen=True)
class Looked:
    """Which looks: about one of these ids, by one of these devices, from a moment on and before another.

    What is empty or None says nothing.
    """

    about: frozenset[str] | None = None
    devices: frozenset[str] | None = None
    since: str = ""
    until: str = ""


def list_looks(tx: Transaction, which: Looked) -> list[Look]:
    """Return looks, oldest first; about a child are also those that showed it among others."""
    looks = INDEX_LOOKS.c
    where = [looks.authority == tx.authority, looks.at >= which.since]
    if which.until:
        where.append(looks.at < which.until)
    if which.devices is not None:
        where.append(looks.device.in_(sorted(which.devices)))
    if which.about is not None:
        shown = (words.contains(one) for words in (looks.query, looks.results) for one in sorted(which.about))
        where.append(or_(looks.child.in_(sorted(which.about)), *shown))
    rows = tx.connection.execute(select(*_COLUMNS).where(*where).order_by(looks.at, looks.look))
    return [Look(*row) for row in rows]


def list_who_noted(tx: Transaction) -> set[tuple[str, str, str]]:
    """Return who noted anything of which child: the child, a name and an agency."""
    looks = INDEX_LOOKS.c
    where = (looks.authority == tx.authority, looks.act == NOTE, looks.status == 200)  # noqa: PLR2004 - it was noted
    query = select(looks.child, looks.who, looks.agency).where(*where).distinct()
    return {(row.child, row.who, row.agency) for row in tx.connection.execute(query)}


def insert_review(tx: Transaction, look: str, device: str, at: str, words: str) -> None:
    """Write down what came of a review."""
    row = {"look": look, "device": device, "at": at, "words": words}
    tx.connection.execute(insert(INDEX_REVIEWS), {"authority": tx.authority, **row})
    bind(tx, LineKind.REVIEW, row)
