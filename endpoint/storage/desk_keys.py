"""Epochs of the desk key: what the root gave to whom, sealed; and so which keys a device reads with."""

from __future__ import annotations

from sqlalchemy import insert, select

from endpoint.permissions import COORDINATOR
from endpoint.storage.authorities import find_directory
from endpoint.storage.database import Transaction
from endpoint.storage.devices import Device
from endpoint.storage.invitations import find_invitation
from endpoint.storage.tables import DESK_KEYS
from protocol.codec import decode, encode
from protocol.deskkeys import DeskKey, DeskKeys, SignedDeskKey


def list_epochs(tx: Transaction) -> list[DeskKeys]:
    """Return every further epoch, the oldest first; there is none before the authority makes a second key."""
    query = select(DESK_KEYS.c.statement).where(DESK_KEYS.c.authority == tx.authority)
    rows = tx.connection.execute(query.order_by(DESK_KEYS.c.issued_at, DESK_KEYS.c.key))
    return [decode(row.statement, DeskKeys) for row in rows]


def find_epoch_of(tx: Transaction, key: str) -> DeskKeys | None:
    """Return the epoch of this desk key, if its laptops were given it."""
    query = select(DESK_KEYS.c.statement).where(DESK_KEYS.c.authority == tx.authority, DESK_KEYS.c.key == key)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, DeskKeys) if found is not None else None


def insert_epoch(tx: Transaction, given: DeskKeys) -> None:
    """Keep an epoch; one that is kept stays as it is."""
    said = first(given)
    if find_epoch_of(tx, said.key) is None:
        row = {"authority": tx.authority, "key": said.key, "issued_at": said.issued_at, "statement": encode(given)}
        tx.connection.execute(insert(DESK_KEYS), row)


def first(given: DeskKeys) -> DeskKey:
    """Return what is the same in each statement of an epoch, by its first."""
    return given.keys[0].desk_key


def list_own(tx: Transaction, device: str) -> tuple[SignedDeskKey, ...]:
    """Return what was given to a device, the oldest epoch first."""
    return tuple(one for given in list_epochs(tx) for one in given.keys if one.desk_key.device == device)


def reading_key_ids(tx: Transaction, device: Device) -> frozenset[str]:
    """Return the ids of the keys this device reads with: its own, and for a coordinator those of the desk it was given.

    The first key came with a letter; a further one was given by name, or with a letter that was written since.
    """
    if device.role != COORDINATOR:
        return frozenset({device.id})
    epochs = list_epochs(tx)
    ever = {key for given in epochs for key in (first(given).key, *first(given).before)}
    lacking = {first(given).key for given in epochs if not _was_given(tx, device, given)}
    return frozenset({device.id, *find_directory(tx).directory.desk, *ever} - lacking)


def _was_given(tx: Transaction, device: Device, given: DeskKeys) -> bool:
    if any(one.desk_key.device == device.id for one in given.keys):
        return True
    letter = find_invitation(tx, device.enrolment.keys.invitation)
    return letter is not None and letter.invitation.issued_at >= first(given).issued_at
