"""Saying what lapses soon: kindly, in good time, and never as if something were stopped already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.look.speech import noted, tr
from app.sealing.words import day_in_words

_WHAT = {
    "check": noted("Your check counts until {day}."),
    "use-policy": noted("Your agreement to the use policy counts until {day}."),
    "information-sharing": noted("Your training in sharing information counts until {day}."),
    "introduction-to-caf": noted("Your introduction to the CAF counts until {day}."),
    "using-caf": noted("Your training in using the CAF counts until {day}."),
    "lead-professional": noted("Your training as a lead professional counts until {day}."),
    "index": noted("Your training in the child index counts until {day}."),
    "system": noted("Your training in this program counts until {day}."),
}
_OTHER = noted("One of your courses counts until {day}.")
_ASK = noted(
    "Please ask your manager now about renewing it, so that it is on record before then. After that day nothing is "
    "sent or fetched for you until it is. What you write stays safe on this laptop."
)
_ASK_FOR_ALL = noted(
    "Please ask your manager now about renewing them, so that they are on record before then. After the first of these "
    "days nothing is sent or fetched for you until it is. What you write stays safe on this laptop."
)


def lapse_words(lapses: Mapping[str, date]) -> str:
    """Return what lapses soon and what to do about it; empty where nothing does."""
    if not lapses:
        return ""
    lines = [tr(_WHAT.get(what, _OTHER)).format(day=day_in_words(day)) for what, day in lapses.items()]
    return " ".join([*lines, tr(_ASK if len(lines) == 1 else _ASK_FOR_ALL)])
