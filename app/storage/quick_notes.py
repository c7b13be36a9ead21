"""Quick notes of a visit, each with the time it was begun; one that was sorted stays, and says where its words went."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class QuickNote:
    """One piece: when it was begun, its words, and the path of the answer it was sorted into; empty before that."""

    note: str
    begun_at: datetime
    text: str
    sorted_to: str = ""


def keep(tx: Transaction, episode: EpisodeId, note: str, text: str, begun_at: datetime) -> None:
    """Keep a piece under its own id; one that was emptied by hand is removed."""
    if not text.strip():
        tx.run("DELETE FROM quick_notes WHERE note = ?", (note,))
        return
    tx.run(
        "INSERT INTO quick_notes (note, episode, begun_at, text) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (note) DO UPDATE SET text = excluded.text",
        (note, episode, stored(begun_at), text),
    )


def take_in(tx: Transaction, episode: EpisodeId, note: QuickNote) -> bool:
    """Add a piece that was jotted down on another laptop, under its own id; False where it is here already."""
    row = (note.note, episode, stored(note.begun_at), note.text, note.sorted_to)
    return bool(tx.run("INSERT OR IGNORE INTO quick_notes VALUES (?, ?, ?, ?, ?)", row))


def set_sorted(tx: Transaction, note: str, path: str) -> None:
    """Say into which answer a piece was sorted; an empty path says that it was taken back."""
    tx.run("UPDATE quick_notes SET sorted_to = ? WHERE note = ?", (path, note))


def list_for(tx: Transaction, episode: EpisodeId) -> list[QuickNote]:
    """Return an episode's pieces, the one begun first at the front."""
    rows = tx.all("SELECT * FROM quick_notes WHERE episode = ? ORDER BY begun_at, note", (episode,))
    return [QuickNote(row["note"], moment(row["begun_at"]), row["text"], row["sorted_to"]) for row in rows]
