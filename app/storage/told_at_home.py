"""Which lines a young person who decides alone wants somebody at home to be told; never a word of what they say."""

from collections.abc import Iterable
from datetime import date

from app.domain.ids import EpisodeId
from app.storage.database import Row, Transaction


def set_lines(tx: Transaction, episode: EpisodeId, person: str, lines: Iterable[str], on: date) -> None:
    """Let these lines be what one person may be told, in the place of others; a line that stays keeps its day."""
    wanted = tuple(lines)
    before = {row["line"] for row in _rows(tx, episode) if row["person"] == person}
    tx.run_each(
        "DELETE FROM told_at_home WHERE episode = ? AND person = ? AND line = ?",
        [(episode, person, line) for line in before.difference(wanted)],
    )
    tx.run_each(
        "INSERT OR IGNORE INTO told_at_home VALUES (?, ?, ?, ?)",
        [(episode, person, line, on.isoformat()) for line in wanted],
    )


def of_episode(tx: Transaction, episode: EpisodeId) -> dict[str, dict[str, date]]:
    """Return the lines each person may be told, with the day the young person said so."""
    found: dict[str, dict[str, date]] = {}
    for row in _rows(tx, episode):
        found.setdefault(row["person"], {})[row["line"]] = date.fromisoformat(row["said_on"])
    return found


def _rows(tx: Transaction, episode: EpisodeId) -> list[Row]:
    return tx.all("SELECT person, line, said_on FROM told_at_home WHERE episode = ? ORDER BY rowid", (episode,))
