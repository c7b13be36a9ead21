"""That somebody asks the child index is written down here before it is asked; what was asked never is."""

from __future__ import annotations

from enum import StrEnum

from app.operations.workplace import Workplace
from app.storage import audit
from app.storage.audit import Act
from app.storage.database import Transaction


class Asked(StrEnum):
    """What is asked of the index."""

    SEARCH = "search"
    ENTRY = "entry"
    OVERRIDE = "override"
    WAITING = "waiting"
    REVIEW = "review"
    SETTLE = "settle"


def note_asking(tx: Transaction, workplace: Workplace, asked: Asked) -> None:
    """Write the line; the index's own log, and nothing on this laptop, holds whom and why."""
    audit.write(tx, Act.LOOKED_UP, "", workplace.clock.now(), asked.value)
