"""Who asked for what and what they got; written in the transaction of the access itself, and only ever added to."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import insert

from endpoint.storage.database import Transaction
from endpoint.storage.tables import ACCESSES

_INSERT = insert(ACCESSES)


@dataclass(frozen=True)
class Access:
    """One access, in ids and codes only: when, which device, what it asked for, about what, and the HTTP status."""

    at: str
    device: str
    action: str
    about: str
    status: int


def insert_access(tx: Transaction, access: Access) -> None:
    """Write one access down."""
    tx.connection.execute(_INSERT, {"authority": tx.authority, **asdict(access)})
