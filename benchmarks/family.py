"""An invented practitioner's laptop with invented families on it, made the same way each time; nobody in it is real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import cast

from app.clock import SystemClock
from app.domain.answers import Answer, row_path
from app.domain.ids import EpisodeId, RowId
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind
from app.operations.families import draft_of, register_child
from app.operations.keeping import Unsaved, keep
from app.operations.starting import agree_to_start
from app.operations.workplace import Joined, NewDevice, Workplace, keep_enrolment, load_workplace, new_device
from app.paths import resources
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import Vault, create_vault
from app.sync.client import EndpointClient
from app.sync.enrol import enrol_device
from authority.office import Office
from protocol.messages import Enrolled, Enrolment, SignedInvitation

SEED = 20_260_302
PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 - it opens nothing but these vaults
NOWHERE = "http://127.0.0.1:9"
"""An address at which nothing ever answers: no signal."""
ANSWERS = 250
_TOPICS = ("d1.", "d2.", "d3.")
"""Where the topics' items stand, none of which has to be answered."""
_WORDS = ("Mason", "likes", "his", "nan", "and", "the", "big", "slide", "but", "he", "worries", "at", "night", "now")
_AGREED: dict[str, Answer] = {
    "c1.giver": "Carly Reid",
    "c1.capacity": "parent",
    "c1.do": "yes",
    "c1.record_ecaf": "yes",
    "c1.how": "spoken",
    "c1.witness": "Jo Whitfield",
}


@dataclass(frozen=True)
class _Letter:
    """A letter from the authority, answered over a table and not over a network."""

    office: Office
    invitation: SignedInvitation
    device_id: str

    def enrol(self, _enrolment: Enrolment) -> Enrolled:
        """Answer as an endpoint would."""
        return Enrolled(self.invitation, self.office.directory())


@dataclass(frozen=True)
class Laptop:
    """An enrolled practitioner's open vault; ``home`` is the folder the program is started with."""

    home: Path
    vault: Vault
    workplace: Workplace

    def add_family(self, given: str, answers: dict[str, Answer]) -> EpisodeId:
        """Register a child whose family agreed to start, with the answers of the assessment."""
        workplace, at = self.workplace, self.workplace.clock.now()
        with self.vault.transaction() as tx:
            started = register_child(tx, workplace)
            first_gate = draft_of(tx, workplace, started.episode, RecordKind.START)
            named = {**answers, "id.given": given, "id.family": "Reid"}
            keep(tx, Unsaved(answers={started.draft: dict(named), first_gate: dict(_AGREED)}), at)
            agree_to_start(tx, workplace, started.episode)
        return started.episode


def new_laptop(folder: Path) -> Laptop:
    """Return a practitioner's laptop with no family on it; its key is derived at the least cost there is."""
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    home = folder / "home"
    vault, clock = create_vault(home / "vaults" / "place", PASSPHRASE, ONLY_FOR_TESTS), SystemClock()
    with vault.transaction() as tx:
        new = new_device(tx, vault)
        keep_enrolment(tx, vault, new, _join(office, new), clock)
        workplace = load_workplace(tx, vault, FormLibrary(resources() / "forms"), clock)
    if workplace is None:
        raise LookupError("the laptop was not enrolled")
    return Laptop(home, vault, workplace)


def _join(office: Office, new: NewDevice) -> Joined:
    code, invitation = office.invite(
        name="Jo Whitfield", job="learning mentor", agency="Larkrise Primary School", role="practitioner"
    )
    letter = cast("EndpointClient", _Letter(office, invitation, new.device))
    said = enrol_device(letter, code, new.secrets.signing, new.secrets.recipient)
    return Joined(NOWHERE, said.worker, said.certificate, said.directory, said.welcome.desk)


def answers_for(form: FormDefinition, count: int = ANSWERS) -> dict[str, Answer]:
    """Return ``count`` answers over all of a form's pages, one row in each repeating group, always the same ones."""
    random = Random(SEED)  # noqa: S311 - the same family each time, not a secret
    answers: dict[str, Answer] = {}
    for item in form:
        if form.rows_around(item.link_id) is None:
            answers.update(_rows(item, random) if item.is_rows else {item.link_id: _answer(item, random)})
    spare = [link_id for link_id in answers if link_id.startswith(_TOPICS)]
    for link_id in random.sample(spare, max(len(answers) - count, 0)):
        del answers[link_id]
    return answers


def rows_for(group: Item, count: int) -> dict[str, Answer]:
    """Return the answers of ``count`` filled rows of a repeating group, always the same ones."""
    return dict(_rows(group, Random(SEED), count))  # noqa: S311 - the same rows each time, not a secret


def _rows(group: Item, random: Random, count: int = 1) -> Iterator[tuple[str, Answer]]:
    rows = tuple(RowId(f"{number:08x}") for number in range(1, count + 1))
    yield group.link_id, rows
    for row in rows:
        for item in group.items:
            yield row_path(group.link_id, row, item.link_id), _answer(item, random)


def _answer(item: Item, random: Random) -> Answer:
    match item.kind:
        case ItemKind.BOOLEAN:
            return random.random() < 0.5  # noqa: PLR2004 - a tick or none
        case ItemKind.INTEGER:
            return item.minimum or 0
        case ItemKind.DATE:
            return f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        case ItemKind.CHOICE | ItemKind.OPEN_CHOICE if item.options:
            code = random.choice(item.options).code
            return (code,) if item.repeats else code
        case ItemKind.TEXT:
            return sentence(random, 60)
        case _:
            return sentence(random, 3)


def sentence(random: Random, words: int) -> str:
    """Return so many words."""
    return " ".join(random.choice(_WORDS) for _ in range(words))
