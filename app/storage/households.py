"""Which children belong to one household, and which rows of their records were entered once for all of them.

Nothing anybody said stands here: each child's draft keeps the whole of its own words.
"""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import ChildId, RowId, new_id
from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class Member:
    """A child of a household; ``row`` is who they are among the people in the others' records.

    ``was_known`` says that the row stood in another child's record before theirs began.
    """

    child: ChildId
    household: str
    row: RowId
    was_known: bool
    joined_at: datetime


def of_child(tx: Transaction, child: ChildId) -> Member | None:
    """Return a child's place in a household, or None."""
    row = tx.one("SELECT * FROM household_children WHERE child = ?", (child,))
    return _member(row) if row else None


def members(tx: Transaction, household: str) -> list[Member]:
    """Return the children of a household, the one that was there first at the front."""
    query = "SELECT * FROM household_children WHERE household = ? ORDER BY joined_at, rowid"
    return [_member(row) for row in tx.all(query, (household,))]


def join(tx: Transaction, child: ChildId, household: str, row: RowId, at: datetime, *, was_known: bool) -> Member:  # noqa: PLR0913 - who, where and how
    """Let a child belong to a household (to a new one for an empty name), and return its place there."""
    place = Member(child, household or new_id(), row, was_known, at)
    take_in(tx, place)
    return place


def take_in(tx: Transaction, place: Member) -> None:
    """Let a child who belongs to no household here have the place it has on another laptop."""
    tx.run(
        "INSERT INTO household_children VALUES (?, ?, ?, ?, ?)",
        (place.child, place.household, place.row, int(place.was_known), stored(place.joined_at)),
    )


def take_in_row(tx: Transaction, household: str, path: str, child: ChildId | None) -> None:
    """Note that a row is entered once for all, as on another laptop; one of a child who is not told of is nobody's."""
    tx.run(
        "INSERT INTO household_rows VALUES (?, ?, ?)"
        " ON CONFLICT (household, path) DO UPDATE SET child = coalesce(child, excluded.child)",
        (household, path, child),
    )


def every_row(tx: Transaction, household: str) -> dict[str, ChildId | None]:
    """Return every row that is shared, by its path, each with the child it was entered for."""
    found = tx.all("SELECT path, child FROM household_rows WHERE household = ? ORDER BY path", (household,))
    return {row["path"]: row["child"] and ChildId(row["child"]) for row in found}


def rows(tx: Transaction, household: str, group: str) -> dict[RowId, ChildId | None]:
    """Return the rows of a group that are shared, each with the child it was entered for; None for one erased since."""
    query = "SELECT path, child FROM household_rows WHERE household = ? AND path > ? AND path < ?"
    found = tx.all(query, (household, f"{group}/", f"{group}0"))  # "0" follows "/": everything that begins so
    return {RowId(row["path"].partition("/")[2]): row["child"] and ChildId(row["child"]) for row in found}


def share(tx: Transaction, household: str, group: str, row: RowId, child: ChildId) -> None:
    """Note that a row is entered once for all, and for which child it was entered."""
    tx.run("INSERT OR IGNORE INTO household_rows VALUES (?, ?, ?)", (household, f"{group}/{row}", child))


def share_no_more(tx: Transaction, household: str, group: str, row: RowId) -> None:
    """Note that a row is one child's own."""
    tx.run("DELETE FROM household_rows WHERE household = ? AND path = ?", (household, f"{group}/{row}"))


def _member(row: Row) -> Member:
    known, joined = bool(row["was_known"]), moment(row["joined_at"])
    return Member(ChildId(row["child"]), row["household"], RowId(row["path"]), known, joined)
