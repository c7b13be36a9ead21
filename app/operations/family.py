"""Opening one family's record: what is written so far, what is agreed, what is finished; opening changes nothing
but the audit.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.answers import Answers
from app.domain.earlier import Check, Notice
from app.domain.gates import FirstGate
from app.domain.ids import ChildId, DraftId, EpisodeId
from app.domain.jotting import sorted_mark
from app.domain.record import FinishedRecord, RecordKind
from app.forms.undoing import Step
from app.operations.earlier import check_here, notices_told
from app.operations.families import decide, draft_of, form_for
from app.operations.opendrafts import OpenDraft
from app.operations.otherforms import begin_sharing, use_of
from app.operations.recalling import recalled
from app.operations.starting import where_at_first_gate
from app.operations.workplace import Workplace
from app.operations.worrying import open_worry
from app.storage import audit, children, drafts, episodes, private_notes, quick_notes, reasons, records
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.drafts import Draft
from app.storage.private_notes import PrivateNote
from app.storage.quick_notes import QuickNote


@dataclass(frozen=True)
class OpenForm:
    """A form that is none of the program's own steps, being written; ``sharing`` where the family sign it."""

    draft: OpenDraft
    sharing: OpenDraft | None = None


@dataclass(frozen=True)
class FamilyFile:
    """All that the pages of one episode show. ``assessment`` is ``None`` once it is finished and not being changed.

    ``agreed_before`` is what the family chose about the version before the one being written; empty the first time.
    ``past`` is what the vault's history knows of the steps before.
    """

    child: ChildId
    episode: EpisodeId
    summary: ChildSummary
    gate: FirstGate
    assessment: OpenDraft | None
    checklist: OpenDraft | None
    start: OpenDraft | None
    sharing: OpenDraft | None
    finished: FinishedRecord | None
    notes: tuple[PrivateNote, ...]
    agreed_before: Answers = field(default_factory=dict)
    past: tuple[Step, ...] = ()
    restricted: bool = False
    """Whether the young person decides alone."""
    others: tuple[OpenForm, ...] = ()
    """Every other form that is being written."""
    competence: OpenDraft | None = None
    """How they were judged able to decide alone, where they do."""
    worry: OpenDraft | None = None
    """The record of a worry that nobody has answered yet; it has a page of its own, over all others."""
    agreed_to_start: Answers = field(default_factory=dict)
    """What was said as they agreed to start; empty before that."""
    quick: tuple[QuickNote, ...] = ()
    """What was jotted down with its time, sorted or not."""
    check: Check = Check.NONE_FOUND
    """What is known of other assessments of the child."""
    told: frozenset[Notice] = frozenset()
    """What the local team was told."""

    reasons: dict[int, str] = field(default_factory=dict)
    """Why somebody went on although a rule spoke, by its number: it changes as somebody types, as drafts do."""

    @property
    def drafts(self) -> tuple[OpenDraft, ...]:
        """Every draft that is being written."""
        found = [self.assessment, self.checklist, self.competence, self.start, self.sharing]
        found += [draft for form in self.others for draft in (form.draft, form.sharing)]
        return tuple(draft for draft in found if draft is not None)

    @property
    def is_new_version(self) -> bool:
        """Whether a version that was agreed to is being changed, so that the family must be asked again."""
        return self.assessment is not None and self.finished is not None


