"""Somebody else signs a version that was agreed to already: a record of its own, which touches no earlier one.

A later signature changes no choice: who may see it stays what was agreed first, and that is what its signer is shown.
So it goes to the desk where the version it is under went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.agreement import choices_in
from app.domain.answers import Answer, Answers, text_of
from app.domain.gates import missing_of_signer
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import DESK, is_agreed, told_further
from app.errors import Trouble
from app.forms.definition import FormDefinition
from app.operations.families import TheirsToSay, draft_of
from app.operations.keeping import Unsaved, keep
from app.operations.newer_form import end_draft
from app.operations.posting import post_kept, post_signature
from app.operations.starting import NotSaidYet, finished_from
from app.operations.workplace import Workplace
from app.storage import asked_erasures, audit, drafts, episodes, outbox, records, withdrawals
from app.storage.audit import Act
from app.storage.database import Transaction

SHOWN = "c2.shown"


class NothingSigned(Trouble):
    """There is no agreed version for somebody else to sign."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was agreed to yet, so nobody else can sign it.",
            "Everything you wrote is saved.",
            "Please read it together and sign first.",
        )


@dataclass(frozen=True)
class Signer:
    """Somebody who agreed to a version: as what, by which way, and when it was written down."""

    name: str
    capacity: str
    route: str
    at: datetime


@dataclass(frozen=True)
class ToSign:
    """An agreed version as a later signer is shown it.

    ``answers`` are what they may read of it, and ``left_out`` counts the answers that are not among them.
    """

    record: FinishedRecord
    sharing: FinishedRecord
    form: FormDefinition
    answers: Answers
    left_out: int
    draft: DraftId
    written: dict[str, Answer]
    signers: tuple[Signer, ...]


def read_to_sign(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> ToSign:
    """Return the agreed version with everybody who signed it; the look is written into the audit.

    What could put somebody in danger is left out: the next signer may be a parent who lives elsewhere. Raises
    ``NothingSigned``, and ``TheirsToSay`` where a young person decides alone.
    """
    record, sharing = _agreed(tx, episode)
    audit.write(tx, Act.VIEWED, episode, workplace.clock.now())
    form = workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)
    answers = told_further(record.answers, frozenset(_withheld(sharing.answers)))
    draft = draft_of(tx, workplace, episode, RecordKind.ALSO_AGREED)
    return ToSign(
        record,
        sharing,
        form,
        answers,
        len(record.answers) - len(answers),
        draft,
        dict(drafts.answers(tx, draft)),
        tuple(_signer(one) for one in (sharing, *_later(tx, episode, record.statement.root))),
    )


def also_agree(tx: Transaction, workplace: Workplace, episode: EpisodeId, shown: dict[str, str]) -> FinishedRecord:
    """Write down that somebody else agrees to the version that was agreed to, and return their agreement.

    ``shown`` is what they were shown, by path: the wording, its version and language, and the rest in ``SHOWN``. Raises
    ``NotSaidYet``, ``NothingSigned`` or ``TheirsToSay``; nothing is written then.
    """
    record, sharing = _agreed(tx, episode)
    own = draft_of(tx, workplace, episode, RecordKind.ALSO_AGREED)
    keep(tx, Unsaved(answers={own: dict(shown)}), workplace.clock.now())
    draft = drafts.get(tx, own)
    missing = missing_of_signer(drafts.answers(tx, own))
    if missing or draft is None:
        raise NotSaidYet("Something about their agreement is not written down yet.", missing)
    agreed = finished_from(tx, workplace, draft, agrees_to=record.statement.root)
    statement = agreed.statement
    records.add(tx, agreed)
    audit.write(tx, Act.FINISHED, statement.record, statement.finished_at)
    audit.write(tx, Act.SIGNED, statement.record, statement.finished_at, why=record.statement.root)
    post_kept(tx, workplace, (agreed,))
    if _is_with_desk(tx, record, sharing, statement.finished_at.date()):
        post_signature(tx, workplace, record, sharing, agreed)
    end_draft(tx, draft, statement.finished_at)
    return agreed


def _agreed(tx: Transaction, episode: EpisodeId) -> tuple[FinishedRecord, FinishedRecord]:
    found = episodes.get(tx, episode)
    if found is None or found.restricted:
        raise TheirsToSay
    record, sharing = (records.newest(tx, episode, kind) for kind in (RecordKind.ASSESSMENT, RecordKind.SHARING))
    if record is None or sharing is None or sharing.statement.agrees_to != record.statement.root:
        raise NothingSigned
    return record, sharing


def _is_with_desk(tx: Transaction, record: FinishedRecord, sharing: FinishedRecord, today: date) -> bool:
    """Say whether the desk has this version or is to have it, so that a later signature goes there too."""
    statement = record.statement
    asked = asked_erasures.of_episode(tx, statement.episode)
    is_erased = asked is not None and asked.asked_at >= statement.finished_at
    is_taken_back = withdrawals.of_record(tx, statement.record, statement.version) is not None
    if is_erased or is_taken_back or not outbox.may_follow(tx, statement.record, statement.version):
        return False
    return is_agreed(choices_in(sharing.answers, statement.root), DESK, today)


def _withheld(sharing: Answers) -> tuple[str, ...]:
    held = sharing.get("c2.withheld")
    return held if isinstance(held, tuple) else ()


def _later(tx: Transaction, episode: EpisodeId, root: str) -> list[FinishedRecord]:
    headers = [one for one in records.of_episode(tx, episode) if one.kind is RecordKind.ALSO_AGREED]
    found = (records.get(tx, one.record, one.version) for one in headers)
    return [one for one in found if one is not None and one.statement.agrees_to == root]


def _signer(agreed: FinishedRecord) -> Signer:
    said = agreed.answers
    return Signer(
        text_of(said, "c2.signer"),
        text_of(said, "c2.capacity"),
        text_of(said, "c2.route"),
        agreed.statement.finished_at,
    )
