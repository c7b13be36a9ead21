"""A further epoch of the desk key: who is at the desk, written for the office; what the office made, put into force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from endpoint.accounts import AccountState
from endpoint.door import Door
from endpoint.office import NotReady, check_newer, put_directory, read_directory, read_given
from endpoint.permissions import COORDINATOR
from endpoint.storage.accounts import find_account_of_device
from endpoint.storage.authorities import find_directory
from endpoint.storage.database import Transaction
from endpoint.storage.desk_keys import find_epoch_of, first, insert_epoch, reading_key_ids
from endpoint.storage.devices import Device, find_device, list_devices
from endpoint.storage.invitations import find_invitation
from endpoint.times import to_text
from protocol.codec import encode
from protocol.deskkeys import COORDINATORS_FORMAT, Coordinators, DeskKeys, check_epoch
from protocol.messages import Certificate, Directory


def write_coordinators(door: Door, out: Path) -> int:
    """Write the certificates of coordinators' laptops; return how many. Raises ``NotReady``.

    Those that are revoked are not among them, nor those of people who left, or whose account is closed.
    """
    with door.store.transaction() as tx:
        found = tuple(_coordinators(tx))
    try:
        with out.open("xb") as file:
            file.write(encode(Coordinators(COORDINATORS_FORMAT, found)))
    except FileExistsError as fault:
        raise NotReady(f"{out} is there already, and was left as it is.") from fault
    except OSError as fault:
        raise NotReady(f"{out} could not be written.") from fault
    return len(found)


def _coordinators(tx: Transaction) -> Iterator[Certificate]:
    for device in _at_the_desk(tx):
        enrolment = device.enrolment
        signed = find_invitation(tx, enrolment.keys.invitation)
        if signed is not None:
            yield Certificate(signed.invitation, signed.signature, enrolment.keys, enrolment.signature, signed.inviter)


def _at_the_desk(tx: Transaction) -> Iterator[Device]:
    """Yield coordinators' laptops that are still in use."""
    for device in list_devices(tx):
        if device.role == COORDINATOR and not device.revoked and not _is_gone(tx, device.id):
            yield device


def _is_gone(tx: Transaction, device: str) -> bool:
    """Say whether its owner works here no more; somebody who is suspended may come back, and is named."""
    account = find_account_of_device(tx, device)
    return account is not None and account.state in {AccountState.CLOSED, AccountState.LEFT}


def publish_desk_keys(door: Door, keys: Path, directory: Path) -> tuple[str, int]:
    """Put an epoch and the directory that names it into force, both or neither; return the key's id and the serial.

    Raises ``NotReady``.
    """
    given, signed = _read_epoch(door, keys), read_directory(door, directory)
    said = first(given)
    if signed.directory.desk != {said.key: said.public}:
        raise NotReady(f"{directory} does not name the desk key that is in {keys}. Nothing was changed.")
    with door.store.transaction() as tx:
        held = find_directory(tx).directory
        check_newer(held, signed.directory)
        _check_new(tx, given, held)
        insert_epoch(tx, given)
        door.house.outside.log_given(given, to_text(door.now()))
        put_directory(door, tx, signed)
    return said.key, signed.directory.serial


def _read_epoch(door: Door, file: Path) -> DeskKeys:
    refusal = f"{file} is no desk key of this authority, whole and signed. Nothing was changed."
    given = read_given(door, file, DeskKeys, check_epoch, refusal)
    if first(given).authority != door.store.authority:
        raise NotReady(f"{file} is of another authority. Nothing was changed.")
    return given


def _check_new(tx: Transaction, given: DeskKeys, held: Directory) -> None:
    """Refuse an epoch that is not after the one in force, and one for a laptop that is no coordinator's here."""
    said = first(given)
    if not set(held.desk) <= set(said.before) or find_epoch_of(tx, said.key) not in {None, given}:
        raise NotReady(f"{said.key} does not follow the desk key that is in force. Nothing was changed.")
    for one in given.keys:
        device = find_device(tx, one.desk_key.device)
        if device is None or device.role != COORDINATOR:
            raise NotReady("It is for a laptop that is no coordinator's, or not enrolled here. Nothing was changed.")


def count_lacking(door: Door, key: str) -> int:
    """Return how many coordinators' laptops that are still in use do not read with a key of the desk."""
    with door.store.transaction() as tx:
        return sum(key not in reading_key_ids(tx, device) for device in _at_the_desk(tx))
