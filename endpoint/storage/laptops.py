"""The laptops of people as an administrator sees them: since when, when last heard of, whether revoked; no key."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import and_, func, select

from endpoint.storage.database import Transaction
from endpoint.storage.devices import ORDERED
from endpoint.storage.tables import DEVICE_STATES, DEVICES
from protocol.accounts import AccountLaptop


def has_laptop(tx: Transaction, account: str) -> bool:
    """Say whether somebody has a laptop that was not revoked."""
    return any(not (one.revoked_at or one.is_ordered) for one in list_laptops(tx).get(account, ()))


def list_laptops(tx: Transaction) -> dict[str, tuple[AccountLaptop, ...]]:
    """Return the laptops of each account that has any, in the order they were enrolled."""
    seen = and_(DEVICE_STATES.c.authority == DEVICES.c.authority, DEVICE_STATES.c.device == DEVICES.c.device)
    query = (
        select(
            DEVICES.c.account,
            DEVICES.c.device,
            DEVICES.c.enrolled_at,
            func.coalesce(DEVICE_STATES.c.seen_at, ""),
            DEVICES.c.revoked_at,
            ORDERED,
        )
        .outerjoin(DEVICE_STATES, seen)
        .where(DEVICES.c.authority == tx.authority)
        .order_by(DEVICES.c.enrolled_at, DEVICES.c.device)
    )
    found = defaultdict[str, list[AccountLaptop]](list)
    for account, device, enrolled_at, seen_at, revoked_at, is_ordered in tx.connection.execute(query):
        found[account].append(AccountLaptop(device, enrolled_at, seen_at, revoked_at, bool(is_ordered)))
    return {account: tuple(laptops) for account, laptops in found.items()}
