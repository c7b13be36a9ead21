"""The audit's line that somebody wrote in a draft, once a day: whoever wrote is told from whoever only looked."""

from __future__ import annotations

from datetime import datetime

from app.domain.ids import DraftId
from app.storage import audit, drafts
from app.storage.audit import Act
from app.storage.database import Transaction


def note_writing(tx: Transaction, draft: DraftId, at: datetime) -> None:
    """Write once a day that a draft is being written. Call it before what was written is kept."""
    found = drafts.get(tx, draft)
    if found is None:
        return
    is_first = found.changed_at == found.started_at
    if is_first or found.changed_at.astimezone().date() != at.astimezone().date():
        audit.write(tx, Act.WRITTEN, draft, at)
