"""What the index keeps of a child, and nothing else (content A16): who to ask, never anything about the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from endpoint.index.likeness import Described, Named, plain_number, plain_postcode


class ContactKind(StrEnum):
    """Whom a contact is with."""

    CARER = "carer"
    EDUCATION = "education"
    GP = "gp"
    SERVICE = "service"
    SENSITIVE = "sensitive"
    """Of a sensitive service it is kept that there is one, where the family agreed; neither its name nor anybody's."""


class CafState(StrEnum):
    """How far an assessment is."""

    STARTED = "started"
    DONE = "done"


class Whereabouts(StrEnum):
    """What is known of where a child lives."""

    KNOWN = "known"
    NONE_KNOWN = "none known"
    LEFT_ENGLAND = "left England"


class CameBy(StrEnum):
    """Who made an entry: the authority's own lists, or a notice that an assessment exists."""

    FEED = "feed"
    NOTICE = "notice"


@dataclass(frozen=True)
class Contact:
    """Somebody who can be asked. ``began`` and ``ended`` are ISO dates, empty where not known."""

    kind: ContactKind
    name: str = ""
    contact: str = ""
    began: str = ""
    ended: str = ""
    is_lead: bool = False
    has_information: bool = False
    taking_action: bool = False


@dataclass(frozen=True)
class Caf:
    """That an assessment exists and who holds it; ``holder`` and ``agency`` are empty where it is to be brokered."""

    episode: str
    state: CafState
    holder: str
    agency: str
    device: str
    since: str


@dataclass(frozen=True)
class Entry:
    """One child's entry. ``names``: the one in use first, then former ones. ``stays_on``: asked to be kept until 25."""

    child: str
    names: tuple[Named, ...]
    born: date | None = None
    died: date | None = None
    gender: str = ""
    number: str = ""
    address: str = ""
    postcode: str = ""
    whereabouts: Whereabouts = Whereabouts.KNOWN
    stays_on: bool = False
    is_shielded: bool = False
    came_by: CameBy = CameBy.FEED
    contacts: tuple[Contact, ...] = ()
    cafs: tuple[Caf, ...] = ()

    @property
    def described(self) -> Described:
        """What may be searched of this child: of one that is shielded, nothing that is hidden."""
        names = self.names[:1] if self.is_shielded else self.names
        postcode = "" if self.is_shielded else plain_postcode(self.postcode)
        return Described(names, self.born, self.gender, plain_number(self.number), postcode)
