"""Days on the screen as people say them, in the language in use; what a record keeps is never in words from here."""

from __future__ import annotations

from datetime import date

from app.look.speech import each_told, noted
from app.sealing import words
from app.sealing.words import Calendar

_DAYS = (
    *(noted("Monday"), noted("Tuesday"), noted("Wednesday"), noted("Thursday"), noted("Friday")),
    *(noted("Saturday"), noted("Sunday")),
)
_MONTHS = (
    *(noted("January"), noted("February"), noted("March"), noted("April"), noted("May"), noted("June")),
    *(noted("July"), noted("August"), noted("September"), noted("October"), noted("November"), noted("December")),
)


def calendar() -> Calendar:
    """Return what the days and months are called in the language in use."""
    return Calendar(tuple(each_told(_DAYS)), tuple(each_told(_MONTHS)))


def day_in_words(day: date) -> str:
    """Return a day as ``Tuesday 6 October 2026``."""
    return words.day_in_words(day, calendar())


def short_day(day: date) -> str:
    """Return a day without its weekday: ``6 October 2026``."""
    return f"{day.day} {calendar().months[day.month - 1]} {day.year}"


def date_in_words(written: str) -> str:
    """Return a date as exactly as it was written: a day, ``October 2026`` or ``2026``; anything else as it is."""
    return words.date_in_words(written, calendar())
