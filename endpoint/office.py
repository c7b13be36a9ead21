"""Setting an endpoint up, opening it and letting invitations in; the authority's root key is never here."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine
from sqlalchemy.exc import ProgrammingError

from endpoint.accounts import NEEDED
from endpoint.childindex import load_index
from endpoint.cutting import cut_again
from endpoint.door import Door
from endpoint.erasing import replay
from endpoint.outside import Outside
from endpoint.pace import Pace
from endpoint.settings import POLICY_DAYS, Settings
from endpoint.storage.accounts import account_of, judge_devices, note_change, open_all
from endpoint.storage.authorities import (
    begin_epoch,
    find_authority,
    find_directory,
    find_policy_serial,
    insert_authority,
    insert_policy,
    replace_directory,
    take_up_newer,
)
from endpoint.storage.database import Store, Transaction, is_forbidden, open_engine
from endpoint.storage.devices import find_device
from endpoint.storage.given import put_in_again
from endpoint.storage.index import purge
from endpoint.storage.invitations import find_invitation, insert_invitation
from endpoint.storage.ledger import read_ledger
from endpoint.storage.schema import bring_up_to_date
from endpoint.storage.standings import add_order
from endpoint.times import now, to_text
from endpoint.visit import House
from protocol.certificates import check_directory, check_invitation
from protocol.codec import decode, to_bytes
from protocol.messages import Directory, Message, SignedDirectory, SignedInvitation
from protocol.orders import SignedOrder, SignedPolicy, check_order, check_policy
from protocol.problems import Refused
from protocol.statements import public_text

GivenT = TypeVar("GivenT", bound=Message)

_EPOCH_BYTES = 16
_INVITED = "invited by a letter"


class NotReady(Exception):
    """The endpoint cannot do this now; the sentence says why and what to do."""


def set_up(settings: Settings, authority: Path) -> None:
    """Make an endpoint of what the authority handed over. Raises ``NotReady``."""
    if Outside(settings.folder).epoch() if settings.secrets else settings.receipt_key_file.exists():
        raise NotReady(f"{settings.folder} already holds an endpoint. Nothing was changed.")
    directory, receipt_key = read_hand_over(authority)
    _check_stored(settings, receipt_key)
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = open_engine(settings.database_url)
    bring_up_to_date(engine)
    epoch = secrets.token_hex(_EPOCH_BYTES)
    insert_authority(engine, directory, epoch)
    engine.dispose()
    Outside(settings.folder).write_epoch(epoch)
    if not settings.secrets:
        _write_private(settings.receipt_key_file, receipt_key)


def _check_stored(settings: Settings, receipt_key: str) -> None:
    file = settings.receipt_key_file
    if settings.secrets and not (file.exists() and file.read_text(encoding="ascii").strip() == receipt_key):
        raise NotReady(f"Please put the receipt.key of the authority where {file} comes from, first. Nothing was done.")


def read_hand_over(authority: Path) -> tuple[SignedDirectory, str]:
    """Return the directory and the receipt key that an authority handed over. Raises ``NotReady``."""
    try:
        directory = decode((authority / "directory.json").read_bytes(), SignedDirectory)
        receipt_key = (authority / "receipt.key").read_text(encoding="ascii").strip()
        check_directory(directory, directory.root)
        _check_receipt_key(directory, receipt_key)
    except (OSError, ValueError, Refused) as fault:
        raise NotReady(f"{authority} does not hold a directory.json and the receipt.key it names.") from fault
    return directory, receipt_key


def _check_receipt_key(directory: SignedDirectory, text: str) -> None:
    if public_text(read_receipt_key(text)) not in directory.directory.receipt_keys:
        raise ValueError("a receipt key that the directory does not name")


def read_receipt_key(text: str) -> Ed25519PrivateKey:
    """Return a receipt key as its file spells it. Raises ``ValueError``."""
    return Ed25519PrivateKey.from_private_bytes(to_bytes(text, 32))


def _write_private(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        out.write(text + "\n")


def open_door(settings: Settings) -> Door:
    """Open an endpoint that was set up. Raises ``NotReady``."""
    if not settings.receipt_key_file.exists():
        raise NotReady(
            f"{settings.folder} holds no endpoint yet: please make the authority's keys, offline "
            '("python -m authority new"), and run "ecaf-endpoint init" with what it hands over; '
            'to try it with made-up families only, "serve --practice" makes both.'
        )
    engine = open_engine(settings.database_url)
    _bring_up_to_date(engine)
    key = read_receipt_key(settings.receipt_key_file.read_text(encoding="ascii").strip())
    found = find_authority(engine, public_text(key)) or _renewed_since(engine, Outside(settings.folder), key)
    if found is None:
        raise NotReady(
            "The database holds no authority whose receipts this folder signs. Nothing was changed; please look at the "
            "address of the database, and at the backup."
        )
    directory, epoch = found
    outside = Outside(settings.folder)
    needed = settings.courses or outside.courses() or NEEDED
    factor = settings.factor_rule(practice=directory.directory.practice)
    days = outside.policy_days() if settings.policy_days is None else settings.policy_days
    house = House(directory, key, epoch, outside, load_index(settings.index), needed, settings.warn_days, days, factor)
    door = Door(house, Store(engine, directory.directory.authority), now, Pace(settings.pace))
    try:
        return _as_it_should_be(door)
    except NotReady:
        door.close()
        raise


def _bring_up_to_date(engine: Engine) -> None:
    try:
        bring_up_to_date(engine)
    except ProgrammingError as fault:
        engine.dispose()
        if not is_forbidden(fault):
            raise
        raise NotReady(
            "The tables are not those of this version, and this account of the database may not change them. Nothing "
            'was changed; please run "migrate" with the account that owns them, and let this one use what is new.'
        ) from fault


def _renewed_since(engine: Engine, outside: Outside, key: Ed25519PrivateKey) -> tuple[SignedDirectory, str] | None:
    """Return the authority of a store put back from before the key was renewed, once the newer directory is in it."""
    for _, given in outside.given():
        if isinstance(given, SignedDirectory) and public_text(key) in given.directory.receipt_keys:
            take_up_newer(engine, given)
    return find_authority(engine, public_text(key))


@contextmanager
def only_for_the_owner(sentence: str) -> Iterator[None]:
    """Say so in words where this account of the database may not erase. Raises ``NotReady``."""
    try:
        yield
    except ProgrammingError as fault:
        if not is_forbidden(fault):
            raise
        raise NotReady(sentence) from fault


_HAS_WHAT_WAS_ERASED = (
    "The store has lines of the audit that were erased before, and this account of the database may not erase them. "
    'Nothing was changed; please run "verify-audit" once with the account that owns the tables.'
)


def _as_it_should_be(door: Door) -> Door:
    """Return the door of a store that is in the epoch its file names, and has nothing in it that was erased.

    A store in another epoch than its file was put back by other means than ours: from now on it is in a new one.
    """
    outside, epoch = door.house.outside, door.house.store_epoch
    with only_for_the_owner(_HAS_WHAT_WAS_ERASED), door.store.transaction() as tx:
        if outside.epoch() not in {"", epoch}:
            epoch = secrets.token_hex(_EPOCH_BYTES)
            begin_epoch(tx, epoch, to_text(door.now()))
            open_all(tx, door.house.needed)
            put_in_again(tx, outside.given(), door.house.needed)
        house = replace(door.house, store_epoch=epoch)
        replay(tx, house)
        cut_again(tx, outside, door.now())
        purge(tx, door.now().date())
    if outside.epoch() != epoch:
        outside.write_epoch(epoch)
    return replace(door, house=house)


def open_door_to_serve(settings: Settings) -> Door:
    """Open an endpoint to be served: from now on what it says of courses and the use policy counts for commands, too.

    Without this, somebody who types ``account`` without the settings file would judge by other rules than the
    endpoint does. Raises ``NotReady``.
    """
    days = POLICY_DAYS if settings.policy_days is None else settings.policy_days
    door = open_door(replace(settings, courses=settings.courses or NEEDED, policy_days=days))
    door.house.outside.write_courses(door.house.needed)
    door.house.outside.write_policy_days(days)
    with door.store.transaction() as tx:
        judge_devices(tx, door.house.needed)
    return door


def read_given(
    door: Door, file: Path, kind: type[GivenT], check: Callable[[GivenT, str], None], refusal: str
) -> GivenT:
    """Return what the authority gave in a file, once it was held against the root. Raises ``NotReady``."""
    try:
        given = decode(file.read_bytes(), kind)
        check(given, door.house.directory.root)
    except (OSError, Refused) as fault:
        raise NotReady(refusal) from fault
    return given


def accept_invitation(door: Door, file: Path) -> None:
    """Let the holder of an invitation of the office enrol. Raises ``NotReady`` for any other file."""
    refusal = f"{file} is not an invitation signed by this authority. It was left out."
    signed = read_given(door, file, SignedInvitation, check_invitation, refusal)
    if signed.inviter is not None:  # what an administrator's laptop signed comes from that laptop, and takes two people
        raise NotReady(refusal)
    if signed.invitation.authority != door.store.authority:
        raise NotReady(f"{file} is an invitation to another authority. It was left out.")
    with door.store.transaction() as tx:
        if find_invitation(tx, signed.invitation.key) is None:
            note_change(
                tx, account_of(signed.invitation).account, _INVITED, door.house.directory.directory.name, door.now()
            )
        insert_invitation(tx, signed)
        door.house.outside.log_given(signed, to_text(door.now()))


def take_orders(door: Door, files: Sequence[Path]) -> int:
    """Take in the authority's orders to its devices; return how many. Raises ``NotReady``, having taken none."""
    orders = [_read_order(door, file) for file in files]
    with door.store.transaction() as tx:
        for signed in orders:
            if find_device(tx, signed.order.device) is None:
                raise NotReady("One of these orders is to a device that is not enrolled here. None was taken.")
            add_order(tx, signed, to_text(door.now()))
            door.house.outside.log_given(signed, to_text(door.now()))
    return len(orders)


