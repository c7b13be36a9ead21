"""Days as people say them, whatever language the computer speaks; no time of day is ever guessed."""

from datetime import date

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """Return a day as ``Tuesday 6 October 2026``."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_in_words(written: str) -> str:
    """Return a date as exactly as it was written: a day, ``October 2026`` or ``2026``; anything else as it is."""
    try:
        day = date.fromisoformat((written + "-01-01")[: len("2026-10-06")])
    except ValueError:
        return written
    return {4: written, 7: f"{_MONTHS[day.month - 1]} {day.year}", 10: day_in_words(day)}.get(len(written), written)
