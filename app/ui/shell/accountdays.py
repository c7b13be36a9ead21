"""The days that an administrator types, looked over before anything is asked of the authority."""

from __future__ import annotations

from datetime import date

from app.errors import Trouble
from app.look.speech import noted

_TYPED = noted("What you typed is still on this page.")


class NotWhole(Trouble):
    """Something is still to be typed, or cannot be so; nothing was asked."""

    def __init__(self, what: str) -> None:
        super().__init__(what, _TYPED, noted("Please put it right, and try again."))


def past_day(text: str, today: date) -> str:
    """Return a day as it is sent. Raises ``NotWhole`` for none, and for one that has not come."""
    try:
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise NotWhole(noted("The day is not whole yet.")) from fault
    if day > today:
        raise NotWhole(noted("That day has not come yet."))
    return day.isoformat()


def later_day(until: str, on: str) -> str:
    """Return a last day as it is sent, empty where none was typed. Raises ``NotWhole``."""
    if not until:
        return ""
    try:
        day = date.fromisoformat(until)
    except ValueError as fault:
        raise NotWhole(noted("The last day is not whole yet.")) from fault
    if day.isoformat() < on:
        raise NotWhole(noted("The last day is before the first."))
    return day.isoformat()