def open_family(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FamilyFile:
    """Return one family's record to be worked on; the look is written into the audit."""
    found = episodes.get(tx, episode)
    row = children.get(tx, found.child) if found is not None else None
    if found is None or row is None:
        raise LookupError("no such episode")
    audit.write(tx, Act.VIEWED, episode, workplace.clock.now())
    gate = where_at_first_gate(tx, episode)
    finished = records.newest(tx, episode, RecordKind.ASSESSMENT)
    writing = finished is None or drafts.find(tx, episode, RecordKind.ASSESSMENT) is not None
    file = FamilyFile(
        child=found.child,
        episode=episode,
        summary=row.summary,
        gate=gate,
        assessment=_open(tx, workplace, episode, RecordKind.ASSESSMENT) if writing else None,
        checklist=_open(tx, workplace, episode, RecordKind.CHECKLIST) if finished is None else None,
        start=_open(tx, workplace, episode, RecordKind.START) if gate is not FirstGate.AGREED else None,
        sharing=_open(tx, workplace, episode, RecordKind.SHARING) if writing else None,
        finished=finished,
        notes=tuple(private_notes.list_for(tx, episode)),
        agreed_before=_agreed(tx, episode, RecordKind.SHARING) if writing and finished is not None else {},
        restricted=found.restricted,
        others=_others(tx, workplace, episode),
        competence=_competence(tx, workplace, episode) if found.restricted and writing else None,
        worry=open_worry(tx, workplace, episode),
        agreed_to_start=_agreed(tx, episode, RecordKind.START),
        quick=tuple(quick_notes.list_for(tx, episode)),
        check=check_here(tx, workplace, episode),
        told=notices_told(tx, workplace, episode),
        reasons={one.rule: one.why for one in reasons.of_episode(tx, episode)},
    )
    if file.assessment is not None:
        file.assessment.done |= {sorted_mark(one.note, one.sorted_to) for one in file.quick if one.sorted_to}
    return replace(file, past=recalled(tx, file.drafts, episode))


def _agreed(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> Answers:
    earlier = records.newest(tx, episode, kind)
    return earlier.answers if earlier is not None else {}


def decided(tx: Transaction, workplace: Workplace, file: FamilyFile, *, young_person: bool) -> FamilyFile:
    """Mark who decides, and return the record as it is then. Raises ``TheirsToSay`` as ``decide`` does."""
    decide(tx, workplace, file.episode, young_person=young_person)
    judged = _competence(tx, workplace, file.episode) if young_person and file.assessment is not None else None
    return replace(file, restricted=young_person, competence=judged)


def _competence(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> OpenDraft | None:
    """Return how they are being judged able to decide alone; ``None`` once that is finished."""
    if records.newest(tx, episode, RecordKind.COMPETENCE) is not None:
        return None
    return _open(tx, workplace, episode, RecordKind.COMPETENCE)


def _open(tx: Transaction, workplace: Workplace, episode: EpisodeId, kind: RecordKind) -> OpenDraft:
    return _as_open(tx, workplace, draft_of(tx, workplace, episode, kind), kind)


def _others(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[OpenForm, ...]:
    """Return the other forms being written, the one begun first at the front.

    One whose file was taken away stays as it is in the vault, and is here again once the file is.
    """
    found = [
        one for one in drafts.of_episode(tx, episode) if one.kind is RecordKind.FORM and workplace.forms.has(one.form)
    ]
    return tuple(_other(tx, workplace, one) for one in found)


def _other(tx: Transaction, workplace: Workplace, draft: Draft) -> OpenForm:
    written = _as_open(tx, workplace, draft.draft, draft.kind)
    if not use_of(written.form).signed_by_family:
        return OpenForm(written)
    sharing = begin_sharing(tx, workplace, draft.episode, draft.about)
    return OpenForm(written, _as_open(tx, workplace, sharing, RecordKind.SHARING))


def _as_open(tx: Transaction, workplace: Workplace, draft: DraftId, kind: RecordKind) -> OpenDraft:
    kept = drafts.get(tx, draft)
    form = workplace.forms.by_ref(kept.form.url, kept.form.version) if kept else form_for(workplace.forms, kind)
    return OpenDraft(
        draft=draft,
        form=form,
        answers=drafts.answers(tx, draft),
        done=set(drafts.pages_done(tx, draft)),
        place=drafts.place_of(tx, draft),
        changed_at=kept.changed_at if kept is not None else workplace.clock.now(),
    )
