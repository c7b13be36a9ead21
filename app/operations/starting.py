"""The first gate: recording that the family agree to start, and to electronic recording; no gate opens itself."""

from __future__ import annotations

from app.domain.answers import Answers
from app.domain.beginning import about_beginning
from app.domain.consent import note_for_own_file
from app.domain.gates import FirstGate, first_gate, missing_at_first_gate
from app.domain.ids import EpisodeId, RecordId, new_id
from app.domain.record import FinishedRecord, RecordKind
from app.domain.rules import unexplained
from app.errors import Trouble
from app.operations.asked import asked_only
from app.operations.earlier import note_unchecked
from app.operations.judging import missing_at_start
from app.operations.newer_form import end_draft
from app.operations.remembering import keep_due_of_record
from app.operations.workplace import Workplace
from app.said import one_after_another, said
from app.sealing.records import finish
from app.storage import audit, drafts, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft


class NotSaidYet(Trouble):
    """Something the family must have said is not there; ``missing`` says each thing in words.

    ``pages`` are where each of them is written, when those are pages of the assessment.
    """

    def __init__(self, what: str, missing: tuple[str, ...], pages: tuple[str, ...] = ()) -> None:
        super().__init__(what, "Everything you wrote is saved.", one_after_another(missing))
        self.missing, self.pages = missing, pages


def where_at_first_gate(tx: Transaction, episode: EpisodeId) -> FirstGate:
    """Say where an episode stands at the first gate: by its finished agreement, never by a draft of one."""
    record = records.newest(tx, episode, RecordKind.START)
    return first_gate(record.answers) if record is not None else FirstGate.NOT_ASKED


def who_agreed(tx: Transaction, episode: EpisodeId) -> str:
    """Return the name of whoever agreed to start, or an empty string."""
    record = records.newest(tx, episode, RecordKind.START)
    return str(record.answers.get("c1.giver", "")) if record is not None else ""


def agree_to_start(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FirstGate:
    """Finish the agreement to start, and say how the family answered.

    It is sealed for safe keeping with the assessment, once the family have agreed to that at the second gate. Raises
    ``NotSaidYet`` when something is missing. A refusal of electronic recording is not kept here: the caller
    offers the way out and then erases (S4 4.18).
    """
    draft = drafts.find(tx, episode, RecordKind.START)
    answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    gate = first_gate(answers)
    if note_for_own_file(gate):
        audit.write(tx, Act.REFUSED, "", workplace.clock.now())
        return gate
    not_explained = _not_explained_in_checklist(tx, workplace, episode)
    missing = (*missing_at_first_gate(answers), *missing_at_start(tx, workplace, episode), *not_explained)
    if missing or draft is None:
        raise NotSaidYet("Something about their agreement is not written down yet.", missing)
    record = finished_from(tx, workplace, draft, agrees_to="")
    records.add(tx, record)
    keep_due_of_record(tx, record, workplace.policy.agreement_review_days)
    audit.write(tx, Act.SIGNED, record.statement.record, record.statement.finished_at)
    end_draft(tx, draft, record.statement.finished_at)
    note_unchecked(tx, workplace, episode)
    return gate


def _not_explained_in_checklist(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[str, ...]:
    """Return what the checklist leaves open about beginning at all, where nobody wrote why (S4 3.5, 6.8; S2 4(iii))."""
    draft = drafts.find(tx, episode, RecordKind.CHECKLIST)
    if draft is None:
        return ()
    form, answers = workplace.forms.by_ref(draft.form.url, draft.form.version), drafts.answers(tx, draft.draft)
    asked = [one for one in unexplained(about_beginning(answers), answers) if one.reason in form]
    where = {form.page_of(one.reason).title: None for one in asked}
    return (
        *(one.sentence for one in asked),
        *(said("Please write why, on the page “{title}”.", title=title) for title in where),
    )


def finished_from(tx: Transaction, workplace: Workplace, draft: Draft, *, agrees_to: str) -> FinishedRecord:
    """Return a draft's answers frozen and signed: the next version of what it follows, or the first of a new record."""
    record, version, parents = follows(tx, draft)
    return finish(
        read_out(tx, workplace, draft),
        record=record,
        version=version,
        kind=draft.kind,
        episode=draft.episode,
        form=draft.form,
        author=workplace.worker,
        device=workplace.device,
        finished_at=workplace.clock.now(),
        signing_key=workplace.secrets.signing,
        parents=parents,
        agrees_to=agrees_to,
    )


def read_out(tx: Transaction, workplace: Workplace, draft: Draft) -> Answers:
    """Return what a draft says now, as its pages show it."""
    form = workplace.forms.by_ref(draft.form.url, draft.form.version)
    return asked_only(form, drafts.answers(tx, draft.draft))


def follows(tx: Transaction, draft: Draft) -> tuple[RecordId, int, tuple[str, ...]]:
    """Return the record, version and parents' roots a draft will have when it is finished."""
    if draft.base is None:
        return RecordId(new_id()), 1, ()
    record, version = draft.base
    base = records.get(tx, record, version)
    return record, version + 1, (base.statement.root,) if base is not None else ()
