"""Enrolled devices: their public keys and what their owner does; a device is never changed once enrolled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import DEVICES
from endpoint.times import to_text
from protocol.codec import decode, encode
from protocol.messages import Enrolment, Invitation

_FIND = select(DEVICES.c.device, DEVICES.c.role, DEVICES.c.signing, DEVICES.c.enrolment).where(
    DEVICES.c.authority == bindparam("authority")
)
_BY_ID = _FIND.where(DEVICES.c.device == bindparam("which"))
_BY_INVITATION = _FIND.where(DEVICES.c.invitation == bindparam("which"))


@dataclass(frozen=True)
class Device:
    """An enrolled device. ``role`` is its owner's, ``signing`` its public signing key."""

    id: str
    role: str
    signing: str
    enrolment: Enrolment


def insert_device(tx: Transaction, enrolment: Enrolment, invitation: Invitation, now: datetime) -> None:
    """Enrol a device under its invitation."""
    row = {
        "authority": tx.authority,
        "device": enrolment.keys.device,
        "invitation": invitation.key,
        "role": invitation.role,
        "signing": enrolment.keys.signing,
        "enrolment": encode(enrolment),
        "enrolled_at": to_text(now),
    }
    tx.connection.execute(insert(DEVICES), row)


def find_device(tx: Transaction, device: str) -> Device | None:
    """Return the device with this id, if it is enrolled."""
    return _find(tx, _BY_ID, device)


def find_device_invited_by(tx: Transaction, invitation: str) -> Device | None:
    """Return the device that used this invitation, if one did."""
    return _find(tx, _BY_INVITATION, invitation)


def list_devices(tx: Transaction) -> list[Device]:
    """Return every enrolled device, in the order they were enrolled."""
    rows = tx.connection.execute(_FIND.order_by(DEVICES.c.enrolled_at), {"authority": tx.authority})
    return [Device(row.device, row.role, row.signing, decode(row.enrolment, Enrolment)) for row in rows]


def _find(tx: Transaction, query: Select[str, str, str, bytes], which: str) -> Device | None:
    row = tx.connection.execute(query, {"authority": tx.authority, "which": which}).one_or_none()
    return Device(row.device, row.role, row.signing, decode(row.enrolment, Enrolment)) if row else None
