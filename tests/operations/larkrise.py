"""Larkrise Primary School and the early help desk: enrolled laptops with real vaults, and Mason's family on one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast

from app.domain.answers import Answer, Answers
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.forms.definition import FormLibrary
from app.operations.families import Started, draft_of, register_child
from app.operations.finishing import final_version, sign_and_finish
from app.operations.keeping import Unsaved, keep
from app.operations.otherforms import begin_form, finish_form, read_form
from app.operations.starting import agree_to_start
from app.operations.workplace import (
    Joined,
    NewDevice,
    Workplace,
    keep_enrolment,
    load_workplace,
    new_device,
)
from app.paths import resources
from app.storage import drafts
from app.storage.database import Transaction
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import Vault, create_vault
from app.sync.client import EndpointClient
from app.sync.enrol import EnrolledDevice, enrol_device
from authority.office import Office
from protocol.messages import Enrolled, Enrolment, SignedInvitation

PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 -- it opens nothing but these tests' vaults
FORMS = FormLibrary(resources() / "forms")
MORNING = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
NOWHERE = "http://127.0.0.1:9"
"""An address at which nothing ever answers: enrolled people with no signal."""

Join = Callable[[NewDevice], Joined]
"""A way to enrol: hands over a device's keys and brings home what the authority said."""

HELD_BACK = "Carly would like someone to show her how to settle three children at once."
TOLD = "Calm and kind with smaller children at playtime."
PRIVATE = "Carly looked close to tears; ask gently next time."
MASON: Answers = {
    "id.given": "Mason",
    "id.family": "Reid",
    "id.dob": "2020-10-09",
    "id.address": "4 Heron Close, Ambleton",
    "as.reason": "Carly asked for help with bedtimes.",
    "d1.behaviour.strengths": TOLD,
    "d1.participation.words": "I like PE and Ben.",
    "d2.guidance.needs": HELD_BACK,
    "co.needs": "Sleep, and getting to school on time.",
    "co.level": "additional, several services",
    "co.next": "TAC needed - I will convene",
    "ac": ("4f1c22ab",),
    "ac/4f1c22ab/ac.action": "Breakfast club from 8:00",
    "ac/4f1c22ab/ac.who": "Larkrise Primary School",
}
AGREED_TO_START: Answers = {
    "c1.giver": "Carly Reid",
    "c1.capacity": "parent",
    "c1.do": "yes",
    "c1.record_ecaf": "yes",
    "c1.how": "spoken",
    "c1.witness": "Jo Whitfield",
}
JUDGED_ABLE: Answers = {
    "cp.meetings": ("0a0b0c01", "0a0b0c02"),
    "cp.meetings/0a0b0c01/cp.meetings.date": "2026-11-02",
    "cp.meetings/0a0b0c02/cp.meetings.date": "2026-11-09",
    "cp.known_by": "Ms Bassi, form tutor",
    "cp.understands": "yes",
    "cp.consequences": "yes",
    "cp.alternatives": "yes",
    "cp.consistent": "yes",
    "cp.complexity": "medium",
    "cp.pressure": "yes",
    "cp.parent_involved": "encouraged but declined",
    "cp.result": "can decide",
}
"""How a young person was judged able to decide alone, at two meetings and with somebody who knows them."""
AGREED_TO_SHARE: Answers = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.desk": "yes",
    "c2.withheld": ("d2.guidance.needs",),
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
    "c2.route": "typed",
    "c2.typed_name": "Carly Reid",
}
NOT_SHARED: Answers = {
    "is.ask": "The school asks what was said about sleep.",
    "is.q1": "yes",
    "is.q2": "no",
    "is.q3": "no",
    "is.q5": "no",
    "is.told": "yes",
    "is.q8": "do not share",
    "is.q8.why": "It is for the family to tell.",
}
"""A decision to share nothing without agreement."""
SHARED_UNAGREED: Answers = {
    "is.ask": "The early help desk asks who can find her. Carly said no.",
    "is.q1": "yes",
    "is.q2": "yes",
    "is.q3": "yes",
    "is.q4": "refused",
    "is.q5": "no",
    "is.q6": "yes",
    "is.q6.grounds": ("reasonable cause",),
    "is.q6.why": "He was left alone for two nights.",
    "is.q7": ("accurate", "minimum", "necessary", "only who needs", "secure", "up to date"),
    "is.q8": "part",
    "is.q8.part": "Only what he needs.",
    "is.q8.why": "He may not be safe at night.",
    "is.to": ("Early help desk",),
    "is.told": "no",
    "is.told.why": "Telling them now could put him in danger.",
}
"""The eight questions about sharing a part with the desk without agreement; which lines is said beside it."""


