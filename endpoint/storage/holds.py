"""Who and what has something open with it, so that no line about it is erased yet; nothing is written here."""

from __future__ import annotations

from sqlalchemy import select

from endpoint.accounts import AccountState
from endpoint.storage.accounts import list_accounts
from endpoint.storage.database import Transaction
from endpoint.storage.index_tables import INDEX_CAFS, INDEX_CHILDREN, INDEX_HELD
from endpoint.storage.tables import DEVICES


def list_shielded(tx: Transaction) -> set[str]:
    """Return the children who are shielded."""
    child = INDEX_CHILDREN.c
    query = select(child.child).where(child.authority == tx.authority, child.is_shielded == 1)
    return set(tx.connection.execute(query).scalars())


def list_of_unsettled_pairs(tx: Transaction) -> set[str]:
    """Return the children of pairs of assessments that nobody has settled."""
    held, caf = INDEX_HELD.c, INDEX_CAFS.c
    both = (caf.authority == tx.authority, (caf.episode == held.episode) | (caf.episode == held.other))
    query = select(caf.child).where(held.authority == tx.authority, held.how == "", *both)
    return set(tx.connection.execute(query).scalars())


def list_suspended(tx: Transaction) -> set[str]:
    """Return the accounts that are suspended: something about them is being looked into."""
    return {one.account for one in list_accounts(tx) if one.state is AccountState.SUSPENDED}


def list_their_devices(tx: Transaction, accounts: set[str]) -> set[str]:
    """Return the devices of accounts."""
    device = DEVICES.c
    query = select(device.device).where(device.authority == tx.authority, device.account.in_(sorted(accounts)))
    return set(tx.connection.execute(query).scalars())
