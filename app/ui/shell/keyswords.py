"""Saying in plain words who can open a place, and what about its keys is to be seen to."""

from __future__ import annotations

from datetime import datetime

from app.look.speech import noted, tr
from app.operations.keeping_keys import KeysHeld
from app.ui.counting import counted
from app.ui.days import short_day
from app.ui.keyspage import KeysState

_NO_CODE = noted("You have no recovery code yet. With one, forgotten words lose nothing: it takes two minutes.")
_USED = noted("Your recovery code was used, so its paper has been open. Please make a new one.")
_DUE = noted("The key of this place is more than a year old. Please change it when you have a quiet minute.")


def reminders(held: KeysHeld, now: datetime) -> tuple[str, ...]:
    """Return what is to be seen to, kindly; nothing when all is well."""
    told = (
        tr(_NO_CODE) if not held.code_held else tr(_USED) if held.code_used else "",
        tr(_DUE) if held.is_key_due(now) else "",
    )
    return tuple(words for words in told if words)


def keys_state(held: KeysHeld, label: str, authority: str, now: datetime) -> KeysState:
    """Return the page in words."""
    return KeysState(
        number=held.number,
        label=label,
        code_words=_code(held),
        code_is_there=bool(held.code_held),
        holders_words=_holders(held, authority),
        key_words=tr("This key is in use since {day}. A new one each year is enough.").format(day=_day(held.key_since)),
        reminders=reminders(held, now),
    )


def _code(held: KeysHeld) -> str:
    if not held.code_held:
        return tr("None was made yet.")
    where = {"practitioner": tr("Kept by you"), "office": tr("In a sealed envelope at your office")}.get(
        held.code_held, tr("Kept")
    )
    if held.code_made is None:
        return tr("{where}. Only the newest one opens this place.").format(where=where)
    whole = tr("{where}, made on {day}. Only the newest one opens this place.")
    return whole.format(where=where, day=_day(held.code_made))


def _holders(held: KeysHeld, authority: str) -> str:
    if not held.holders:
        return tr("None: your authority has not named any.")
    keys = counted(len(held.holders), "key")
    return tr(
        "{authority} has {keys} for this. Two of a key’s three holders can open it together, never one alone."
    ).format(authority=authority, keys=keys)


def _day(at: datetime) -> str:
    return short_day(at.astimezone().date())
