"""Finding a child by a few letters of a name; what was typed stays in no audit, no log and no file.

Whoever has a child's record in this vault wrote it, here or on an earlier laptop, and so is named on it: a restricted
episode is found by its author alone, and is marked. What came to a desk from others is never found here.
"""

from __future__ import annotations

from app.domain.finding import words_of
from app.operations.workplace import Workplace
from app.storage import audit, children, finding
from app.storage.audit import Act
from app.storage.children import ChildRow
from app.storage.database import Transaction
from app.storage.vault import Vault

MOST = 12
"""So many are shown; another letter brings those who are not among them."""
_PURPOSE = "search"


def search(tx: Transaction, workplace: Workplace, vault: Vault, text: str) -> tuple[ChildRow, ...]:
    """Return the children meant by ``text``, or with nothing typed the ones last worked on; at most ``MOST``.

    The look is written into the audit with a trace of what was typed: who knows the words can prove them by it, in
    this vault alone.
    """
    typed = " ".join(words_of(text))
    trace = vault.mac_of(typed.encode(), _PURPOSE, lasting=True) if typed else ""
    audit.write(tx, Act.SEARCHED, "", workplace.clock.now(), trace)
    if not typed:
        return tuple(children.newest(tx, MOST))
    return tuple(children.these(tx, finding.search(tx, typed, MOST)))
