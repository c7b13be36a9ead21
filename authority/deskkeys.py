"""Beginning a further epoch of the desk key: who reads at the desk from now on is named one by one, and nobody else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from authority.keys import new_reading_key, read_private, read_signing_key
from authority.office import Office, desk_number
from authority.orders import renew_directory, write
from protocol.certificates import check_certificate
from protocol.codec import decode, encode, to_text
from protocol.deskkeys import COORDINATORS_FORMAT, FORMAT, Coordinators, DeskKey, DeskKeys, SignedDeskKey
from protocol.messages import Certificate
from protocol.problems import Refused
from protocol.statements import Kind, sign

KEYS_FILE, DIRECTORY_FILE = "desk-keys.json", "directory.json"


class NotMade(Exception):
    """No key was made; the sentence says why, and all is as it was."""


def read_coordinators(office: Office, file: Path) -> tuple[Certificate, ...]:
    """Return the coordinators' laptops in a file of the endpoint's. Raises ``NotMade`` where the root vouches not.

    The endpoint is believed in nothing: whoever is in it that this authority never invited as a coordinator stops all.
    """
    try:
        given = decode(file.read_bytes(), Coordinators)
    except (OSError, Refused) as fault:
        raise NotMade(f"{file} is not what the endpoint's coordinators command writes. Nothing was made.") from fault
    devices = {one.keys.device for one in given.certificates}
    if given.format != COORDINATORS_FORMAT or len(devices) != len(given.certificates):
        raise NotMade(f"{file} is not what the endpoint's coordinators command writes. Nothing was made.")
    for one in given.certificates:
        _check_coordinator(office, one, file)
    return given.certificates


def _check_coordinator(office: Office, one: Certificate, file: Path) -> None:
    directory = office.directory()
    try:
        check_certificate(one, directory.root)
        pyrage.x25519.Recipient.from_str(one.keys.reading)
    except (Refused, pyrage.RecipientError) as fault:
        raise NotMade(f"{file} holds a laptop that this authority did not enrol. Nothing was made.") from fault
    if (one.invitation.authority, one.invitation.role) != (directory.directory.authority, "coordinator"):
        raise NotMade(f"{file} holds a laptop that is no coordinator's of this authority. Nothing was made.")


def without(certificates: Sequence[Certificate], left_out: Collection[str]) -> tuple[Certificate, ...]:
    """Return who gets the key. Raises ``NotMade`` where one that is left out is not there, or nobody would get it."""
    if unknown := set(left_out) - {one.keys.device for one in certificates}:
        raise NotMade(f"No laptop in the file is called {min(unknown)}. Nothing was made.")
    chosen = tuple(one for one in certificates if one.keys.device not in left_out)
    if not chosen:
        raise NotMade("Nobody would get the key, and nobody could read at the desk. Nothing was made.")
    return chosen


def new_desk_key(office: Office, chosen: Sequence[Certificate], out: Path) -> DeskKeys:
    """Make the key of the next epoch for these laptops, and a directory that names it alone.

    Both files for the endpoint go into ``out``, a folder that is not there yet. The office goes over to the new key in
    one step, last; what is interrupted before leaves a key that no directory names. Raises ``FileExistsError``.
    """
    out.mkdir(mode=0o700)
    before = office.desk_keys
    key = f"desk-{desk_number(before[-1]) + 1}"
    public = new_reading_key(office.offline / f"{key}.key")
    given = _for_each(office, key, public, before, chosen)
    (out / KEYS_FILE).write_bytes(encode(given))
    write(renew_directory(office, desk={key: public}), out / DIRECTORY_FILE)
    return given


def _for_each(
    office: Office, key: str, public: str, before: tuple[str, ...], chosen: Sequence[Certificate]
) -> DeskKeys:
    root, identity = read_signing_key(office.offline / "root.key"), read_private(office.offline / f"{key}.key")
    authority, at = office.directory().directory.authority, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    statements = [
        DeskKey(authority, key, public, before, one.keys.device, _sealed(identity, one.keys.reading), at)
        for one in chosen
    ]
    return DeskKeys(FORMAT, tuple(SignedDeskKey(one, sign(Kind.DESK, one, root)) for one in statements))


def _sealed(identity: str, reading: str) -> str:
    return to_text(pyrage.encrypt(identity.encode(), [pyrage.x25519.Recipient.from_str(reading)]))
