"""What her laptop may send over a connection that costs money: her own choice, or else what the authority set."""

from __future__ import annotations

from app.domain.costs import Costly
from app.operations.policy import Policy
from app.storage import sync_state
from app.storage.database import Transaction

_COSTLY = "costly connection"


def costly(tx: Transaction, policy: Policy) -> Costly:
    """Return what was chosen here; before anybody chose, the authority's setting."""
    chosen = sync_state.read(tx, _COSTLY)
    return Costly(chosen) if chosen else policy.costly_connection


def choose_costly(tx: Transaction, chosen: Costly) -> None:
    """Keep a choice; it is in force from the next round on."""
    sync_state.write(tx, _COSTLY, chosen)