def _read_order(door: Door, file: Path) -> SignedOrder:
    refusal = f"{file} is not an order of this authority, whole and signed. None was taken."
    signed = read_given(door, file, SignedOrder, check_order, refusal)
    if signed.order.authority != door.store.authority:
        raise NotReady(f"{file} is an order of another authority. None was taken.")
    return signed


def publish_directory(door: Door, file: Path) -> int:
    """Put a newer directory into force, and return its serial. Raises ``NotReady``."""
    signed = read_directory(door, file)
    with door.store.transaction() as tx:
        check_desk_stays(find_directory(tx).directory, signed.directory)
        put_directory(door, tx, signed)
    return signed.directory.serial


def check_desk_stays(held: Directory, given: Directory) -> None:
    """Raise ``NotReady`` where another desk key would come into force without what gives it to the desk."""
    if given.desk != held.desk:
        raise NotReady(
            "This directory names another desk key, which nobody at the desk has yet. Please put both into force "
            'together: "publish --desk-keys FILE --directory FILE". Nothing was changed.'
        )


def read_directory(door: Door, file: Path) -> SignedDirectory:
    """Return a directory that may be put into force here. Raises ``NotReady``."""
    refusal = f"{file} is not a directory signed by this authority. Nothing was changed."
    signed = read_given(door, file, SignedDirectory, check_directory, refusal)
    if public_text(door.house.receipt_key) not in signed.directory.receipt_keys:
        raise NotReady(f"{file} does not name the receipt key of this endpoint. Nothing was changed.")
    return signed


