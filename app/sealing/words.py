"""Days as people say them, whatever language the computer speaks; no time of day is ever guessed."""

from datetime import date
from typing import NamedTuple


class Calendar(NamedTuple):
    """The days of the week from Monday on, and the months, as a language calls them."""

    days: tuple[str, ...]
    months: tuple[str, ...]


CALENDAR = Calendar(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
)  # fmt: skip


def day_in_words(day: date, calendar: Calendar = CALENDAR) -> str:
    """Return a day as ``Tuesday 6 October 2026``."""
    return f"{calendar.days[day.weekday()]} {day.day} {calendar.months[day.month - 1]} {day.year}"


def date_in_words(written: str, calendar: Calendar = CALENDAR) -> str:
    """Return a date as exactly as it was written: a day, ``October 2026`` or ``2026``; anything else as it is."""
    try:
        day = date.fromisoformat((written + "-01-01")[: len("2026-10-06")])
    except ValueError:
        return written
    month = f"{calendar.months[day.month - 1]} {day.year}"
    return {4: written, 7: month, 10: day_in_words(day, calendar)}.get(len(written), written)
