"""Children found again: the ones last worked on, and those whose name was meant; no answer is read for it.

``sought`` holds the words of a child's names, each with a space before it, as they are compared; ``name_words`` holds
them one by one. Both go with the child's own row, and what was asked for is kept nowhere.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from itertools import islice
from operator import itemgetter

from app.domain.finding import is_found, spaced, words_of
from app.domain.ids import ChildId, DraftId
from app.storage.database import Transaction

_MOST_LOOKED_AT = 1000
"""So many of those that could be meant are looked at, the ones last worked on first; more letters bring the others."""
_FOUND = "SELECT child, sought FROM finding WHERE {} ORDER BY worked_at DESC, sought DESC LIMIT (? + 0)"
_WORK = """
UPDATE finding SET worked_at = ? WHERE +worked_at < ?
    AND child = (SELECT child FROM episodes WHERE episode = (SELECT episode FROM drafts WHERE draft = ?))
    AND +worked_at < (SELECT max(worked_at) FROM finding)
"""
"""The sums keep SQLite from going through everybody who was worked with before."""
_MANY = 100
_LAST_LETTER = chr(0x10FFFF)
_BEGINNING = "SELECT count(*) FROM (SELECT 1 FROM name_words WHERE word >= ? AND word < ? LIMIT (? + 0))"
_FEW = """
SELECT child FROM finding WHERE child IN (SELECT child FROM name_words WHERE word >= ? AND word < ?) AND {}
ORDER BY worked_at DESC, sought DESC LIMIT (? + 0)
"""
_BEGINS = "instr(sought, ?)"
_IS_LIKE = "sought LIKE (? || '')"
"""An expression, as the limit is one: SQLite prepares a statement anew for each value that is bound bare to these."""


def keep_names(tx: Transaction, child: ChildId, *names: str) -> None:
    """Let a child be found by these names alone."""
    words = words_of(" ".join(names))
    tx.run("UPDATE finding SET sought = ? WHERE child = ?", (spaced(words), child))
    tx.run("DELETE FROM name_words WHERE child = ?", (child,))
    tx.run_each("INSERT OR IGNORE INTO name_words VALUES (?, ?)", [(f" {word}", child) for word in words])


def note_work(tx: Transaction, draft: DraftId, at: str) -> None:
    """Bring the child of a draft to the front, as of a stored time, where another stands before it.

    What is typed next in the same record moves nothing.
    """
    tx.run(_WORK, (at, at, draft))


def search(tx: Transaction, text: str, most: int) -> list[ChildId]:
    """Return the children meant by ``text``: first those whose names begin so, then those with these letters in order.

    In each the ones last worked on come first. Nobody is meant by no letters.
    """
    wanted = words_of(text)
    if not wanted:
        return []
    begun = _begun(tx, wanted, most)
    if len(begun) == most:
        return begun
    with closing(_newest(tx, _IS_LIKE, [f"% {'%'.join(word)}%" for word in wanted], _MOST_LOOKED_AT)) as could_be:
        meant = (child for child, names in could_be if child not in begun and is_found(wanted, names))
        return [*begun, *islice(meant, most - len(begun))]


def catch_up(tx: Transaction) -> None:
    """Let children be found by their names who were here before there was such a table, or came back without it."""
    rows = tx.all(
        "SELECT child, likes_to_be_called, given, family FROM finding JOIN children USING (child)"
        " WHERE sought = '' AND likes_to_be_called || given || family <> ''"
    )
    for child, *names in rows:
        keep_names(tx, ChildId(child), *names)


def _begun(tx: Transaction, wanted: Sequence[str], most: int) -> list[ChildId]:
    """Return those with a name that begins with each word, the one last worked on first."""
    parts = [f" {word}" for word in wanted]
    rarest, count = min(((part, _how_many_begin(tx, part)) for part in parts), key=itemgetter(1))
    if not count:
        return []
    if count == _MANY:  # so many that going through all names soon comes upon enough of them
        return [child for child, _ in _newest(tx, _BEGINS, parts, most)]
    tests = " AND ".join([_BEGINS] * len(parts))
    rows = tx.all(_FEW.format(tests), (rarest, rarest + _LAST_LETTER, *parts, most))
    return [ChildId(row["child"]) for row in rows]


def _how_many_begin(tx: Transaction, part: str) -> int:
    """Return how many words of names begin so, and ``_MANY`` for any more than that."""
    row = tx.one(_BEGINNING, (part, part + _LAST_LETTER, _MANY))
    return int(row[0]) if row else 0


def _newest(tx: Transaction, test: str, values: Sequence[str], most: int) -> Generator[tuple[ChildId, str]]:
    """Yield each child, with its names, that passes the test with every value, the one last worked on first."""
    for child, sought in tx.each(_FOUND.format(" AND ".join([test] * len(values))), (*values, most)):
        yield ChildId(child), sought
