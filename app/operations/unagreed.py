"""Sharing without agreement: choosing the lines, and sending what a finished decision names; never a line beyond it.

The decision is finished and read like any other form (``app.operations.otherforms``). What goes is looked at as it will
go, out of the very view that is sealed.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.answers import Answer, Answers, is_blank, text_of
from app.domain.decision import decided_in, is_overtaken
from app.domain.ids import EpisodeId, RecordId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import (
    NotAgreed,
    Recipient,
    denied_at_home,
    is_decision,
    lines_to_name,
    named_lines,
    names_of,
    recipient_named,
    released_decided,
)
from app.errors import Trouble
from app.forms.definition import FormDefinition
from app.operations.keeping import Unsaved, keep
from app.operations.otherforms import begin_form
from app.operations.posting import post_decided
from app.operations.workplace import Workplace
from app.sealing.packages import readers_for
from app.storage import audit, drafts, outbox, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState

NAME = "information-sharing-decision"
NOT_SAFE = "Asking them could put somebody at risk."
WHAT, ABOUT, TO = "is.what", "is.about", "is.to"
"""The lines a decision names, the root of the version they stand in, and who is to have them."""


class NothingDecided(Trouble):
    """The decision does not let anything go to them."""

    def __init__(self) -> None:
        super().__init__(
            "This decision does not send anything to them.",
            "Nothing was sent. What you decided is safe on this laptop.",
            "To send something, write another decision that names who and which lines.",
        )


@dataclass(frozen=True)
class Choosing:
    """The version whose lines can be chosen. ``closed`` are lines that others at home are never shown (``linkId``s)."""

    root: str
    form: FormDefinition
    answers: Answers
    closed: frozenset[str]


@dataclass(frozen=True)
class Sending:
    """What one person would be sent. ``goes`` is none where nothing goes; ``row`` where it stands once it was sent.

    ``has_key`` says whether the authority's directory has a key of theirs: without one it goes another way.
    """

    to: Recipient
    goes: Answers | None
    has_key: bool
    row: OutboxRow | None = None


@dataclass(frozen=True)
class Decided:
    """A finished decision, and what it lets go to each whom it names; ``form`` is of the version it is about."""

    decision: FinishedRecord
    sendings: tuple[Sending, ...]
    form: FormDefinition | None


def names_lines(form: FormDefinition) -> bool:
    """Say whether a form is a decision in which lines can be named."""
    return WHAT in form and ABOUT in form


def begin_unasked(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> str:
    """Begin a decision because asking the family is not safe, or go on with the one begun; return its form's address.

    That nobody asked stands in it, and why; both can be changed.
    """
    form = workplace.forms.by_name(NAME)
    draft = begin_form(tx, workplace, episode, form.url)
    if is_blank(drafts.answers(tx, draft).get("is.q4")):
        unasked: dict[str, Answer | None] = {"is.q4": "not asked", "is.q4.why": NOT_SAFE}
        keep(tx, Unsaved(answers={draft: unasked}), workplace.clock.now())
    return form.url


def look_at_lines(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> Choosing | None:
    """Return the finished assessment whose lines can be named, the look written down; ``None`` where there is none."""
    record = records.newest(tx, episode, RecordKind.ASSESSMENT)
    if record is None:
        return None
    audit.write(tx, Act.VIEWED, record.statement.record, workplace.clock.now())
    form = _form_of(workplace, record)
    return Choosing(record.statement.root, form, lines_to_name(record), denied_at_home(record))


def look_at_named(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, answers: Answers
) -> tuple[FormDefinition, Answers] | None:
    """Return the lines that a decision with these answers names, as they would go, the look written down.

    ``None`` where it names none.
    """
    record, what = records.of_root(tx, episode, text_of(answers, ABOUT)), answers.get(WHAT)
    if record is None or not isinstance(what, tuple) or not what:
        return None
    audit.write(tx, Act.VIEWED, record.statement.record, workplace.clock.now())
    return _form_of(workplace, record), named_lines(record, frozenset(what))


def look_at_decided(tx: Transaction, workplace: Workplace, record: RecordId, version: int) -> Decided:
    """Return what a finished decision lets go, to be looked at before it is sent; the look is written down."""
    decision = _decision(tx, record, version)
    about = _about(tx, decision)
    audit.write(tx, Act.VIEWED, record, workplace.clock.now())
    sendings = tuple(_sending(tx, workplace, decision, about, name) for name in _named(decision))
    return Decided(decision, sendings, _form_of(workplace, about) if about is not None else None)


def send_decided(tx: Transaction, workplace: Workplace, record: RecordId, version: int, to: Recipient) -> None:
    """Seal and queue for somebody what a finished decision names, once; the same again changes nothing.

    Raises ``NothingDecided`` when the decision lets nothing go to them.
    """
    decision = _decision(tx, record, version)
    about = _about(tx, decision)
    if about is None or _is_overtaken(tx, decision, to):
        raise NothingDecided
    if _row_to(tx, decision, to) is not None:
        return
    try:
        post_decided(tx, workplace, decision, about, to)
    except (NotAgreed, LookupError):
        raise NothingDecided from None
    audit.write(tx, Act.DECIDED, record, workplace.clock.now())


def _decision(tx: Transaction, record: RecordId, version: int) -> FinishedRecord:
    found = records.get(tx, record, version)
    if found is None or not is_decision(found):
        raise LookupError("no such decision")
    return found


def _about(tx: Transaction, decision: FinishedRecord) -> FinishedRecord | None:
    root = decided_in(decision.answers).about
    return records.of_root(tx, decision.statement.episode, root) if root else None


def _form_of(workplace: Workplace, record: FinishedRecord) -> FormDefinition:
    return workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)


def _named(decision: FinishedRecord) -> tuple[str, ...]:
    given = decision.answers.get(TO)
    return given if isinstance(given, tuple) else ()


def _sending(
    tx: Transaction, workplace: Workplace, decision: FinishedRecord, about: FinishedRecord | None, name: str
) -> Sending:
    to = recipient_named(name)
    open_still = about is not None and not _is_overtaken(tx, decision, to)
    try:
        goes = released_decided(decision, about, to)[1].answers if about is not None and open_still else None
    except NotAgreed:
        goes = None
    has_key = readers_for(workplace.directory.directory, to) is not None
    return Sending(to, goes, has_key, _row_to(tx, decision, to))


def _is_overtaken(tx: Transaction, decision: FinishedRecord, to: Recipient) -> bool:
    """Say whether it was decided since not to share it with them, or less of it."""
    decided, names = decided_in(decision.answers), names_of(to)
    return any(is_overtaken(decided, later.answers, names) for later in records.later_of_form(tx, decision))


def _row_to(tx: Transaction, decision: FinishedRecord, to: Recipient) -> OutboxRow | None:
    sent = (
        row
        for row in outbox.of_record(tx, decision.statement.record)
        if row.kind is OutboxKind.RELEASED and row.recipient == to.name and row.state is not OutboxState.VOIDED
    )
    return next(sent, None)
