"""Who asked for what and what they got; written in the transaction of the access itself, and only ever added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert

from endpoint.storage.database import Transaction
from endpoint.storage.tables import ACCESSES
from endpoint.storage.written import Written

_INSERT = Written(insert(ACCESSES))


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
    _INSERT.run(tx, vars(access))


def insert_accesses(tx: Transaction, accesses: Sequence[Access]) -> None:
    """Write accesses down, in their order."""
    _INSERT.run_each(tx, [vars(access) for access in accesses])