def put_directory(door: Door, tx: Transaction, signed: SignedDirectory) -> None:
    """Put a directory in the place of an older one, outside the backup too. Raises ``NotReady``."""
    check_newer(find_directory(tx).directory, signed.directory)
    replace_directory(tx, signed)
    door.house.outside.log_given(signed, to_text(door.now()))


def check_newer(held: Directory, given: Directory) -> None:
    """Raise ``NotReady`` unless a directory is newer than the one in force, and the same authority's."""
    if given.authority != held.authority or given.serial <= held.serial:
        raise NotReady(f"The directory in force has serial {held.serial}; this one is no newer, or another's.")


def publish_policy(door: Door, file: Path) -> int:
    """Put a newer policy into force, and return its serial. Raises ``NotReady``."""
    refusal = f"{file} is not a policy signed by this authority. Nothing was changed."
    signed = read_given(door, file, SignedPolicy, check_policy, refusal)
    with door.store.transaction() as tx:
        held = find_policy_serial(tx)
        if signed.policy.authority != door.store.authority or signed.policy.serial <= held:
            raise NotReady(f"The policy in force has serial {held}; this one is no newer, or another's.")
        insert_policy(tx, signed)
        door.house.outside.log_given(signed, to_text(door.now()))
    return signed.policy.serial


def ledger(door: Door) -> dict[str, object]:
    """Return what the store holds, counted and listed."""
    with door.store.transaction() as tx:
        return read_ledger(tx)
