"""Where the front of the audit was erased by its rule: the lines that say so, and the erasing itself, of whole lines.

A cut is a line of the chain like any other. The newest one says at which place the chain goes on, from which link, and
over which lines before it that stayed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select

from endpoint.storage.chain import TABLES, LineKind, Linked, bind, its_place, take_place
from endpoint.storage.database import Transaction
from endpoint.storage.seals import erase_sealed
from endpoint.storage.tables import AUDIT_CHAIN, AUDIT_CUTS

_AT_ONCE = 100
Line = tuple[Linked, dict[str, Any]]
"""A link, and all that its line says."""


@dataclass(frozen=True)
class Cut:
    """One cut: its own place, when, by whom and which rule; what is older than the day ``before`` was erased.

    ``upto`` is the last place of what was erased and ``link`` the link that stood there; ``erased`` how many of each
    kind, as JSON. ``spared`` lines of before that stayed, and ``sha256`` is the hash over them.
    """

    cut: int
    at: str
    by: str
    rule: str
    before: str
    upto: int
    link: str
    erased: str
    spared: int
    sha256: str


_COLUMNS = [column for column in AUDIT_CUTS.c if column.name != "authority"]


def newest_cut(tx: Transaction) -> Cut | None:
    """Return the cut that says where the chain begins; None where nothing was ever erased."""
    query = select(*_COLUMNS).where(AUDIT_CUTS.c.authority == tx.authority).order_by(AUDIT_CUTS.c.cut.desc()).limit(1)
    row = tx.connection.execute(query).one_or_none()
    return Cut(*row) if row is not None else None


def insert_cut(tx: Transaction, said: dict[str, Any]) -> Cut:
    """Write down that the front was erased, as the next line of the chain."""
    n, _ = take_place(tx)
    cut = Cut(cut=n + 1, **said)
    tx.connection.execute(insert(AUDIT_CUTS), {"authority": tx.authority, **vars(cut)})
    bind(tx, LineKind.CUT, vars(cut))
    return cut


def hash_of(lines: Iterable[Line]) -> str:
    """Return the hash over lines of the front that stayed: over their places, their links and all that they say."""
    digest = hashlib.sha256(b"ecaf/audit-spared/1\0")
    for linked, line in lines:
        said = json.dumps([vars(linked), line], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest.update(said.encode() + b"\n")
    return digest.hexdigest()


def erase_lines(tx: Transaction, several: Sequence[Linked]) -> None:
    """Erase lines, each with its link, and a seal with all accesses under it."""
    chain = AUDIT_CHAIN.c
    erase_sealed(tx, [linked.n for linked in several if linked.kind is LineKind.SEAL])
    for kind, (table, _) in TABLES.items():
        for some in _in_lots([linked for linked in several if linked.kind is kind]):
            these = (and_(*its_place(tx, linked)) for linked in some)
            tx.connection.execute(delete(table).where(or_(*these)))
            places = [linked.n for linked in some]
            tx.connection.execute(delete(AUDIT_CHAIN).where(chain.authority == tx.authority, chain.n.in_(places)))


def _in_lots(several: Sequence[Linked]) -> Iterator[Sequence[Linked]]:
    for start in range(0, len(several), _AT_ONCE):
        yield several[start : start + _AT_ONCE]
