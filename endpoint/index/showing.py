"""What may be shown of an entry, to whom and how long; each rule is one function with its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from endpoint.index.entry import Contact, ContactKind, Entry

ENDS_AT, ENDS_AT_IF_ASKED = 18, 25
ARCHIVED_YEARS, FIRST_YEARS, AFTER_DEATH_YEARS = 6, 1, 1
_LAST_LEAP_DAY = 29


class EntryAge(StrEnum):
    """How far an entry is from its end."""

    LIVE = "live"
    ARCHIVED = "archived"
    CLOSED = "closed"
    OVER = "over"


def years_after(day: date, years: int) -> date:
    """Return the same day so many years on; 29 February becomes 1 March."""
    if (day.month, day.day) == (2, _LAST_LEAP_DAY):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def archive_day(entry: Entry) -> date | None:
    """Return the day an entry is archived: at 18, at 25 for who asked to stay, or a year after a death (C3 2009; C2).

    None where the birth date is not known.
    """
    if entry.died is not None:
        return years_after(entry.died, AFTER_DEATH_YEARS)
    if entry.born is None:
        return None
    return years_after(entry.born, ENDS_AT_IF_ASKED if entry.stays_on else ENDS_AT)


def purge_day(entry: Entry) -> date | None:
    """Return the day an entry is erased: six years after it was archived (C3 2009)."""
    archived = archive_day(entry)
    return years_after(archived, ARCHIVED_YEARS) if archived is not None else None


def age_of(entry: Entry, today: date) -> EntryAge:
    """Return how an entry stands: live, archived for its first year, closed but for review, or over (C3 2009)."""
    archived, purged = archive_day(entry), purge_day(entry)
    if archived is None or purged is None or today < archived:
        return EntryAge.LIVE
    if today >= purged:
        return EntryAge.OVER
    return EntryAge.ARCHIVED if today < years_after(archived, FIRST_YEARS) else EntryAge.CLOSED


def may_open(entry: Entry, today: date, *, is_coordinator: bool) -> bool:
    """Say who may open an entry: anybody a live one, a coordinator one in its first archived year (C3 2009)."""
    stands = age_of(entry, today)
    return stands is EntryAge.LIVE or (stands is EntryAge.ARCHIVED and is_coordinator)


def without_sensitive_names(contact: Contact, *, agreed: bool) -> Contact | None:
    """Return how a contact is kept: a sensitive service only where agreed, and as existing alone (S0 l.188; C4).

    Whoever wants to reach it asks the local team, which brokers. Without a yes there is nothing.
    """
    if contact.kind is not ContactKind.SENSITIVE:
        return contact
    return Contact(ContactKind.SENSITIVE) if agreed else None


def shielded(entry: Entry) -> Entry:
    """Return what is shown of a child at risk of being found: neither where it lives nor whom to ask (C3 2008; C5)."""
    if not entry.is_shielded:
        return entry
    hidden = tuple(replace(caf, holder="", agency="") for caf in entry.cafs)
    return replace(entry, names=entry.names[:1], address="", postcode="", contacts=(), cafs=hidden)
