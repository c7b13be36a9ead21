"""A practitioner's private notes: outside the record, and never part of a list, a view, a copy or an envelope."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class PrivateNote:
    """One private note and when it was last written."""

    note: str
    text: str
    at: datetime


def keep(tx: Transaction, episode: EpisodeId, note: str, text: str, at: datetime) -> None:
    """Keep a note under its own id; a blank one is removed."""
    if not text.strip():
        tx.run("DELETE FROM private_notes WHERE note = ?", (note,))
        return
    tx.run(
        "INSERT INTO private_notes VALUES (?, ?, ?, ?)"
        " ON CONFLICT (note) DO UPDATE SET text = excluded.text, at = excluded.at",
        (note, episode, text, stored(at)),
    )


def list_for(tx: Transaction, episode: EpisodeId) -> list[PrivateNote]:
    """Return an episode's notes, oldest first."""
    rows = tx.all("SELECT * FROM private_notes WHERE episode = ? ORDER BY at, note", (episode,))
    return [PrivateNote(row["note"], row["text"], moment(row["at"])) for row in rows]
