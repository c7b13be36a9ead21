"""Enrolled devices: their public keys and what their owner does; once enrolled, only how long one is good changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, insert, or_, select, text

from endpoint.accounts import Course, good_until
from endpoint.storage.accounts import account_of, open_account
from endpoint.storage.database import Transaction
from endpoint.storage.tables import DEVICES, INVITATIONS, ORDERS
from endpoint.storage.written import Written
from endpoint.times import to_text
from protocol.codec import decode, encode
from protocol.messages import Enrolment, Invitation, SignedInvitation

ORDERED = (
    exists().where(ORDERS.c.authority == DEVICES.c.authority, ORDERS.c.device == DEVICES.c.device).correlate(DEVICES)
)
"""Whether the authority gave an order about a device."""
_REVOKED = or_(ORDERED, DEVICES.c.revoked_at != "").label("revoked")
_FIND = select(
    DEVICES.c.device, DEVICES.c.role, DEVICES.c.signing, DEVICES.c.enrolment, _REVOKED, DEVICES.c.good_until
).where(DEVICES.c.authority == bindparam("authority"))
_INVITED = (
    select(DEVICES.c.device, INVITATIONS.c.body)
    .join(
        INVITATIONS,
        (INVITATIONS.c.authority == DEVICES.c.authority) & (INVITATIONS.c.key == DEVICES.c.invitation),
    )
    .where(DEVICES.c.authority == bindparam("authority"))
)
_BY_ID = Written(_FIND.where(DEVICES.c.device == bindparam("which")))
_BY_IDS = Written(_FIND.where(text("devices.device = ANY(:ids)")))
_BY_INVITATION = Written(_FIND.where(DEVICES.c.invitation == bindparam("which")))


@dataclass(frozen=True)
class Device:
    """An enrolled device. ``role`` is its owner's, ``signing`` its public signing key.

    ``revoked``: the authority gave an order about it, whichever, or an administrator revoked it. ``enrolment_bytes``
    are read only where asked for.
    ``good_until`` is the last day on which its owner may send and receive; empty where that is not so at all.
    """

    id: str
    role: str
    signing: str
    enrolment_bytes: bytes
    revoked: bool
    good_until: str

    @property
    def enrolment(self) -> Enrolment:
        """What the device enrolled with."""
        return decode(self.enrolment_bytes, Enrolment)


def insert_device(
    tx: Transaction, enrolment: Enrolment, invitation: Invitation, now: datetime, needed: Sequence[Course]
) -> None:
    """Enrol a device under its invitation; ``needed`` is what its owner is trained in before it may be used."""
    account = open_account(tx, account_of(invitation))
    row = {
        "authority": tx.authority,
        "device": enrolment.keys.device,
        "invitation": invitation.key,
        "role": invitation.role,
        "signing": enrolment.keys.signing,
        "enrolment": encode(enrolment),
        "enrolled_at": to_text(now),
        "account": account.account,
        "good_until": good_until(account, needed),
        "revoked_at": account.revoked.get(enrolment.keys.device, ""),
    }
    tx.connection.execute(insert(DEVICES), row)


def find_device(tx: Transaction, device: str) -> Device | None:
    """Return the device with this id, if it is enrolled."""
    return _find(tx, _BY_ID, device)


def find_devices(tx: Transaction, devices: Collection[str]) -> dict[str, Device]:
    """Return those of these devices that are enrolled, by id."""
    if len(devices) > 1 and tx.is_postgresql:
        return {device.id: device for device in map(_device, _BY_IDS.run(tx, {"ids": sorted(devices)}))}
    return {device.id: device for device in (find_device(tx, one) for one in devices) if device is not None}


def find_device_invited_by(tx: Transaction, invitation: str) -> Device | None:
    """Return the device that used this invitation, if one did."""
    return _find(tx, _BY_INVITATION, invitation)


def list_devices(tx: Transaction) -> list[Device]:
    """Return every enrolled device, in the order they were enrolled."""
    rows = tx.connection.execute(_FIND.order_by(DEVICES.c.enrolled_at), {"authority": tx.authority})
    return [Device(*row) for row in rows]


def list_devices_of_same_person(tx: Transaction, device: Device) -> frozenset[str]:
    """Return the ids of every device of the person this one belongs to: one name, agency and role, as invited."""
    people = {
        row.device: _person(decode(row.body, SignedInvitation))
        for row in tx.connection.execute(_INVITED, {"authority": tx.authority})
    }
    return frozenset(one for one, person in people.items() if person == people[device.id])


def _person(signed: SignedInvitation) -> tuple[str, str, str]:
    invited = signed.invitation
    return invited.name, invited.agency, invited.role


def _find(tx: Transaction, query: Written, which: str) -> Device | None:
    rows = query.run(tx, {"which": which})
    return _device(rows[0]) if rows else None


def _device(row: tuple[Any, ...]) -> Device:
    device, role, signing, enrolment, is_revoked, good_until = row
    return Device(device, role, signing, enrolment, bool(is_revoked), good_until)
