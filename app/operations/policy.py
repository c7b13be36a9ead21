"""The authority's own words and numbers as data: contacts, labels, wording; changing them needs no code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from app.domain.ages import Ages
from app.domain.costs import Costly
from app.domain.earlier import Notice
from app.domain.thoughts import LocalRules
from app.errors import Trouble
from app.forms.local import LocalWords
from app.log import LOGGER
from app.paths import resources

DEFAULT, AUTHORITYS = "default.json", "authority.json"
_GIVEN = "that the authority sent"
OLDEST, LONGEST_DAYS = 30, 3660
_ABOUT_LEVELS = "pre.level34"
SHORTEST_IDLE, LONGEST_IDLE = 60, 900
"""Seconds: any shorter and nobody can read a page, any longer and whoever passes by can."""


class SafeguardingContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody to ring when a child may not be safe."""

    label: str
    words: str
    number: str


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands on every letter: who sends it, by post and phone, and the authority's own words for things.

    ``local_team`` is where notices go. What things are called in other languages stands by the code of each: without
    both names a family is offered no letter in it.
    """

    sender: tuple[str, ...]
    phone: str
    local_team: tuple[str, ...]
    assessment: str
    lead: str
    transfer_review_weeks: int
    assessment_elsewhere: dict[str, str] = {}
    lead_elsewhere: dict[str, str] = {}

    def in_language(self, code: str) -> Letters | None:
        """Return the same with what things are called in another language; ``None`` where they have no name in it."""
        names = self.assessment_elsewhere.get(code, "").strip(), self.lead_elsewhere.get(code, "").strip()
        return msgspec.structs.replace(self, assessment=names[0], lead=names[1]) if all(names) else None


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


class LeafletElsewhere(Leaflet, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The leaflet in another language; ``reviewed_by`` and ``reviewed_on`` are empty while a translator is awaited."""

    language: str
    reviewed_by: str = ""
    reviewed_on: str = ""

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody who speaks the language has put their name to it."""
        return bool(self.reviewed_by.strip() and self.reviewed_on.strip())


class AgeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ages an authority works with, in whole years, each included; see ``domain.ages.Ages``."""

    usual: int
    extended: int
    with_disability: int
    before_birth: bool
    usually_able: int
    presumed_able: int
    secondary_school: int
    index_ends: int
    index_ends_if_asked: int


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A level of need as the authority describes it; ``assessed_first`` where its services ask for an assessment."""

    number: int
    name: str
    words: str
    assessed_first: bool = False


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
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
    ages: AgeSettings
    agreement_review_days: int
    levels: tuple[Level, ...]
    led_by_others: tuple[str, ...]
    notices: tuple[Notice, ...]
    labels: dict[str, str]
    sharing_wording_elsewhere: tuple[WordingElsewhere, ...] = ()
    other_forms: tuple[str, ...] = ()
    """The names of the forms that are offered beside the program's own steps, in this order."""
    contact_cards: tuple[ContactCard, ...] = ()
    agencies: tuple[Agency, ...] = ()
    leaflet: Leaflet | None = None
    disagreements: tuple[str, ...] = ()
    """Who is asked, one after the other, where people cannot agree."""
    leaflet_elsewhere: tuple[LeafletElsewhere, ...] = ()
    costly_connection: Costly = Costly.ASK
    tells_of_open_assessments: bool = False
    """Whether the authority is told, by name, that an assessment is open, so as to hear of a second one."""
    guessable_words: tuple[str, ...] = ()
    """Words that whoever knows the authority would try first in a passphrase."""

    @property
    def sharing_wordings(self) -> dict[str, WordingElsewhere]:
        """The words a family may be offered at the second gate, by language: our own first, then what is reviewed."""
        own = WordingElsewhere(self.sharing_wording_language, self.sharing_wording_version, self.sharing_wording)
        reviewed = (each for each in self.sharing_wording_elsewhere if each.is_reviewed)
        return {own.language: own} | {each.language: each for each in reviewed if each.language != own.language}

    @property
    def leaflets(self) -> dict[str, Leaflet]:
        """The leaflet in each language a family may be offered it in: our own first, then what is reviewed."""
        reviewed = {each.language: each for each in self.leaflet_elsewhere if each.is_reviewed}
        own: dict[str, Leaflet] = {} if self.leaflet is None else {self.sharing_wording_language: self.leaflet}
        return own | {code: each for code, each in reviewed.items() if code not in own}

    @property
    def signed_up(self) -> tuple[str, ...]:
        """The names of the agencies that have signed the agreement on sharing."""
        return tuple(agency.name for agency in self.agencies if agency.signed_up)

    @property
    def tried_first(self) -> tuple[str, ...]:
        """The words that count for nothing in a passphrase: those listed, and what stands in letters."""
        names = (agency.name for agency in self.agencies)
        return (*self.guessable_words, *names, *self.letters.sender, self.letters.assessment, self.letters.lead)

    @property
    def lock_after_seconds(self) -> int:
        """The seconds without a touch until the vault locks, never outside what is safe."""
        return min(max(self.idle_lock_seconds, SHORTEST_IDLE), LONGEST_IDLE)

    @property
    def local_words(self) -> LocalWords:
        """What the forms are told in here: the labels, and the levels under the question that asks about them."""
        return LocalWords(self.labels, {_ABOUT_LEVELS: " ".join(map(_described, self.levels))})

    @property
    def local_rules(self) -> LocalRules:
        """What the rules of the practice go by here."""
        return LocalRules(self.years, self.led_by_others, self.notices, self.assessed_first, self.agreement_review_days)

    @property
    def assessed_first(self) -> tuple[int, ...]:
        """The levels whose services ask for an assessment first."""
        return tuple(level.number for level in self.levels if level.assessed_first)

    @property
    def years(self) -> Ages:
        """The ages, as the rules of the practice take them."""
        return Ages(**msgspec.structs.asdict(self.ages))


