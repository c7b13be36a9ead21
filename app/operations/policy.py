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


class WordingElsewhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the second gate in another language; nobody is offered them before somebody has reviewed them.

    ``reviewed_by`` and ``reviewed_on`` (a full date) are empty while they wait for a translator.
    """

    language: str
    version: str
    words: str
    reviewed_by: str = ""
    reviewed_on: str = ""

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody who speaks the language has put their name to it."""
        return bool(self.reviewed_by.strip() and self.reviewed_on.strip())


class ContactCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody a worker may ask: for advice, as a buddy, as the link to another service."""

    label: str
    words: str
    number: str = ""
    email: str = ""


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agency families are helped by, and whether it has signed the authority's agreement on sharing."""

    name: str
    signed_up: bool


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
    sharing_wording_elsewhere: tuple[WordingElsewhere, ...] = ()
    other_forms: tuple[str, ...] = ()
    """The names of the forms that are offered beside the program's own steps, in this order."""
    contact_cards: tuple[ContactCard, ...] = ()
    agencies: tuple[Agency, ...] = ()
    leaflet: Leaflet | None = None

    @property
    def sharing_wordings(self) -> dict[str, WordingElsewhere]:
        """The words a family may be offered at the second gate, by language: our own first, then what is reviewed."""
        own = WordingElsewhere(self.sharing_wording_language, self.sharing_wording_version, self.sharing_wording)
        reviewed = (each for each in self.sharing_wording_elsewhere if each.is_reviewed)
        return {own.language: own} | {each.language: each for each in reviewed if each.language != own.language}

    @property
    def signed_up(self) -> tuple[str, ...]:
        """The names of the agencies that have signed the agreement on sharing."""
        return tuple(agency.name for agency in self.agencies if agency.signed_up)

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
