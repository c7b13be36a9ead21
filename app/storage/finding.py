"""Children found again: the ones last worked on, and those whose name was meant; no answer is read for it.

``sought`` holds the words of a child's names, each with a space before it, as they are compared. It goes with the
child's own row, and what was asked for is kept nowhere.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from itertools import islice

from app.domain.finding import is_found, spaced, words_of
from app.domain.ids import ChildId
from app.storage.database import Transaction

_MOST_LOOKED_AT = 1000
"""So many of those that could be meant are looked at, the ones last worked on first; more letters bring the others."""
_FOUND = "SELECT child, sought FROM finding WHERE {} ORDER BY worked_at DESC, sought DESC LIMIT (? + 0)"
_BEGINS = "instr(sought, ?)"
_IS_LIKE = "sought LIKE (? || '')"
"""An expression, as the limit is one: SQLite prepares a statement anew for each value that is bound bare to these."""


def keep_names(tx: Transaction, child: ChildId, *names: str) -> None:
    """Let a child be found by these names alone."""
    tx.run("UPDATE finding SET sought = ? WHERE child = ?", (spaced(" ".join(names)), child))


def search(tx: Transaction, text: str, most: int) -> list[ChildId]:
    """Return the children meant by ``text``: first those whose names begin so, then those with these letters in order.

    In each the ones last worked on come first. Nobody is meant by no letters.
    """
    wanted = words_of(text)
    if not wanted:
        return []
    begun = [child for child, _ in _newest(tx, _BEGINS, [f" {word}" for word in wanted], most)]
    if len(begun) == most:
        return begun
    with closing(_newest(tx, _IS_LIKE, [f"% {'%'.join(word)}%" for word in wanted], _MOST_LOOKED_AT)) as could_be:
        meant = (child for child, names in could_be if child not in begun and is_found(wanted, names))
        return [*begun, *islice(meant, most - len(begun))]


def catch_up(tx: Transaction) -> None:
    """Let children be found by their names who were here before there was such a table, or came back without it."""
    rows = tx.all(
        "SELECT child, likes_to_be_called || ' ' || given || ' ' || family AS names FROM finding JOIN children"
        " USING (child) WHERE sought = '' AND names <> '  '"
    )
    tx.run_each("UPDATE finding SET sought = ? WHERE child = ?", [(spaced(row["names"]), row["child"]) for row in rows])


def _newest(tx: Transaction, test: str, values: Sequence[str], most: int) -> Generator[tuple[ChildId, str]]:
    """Yield each child, with its names, that passes the test with every value, the one last worked on first."""
    for child, sought in tx.each(_FOUND.format(" AND ".join([test] * len(values))), (*values, most)):
        yield ChildId(child), sought
