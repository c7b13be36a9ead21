"""A restriction lifted line by line: what a young person wants one person at home to be told, and nothing beside it.

The record stays restricted: no list, match, letter or copy knows of it, and what is not named is in no view (S2 §7).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from app.domain.decision import SharingDecision, called
from app.domain.record import FinishedRecord
from app.domain.sharing import Recipient, RecipientKind, ReleasedView, released_by_decision


def as_told(record: FinishedRecord, person: str, lines: AbstractSet[str]) -> ReleasedView:
    """Return the view of exactly these lines (``linkId``s) for somebody at home, by name.

    What is denied by default goes only where it is named by itself, and a private matter never. Raises ``NotAgreed``
    where nothing is named, or nobody.
    """
    named = frozenset({called(person)} if person.strip() else ())
    decision = SharingDecision(record.statement.root, named, frozenset(lines))
    return released_by_decision(record, decision, Recipient(RecipientKind.FAMILY, person))
