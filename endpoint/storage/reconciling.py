"""What is kept of one device, month by month, as ids and hashes; no header is read for it."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import bindparam, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import ENVELOPES
from protocol.keeping import RECONCILED, Month, MonthHeld, month_digest, month_of

_KEPT = (
    select(ENVELOPES.c.id, ENVELOPES.c.sha256, ENVELOPES.c.received_at)
    .where(ENVELOPES.c.authority == bindparam("authority"), ENVELOPES.c.device == bindparam("device"))
    .where(ENVELOPES.c.kind.in_(sorted(RECONCILED)))
)


def list_months(tx: Transaction, device: str) -> tuple[Month, ...]:
    """Return the digest of each month in which something of this device was received, oldest first."""
    months: dict[str, dict[str, str]] = defaultdict(dict)
    for row in tx.connection.execute(_KEPT, {"authority": tx.authority, "device": device}):
        months[month_of(row.received_at)][row.id] = row.sha256
    return tuple(Month(month, len(held), month_digest(held)) for month, held in sorted(months.items()))


def list_month(tx: Transaction, device: str, month: str, after: str, limit: int) -> MonthHeld:
    """Return at most ``limit`` ids of one month after an id, in order, each with its hash."""
    query = (
        _KEPT.where(ENVELOPES.c.received_at >= f"{month}-01", ENVELOPES.c.received_at < f"{month}-32")
        .where(ENVELOPES.c.id > after)
        .order_by(ENVELOPES.c.id)
        .limit(limit + 1)
    )
    rows = tx.connection.execute(query, {"authority": tx.authority, "device": device}).all()
    return MonthHeld(month, {row.id: row.sha256 for row in rows[:limit]}, more=len(rows) > limit)
