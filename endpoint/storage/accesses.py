"""Who asked for what and what they got; written in the transaction of the access itself, and sealed at another time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text

from endpoint.storage.database import Transaction
from endpoint.storage.written import Written

_INSERT = Written(
    text("""
INSERT INTO accesses (authority, at, device, action, about, status)
VALUES (:authority, :at, :device, :action, :about, :status)
""")
)
_INSERT_ALL = Written(
    text("""
INSERT INTO accesses (authority, at, device, action, about, status)
SELECT :authority, at, device, action, about, status FROM unnest(
  CAST(:at AS text[]), CAST(:device AS text[]), CAST(:action AS text[]), CAST(:about AS text[]),
  CAST(:status AS bigint[])
) AS one (at, device, action, about, status)
""")
)
"""Many in one journey, on PostgreSQL."""


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
    _INSERT.run_each(tx, [vars(access)])


def insert_accesses(tx: Transaction, accesses: Sequence[Access]) -> None:
    """Write accesses down, in their order."""
    if tx.is_postgresql and len(accesses) > 1:
        rows = [vars(access) for access in accesses]
        _INSERT_ALL.run_each(tx, [{name: [row[name] for row in rows] for name in rows[0]}])
    else:
        _INSERT.run_each(tx, [vars(access) for access in accesses])
