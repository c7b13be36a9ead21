"""Episodes: the chain of one child's records from checklist to closure; its stage is told from them, never stored."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import ChildId, EpisodeId, new_id
from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class Episode:
    """One episode; a restricted one is shown to nobody but those named on it."""

    episode: EpisodeId
    child: ChildId
    restricted: bool
    opened_at: datetime


def open_episode(tx: Transaction, child: ChildId, at: datetime, *, restricted: bool) -> EpisodeId:
    """Open an episode for a child and return its id."""
    episode = EpisodeId(new_id())
    tx.run("INSERT INTO episodes VALUES (?, ?, ?, ?)", (episode, child, int(restricted), stored(at)))
    return episode


def set_restricted(tx: Transaction, episode: EpisodeId, *, restricted: bool) -> None:
    """Set whether an episode is shown to nobody but those named on it."""
    tx.run("UPDATE episodes SET restricted = ? WHERE episode = ?", (int(restricted), episode))


def take_in(tx: Transaction, episode: Episode) -> bool:
    """Add an episode that was opened on another laptop, under its own id; False when it is here already."""
    row = (episode.episode, episode.child, int(episode.restricted), stored(episode.opened_at))
    return bool(tx.run("INSERT OR IGNORE INTO episodes VALUES (?, ?, ?, ?)", row))


def list_all(tx: Transaction) -> list[Episode]:
    """Return every episode, oldest first."""
    return [_episode(row) for row in tx.all("SELECT * FROM episodes ORDER BY opened_at, episode")]


def of_child(tx: Transaction, child: ChildId) -> Episode | None:
    """Return a child's newest episode, or None."""
    row = tx.one("SELECT * FROM episodes WHERE child = ? ORDER BY rowid DESC LIMIT 1", (child,))
    return _episode(row) if row else None


def all_of_child(tx: Transaction, child: ChildId) -> list[Episode]:
    """Return every episode of a child, the oldest first."""
    return [_episode(row) for row in tx.all("SELECT * FROM episodes WHERE child = ? ORDER BY rowid", (child,))]


def get(tx: Transaction, episode: EpisodeId) -> Episode | None:
    """Return an episode, or None."""
    row = tx.one("SELECT * FROM episodes WHERE episode = ?", (episode,))
    return _episode(row) if row else None


def _episode(row: Row) -> Episode:
    return Episode(EpisodeId(row["episode"]), ChildId(row["child"]), bool(row["restricted"]), moment(row["opened_at"]))
