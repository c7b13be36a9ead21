"""The last anchor of each device, and each time one did not go on from it; a break is only ever added."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import ANCHOR_BREAKS, ANCHORS
from endpoint.times import to_text
from protocol.codec import decode, encode
from protocol.messages import SignedAnchor


def find_anchor(tx: Transaction, device: str) -> SignedAnchor | None:
    """Return the anchor kept for a device, if there is one."""
    query = select(ANCHORS.c.statement).where(ANCHORS.c.authority == tx.authority, ANCHORS.c.device == device)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, SignedAnchor) if found is not None else None


def keep_anchor(tx: Transaction, signed: SignedAnchor, now: datetime) -> None:
    """Keep an anchor in the place of the device's one before."""
    device = signed.anchor.device
    tx.connection.execute(delete(ANCHORS).where(ANCHORS.c.authority == tx.authority, ANCHORS.c.device == device))
    row = {"authority": tx.authority, "device": device, "statement": encode(signed), "kept_at": to_text(now)}
    tx.connection.execute(insert(ANCHORS), row)


def insert_break(tx: Transaction, kept: SignedAnchor, signed: SignedAnchor, now: datetime) -> None:
    """Write down that a device's audit did not go on from the anchor before; both statements are kept."""
    row = {
        "authority": tx.authority,
        "device": signed.anchor.device,
        "kept": encode(kept),
        "statement": encode(signed),
        "noticed_at": to_text(now),
    }
    tx.connection.execute(insert(ANCHOR_BREAKS), row)


def list_breaks(tx: Transaction) -> list[dict[str, str]]:
    """Return which devices' audits did not go on, and when that was noticed, oldest first."""
    query = select(ANCHOR_BREAKS.c.device, ANCHOR_BREAKS.c.noticed_at).where(ANCHOR_BREAKS.c.authority == tx.authority)
    return [dict(row) for row in tx.connection.execute(query.order_by(ANCHOR_BREAKS.c.noticed_at)).mappings()]
