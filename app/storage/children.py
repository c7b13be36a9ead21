"""Children as the lists show them: a projection of what was answered, never the answers themselves."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime

import msgspec

from app.domain.ids import ChildId, EpisodeId
from app.storage import finding
from app.storage.database import Row, Transaction
from app.storage.moments import day_or_none, moment, moment_or_none, stored


class ChildSummary(msgspec.Struct, frozen=True):
    """What a list says of a child; an unborn child has no birth date, and may have an ``expected`` one."""

    given: str = ""
    family: str = ""
    likes_to_be_called: str = ""
    born: date | None = None
    expected: date | None = None
    communication: str = ""


class ChildRow(msgspec.Struct, frozen=True):
    """One line of the list: the child, its newest episode, and the facts its stage is told from.

    ``finished`` counts finished records of that episode, each once however many versions it has. ``ended_at`` is when
    its checklist ended it without an assessment, unless somebody came back to it.
    """

    child: ChildId
    summary: ChildSummary
    episode: EpisodeId | None
    restricted: bool
    added_at: datetime
    draft_changed_at: datetime | None
    finished: int
    ended_at: datetime | None = None


_NOT_ENDED = """
(NOT EXISTS (SELECT 1 FROM records WHERE records.episode = episodes.episode AND kind = 'checklist')
    OR EXISTS (SELECT 1 FROM records WHERE records.episode = episodes.episode AND kind <> 'checklist')
    OR EXISTS (SELECT 1 FROM drafts WHERE drafts.episode = episodes.episode AND kind = 'checklist'))
"""
_HAS_ENDED = f"SELECT 1 FROM episodes WHERE episode = ? AND NOT {_NOT_ENDED}"  # noqa: S608 - our own words
_LAST_FINISHED = "(SELECT max(finished_at) FROM records WHERE records.episode = episodes.episode)"
_ENDED_AT = f"iif({_NOT_ENDED}, NULL, {_LAST_FINISHED})"
_FACTS = """
SELECT children.child, given, family, likes_to_be_called, born, expected, communication, episodes.episode, restricted,
       added_at,
       (SELECT changed_at FROM drafts WHERE drafts.episode = episodes.episode ORDER BY changed_at DESC LIMIT 1),
       (SELECT count(*) FROM records WHERE records.episode = episodes.episode AND NOT EXISTS (
            SELECT 1 FROM records AS r WHERE r.record = records.record AND r.version < records.version)),
       {} AS ended_at
FROM finding CROSS JOIN children USING (child) LEFT JOIN episodes ON episodes.child = children.child AND NOT EXISTS (
    SELECT 1 FROM episodes AS later WHERE later.child = children.child AND later.rowid > episodes.rowid)
"""
_ROWS = _FACTS.format(_ENDED_AT)
_WORKED_WITH = f"{_FACTS.format('NULL')} WHERE {_NOT_ENDED}"
_NEWEST_FIRST = " ORDER BY finding.worked_at DESC, finding.sought DESC"
_AT_MOST = " LIMIT (? + 0)"
"""A sum, because SQLite prepares a statement anew for each value that is bound to a bare LIMIT."""
_THESE = " AND finding.child IN (SELECT value FROM json_each(?))"
_OF_EPISODES = " AND finding.child IN (SELECT child FROM episodes WHERE episode IN (SELECT value FROM json_each(?)))"
_ENDED = """
WHERE ended_at IS NOT NULL AND finding.child IN (
    SELECT child FROM records JOIN episodes USING (episode)
    WHERE records.kind = 'checklist' AND records.finished_at >= ?)
"""
_NAMESAKE = """
SELECT 1 FROM children AS mine JOIN finding AS called ON called.child = mine.child
JOIN children AS other ON other.born = mine.born AND other.child <> mine.child
JOIN finding AS named ON named.child = other.child AND named.sought = called.sought
JOIN episodes ON episodes.child = other.child AND NOT restricted
JOIN records ON records.episode = episodes.episode AND records.kind = 'agreement-to-start'
WHERE mine.child = ? AND called.sought <> '' LIMIT 1
"""
_LEAVE_QUEUE = """
DELETE FROM outbox WHERE record IN (
    SELECT record FROM records JOIN episodes ON episodes.episode = records.episode WHERE episodes.child = ?)
