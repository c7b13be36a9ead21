"""Setting an endpoint up, opening it and letting invitations in; the authority's root key is never here."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from endpoint.door import Door
from endpoint.settings import Settings
from endpoint.storage.authorities import find_authority, insert_authority
from endpoint.storage.database import Store, open_engine
from endpoint.storage.invitations import insert_invitation
from endpoint.storage.ledger import read_ledger
from endpoint.storage.schema import bring_up_to_date
from endpoint.times import now
from endpoint.visit import House
from protocol.certificates import check_directory, check_invitation
from protocol.codec import decode, to_bytes
from protocol.messages import SignedDirectory, SignedInvitation
from protocol.problems import Refused
from protocol.statements import public_text

_EPOCH_BYTES = 16


class NotReady(Exception):
    """The endpoint cannot do this now; the sentence says why and what to do."""


def set_up(settings: Settings, authority: Path) -> None:
    """Make an endpoint of what the authority handed over. Raises ``NotReady``."""
    if settings.receipt_key_file.exists():
        raise NotReady(f"{settings.folder} already holds an endpoint. Nothing was changed.")
    directory, receipt_key = _read_hand_over(authority)
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = open_engine(settings.database_url)
    bring_up_to_date(engine)
    insert_authority(engine, directory, secrets.token_hex(_EPOCH_BYTES))
    engine.dispose()
    _write_private(settings.receipt_key_file, receipt_key)


def _read_hand_over(authority: Path) -> tuple[SignedDirectory, str]:
    try:
        directory = decode((authority / "directory.json").read_bytes(), SignedDirectory)
        receipt_key = (authority / "receipt.key").read_text(encoding="ascii").strip()
        check_directory(directory, directory.root)
        _check_receipt_key(directory, receipt_key)
    except (OSError, ValueError, Refused) as fault:
        raise NotReady(f"{authority} does not hold a directory.json and the receipt.key it names.") from fault
    return directory, receipt_key


def _check_receipt_key(directory: SignedDirectory, text: str) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.from_private_bytes(to_bytes(text, 32))
    if public_text(key) not in directory.directory.receipt_keys:
        raise ValueError("a receipt key that the directory does not name")
    return key


def _write_private(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(text + "\n")


def open_door(settings: Settings) -> Door:
    """Open an endpoint that was set up. Raises ``NotReady``."""
    if not settings.receipt_key_file.exists():
        raise NotReady(f'{settings.folder} holds no endpoint yet. Please run "ecaf-endpoint init" first.')
    engine = open_engine(settings.database_url)
    bring_up_to_date(engine)
    found = find_authority(engine)
    if found is None:
        raise NotReady("The database holds no authority. Nothing was changed; please look at the backup.")
    directory, epoch = found
    key = _check_receipt_key(directory, settings.receipt_key_file.read_text(encoding="ascii").strip())
    return Door(House(directory, key, epoch), Store(engine, directory.directory.authority), now)


def accept_invitation(door: Door, file: Path) -> None:
    """Let the holder of an invitation enrol. Raises ``NotReady`` for any other file."""
    try:
        signed = decode(file.read_bytes(), SignedInvitation)
        check_invitation(signed, door.house.directory.root)
    except (OSError, Refused) as fault:
        raise NotReady(f"{file} is not an invitation signed by this authority. It was left out.") from fault
    if signed.invitation.authority != door.store.authority:
        raise NotReady(f"{file} is an invitation to another authority. It was left out.")
    with door.store.transaction() as tx:
        insert_invitation(tx, signed)


def ledger(door: Door) -> dict[str, object]:
    """Return what the store holds, counted and listed."""
    with door.store.transaction() as tx:
        return read_ledger(tx)
