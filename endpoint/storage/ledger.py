"""What the store holds, counted and listed for whoever looks after it; never what an envelope says."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, func, select

from endpoint.storage.anchors import list_breaks
from endpoint.storage.database import Transaction
from endpoint.storage.standings import list_copied, list_orders
from endpoint.storage.tables import ACCESSES, ANCHORS, DEVICES, ENVELOPES, ERASURES, INVITATIONS, NOTICES

_COUNTED = {
    "invitations": INVITATIONS,
    "devices": DEVICES,
    "envelopes": ENVELOPES,
    "accesses": ACCESSES,
    "anchors": ANCHORS,
    "erasures": ERASURES,
    "notices": NOTICES,
}
_LISTED = (ENVELOPES.c.id, ENVELOPES.c.kind, ENVELOPES.c.received_at, ENVELOPES.c.server_seq, ENVELOPES.c.size)


def read_ledger(tx: Transaction) -> dict[str, Any]:
    """Return counts of everything, each envelope's id, kind, time, place and size, and each break of an audit."""
    listed = select(*_LISTED).where(ENVELOPES.c.authority == tx.authority).order_by(ENVELOPES.c.server_seq)
    return {
        "authority": tx.authority,
        "counts": {name: _count(tx, table) for name, table in _COUNTED.items()},
        "anchor_breaks": list_breaks(tx),
        "copied": list_copied(tx),
        "orders": list_orders(tx),
        "envelopes": [dict(row) for row in tx.connection.execute(listed).mappings()],
    }


def _count(tx: Transaction, table: Table) -> int:
    query = select(func.count()).select_from(table).where(table.c.authority == tx.authority)
    return int(tx.connection.execute(query).scalar_one())
