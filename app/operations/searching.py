"""Finding a child by a few letters of a name; what was typed stays in no audit, no log and no file.

Whoever has a child's record in this vault wrote it, here or on an earlier laptop, and so is named on it: a restricted
episode is found by its author alone, and is marked. What came to a desk is found there and nowhere else.
"""

from __future__ import annotations

from itertools import islice

from app.domain.finding import is_found, spaced, words_of
from app.operations.workplace import Workplace
from app.storage import audit, children, finding, inbox
from app.storage.audit import Act
from app.storage.children import ChildRow
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
from app.storage.vault import Vault

MOST = 12
"""So many are shown; another letter brings those who are not among them."""
_PURPOSE = "search"


def search(tx: Transaction, workplace: Workplace, vault: Vault, text: str) -> tuple[ChildRow, ...]:
    """Return the children meant by ``text``, or with nothing typed the ones last worked on; at most ``MOST``.

    Whose checklist was an ending is found by name as long as it is kept.
    The look is written into the audit with a trace of what was typed: who knows the words can prove them by it, in
    this vault alone.
    """
    typed = _noted(tx, workplace, vault, text)
    if not typed:
        return tuple(children.newest(tx, MOST))
    return tuple(children.found(tx, finding.search(tx, typed, MOST)))


def search_desk(tx: Transaction, workplace: Workplace, vault: Vault, text: str) -> tuple[InboxRow, ...]:
    """Return what came to the desk of children meant by ``text``, the newest first; at most ``MOST``.

    One about whom a young person decides alone has no name there, so that no letters find it. The look is written down
    as ``search`` does.
    """
    wanted = words_of(_noted(tx, workplace, vault, text))
    meant = (row for row in inbox.list_all(tx) if is_found(wanted, spaced(words_of(row.child_name))))
    return tuple(islice(meant, MOST))


def _noted(tx: Transaction, workplace: Workplace, vault: Vault, text: str) -> str:
    """Write a search into the audit, and return what was typed as it is compared."""
    typed = " ".join(words_of(text))
    trace = vault.mac_of(typed.encode(), _PURPOSE, lasting=True) if typed else ""
    audit.write(tx, Act.SEARCHED, "", workplace.clock.now(), trace)
    return typed
