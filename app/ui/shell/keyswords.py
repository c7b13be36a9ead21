"""Saying in plain words who can open a place, and what about its keys is to be seen to."""

from __future__ import annotations

from datetime import datetime

from app.operations.keeping_keys import KeysHeld
from app.ui.keyspage import KeysState
from app.ui.words import counted, short_day

_NO_CODE = "You have no recovery code yet. With one, forgotten words lose nothing: it takes two minutes."
_USED = "Your recovery code was used, so its paper has been open. Please make a new one."
_DUE = "The key of this place is more than a year old. Please change it when you have a quiet minute."


def reminders(held: KeysHeld, now: datetime) -> tuple[str, ...]:
    """Return what is to be seen to, kindly; nothing when all is well."""
    told = (
        _NO_CODE if not held.code_held else _USED if held.code_used else "",
        _DUE if held.is_key_due(now) else "",
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
        key_words=f"This key is in use since {_day(held.key_since)}. A new one each year is enough.",
        reminders=reminders(held, now),
    )


def _code(held: KeysHeld) -> str:
    if not held.code_held:
        return "None was made yet."
    where = {"practitioner": "Kept by you", "office": "In a sealed envelope at your office"}.get(held.code_held, "Kept")
    made = f", made on {_day(held.code_made)}" if held.code_made is not None else ""
    return f"{where}{made}. Only the newest one opens this place."


def _holders(held: KeysHeld, authority: str) -> str:
    if not held.holders:
        return "None: your authority has not named any."
    keys = counted(len(held.holders), "key")
    return f"{authority} has {keys} for this. Two of a key’s three holders can open it together, never one alone."


def _day(at: datetime) -> str:
    return short_day(at.astimezone().date())
