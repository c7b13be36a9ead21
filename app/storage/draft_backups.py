"""Which drafts safe keeping has a sealed copy of, and since when; one that is gone stays until it was withdrawn."""

from datetime import datetime

from app.domain.ids import ChildId, DraftId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


def posted(tx: Transaction) -> dict[DraftId, datetime]:
    """Return when each draft was sealed last."""
    return {DraftId(row["draft"]): moment(row["posted_at"]) for row in tx.all("SELECT * FROM draft_backups")}


def gone(tx: Transaction) -> tuple[DraftId, ...]:
    """Return the drafts that are sealed somewhere and no more on this laptop: finished, or erased."""
    rows = tx.all("SELECT draft FROM draft_backups WHERE draft NOT IN (SELECT draft FROM drafts) ORDER BY draft")
    return tuple(DraftId(row["draft"]) for row in rows)


def of_child(tx: Transaction, child: ChildId) -> tuple[DraftId, ...]:
    """Return the drafts about a child that are sealed somewhere."""
    rows = tx.all(
        "SELECT draft FROM draft_backups JOIN drafts USING (draft) JOIN episodes USING (episode) WHERE child = ?",
        (child,),
    )
    return tuple(DraftId(row["draft"]) for row in rows)


def note(tx: Transaction, draft: DraftId, at: datetime) -> None:
    """Note that a draft was sealed now."""
    tx.run("INSERT OR REPLACE INTO draft_backups VALUES (?, ?)", (draft, stored(at)))


def forget(tx: Transaction, draft: DraftId) -> None:
    """Forget a draft whose withdrawal is on its way."""
    tx.run("DELETE FROM draft_backups WHERE draft = ?", (draft,))