@dataclass
class Watch:
    """A clock that a test sets."""

    at: datetime = MORNING

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.at

    def elapsed(self) -> float:
        """Return the seconds since the first morning."""
        return (self.at - MORNING).total_seconds()

    def wait(self, **much: float) -> None:
        """Let time pass, as ``timedelta`` takes it."""
        self.at += timedelta(**much)


@dataclass(frozen=True)
class Letter:
    """A letter from the authority in somebody's hand, answered over a table and not over a network."""

    office: Office
    code: str
    invitation: SignedInvitation
    device_id: str

    def enrol(self, _enrolment: Enrolment) -> Enrolled:
        """Answer as an endpoint would."""
        return Enrolled(self.invitation, self.office.directory())


def new_office(folder: Path) -> Office:
    """Return a practice authority."""
    return Office.create(folder, name="Ambleton", code="E06000099", practice=True)


def by_hand(office: Office, role: str) -> Join:
    """Return a way to enrol that takes the very steps of the program, but for the network."""
    name, job = ("Priya Nair", "coordinator") if role == "coordinator" else ("Jo Whitfield", "learning mentor")
    code, invitation = office.invite(name=name, job=job, agency="Ambleton Early Help", role=role)

    def join(new: NewDevice) -> Joined:
        letter = cast(EndpointClient, Letter(office, code, invitation, new.device))
        return joined(NOWHERE, enrol_device(letter, code, new.secrets.signing, new.secrets.recipient))

    return join


def joined(address: str, said: EnrolledDevice) -> Joined:
    """Return what a vault keeps of an enrolment."""
    return Joined(address, said.worker, said.certificate, said.directory, said.welcome.desk)


def enrolled(vault: Vault, join: Join, watch: Watch) -> Workplace:
    """Enrol the owner of a vault."""
    with vault.transaction() as tx:
        new = new_device(tx, vault)
    said = join(new)
    with vault.transaction() as tx:
        keep_enrolment(tx, vault, new, said, watch)
        workplace = load_workplace(tx, vault, FORMS, watch)
    assert workplace is not None
    return workplace


@dataclass
class Laptop:
    """One enrolled person's laptop with its vault open."""

    vault: Vault
    workplace: Workplace
    watch: Watch

    @classmethod
    def new(cls, folder: Path, join: Join) -> Laptop:
        """Return a laptop with an enrolled owner; its vault opens quickly."""
        vault, watch = create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS), Watch()
        return cls(vault, enrolled(vault, join, watch), watch)

    def visit(self) -> Visit:
        """Begin a visit to a family nobody has met."""
        with self.vault.transaction() as tx:
            return Visit(self, register_child(tx, self.workplace))

    def finished_visit(self, sharing: Answers = AGREED_TO_SHARE) -> Visit:
        """Return a visit that went all the way to a signature."""
        visit = self.visit()
        visit.start()
        visit.write(MASON)
        visit.write(sharing, RecordKind.SHARING)
        visit.sign()
        return visit


