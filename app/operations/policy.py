"""The authority's own words and numbers as data: contacts, labels, wording; changing them needs no code."""

from __future__ import annotations

from pathlib import Path

import msgspec


class SafeguardingContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody to ring when a child may not be safe."""

    label: str
    words: str
    number: str


class KeyHolders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to ring when the authority's key holders are asked to open a vault, and when they can be rung."""

    label: str
    words: str
    number: str


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an authority may set. ``sharing_wording`` is what a family reads and signs at the second gate."""

    version: str
    idle_lock_seconds: int
    due_soon_days: int
    checklist_kept_days: int
    safeguarding_contacts: tuple[SafeguardingContact, ...]
    sharing_wording: str
    sharing_wording_version: str
    sharing_wording_language: str
    key_holders: KeyHolders


def read_policy(path: Path) -> Policy:
    """Return the policy in a file. Raises ``msgspec.ValidationError`` when the file is not one."""
    return msgspec.json.decode(path.read_bytes(), type=Policy, strict=True)