RETURNING file
"""


def add(tx: Transaction, child: ChildId, at: datetime) -> None:
    """Add a child of whom nothing is known yet."""
    tx.run("INSERT INTO children (child, added_at) VALUES (?, ?)", (child, stored(at)))


def update_summary(tx: Transaction, child: ChildId, summary: ChildSummary) -> None:
    """Set what the lists say of a child."""
    tx.run(
        "UPDATE children SET given = ?, family = ?, likes_to_be_called = ?, born = ?, expected = ?, communication = ?"
        " WHERE child = ?",
        (
            summary.given,
            summary.family,
            summary.likes_to_be_called,
            summary.born and summary.born.isoformat(),
            summary.expected and summary.expected.isoformat(),
            summary.communication,
            child,
        ),
    )
    finding.keep_names(tx, child, summary.likes_to_be_called, summary.given, summary.family)


def get(tx: Transaction, child: ChildId) -> ChildRow | None:
    """Return a child's line, or None when it is not here."""
    row = tx.one(_ROWS + "WHERE children.child = ?", (child,))
    return _child_row(row) if row else None


def list_all(tx: Transaction) -> list[ChildRow]:
    """Return every child's line, the one last worked on first."""
    return [_child_row(row) for row in tx.all(_ROWS + _NEWEST_FIRST)]


def newest(tx: Transaction, most: int) -> list[ChildRow]:
    """Return the lines of so many children that are worked with, the one last worked on first."""
    return [_child_row(row) for row in tx.all(_WORKED_WITH + _NEWEST_FIRST + _AT_MOST, (most,))]


def these(tx: Transaction, wanted: Sequence[ChildId]) -> list[ChildRow]:
    """Return the lines of these children, in this order, as far as they are worked with."""
    rows = {row[0]: row for row in tx.all(_WORKED_WITH + _THESE, (json.dumps(wanted),))}
    return [_child_row(rows[child]) for child in wanted if child in rows]


def found(tx: Transaction, wanted: Sequence[ChildId]) -> list[ChildRow]:
    """Return the lines of these children, in this order, whether they are worked with or their checklist ended it."""
    rows = {row[0]: row for row in tx.all(f"{_ROWS} WHERE TRUE {_THESE}", (json.dumps(wanted),))}
    return [_child_row(rows[child]) for child in wanted if child in rows]


def has_ended(tx: Transaction, episode: EpisodeId) -> bool:
    """Say whether a checklist ended this episode, and nobody has come back to it."""
    return tx.one(_HAS_ENDED, (episode,)) is not None


def of_episodes(tx: Transaction, wanted: Collection[EpisodeId]) -> list[ChildRow]:
    """Return the lines of the children whose episodes these are, as far as they are worked with."""
    if not wanted:
        return []
    rows = tx.all(_WORKED_WITH + _OF_EPISODES, (json.dumps(sorted(wanted)),))
    return [_child_row(row) for row in rows]


def has_started_namesake(tx: Transaction, child: ChildId) -> bool:
    """Say whether another child of the same names and birth date has an assessment that its family agreed to start.

    A restricted one is no match.
    """
    return tx.one(_NAMESAKE, (child,)) is not None


def ended_since(tx: Transaction, since: str = "") -> list[ChildRow]:
    """Return the lines of the children whose checklist ended it at this stored time or later, the newest first."""
    return [_child_row(row) for row in tx.all(_ROWS + _ENDED + _NEWEST_FIRST, (since,))]


def erase(tx: Transaction, child: ChildId) -> tuple[str, ...]:
    """Wipe a child and everything that hangs on it: episodes, drafts, histories, records, notes, queue.

    Returns the names of the sealed files to erase once the transaction has committed; those still there at the next
    unlock are erased then. The pages are written afresh, so that nothing of it is left in the free ones. The audit,
    which holds ids alone, stays.
    """
    tx.run("INSERT INTO erasing VALUES (?)", (child,))
    files = tx.all(_LEAVE_QUEUE, (child,))
    tx.run_each("INSERT OR IGNORE INTO files_given_up VALUES (?)", [(row["file"],) for row in files])
    tx.run("DELETE FROM children WHERE child = ?", (child,))
    tx.run("DELETE FROM erasing")
    tx.leave_no_trace()
    return tuple(row["file"] for row in files)


def _child_row(row: Row) -> ChildRow:
    child, given, family, called, born, expected, communication, episode, restricted, added_at, *work = row
    draft_changed_at, finished, ended_at = work
    return ChildRow(
        ChildId(child),
        ChildSummary(given, family, called, day_or_none(born), day_or_none(expected), communication),
        episode and EpisodeId(episode),
        bool(restricted),
        moment(added_at),
        moment_or_none(draft_changed_at),
        finished,
        moment_or_none(ended_at),
    )