@dataclass
class Visit:
    """One family's episode on a laptop, worked on through the operations alone."""

    laptop: Laptop
    started: Started
    signed: list[tuple[FinishedRecord, FinishedRecord]] = field(default_factory=list)
    """Each finished assessment with the agreement about it."""

    @property
    def episode(self) -> EpisodeId:
        """The family's episode."""
        return self.started.episode

    def draft(self, tx: Transaction, kind: RecordKind) -> DraftId:
        """Return the draft of a kind, started when there is none."""
        return draft_of(tx, self.laptop.workplace, self.episode, kind)

    def write(self, answers: Answers, kind: RecordKind = RecordKind.ASSESSMENT) -> None:
        """Write answers into a draft as the autosave does."""
        with self.laptop.vault.transaction() as tx:
            keep(tx, Unsaved(answers={self.draft(tx, kind): dict(answers)}), self.laptop.watch.now())

    def clear(self, path: str, kind: RecordKind = RecordKind.ASSESSMENT) -> None:
        """Clear one answer."""
        cleared: dict[str, Answer | None] = {path: None}
        with self.laptop.vault.transaction() as tx:
            keep(tx, Unsaved(answers={self.draft(tx, kind): cleared}), self.laptop.watch.now())

    def written(self, kind: RecordKind = RecordKind.ASSESSMENT) -> Answers:
        """Return what a draft says; nothing where there is none."""
        with self.laptop.vault.transaction() as tx:
            found = drafts.find(tx, self.episode, kind)
            return drafts.answers(tx, found.draft) if found is not None else {}

    def start(self, answers: Answers = AGREED_TO_START) -> None:
        """Take the family's answer at the first gate."""
        self.write(answers, RecordKind.START)
        with self.laptop.vault.transaction() as tx:
            agree_to_start(tx, self.laptop.workplace, self.episode)

    def judge(self, answers: Answers = JUDGED_ABLE) -> None:
        """Write down how they were judged able to decide alone."""
        self.write(answers, RecordKind.COMPETENCE)

    def decide(self, what: tuple[str, ...], **other: Answer) -> FinishedRecord:
        """Decide to share these lines of the finished assessment without agreement; ``other`` are answers by name."""
        with self.laptop.vault.transaction() as tx:
            url = self.laptop.workplace.forms.by_name("information-sharing-decision").url
            draft = begin_form(tx, self.laptop.workplace, self.episode, url)
            named: dict[str, Answer] = {"is.about": self.signed[-1][0].statement.root, "is.what": what}
            changed = {f"is.{name}": given for name, given in other.items()}
            answers: dict[str, Answer | None] = {**SHARED_UNAGREED, **named, **changed}
            keep(tx, Unsaved(answers={draft: answers}), self.laptop.watch.now())
            return finish_form(tx, self.laptop.workplace, read_form(tx, self.laptop.workplace, draft))

    def sign(self) -> None:
        """Read it together and sign, a little later."""
        self.laptop.watch.wait(minutes=5)
        with self.laptop.vault.transaction() as tx:
            final = final_version(tx, self.laptop.workplace, self.episode)
        with self.laptop.vault.transaction() as tx:
            self.signed.append((final.record, sign_and_finish(tx, self.laptop.workplace, final)))


class _PowerLost(Exception):
    """The laptop's power went."""


@contextmanager
def cut_short(vault: Vault) -> Iterator[Transaction]:
    """Yield a transaction in which everything is done, and which is then cut off before it could commit."""
    with suppress(_PowerLost), vault.transaction() as tx:
        yield tx
        raise _PowerLost


def days_later(days: int) -> str:
    """Return the ISO date so many days after the first morning."""
    return (date(2026, 11, 2) + timedelta(days=days)).isoformat()


def everything_in(vault: Vault, *, but: tuple[str, ...] = ()) -> str:
    """Return every value of every table of an open vault as one text, but for some tables; bodies as their bytes."""
    with vault.transaction() as tx:
        tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [tuple(row) for table in tables if table not in but for row in tx.all(f"SELECT * FROM {table}")]  # noqa: S608 -- the names are the schema's own
    return repr(rows)
