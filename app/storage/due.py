"""What is due, by day: the table that lists read in the place of answers; no word of an answer stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.due import DueDate, DueKind
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage.database import Transaction


@dataclass(frozen=True)
class DueRow:
    """One date of one episode; ``finished`` tells whether it stands in a finished record or is being written."""

    episode: EpisodeId
    record_kind: RecordKind
    finished: bool
    due: DueDate


def replace(tx: Transaction, episode: EpisodeId, kind: RecordKind, dates: Iterable[DueDate], *, finished: bool) -> None:
    """Keep the dates of an episode's draft of this kind, or of its newest finished record, in the place of others."""
    tx.run(
        "DELETE FROM due_dates WHERE episode = ? AND record_kind = ? AND finished = ?", (episode, kind, int(finished))
    )
    rows = [(episode, kind, int(finished), due.path, due.kind, due.on.isoformat()) for due in dates]
    tx.run_each("INSERT INTO due_dates VALUES (?, ?, ?, ?, ?, ?)", rows)


def until(tx: Transaction, last: date) -> list[DueRow]:
    """Return everything due on or before a day, the earliest first; a step of the plan that is done is not due."""
    rows = tx.all(
        "SELECT * FROM due_dates WHERE due_on <= ? AND NOT (kind = 'action' AND EXISTS (SELECT 1 FROM steps_done"
        " WHERE steps_done.episode = due_dates.episode AND due_dates.path = 'ac/' || step || '/ac.when'))"
        " ORDER BY due_on, episode, path",
        (last.isoformat(),),
    )
    return [
        DueRow(
            EpisodeId(row["episode"]),
            RecordKind(row["record_kind"]),
            bool(row["finished"]),
            DueDate(DueKind(row["kind"]), row["path"], date.fromisoformat(row["due_on"])),
        )
        for row in rows
    ]


def unread(tx: Transaction) -> list[EpisodeId]:
    """Return the episodes whose dates were never read out of their records."""
    return [EpisodeId(row["episode"]) for row in tx.all("SELECT episode FROM due_unread")]


def read_again(tx: Transaction, of: Iterable[EpisodeId]) -> None:
    """Have what is due in these episodes read out of their records anew: the table came along with none of them."""
    for episode in of:
        tx.run("INSERT OR IGNORE INTO due_unread VALUES (?)", (episode,))


def mark_read(tx: Transaction, episode: EpisodeId) -> None:
    """Note that an episode's dates are in the table."""
    tx.run("DELETE FROM due_unread WHERE episode = ?", (episode,))
