"""What the store holds, counted and listed for whoever looks after it; never what an envelope says."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, func, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import ACCESSES, DEVICES, ENVELOPES, INVITATIONS

_COUNTED = {"invitations": INVITATIONS, "devices": DEVICES, "envelopes": ENVELOPES, "accesses": ACCESSES}
_LISTED = (ENVELOPES.c.id, ENVELOPES.c.kind, ENVELOPES.c.received_at, ENVELOPES.c.server_seq, ENVELOPES.c.size)


def read_ledger(tx: Transaction) -> dict[str, Any]:
    """Return counts of everything, and each envelope's id, kind, time, place and size."""
    listed = select(*_LISTED).where(ENVELOPES.c.authority == tx.authority).order_by(ENVELOPES.c.server_seq)
    return {
        "authority": tx.authority,
        "counts": {name: _count(tx, table) for name, table in _COUNTED.items()},
        "envelopes": [dict(row) for row in tx.connection.execute(listed).mappings()],
    }


def _count(tx: Transaction, table: Table) -> int:
    query = select(func.count()).select_from(table).where(table.c.authority == tx.authority)
    return int(tx.connection.execute(query).scalar_one())
