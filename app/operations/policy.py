"""The authority's own words and numbers as data: contacts, labels, wording; changing them needs no code."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.log import LOGGER

SHORTEST_IDLE, LONGEST_IDLE = 60, 900
"""Seconds: any shorter and nobody can read a page, any longer and whoever passes by can."""


class SafeguardingContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody to ring when a child may not be safe."""

    label: str
    words: str
    number: str


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands on every letter: who sends it, by post and phone, and the authority's own words for things.

    ``local_team`` is where notices go.
    """

    sender: tuple[str, ...]
    phone: str
    local_team: tuple[str, ...]
    assessment: str
    lead: str
    transfer_review_weeks: int


class KeyHolders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to ring when the authority's key holders are asked to open a vault, and when they can be rung."""

    label: str
    words: str
    number: str


class LeafletPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading of the leaflet, and what stands under it."""

    title: str
    words: str


class Leaflet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a family is told on paper about keeping and sharing, in the authority's words."""

    title: str
    version: str
    parts: tuple[LeafletPart, ...]


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
    letters: Letters
    key_holders: KeyHolders
    leaflet: Leaflet | None = None

    @property
    def lock_after_seconds(self) -> int:
        """The seconds without a touch until the vault locks, never outside what is safe."""
        return min(max(self.idle_lock_seconds, SHORTEST_IDLE), LONGEST_IDLE)


def read_policy(path: Path) -> Policy:
    """Return the policy in a file. Raises ``msgspec.ValidationError`` when the file is not one.

    An idle time outside what is safe stops nobody's work: the nearest safe one is taken, and the log says so.
    """
    policy = msgspec.json.decode(path.read_bytes(), type=Policy, strict=True)
    if policy.lock_after_seconds != policy.idle_lock_seconds:
        words = "the policy says idle_lock_seconds %d; it must be %d to %d, so it locks after %d"
        LOGGER.info(words, policy.idle_lock_seconds, SHORTEST_IDLE, LONGEST_IDLE, policy.lock_after_seconds)
    return policy
