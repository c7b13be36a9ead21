"""What an author heard back: by whom and when a finished record was opened; each is kept once."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId, RecordId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class Opening:
    """Somebody opened one version of a record; ``by`` is the label people read."""

    record: RecordId
    version: int
    by: str
    at: datetime


def add(tx: Transaction, opening: Opening) -> bool:
    """Keep an opening; False when it was known already, or when the record is not (or no longer) here."""
    added = tx.run(
        "INSERT OR IGNORE INTO openings SELECT record, version, ?, ? FROM records WHERE record = ? AND version = ?",
        (opening.by, stored(opening.at), opening.record, opening.version),
    )
    return bool(added)


def of_record(tx: Transaction, record: RecordId) -> list[Opening]:
    """Return who opened a record, every version of it, oldest first."""
    rows = tx.all("SELECT * FROM openings WHERE record = ? ORDER BY at", (record,))
    return [Opening(RecordId(row["record"]), row["version"], row["by"], moment(row["at"])) for row in rows]


def of_records(tx: Transaction, wanted: Collection[RecordId]) -> list[Opening]:
    """Return who opened these records, every version of each, oldest first."""
    query = "SELECT * FROM openings WHERE record IN (SELECT value FROM json_each(?)) ORDER BY at"
    rows = tx.all(query, (json.dumps(list(wanted)),)) if wanted else []
    return [Opening(RecordId(row["record"]), row["version"], row["by"], moment(row["at"])) for row in rows]


def last_opened(tx: Transaction) -> EpisodeId | None:
    """Return the episode of the record that somebody opened last, or None."""
    row = tx.one("SELECT episode FROM openings JOIN records USING (record, version) ORDER BY at DESC LIMIT 1")
    return EpisodeId(row["episode"]) if row else None
