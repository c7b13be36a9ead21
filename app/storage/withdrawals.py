"""What was taken back, by record and by whom; it holds up to a version, and a later word only ever reaches further."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId, RecordId
from app.domain.people import Worker
from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class Withdrawn:
    """Somebody took a record back up to a version; ``why`` is ``withdrawn`` or ``in-error``."""

    record: RecordId
    by: str
    agency: str
    version: int
    why: str
    at: datetime


def add(tx: Transaction, one: Withdrawn) -> bool:
    """Keep it; False when as much was taken back already."""
    return bool(
        tx.run(
            "INSERT INTO withdrawals VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (record, by, agency) DO UPDATE"
            " SET version = excluded.version, why = excluded.why, at = excluded.at"
            " WHERE excluded.version > withdrawals.version",
            (one.record, one.by, one.agency, one.version, one.why, stored(one.at)),
        )
    )


def of_episode(tx: Transaction, episode: EpisodeId) -> list[Withdrawn]:
    """Return what was taken back of an episode's records."""
    mine = "SELECT record FROM records WHERE episode = ?"
    rows = tx.all(f"SELECT * FROM withdrawals WHERE record IN ({mine}) ORDER BY record, by, agency", (episode,))  # noqa: S608 - our own words
    return [_withdrawn(row) for row in rows]


def of_record(tx: Transaction, record: RecordId, version: int) -> Withdrawn | None:
    """Return the word that this version was taken back by whoever works here, or None."""
    row = tx.one("SELECT * FROM withdrawals WHERE record = ? AND version >= ? LIMIT 1", (record, version))
    return _withdrawn(row) if row else None


def by_author(tx: Transaction, record: RecordId, version: int, author: Worker) -> Withdrawn | None:
    """Return its author's word that this version was taken back, or None: nobody else's counts."""
    row = tx.one(
        "SELECT * FROM withdrawals WHERE record = ? AND version >= ? AND by = ? AND agency = ?",
        (record, version, author.name, author.agency),
    )
    return _withdrawn(row) if row else None


def _withdrawn(row: Row) -> Withdrawn:
    return Withdrawn(RecordId(row["record"]), row["by"], row["agency"], row["version"], row["why"], moment(row["at"]))
