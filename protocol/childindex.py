"""Questions to the child index and its answers (``docs/protocol.md`` §8): whom to ask, and nothing of the case."""

from __future__ import annotations

from enum import StrEnum

from protocol.messages import Message
from protocol.notices import Another


class Sought(Message, frozen=True):
    """What is known of a child, and why it is looked for; empty where it is not known, ``born`` an ISO date.

    ``on_behalf`` names the colleague for whom somebody looks, and is empty where it is for oneself.
    """

    given: str
    family: str
    born: str
    gender: str
    number: str
    postcode: str
    reason: str
    on_behalf: str


class Outcome(StrEnum):
    """What came of a search; ``several`` are as like, none is shown, and more details are asked for."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"


class LooksLike(StrEnum):
    """How like the one child shown is to what was asked. Whether it is the same is for a person to say."""

    LIKELY = "likely"
    POSSIBLE = "possible"


class FoundChild(Message, frozen=True):
    """The one child shown: no more than it takes to tell whether it is the one."""

    child: str
    looks_like: LooksLike
    given: str
    family: str
    born: str
    gender: str
    is_shielded: bool


class SearchAnswer(Message, frozen=True):
    """The answer to a search: one record, or none."""

    outcome: Outcome
    child: FoundChild | None


class LookWhy(Message, frozen=True):
    """Why an entry is opened. ``warned``: the warning about a shielded child was read."""

    reason: str
    on_behalf: str
    warned: bool


class IndexName(Message, frozen=True):
    """A name of a child."""

    given: str
    family: str


class IndexContact(Message, frozen=True):
    """Somebody to ask. Of a ``sensitive`` service nothing is said but that there is one: the local team brokers."""

    kind: str
    name: str
    contact: str
    began: str
    ended: str
    is_lead: bool
    has_information: bool
    taking_action: bool


class IndexCaf(Message, frozen=True):
    """That an assessment exists, and who holds it; where that is empty, ask the local team."""

    state: str
    holder: str
    agency: str
    since: str


class IndexEntry(Message, frozen=True):
    """A child's entry as far as whoever asked may see it: the name in use first, then former ones."""

    child: str
    names: tuple[IndexName, ...]
    born: str
    died: str
    gender: str
    number: str
    address: str
    postcode: str
    whereabouts: str
    is_shielded: bool
    contacts: tuple[IndexContact, ...]
    cafs: tuple[IndexCaf, ...]


class CafSays(StrEnum):
    """What is said of an assessment; ``ended`` takes away that it exists."""

    STARTED = "started"
    DONE = "done"
    ENDED = "ended"


class CafNote(Message, frozen=True):
    """That an assessment of this very child exists, as a person confirmed. ``brokered``: by whom is not shown.

    The three flags are of whoever sends it, and stand beside her name where it is shown.
    """

    child: str
    state: CafSays
    brokered: bool
    is_lead: bool
    has_information: bool
    taking_action: bool


class CafNoted(Message, frozen=True):
    """The answer: whether another assessment of this child is open."""

    episode: str
    another: Another


class Override(Message, frozen=True):
    """One opening of a shielded child's entry that nobody has reviewed yet."""

    look: str
    at: str
    who: str
    agency: str
    child: str
    reason: str
    on_behalf: str


class Overrides(Message, frozen=True):
    """Those that wait for a review, the oldest first."""

    overrides: tuple[Override, ...]


class Review(Message, frozen=True):
    """What came of a review, in the coordinator's words."""

    words: str


class HeldCaf(Message, frozen=True):
    """One of two assessments that may be of one child: whose, and who holds it."""

    episode: str
    given: str
    family: str
    born: str
    state: str
    holder: str
    agency: str


class HeldPair(Message, frozen=True):
    """Two open assessments that may be of one child."""

    one: HeldCaf
    other: HeldCaf
    noticed_at: str


class HeldPairs(Message, frozen=True):
    """Those that nobody has settled yet, the oldest first."""

    pairs: tuple[HeldPair, ...]


class SettledHow(StrEnum):
    """What a coordinator found out: ``joined`` with the family's yes, ``different`` children, or ``declined``.

    ``open`` takes that back: the pair is to be settled again.
    """

    JOINED = "joined"
    DIFFERENT = "different"
    DECLINED = "declined"
    OPEN = "open"


class Settled(Message, frozen=True, omit_defaults=True):
    """How a pair was settled; ``family_agreed`` must be so where its authors were brought together.

    ``goes_on`` is which of the two assessments goes on then; empty where both do, and where nobody was joined.
    """

    other: str
    how: SettledHow
    family_agreed: bool
    goes_on: str = ""


class SettledPair(Message, frozen=True):
    """A pair that was settled, how, and which of the two goes on (empty: both)."""

    one: HeldCaf
    other: HeldCaf
    how: SettledHow
    goes_on: str
    settled_at: str


class SettledPairs(Message, frozen=True):
    """Those that were settled, the newest first."""

    pairs: tuple[SettledPair, ...]


class GoesOn(StrEnum):
    """Which of two assessments goes on, as the author of one is told."""

    THIS = "this"
    OTHER = "other"
    BOTH = "both"


class FoundOut(Message, frozen=True):
    """What an author is told of an own episode beside which another was open: how that was settled, and when."""

    episode: str
    how: SettledHow
    goes_on: GoesOn
    settled_at: str


class FoundOuts(Message, frozen=True):
    """Every own episode of whose pairs none is unsettled."""

    found: tuple[FoundOut, ...]
