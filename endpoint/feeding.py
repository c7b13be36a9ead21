"""Bringing the authority's own lists into the index: a file of entries, whole or not at all, refused by its line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from endpoint.door import Door
from endpoint.ids import is_id
from endpoint.index.entry import CameBy, Contact, ContactKind, Entry, Whereabouts
from endpoint.index.likeness import Named
from endpoint.index.showing import EntryAge, age_of, without_sensitive_names
from endpoint.office import NotReady
from endpoint.storage.index import purge, put_entries

_AT_ONCE = 500


class FedName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name of a child."""

    given: str
    family: str


class FedContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody to ask. ``agreed``: the family agreed that a sensitive service is shown to exist."""

    kind: ContactKind
    name: str = ""
    contact: str = ""
    began: str = ""
    ended: str = ""
    is_lead: bool = False
    agreed: bool = False


class FedEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a feed: one child, as JSON; dates are ISO dates. Nothing else has a place in it."""

    child: str
    names: tuple[FedName, ...]
    born: str = ""
    died: str = ""
    gender: str = ""
    number: str = ""
    address: str = ""
    postcode: str = ""
    whereabouts: Whereabouts = Whereabouts.KNOWN
    stays_on: bool = False
    is_shielded: bool = False
    contacts: tuple[FedContact, ...] = ()


def feed(door: Door, file: Path) -> int:
    """Take a feed in; return how many entries. Raises ``NotReady``, and then everything is as it was.

    A child that is in the index already gets this line in the place of its entry; the assessments noted for it stay.
    """
    try:
        lines = file.read_bytes().splitlines()
    except OSError as fault:
        raise NotReady(f"{file} could not be read. Nothing was changed.") from fault
    entries = [_read(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if len({entry.child for entry in entries}) < len(entries):
        raise NotReady(f"{file} holds a child twice. Nothing was changed.")
    today = door.now().date()
    with door.store.transaction() as tx:
        for some in _in_lots([one for one in entries if age_of(one, today) is not EntryAge.OVER]):
            put_entries(tx, some)
    return len(entries)


def tidy(door: Door) -> int:
    """Erase the entries whose time is over; return how many."""
    with door.store.transaction() as tx:
        return purge(tx, door.now().date())


def _in_lots(entries: list[Entry]) -> Iterator[list[Entry]]:
    for start in range(0, len(entries), _AT_ONCE):
        yield entries[start : start + _AT_ONCE]


def _read(number: int, line: bytes) -> Entry:
    """Return the entry in one line. Raises ``NotReady`` with the line's number, and nothing of what it says."""
    try:
        fed = msgspec.json.decode(line, type=FedEntry)
        return _entry(fed)
    except msgspec.ValidationError as fault:
        raise NotReady(f"Line {number}: {_without_values(fault)}. Nothing was changed.") from fault
    except msgspec.DecodeError as fault:
        raise NotReady(f"Line {number} is not JSON. Nothing was changed.") from fault
    except ValueError as fault:
        raise NotReady(f"Line {number}: {fault}. Nothing was changed.") from fault


def _without_values(fault: msgspec.ValidationError) -> str:
    """Return what does not fit and where; never the value itself, which may be a child's."""
    where = str(fault).rpartition(" - at ")[2].strip("`$.") if " - at " in str(fault) else ""
    unknown = "unknown field" in str(fault)
    what = "something that has no place in the index" if unknown else "a value of the wrong kind"
    return f"{what}{f' at {where}' if where else ''}"


def _entry(fed: FedEntry) -> Entry:
    if not is_id(fed.child):
        raise ValueError("the child's id is not a UUID in small letters")
    if not fed.names or not any(name.given.strip() or name.family.strip() for name in fed.names[:1]):
        raise ValueError("there is no name")
    contacts = (without_sensitive_names(_contact(one), agreed=one.agreed) for one in fed.contacts)
    return Entry(
        child=fed.child,
        names=tuple(Named(one.given, one.family) for one in fed.names),
        born=_day(fed.born, "birth date"),
        died=_day(fed.died, "date of death"),
        contacts=tuple(one for one in contacts if one is not None),
        came_by=CameBy.FEED,
        **_as_they_are(fed),
    )


def _as_they_are(fed: FedEntry) -> dict[str, Any]:
    names = ("gender", "number", "address", "postcode", "whereabouts", "stays_on", "is_shielded")
    said = {name: getattr(fed, name) for name in names}
    if any(letter < " " for value in said.values() if isinstance(value, str) for letter in value):
        raise ValueError("a text holds what no keyboard types")
    return said


def _contact(fed: FedContact) -> Contact:
    return Contact(fed.kind, fed.name, fed.contact, fed.began, fed.ended, fed.is_lead)


def _day(text: str, what: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"the {what} is not a date such as 2019-03-04") from None
