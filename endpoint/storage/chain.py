"""The chain over what must not be changed unseen: looks, reviews and account changes, each bound to the one before.

Of accesses there are too many: many together are bound by one seal.

Nobody can change, drop or slip in a line without every later link being another. Who holds the database could write the
whole chain anew; a head that was noted elsewhere shows that. Where its front was erased by the rule, a line says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Table, func, insert, select

from endpoint.storage.database import Transaction, take_turn
from endpoint.storage.index_tables import INDEX_LOOKS, INDEX_REVIEWS
from endpoint.storage.tables import ACCESS_SEALS, ACCOUNT_CHANGES, AUDIT_CHAIN, AUDIT_CUTS

_AT_ONCE = 500
FIRST = ""
"""What stands in the place of the link before the first line."""


class LineKind(StrEnum):
    """Of which log a line is."""

    LOOK = "look"
    REVIEW = "review"
    ACCOUNT = "account"
    SEAL = "seal"
    CUT = "cut"


TABLES: dict[LineKind, tuple[Table, tuple[str, ...]]] = {
    LineKind.LOOK: (INDEX_LOOKS, ("look",)),
    LineKind.REVIEW: (INDEX_REVIEWS, ("look",)),
    LineKind.ACCOUNT: (ACCOUNT_CHANGES, ("account", "n")),
    LineKind.SEAL: (ACCESS_SEALS, ("seal",)),
    LineKind.CUT: (AUDIT_CUTS, ("cut",)),
}
"""Where the lines of each log stand, and what tells one from another there."""

BY_PLACE = frozenset({LineKind.SEAL, LineKind.CUT})
"""Lines that are told from each other by their place in the chain alone."""


@dataclass(frozen=True)
class Linked:
    """One link: its place, which line of which log it binds, and the link itself."""

    n: int
    kind: LineKind
    key: str
    link: str


def link_of(before: str, kind: LineKind, row: Mapping[str, Any]) -> str:
    """Return the link of a line: a hash over the link before and all that the line says."""
    line = json.dumps(dict(row), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"ecaf/audit/1\0{before}\0{kind}\0{line}".encode()).hexdigest()


def bind(tx: Transaction, kind: LineKind, row: Mapping[str, Any]) -> None:
    """Bind a line that was just written to the one before it. ``row`` is all of it but the authority."""
    n, before = take_place(tx)
    link = {"n": n + 1, "kind": kind, "key": _key(kind, row), "link": link_of(before, kind, row)}
    tx.connection.execute(insert(AUDIT_CHAIN), {"authority": tx.authority, **link})


def take_place(tx: Transaction) -> tuple[int, str]:
    """Wait for the turn to bind a line, which is held until the transaction ends, and return the head."""
    take_turn(tx.connection, f"{tx.authority} audit")
    return head(tx)


def _key(kind: LineKind, row: Mapping[str, Any]) -> str:
    return " ".join(str(row[name]) for name in TABLES[kind][1])


def head(tx: Transaction) -> tuple[int, str]:
    """Return how many lines are bound, and the last link."""
    chain = AUDIT_CHAIN.c
    query = select(chain.n, chain.link).where(chain.authority == tx.authority).order_by(chain.n.desc()).limit(1)
    row = tx.connection.execute(query).one_or_none()
    return (row.n, row.link) if row is not None else (0, FIRST)


def list_links(tx: Transaction) -> Iterator[Linked]:
    """Yield each link, in its order; few are held in memory at once."""
    chain, after = AUDIT_CHAIN.c, 0
    query = select(chain.n, chain.kind, chain.key, chain.link).where(chain.authority == tx.authority)
    while some := tx.connection.execute(query.where(chain.n > after).order_by(chain.n).limit(_AT_ONCE)).all():
        yield from (Linked(row.n, LineKind(row.kind), row.key, row.link) for row in some)
        after = some[-1].n


def newest_line(tx: Transaction) -> dict[str, Any] | None:
    """Return all that the last line says now; None where there is none."""
    chain = AUDIT_CHAIN.c
    query = select(chain.n, chain.kind, chain.key, chain.link).where(chain.authority == tx.authority)
    row = tx.connection.execute(query.order_by(chain.n.desc()).limit(1)).one_or_none()
    return find_line(tx, Linked(row.n, LineKind(row.kind), row.key, row.link)) if row is not None else None


def find_line(tx: Transaction, linked: Linked) -> dict[str, Any] | None:
    """Return all that a bound line says now; None where it is gone."""
    query = select(*said_columns(TABLES[linked.kind][0])).where(*its_place(tx, linked))
    row = tx.connection.execute(query).mappings().one_or_none()
    return {str(name): value for name, value in row.items()} if row is not None else None


def its_place(tx: Transaction, linked: Linked) -> list[ColumnElement[bool]]:
    """Return what tells a bound line from every other in its log."""
    table, names = TABLES[linked.kind]
    parts = zip((table.c[name] for name in names), linked.key.split(" "), strict=True)
    values = [column == (int(part) if isinstance(column.type, BigInteger) else part) for column, part in parts]
    return [table.c.authority == tx.authority, *values]


def said_columns(table: Table) -> list[Any]:
    """Return what a line of a log says: all but the authority."""
    return [column for column in table.c if column.name != "authority"]


def count_lines(tx: Transaction) -> int:
    """Return how many lines there are in the logs, bound or not."""
    counts = (select(func.count()).where(table.c.authority == tx.authority) for table, _ in TABLES.values())
    return sum(int(tx.connection.execute(one).scalar_one()) for one in counts)
