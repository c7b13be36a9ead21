"""Why somebody went on although a rule spoke: kept as long as its episode, and given away by no list or envelope."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class Reason:
    """What somebody wrote about one rule (by its number), and when."""

    rule: int
    why: str
    at: datetime


def keep(tx: Transaction, episode: EpisodeId, rule: int, why: str, at: datetime) -> None:
    """Keep the reason for going on although this rule spoke; a blank one is none, and the question is open again."""
    if not why.strip():
        tx.run("DELETE FROM reasons WHERE episode = ? AND rule = ?", (episode, rule))
        return
    tx.run(
        "INSERT INTO reasons VALUES (?, ?, ?, ?)"
        " ON CONFLICT (episode, rule) DO UPDATE SET why = excluded.why, at = excluded.at",
        (episode, rule, why, stored(at)),
    )


def take_in(tx: Transaction, episode: EpisodeId, reason: Reason) -> bool:
    """Add a reason that was written on another laptop; False where one about the same rule is here already."""
    row = (episode, reason.rule, reason.why, stored(reason.at))
    return bool(tx.run("INSERT OR IGNORE INTO reasons VALUES (?, ?, ?, ?)", row))


def of_episode(tx: Transaction, episode: EpisodeId) -> list[Reason]:
    """Return what was written about each rule in an episode, by the rules' numbers."""
    rows = tx.all("SELECT rule, why, at FROM reasons WHERE episode = ? ORDER BY rule", (episode,))
    return [Reason(row["rule"], row["why"], moment(row["at"])) for row in rows]
