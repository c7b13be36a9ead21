"""Reading the log of accesses back, for a review or a subject-access request; nothing is written here."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, select

from endpoint.storage.accesses import Access
from endpoint.storage.database import Transaction
from endpoint.storage.index_tables import INDEX_CAFS
from endpoint.storage.tables import ACCESSES, DEVICES


def list_accesses_about(tx: Transaction, about: Collection[str]) -> list[Access]:
    """Return each access about one of these ids, in the order of their times."""
    return _accesses(tx, ACCESSES.c.about.in_(sorted(about)))


def list_accesses_of(tx: Transaction, devices: Collection[str]) -> list[Access]:
    """Return each access that one of these devices had, in the order of their times."""
    return _accesses(tx, ACCESSES.c.device.in_(sorted(devices)))


def _accesses(tx: Transaction, which: ColumnElement[bool]) -> list[Access]:
    table = ACCESSES.c
    query = select(table.at, table.device, table.action, table.about, table.status)
    query = query.where(table.authority == tx.authority, which).order_by(table.at)
    return [Access(*row) for row in tx.connection.execute(query)]


def list_devices_of(tx: Transaction, account: str) -> list[str]:
    """Return the devices of an account."""
    query = select(DEVICES.c.device).where(DEVICES.c.authority == tx.authority, DEVICES.c.account == account)
    return list(tx.connection.execute(query).scalars())


def list_episodes(tx: Transaction, child: str) -> list[str]:
    """Return the episodes noted in the index for a child."""
    query = select(INDEX_CAFS.c.episode).where(INDEX_CAFS.c.authority == tx.authority, INDEX_CAFS.c.child == child)
    return list(tx.connection.execute(query).scalars())
