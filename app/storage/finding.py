"""Children found again: the ones last worked on, and those whose name was meant; no answer is read for it.

``sought`` holds the words of a child's names, each with a space before it, as they are compared. It goes with the
child's own row, and what was asked for is kept nowhere.
"""

from collections.abc import Generator, Sequence
from contextlib import closing

from app.domain.finding import is_begun, is_found, spaced, words_of
from app.domain.ids import ChildId
from app.storage.database import Transaction

_MOST_LOOKED_AT = 500
"""So many of those that could be meant are looked at, the ones last worked on first; more letters bring the others."""
_FOUND = "SELECT child, sought FROM finding WHERE {} ORDER BY worked_at DESC, sought DESC LIMIT (? + 0)"
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
    begun: list[ChildId] = []
    meant: list[ChildId] = []
    looked_at = 0
    with closing(_like(tx, [f"% {'%'.join(word)}%" for word in wanted], _MOST_LOOKED_AT)) as could_be:
        for child, names in could_be:
            looked_at += 1
            if is_begun(wanted, names):
                begun.append(child)
            elif len(meant) < most and is_found(wanted, names):
                meant.append(child)
            if len(begun) == most:
                return begun
    if looked_at == _MOST_LOOKED_AT:  # others that begin so may come after all of these
        with closing(_like(tx, [f"% {word}%" for word in wanted], most)) as found:
            begun = [child for child, _ in found]
    return [*begun, *(child for child in meant if child not in begun)][:most]


def catch_up(tx: Transaction) -> None:
    """Let children be found by their names who were here before there was such a table, or came back without it."""
    rows = tx.all(
        "SELECT child, likes_to_be_called || ' ' || given || ' ' || family AS names FROM finding JOIN children"
        " USING (child) WHERE sought = '' AND names <> '  '"
    )
    tx.run_each("UPDATE finding SET sought = ? WHERE child = ?", [(spaced(row["names"]), row["child"]) for row in rows])


def _like(tx: Transaction, patterns: Sequence[str], most: int) -> Generator[tuple[ChildId, str]]:
    each = " AND ".join([_IS_LIKE] * len(patterns))
    for child, sought in tx.each(_FOUND.format(each), (*patterns, most)):
        yield ChildId(child), sought
