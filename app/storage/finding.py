"""Children found again: the ones last worked on, and those whose name was meant; no answer is read for it.

``sought`` holds the words of a child's names, each with a space before it, as they are compared. It goes with the
child's own row, and what was asked for is kept nowhere.
"""

from collections.abc import Sequence
from itertools import islice

from app.domain.finding import is_begun, is_found, words_of
from app.domain.ids import ChildId
from app.storage.database import Transaction

_MOST_LOOKED_AT = 200
"""So many of those that could be meant are looked at, the ones last worked on first; more letters bring the others."""
_FOUND = "SELECT child, sought FROM finding WHERE {} ORDER BY worked_at DESC, sought DESC LIMIT ?"


def keep_names(tx: Transaction, child: ChildId, *names: str) -> None:
    """Let a child be found by these names alone."""
    tx.run("UPDATE finding SET sought = ? WHERE child = ?", (_sought(" ".join(names)), child))


def search(tx: Transaction, text: str, most: int) -> list[ChildId]:
    """Return the children meant by ``text``: first those whose names begin so, then those with these letters in order.

    In each the ones last worked on come first. Nobody is meant by no letters.
    """
    wanted = words_of(text)
    if not wanted:
        return []
    could_be = _like(tx, [f"% {'%'.join(word)}%" for word in wanted], _MOST_LOOKED_AT)
    begun = list(islice((child for child, names in could_be if is_begun(wanted, names.split())), most))
    if len(begun) < most and len(could_be) == _MOST_LOOKED_AT:  # others that begin so may come after all of these
        begun = [child for child, _ in _like(tx, [f"% {word}%" for word in wanted], most)]
    meant = (child for child, names in could_be if child not in begun and is_found(wanted, names.split()))
    return [*begun, *islice(meant, most - len(begun))]


def catch_up(tx: Transaction) -> None:
    """Let children be found by their names who were here before there was such a table, or came back without it."""
    rows = tx.all(
        "SELECT child, likes_to_be_called || ' ' || given || ' ' || family AS names FROM finding JOIN children"
        " USING (child) WHERE sought = '' AND names <> '  '"
    )
    tx.run_each(
        "UPDATE finding SET sought = ? WHERE child = ?", [(_sought(row["names"]), row["child"]) for row in rows]
    )


def _like(tx: Transaction, patterns: Sequence[str], most: int) -> list[tuple[ChildId, str]]:
    each = " AND ".join(["sought LIKE ?"] * len(patterns))
    rows = tx.all(_FOUND.format(each), (*patterns, most))
    return [(ChildId(row["child"]), row["sought"]) for row in rows]


def _sought(names: str) -> str:
    return "".join(f" {word}" for word in words_of(names))
