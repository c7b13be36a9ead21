"""How each device stands: its sync token, whether it may be a copy, and what the authority ordered; in ids alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from sqlalchemy import delete, insert, select, update

from endpoint.storage.database import Transaction
from endpoint.storage.tables import DEVICE_STATES, ORDERS
from protocol.codec import decode, encode
from protocol.orders import SignedDone, SignedOrder


@dataclass(frozen=True)
class DeviceState:
    """What is known from contacts: the newest token and the one before it, and since when the device may be a copy."""

    token: str = ""
    token_before: str = ""
    copied_at: str = ""
    protocol: int = 1
    seen_at: str = ""


def find_state(tx: Transaction, device: str) -> DeviceState:
    """Return how a device stands; one that never made contact stands as new."""
    table = DEVICE_STATES.c
    query = select(table.token, table.token_before, table.copied_at, table.protocol, table.seen_at)
    row = tx.connection.execute(query.where(table.authority == tx.authority, table.device == device)).one_or_none()
    return DeviceState(*row) if row else DeviceState()


def keep_state(tx: Transaction, device: str, state: DeviceState) -> None:
    """Keep how a device stands now."""
    its = (DEVICE_STATES.c.authority == tx.authority, DEVICE_STATES.c.device == device)
    tx.connection.execute(delete(DEVICE_STATES).where(*its))
    tx.connection.execute(insert(DEVICE_STATES), {"authority": tx.authority, "device": device, **asdict(state)})


def list_copied(tx: Transaction) -> list[dict[str, str]]:
    """Return which devices may be copies, and since when."""
    table = DEVICE_STATES.c
    query = select(table.device, table.copied_at).where(table.authority == tx.authority, table.copied_at != "")
    return [dict(row) for row in tx.connection.execute(query.order_by(table.copied_at)).mappings()]


def add_order(tx: Transaction, signed: SignedOrder, given_at: str) -> None:
    """Keep an order; the same again changes nothing."""
    order = signed.order
    its = (ORDERS.c.authority == tx.authority, ORDERS.c.device == order.device, ORDERS.c.id == order.id)
    if tx.connection.execute(select(ORDERS.c.id).where(*its)).first() is None:
        row = {"authority": tx.authority, "device": order.device, "id": order.id, "given_at": given_at}
        tx.connection.execute(insert(ORDERS), {**row, "statement": encode(signed), "done": b""})


def list_open_orders(tx: Transaction, device: str) -> tuple[SignedOrder, ...]:
    """Return what a device was ordered and has not said to have done, oldest first."""
    its = (ORDERS.c.authority == tx.authority, ORDERS.c.device == device, ORDERS.c.done == b"")
    query = select(ORDERS.c.statement).where(*its).order_by(ORDERS.c.given_at, ORDERS.c.id)
    return tuple(decode(statement, SignedOrder) for statement in tx.connection.execute(query).scalars())


def keep_done(tx: Transaction, signed: SignedDone) -> SignedDone | None:
    """Keep a device's word that it did what it was ordered, and return the first such word; None without that order."""
    done = signed.done
    its = (ORDERS.c.authority == tx.authority, ORDERS.c.device == done.device, ORDERS.c.id == done.order)
    kept = tx.connection.execute(select(ORDERS.c.done).where(*its)).scalar_one_or_none()
    if kept is None:
        return None
    if kept:
        return decode(kept, SignedDone)
    tx.connection.execute(update(ORDERS).where(*its).values(done=encode(signed)))
    return signed


def list_orders(tx: Transaction) -> list[dict[str, object]]:
    """Return each order, what it was, and what came of it."""
    query = select(ORDERS.c.statement, ORDERS.c.done).where(ORDERS.c.authority == tx.authority)
    return [_described(row.statement, row.done) for row in tx.connection.execute(query.order_by(ORDERS.c.given_at))]


def _described(statement: bytes, done: bytes) -> dict[str, object]:
    order = decode(statement, SignedOrder).order
    came_of_it = decode(done, SignedDone).done if done else None
    return {
        "id": order.id,
        "device": order.device,
        "what": str(order.what),
        "done_at": came_of_it.done_at if came_of_it else "",
        "unsent": came_of_it.unsent if came_of_it else None,
    }


def mark_copied(tx: Transaction, device: str, at: str) -> None:
    """Write down that a device may be a copy; the first time counts."""
    state = find_state(tx, device)
    if not state.copied_at:
        keep_state(tx, device, replace(state, copied_at=at))
