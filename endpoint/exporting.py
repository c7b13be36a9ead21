"""Handing a lost laptop's kept envelopes to the authority's key holders; they leave here sealed, as they came."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from endpoint.audit import Action
from endpoint.door import Door
from endpoint.office import NotReady
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.database import Transaction
from endpoint.storage.devices import Device, find_device, list_devices
from endpoint.storage.envelopes import find_sealed, list_kept_of
from endpoint.storage.invitations import find_invitation
from endpoint.times import to_text
from protocol.codec import decode
from protocol.envelope import pack
from protocol.messages import Certificate
from protocol.moving import check_same_person
from protocol.problems import Refused

OPERATOR = "operator"
"""Who asked, in the log of accesses, when it was nobody's device."""


def export_device(door: Door, device: str, out: Path) -> int:
    """Write what a device sent to safe keeping into ``out``; return how many. Raises ``NotReady``, ``OSError``."""
    with door.store.transaction() as tx:
        found = find_device(tx, device)
        if found is None:
            raise NotReady("No such device is enrolled here. Nothing was written.")
        return _export(door, tx, [found], out)


def export_for(door: Door, new_laptop: Path, out: Path) -> int:
    """Write what the other devices of a new laptop's owner sent to safe keeping into ``out``; return how many.

    Raises ``NotReady`` and ``OSError``.
    """
    try:
        to = decode(new_laptop.read_bytes(), Certificate)
    except Refused as fault:
        raise NotReady(f"{new_laptop} is not the file that a new laptop makes. Nothing was written.") from fault
    with door.store.transaction() as tx:
        return _export(door, tx, list(_hers(door, tx, to)), out)


def _hers(door: Door, tx: Transaction, to: Certificate) -> Iterator[Device]:
    for device in list_devices(tx):
        if device.id == to.keys.device:
            continue
        signed = find_invitation(tx, device.enrolment.keys.invitation)
        if signed is None:
            continue
        enrolment = device.enrolment
        one = Certificate(signed.invitation, signed.signature, enrolment.keys, enrolment.signature, signed.inviter)
        try:
            check_same_person(one, to, door.house.directory.root)
        except Refused:
            continue
        yield device


def _export(door: Door, tx: Transaction, devices: list[Device], out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    for device in devices:
        for signed in list_kept_of(tx, device.id):
            sealed = find_sealed(tx, signed.header.id)
            if sealed is not None:
                (out / f"{signed.header.id}.ecaf").write_bytes(pack(signed, sealed))
                written += 1
        insert_access(tx, Access(to_text(door.now()), OPERATOR, Action.KEPT_EXPORT, device.id, 200))
    return written
