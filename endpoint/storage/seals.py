"""Sealing accesses: many together are marked and bound into the audit by one line; what one says is never changed.

No range of places is sealed but the rows that are seen: one that is committed late waits for the next seal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from endpoint.storage.accesses import Access
from endpoint.storage.chain import LineKind, bind, take_place
from endpoint.storage.database import Transaction
from endpoint.storage.tables import ACCESS_SEALS, ACCESSES
from endpoint.times import to_text

NOT_SEALED = 0


@dataclass(frozen=True)
class Seal:
    """One seal: its place in the chain, when it was set, since when its accesses are, how many, and their hash."""

    seal: int
    at: str
    since: str
    accesses: int
    sha256: str


@dataclass(frozen=True)
class Waiting:
    """How many accesses are not sealed yet, and when the first of them was; empty where there is none."""

    accesses: int
    since: str


def waiting(tx: Transaction) -> Waiting:
    """Return what is not sealed yet."""
    where = (ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == NOT_SEALED)
    count, since = tx.connection.execute(select(func.count(), func.min(ACCESSES.c.at)).where(*where)).one()
    return Waiting(int(count), since or "")


def newest_unsealed(tx: Transaction) -> str:
    """Return when the newest access that is not sealed yet was; empty where there is none."""
    where = (ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == NOT_SEALED)
    return tx.connection.execute(select(func.max(ACCESSES.c.at)).where(*where)).scalar_one() or ""


def seal_oldest(tx: Transaction, at: str) -> Seal | None:
    """Seal what waits of the oldest hour that has any, so that nobody is kept long; None where nothing waits."""
    n, _ = take_place(tx)
    since = waiting(tx).since
    if not since:
        return None
    where = (ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == NOT_SEALED, ACCESSES.c.at < _hour_after(since))
    tx.connection.execute(update(ACCESSES).where(*where).values(seal=n + 1))
    sealed = list_sealed(tx, n + 1)
    seal = Seal(n + 1, at, since, len(sealed), hash_of(sealed))
    tx.connection.execute(insert(ACCESS_SEALS), {"authority": tx.authority, **vars(seal)})
    bind(tx, LineKind.SEAL, vars(seal))
    return seal


def _hour_after(moment: str) -> str:
    return to_text(datetime.fromisoformat(moment).replace(minute=0, second=0) + timedelta(hours=1))


def list_sealed(tx: Transaction, seal: int) -> list[Access]:
    """Return the accesses under a seal."""
    columns = (ACCESSES.c.at, ACCESSES.c.device, ACCESSES.c.action, ACCESSES.c.about, ACCESSES.c.status)
    query = select(*columns).where(ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == seal)
    return [Access(*row) for row in tx.connection.execute(query)]


def hash_of(accesses: Iterable[Access]) -> str:
    """Return the hash of accesses: the same in whichever order a database gives them."""
    digest = hashlib.sha256(b"ecaf/accesses/1\0")
    for line in sorted(json.dumps(list(vars(one).values()), ensure_ascii=False) for one in accesses):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def is_as_sealed(tx: Transaction, seal: dict[str, Any]) -> bool:
    """Say whether the accesses under a seal are those it was set over."""
    sealed = list_sealed(tx, seal["seal"])
    return (len(sealed), hash_of(sealed)) == (seal["accesses"], seal["sha256"])


def count_sealed(tx: Transaction) -> int:
    """Return how many accesses are marked as sealed, by whichever seal."""
    query = select(func.count()).where(ACCESSES.c.authority == tx.authority, ACCESSES.c.seal != NOT_SEALED)
    return int(tx.connection.execute(query).scalar_one())


def erase_sealed(tx: Transaction, seals: Iterable[int]) -> None:
    """Erase all accesses under these seals."""
    for seal in seals:
        tx.connection.execute(delete(ACCESSES).where(ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == seal))


def erase_unsealed(tx: Transaction, before: str, but: Collection[str]) -> int:
    """Erase accesses of before a day that nobody sealed, but those of some devices; return how many."""
    its = (ACCESSES.c.authority == tx.authority, ACCESSES.c.seal == NOT_SEALED, ACCESSES.c.at < before)
    return int(tx.connection.execute(delete(ACCESSES).where(*its, ACCESSES.c.device.not_in(sorted(but)))).rowcount)


def list_seals_of(tx: Transaction, devices: Collection[str]) -> Iterator[int]:
    """Yield the seals under which there is an access of one of these devices."""
    its = (ACCESSES.c.authority == tx.authority, ACCESSES.c.seal != NOT_SEALED, ACCESSES.c.device.in_(sorted(devices)))
    yield from tx.connection.execute(select(ACCESSES.c.seal).where(*its).distinct()).scalars()