def _described(level: Level) -> str:
    return f"{level.number} {level.name}: {level.words}"


class PolicyFaulty(Trouble):
    """A policy file cannot be used; ``sentences`` say why. Without an authority's own one the program goes on."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(
            f"The policy file {file} cannot be used: {why}",
            "The settings the program came with stay." if file == AUTHORITYS else "Everything written so far is safe.",
            "Please tell whoever looks after the settings.",
        )


@dataclass(frozen=True)
class PolicyInForce:
    """The policy the program goes by; ``fault`` is one sentence where the authority's own could not be used."""

    policy: Policy
    fault: str = ""


@cache
def own_policy() -> Policy:
    """Return the policy the program came with."""
    return read_policy(resources() / "policy" / DEFAULT)


def policy_in_force(folder: Path) -> PolicyInForce:
    """Return the policy in a folder: ``default.json``, and over it ``authority.json`` where there is one.

    The authority's file holds only what is to be different. Where it is faulty, none of it counts. Raises
    ``PolicyFaulty`` when the default itself is damaged: then there is nothing to go by.
    """
    default, own = folder / DEFAULT, folder / AUTHORITYS
    if not own.exists():
        return PolicyInForce(read_policy(default))
    try:
        return PolicyInForce(_sound(_read(default) | _read(own), AUTHORITYS))
    except PolicyFaulty as faulty:
        said = f"{faulty.what} {faulty.safe}"
        LOGGER.info("%s", said)
        return PolicyInForce(read_policy(default), said)


def policy_given(held: Policy, text: str) -> PolicyInForce:
    """Return the policy of a file that the authority signed and sent, over the settings the program came with.

    It holds what is to be different, or all of it. Where it is faulty, none of it counts: ``held`` stays.
    """
    if not text:
        return PolicyInForce(held)
    try:
        said = msgspec.json.decode(text, type=dict[str, object])
        return PolicyInForce(_sound(_read(resources() / "policy" / DEFAULT) | said, _GIVEN))
    except (PolicyFaulty, msgspec.MsgspecError) as faulty:
        fault = f"The authority's policy cannot be used: {faulty}"
        LOGGER.info("%s", fault)
        return PolicyInForce(held, fault)


def read_policy(path: Path) -> Policy:
    """Return the policy in a file. Raises ``PolicyFaulty`` when the file is not one.

    An idle time outside what is safe stops nobody's work: the nearest safe one is taken, and the log says so.
    """
    return _sound(_read(path), path.name)


def _read(path: Path) -> dict[str, object]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except (OSError, msgspec.MsgspecError) as error:
        raise PolicyFaulty(path.name, f"{_plain(error)}.") from None


def _sound(settings: dict[str, object], name: str) -> Policy:
    try:
        policy = msgspec.convert(settings, type=Policy, strict=True)
    except msgspec.ValidationError as error:
        raise PolicyFaulty(name, f"{_plain(error)}.") from None
    if (slip := next(_slips(policy), "")) != "":
        raise PolicyFaulty(name, slip)
    if policy.lock_after_seconds != policy.idle_lock_seconds:
        words = "the policy says idle_lock_seconds %d; it must be %d to %d, so it locks after %d"
        LOGGER.info(words, policy.idle_lock_seconds, SHORTEST_IDLE, LONGEST_IDLE, policy.lock_after_seconds)
    return policy


def _plain(error: Exception) -> str:
    return (error.strerror or "it cannot be read") if isinstance(error, OSError) else str(error)


def _slips(policy: Policy) -> Iterator[str]:
    """Yield a sentence for everything of the right type that would still do harm."""
    ages, days = policy.ages, (policy.due_soon_days, policy.checklist_kept_days, policy.agreement_review_days)
    if not 0 < ages.usual <= ages.extended <= ages.with_disability <= OLDEST:
        yield f"`ages`: usual, extended and with_disability must go up, to {OLDEST} at most."
    if not 0 < ages.secondary_school <= ages.usually_able <= ages.presumed_able <= ages.usual:
        yield "`ages`: secondary_school, usually_able, presumed_able and usual must go up."
    if not 0 < ages.index_ends <= ages.index_ends_if_asked <= OLDEST:
        yield f"`ages`: index_ends and index_ends_if_asked must go up, to {OLDEST} at most."
    if not all(0 < number <= LONGEST_DAYS for number in days):
        yield f"a number of days must be 1 to {LONGEST_DAYS}."
    if not policy.safeguarding_contacts:
        yield "`safeguarding_contacts`: there must be somebody to ring."
    people = [(contact.label, contact.number) for contact in policy.safeguarding_contacts]
    people.append((policy.key_holders.label, policy.key_holders.number))
    if not all(label.strip() and number.strip() for label, number in people):
        yield "`safeguarding_contacts` and `key_holders`: each needs a label and a number."
    if [level.number for level in policy.levels] != sorted({level.number for level in policy.levels}):
        yield "`levels`: each number once, going up."
    if not policy.sharing_wording.strip():
        yield "`sharing_wording`: a family cannot sign nothing."
    if not all(word.strip() and local.strip() for word, local in policy.labels.items()):
        yield "`labels`: no word may be empty."
