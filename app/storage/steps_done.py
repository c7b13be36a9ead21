"""Which steps of the plan are done: beside the record, which stays as it was agreed to; what was done stands in it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.ids import EpisodeId, RowId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class StepDone:
    """A step of the plan by its row, the day it was done, by whom, and when that was written down."""

    step: RowId
    on: date
    by: str
    at: datetime


def mark(tx: Transaction, episode: EpisodeId, done: StepDone) -> None:
    """Write down that a step is done, in the place of what was written about it before."""
    tx.run(
        "INSERT INTO steps_done VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (episode, step) DO UPDATE SET done_on = excluded.done_on, by = excluded.by, at = excluded.at",
        (episode, done.step, done.on.isoformat(), done.by, stored(done.at)),
    )


def take_in(tx: Transaction, episode: EpisodeId, done: StepDone) -> bool:
    """Add what was marked on another laptop; False where the step is marked here already."""
    row = (episode, done.step, done.on.isoformat(), done.by, stored(done.at))
    return bool(tx.run("INSERT OR IGNORE INTO steps_done VALUES (?, ?, ?, ?, ?)", row))


def unmark(tx: Transaction, episode: EpisodeId, step: RowId) -> None:
    """Write down that a step is not done after all."""
    tx.run("DELETE FROM steps_done WHERE episode = ? AND step = ?", (episode, step))


def of_episode(tx: Transaction, episode: EpisodeId) -> list[StepDone]:
    """Return the steps that are done, in the order they were written down."""
    rows = tx.all("SELECT * FROM steps_done WHERE episode = ? ORDER BY at, step", (episode,))
    return [
        StepDone(RowId(row["step"]), date.fromisoformat(row["done_on"]), row["by"], moment(row["at"])) for row in rows
    ]
