"""The child index's rows; what has been archived never answers a search, and what is over is erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, delete, insert, select, text

from endpoint.index.blocking import keys_for, keys_of
from endpoint.index.entry import Caf, CafState, CameBy, Contact, ContactKind, Entry, Whereabouts
from endpoint.index.likeness import Described, Named, plain_number, plain_postcode
from endpoint.index.showing import archive_day, purge_day
from endpoint.storage.database import Transaction
from endpoint.storage.index_tables import (
    INDEX_CAFS,
    INDEX_CHILDREN,
    INDEX_CONTACTS,
    INDEX_HELD,
    INDEX_KEYS,
    INDEX_NAMES,
)
from endpoint.storage.written import Written

NEVER = "9999-12-31"
_OF_A_CHILD = (INDEX_KEYS, INDEX_CONTACTS, INDEX_NAMES, INDEX_CHILDREN)


def put_entry(tx: Transaction, entry: Entry) -> None:
    """Keep an entry in the place of the child's one before; the assessments that are noted for it stay."""
    put_entries(tx, [entry])


def put_entries(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Do the same for several, in as few journeys as there are tables."""
    _erase_rows(tx, [entry.child for entry in entries])
    rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        own = {"authority": tx.authority, "child": entry.child}
        rows[INDEX_CHILDREN].append({**own, **_child_row(entry)})
        rows[INDEX_NAMES] += [{**own, "place": place, **vars(one)} for place, one in enumerate(entry.names)]
        rows[INDEX_CONTACTS] += [{**own, "place": place, **_contact_row(c)} for place, c in enumerate(entry.contacts)]
        rows[INDEX_KEYS] += [{**own, "key": key} for key in keys_of(entry.described)]
    for table, some in rows.items():
        if some:
            tx.connection.execute(insert(table), some)


def _child_row(entry: Entry) -> dict[str, Any]:
    archived, purged = archive_day(entry), purge_day(entry)
    return {
        "born": _day(entry.born),
        "died": _day(entry.died),
        "gender": entry.gender,
        "number": entry.number,
        "address": entry.address,
        "postcode": entry.postcode,
        "whereabouts": entry.whereabouts,
        "stays_on": int(entry.stays_on),
        "is_shielded": int(entry.is_shielded),
        "came_by": entry.came_by,
        "archive_on": _day(archived) or NEVER,
        "purge_on": _day(purged) or NEVER,
    }


def _contact_row(contact: Contact) -> dict[str, Any]:
    return {name: int(value) if isinstance(value, bool) else value for name, value in vars(contact).items()}


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _read_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def erase_entry(tx: Transaction, child: str) -> None:
    """Erase an entry, and that assessments of the child exist."""
    for caf in list_cafs(tx, [child]):
        erase_caf(tx, caf.episode)
    _erase_rows(tx, [child])


def _erase_rows(tx: Transaction, children: Sequence[str]) -> None:
    for table in _OF_A_CHILD:
        tx.connection.execute(delete(table).where(table.c.authority == tx.authority, table.c.child.in_(children)))


def purge(tx: Transaction, today: date) -> int:
    """Erase the entries whose time is over; return how many."""
    over = select(INDEX_CHILDREN.c.child).where(
        INDEX_CHILDREN.c.authority == tx.authority, INDEX_CHILDREN.c.purge_on <= today.isoformat()
    )
    children = tx.connection.execute(over).scalars().all()
    for child in children:
        erase_entry(tx, child)
    return len(children)


def near(tx: Transaction, asked: Described, today: date) -> Iterator[tuple[str, Described]]:
    """Yield what may be searched of each live child that shares a key with what is asked."""
    by_child: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for some in _in_lots(sorted(keys_for(asked))):
        keys = {f"key{number}": key for number, key in enumerate(some)}
        rows = defaultdict[str, list[tuple[Any, ...]]](list)
        for child, *row in _NEAR.run(tx, {**_NO_KEYS, **keys, "today": today.isoformat()}):
            rows[child].append(tuple(row))
        by_child |= rows
    for child, named in by_child.items():
        yield child, _described(named, asked)


_KEYS_AT_ONCE = 24
_NO_KEYS = {f"key{number}": "" for number in range(_KEYS_AT_ONCE)}
_NEAR = Written(
    text(f"""
SELECT c.child, c.born, c.gender, c.number, c.postcode, c.is_shielded, n.given, n.family
FROM index_children AS c JOIN index_names AS n ON n.authority = c.authority AND n.child = c.child
WHERE c.authority = :authority AND c.archive_on > :today AND c.child IN (
  SELECT k.child FROM index_keys AS k WHERE k.authority = :authority AND k.key IN (
    {", ".join(f":{name}" for name in _NO_KEYS)}))
ORDER BY c.child, n.place
""")  # noqa: S608 - the names of our own parameters
)


def _in_lots(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        yield keys[start : start + _KEYS_AT_ONCE]


def _described(rows: Sequence[tuple[Any, ...]], asked: Described) -> Described:
    """Return what is compared; a number or a postcode is spelled plainly only where one is asked for."""
    born, gender, number, postcode, is_shielded, *_ = rows[0]
    named = rows[:1] if is_shielded else rows
    return Described(
        names=tuple(Named(row[-2], row[-1]) for row in named),
        born=_read_day(born),
        gender=gender,
        number=plain_number(number) if number and asked.number else "",
        postcode=plain_postcode(postcode) if postcode and asked.postcode and not is_shielded else "",
    )


def find_entry(tx: Transaction, child: str) -> Entry | None:
    """Return a child's whole entry, if there is one; what of it may be shown is for ``endpoint.index.showing``."""
    row = tx.connection.execute(_of(tx, INDEX_CHILDREN, child)).one_or_none()
    if row is None:
        return None
    names = tx.connection.execute(_of(tx, INDEX_NAMES, child).order_by(INDEX_NAMES.c.place))
    contacts = tx.connection.execute(_of(tx, INDEX_CONTACTS, child).order_by(INDEX_CONTACTS.c.place))
    return Entry(
        child=child,
        names=tuple(Named(one.given, one.family) for one in names),
        born=_read_day(row.born),
        died=_read_day(row.died),
        gender=row.gender,
        number=row.number,
        address=row.address,
        postcode=row.postcode,
        whereabouts=Whereabouts(row.whereabouts),
        stays_on=bool(row.stays_on),
        is_shielded=bool(row.is_shielded),
        came_by=CameBy(row.came_by),
        contacts=tuple(_contact(one) for one in contacts),
        cafs=tuple(list_cafs(tx, [child])),
    )


def _of(tx: Transaction, table: Table, child: str) -> Any:
    return select(table).where(table.c.authority == tx.authority, table.c.child == child)


def _contact(row: Row[Any]) -> Contact:
    flags = (bool(row.is_lead), bool(row.has_information), bool(row.taking_action))
    return Contact(ContactKind(row.kind), row.name, row.contact, row.began, row.ended, *flags)


def list_cafs(tx: Transaction, children: Sequence[str]) -> list[Caf]:
    """Return which assessments these children are noted to have."""
    where = (INDEX_CAFS.c.authority == tx.authority, INDEX_CAFS.c.child.in_(children))
    return [_caf(row) for row in tx.connection.execute(select(INDEX_CAFS).where(*where).order_by(INDEX_CAFS.c.since))]


def find_caf(tx: Transaction, episode: str) -> tuple[str, Caf] | None:
    """Return an episode's assessment with the child it is noted for, if it is."""
    where = (INDEX_CAFS.c.authority == tx.authority, INDEX_CAFS.c.episode == episode)
    row = tx.connection.execute(select(INDEX_CAFS).where(*where)).one_or_none()
    return (row.child, _caf(row)) if row is not None else None


def _caf(row: Row[Any]) -> Caf:
    return Caf(row.episode, CafState(row.state), row.holder, row.agency, row.device, row.since)


def put_caf(tx: Transaction, child: str, caf: Caf) -> None:
    """Note an assessment of a child, in the place of what was noted of it before."""
    _erase_caf_row(tx, caf.episode)
    tx.connection.execute(insert(INDEX_CAFS), {"authority": tx.authority, "child": child, **vars(caf)})


def erase_caf(tx: Transaction, episode: str) -> None:
    """Erase that an assessment exists, and that another was held beside it."""
    _erase_caf_row(tx, episode)
    held = INDEX_HELD.c
    either = (held.episode == episode) | (held.other == episode)
    tx.connection.execute(delete(INDEX_HELD).where(held.authority == tx.authority, either))


def _erase_caf_row(tx: Transaction, episode: str) -> None:
    where = (INDEX_CAFS.c.authority == tx.authority, INDEX_CAFS.c.episode == episode)
    tx.connection.execute(delete(INDEX_CAFS).where(*where))
