"""Signs of an older copy put back: each in the audit, and remembered until somebody has read what it means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.storage import audit, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.witness import Sign

_NOTICED = "noticed"


def note(tx: Transaction, vault: str, signs: Iterable[Sign], at: datetime) -> None:
    """Write signs into the audit, and remember them."""
    fresh = tuple(signs)
    for sign in fresh:
        audit.write(tx, Act.NOTICED, vault, at, sign)
    if fresh:
        sync_state.write(tx, _NOTICED, " ".join(dict.fromkeys((*standing(tx), *fresh))))


def standing(tx: Transaction) -> tuple[Sign, ...]:
    """Return the signs that nobody has said they have read."""
    return tuple(Sign(word) for word in (sync_state.read(tx, _NOTICED) or "").split())


def acknowledge(tx: Transaction, vault: str, at: datetime) -> None:
    """Write down that somebody has read what was noticed; the audit's lines about it stay."""
    if standing(tx):
        audit.write(tx, Act.ACKNOWLEDGED, vault, at)
        sync_state.forget(tx, _NOTICED)
