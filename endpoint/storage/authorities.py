"""Whose endpoint this is: its directory and policy in force, and the epochs its store went through."""

from __future__ import annotations

from sqlalchemy import Engine, func, insert, select, update

from endpoint.storage.database import Transaction
from endpoint.storage.tables import AUTHORITIES, ENVELOPES, EPOCHS, POLICIES
from protocol.codec import decode, encode
from protocol.messages import SignedDirectory
from protocol.orders import SignedPolicy


def insert_authority(engine: Engine, directory: SignedDirectory, store_epoch: str) -> None:
    """Keep the authority's directory and the epoch of this store."""
    row = {
        "authority": directory.directory.authority,
        "store_epoch": store_epoch,
        "directory": encode(directory),
    }
    with engine.begin() as connection:
        connection.execute(insert(AUTHORITIES).values(row))


def find_authority(engine: Engine, receipt_key: str) -> tuple[SignedDirectory, str] | None:
    """Return the directory and the epoch of the authority whose receipts this key signs; None where there is none.

    Several authorities may share a database; each is served from a folder of its own.
    """
    with engine.begin() as connection:
        rows = connection.execute(select(AUTHORITIES.c.directory, AUTHORITIES.c.store_epoch)).all()
    found = ((decode(row.directory, SignedDirectory), row.store_epoch) for row in rows)
    return next((one for one in found if receipt_key in one[0].directory.receipt_keys), None)


def take_up_newer(engine: Engine, given: SignedDirectory) -> None:
    """Put a directory in the place of an older one of the same authority, where there is one."""
    its = AUTHORITIES.c.authority == given.directory.authority
    with engine.begin() as connection:
        held = connection.execute(select(AUTHORITIES.c.directory).where(its)).scalar_one_or_none()
        if held is not None and decode(held, SignedDirectory).directory.serial < given.directory.serial:
            connection.execute(update(AUTHORITIES).where(its).values(directory=encode(given)))


def find_directory(tx: Transaction) -> SignedDirectory:
    """Return the directory in force."""
    query = select(AUTHORITIES.c.directory).where(AUTHORITIES.c.authority == tx.authority)
    return decode(tx.connection.execute(query).scalar_one(), SignedDirectory)


def replace_directory(tx: Transaction, directory: SignedDirectory) -> None:
    """Put a newer directory into force."""
    its = AUTHORITIES.c.authority == tx.authority
    tx.connection.execute(update(AUTHORITIES).where(its).values(directory=encode(directory)))


def find_policy(tx: Transaction) -> SignedPolicy | None:
    """Return the policy in force, if the authority gave one out."""
    query = select(POLICIES.c.statement).where(POLICIES.c.authority == tx.authority)
    found = tx.connection.execute(query.order_by(POLICIES.c.serial.desc()).limit(1)).scalar_one_or_none()
    return decode(found, SignedPolicy) if found is not None else None


def find_policy_serial(tx: Transaction) -> int:
    """Return the serial of the policy in force; 0 without one."""
    query = select(func.coalesce(func.max(POLICIES.c.serial), 0)).where(POLICIES.c.authority == tx.authority)
    return int(tx.connection.execute(query).scalar_one())


def insert_policy(tx: Transaction, signed: SignedPolicy) -> None:
    """Put a newer policy into force; those before it are kept."""
    row = {"authority": tx.authority, "serial": signed.policy.serial, "statement": encode(signed)}
    tx.connection.execute(insert(POLICIES), row)


def find_epoch(tx: Transaction) -> str:
    """Return the epoch the store is in."""
    query = select(AUTHORITIES.c.store_epoch).where(AUTHORITIES.c.authority == tx.authority)
    return str(tx.connection.execute(query).scalar_one())


def begin_epoch(tx: Transaction, epoch: str, at: str) -> None:
    """End the epoch the store is in at its last place, and begin another."""
    last = select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0)).where(ENVELOPES.c.authority == tx.authority)
    row = {"authority": tx.authority, "epoch": find_epoch(tx), "last_seq": tx.connection.execute(last).scalar_one()}
    tx.connection.execute(insert(EPOCHS), {**row, "ended_at": at})
    its = AUTHORITIES.c.authority == tx.authority
    tx.connection.execute(update(AUTHORITIES).where(its).values(store_epoch=epoch))


def list_ended_epochs(tx: Transaction) -> dict[str, int]:
    """Return the epochs the store went through before this one, each with the last place it gave."""
    query = select(EPOCHS.c.epoch, EPOCHS.c.last_seq).where(EPOCHS.c.authority == tx.authority)
    return {row.epoch: row.last_seq for row in tx.connection.execute(query)}
