"""Every form that is none of the program's own steps: begun, read together, finished and printed in one way for all.

What may be done with one stands in its file (``app.forms.uses``), never here; nothing leaves that its file does not
release and the family did not agree to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.agreement import agreement_of, choices_in
from app.domain.answers import Answer
from app.domain.gates import FirstGate
from app.domain.ids import DraftId, EpisodeId, RecordId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import DESK, FAMILY, for_own_file, is_agreed, released, released_agreement
from app.domain.thoughts import on_finishing_form
from app.errors import Trouble
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.uses import FormUse
from app.forms.validation import missing_required
from app.operations.copies import NothingAgreedYet
from app.operations.copying import copied_into, taken_back
from app.operations.finishing import (
    ChangedSinceRead,
    FinalVersion,
    cannot_be_signed,
    in_sentences,
    pages_of,
    same_answers,
    signed_sharing,
)
from app.operations.leaving import Leave, Paper
from app.operations.newer_form import end_draft
from app.operations.posting import post_kept, post_released, post_unkept
from app.operations.starting import NotSaidYet, finished_from, read_out, where_at_first_gate
from app.operations.workplace import Workplace
from app.storage import audit, drafts, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft
from app.storage.records import RecordHeader

_SAVED = Leave(Paper.FORM)


class NotBeforeTheyAgree(Trouble):
    """This form is not begun before the family have agreed to start."""

    def __init__(self) -> None:
        super().__init__(
            "This form waits until they have agreed to start.",
            "Nothing was begun.",
            "Ask them first: the page “Agreement to start” is in the list.",
        )


@dataclass(frozen=True)
class ReadForm:
    """A finished form to be read: ``first`` is the earlier record it is read beside, where its file names one."""

    record: FinishedRecord
    form: FormDefinition
    first: FinishedRecord | None = None


def use_of(form: FormDefinition) -> FormUse:
    """Return what may be done with a form. Raises ``ValueError`` for one of the program's own steps."""
    if form.use is None:
        raise ValueError("this form is a step of its own")
    return form.use


def switched_on(forms: FormLibrary, names: Iterable[str]) -> tuple[FormDefinition, ...]:
    """Return the newest version of each form that policy names and this laptop has, in the order of the policy."""
    newest = {form.name: forms.newest(form.url) for form in forms if form.use is not None}
    return tuple(newest[name] for name in names if name in newest)


def may_begin(form: FormDefinition, gate: FirstGate) -> bool:
    """Say whether a form may be begun, where the family stand at the first gate."""
    return gate is FirstGate.AGREED or not use_of(form).after_first_gate


def begin_form(tx: Transaction, workplace: Workplace, episode: EpisodeId, url: str) -> DraftId:
    """Begin a form, or go on with the one begun; what is copied is brought up to date.

    Raises ``NotBeforeTheyAgree``, and ``FormUnknown`` when no such form is on this laptop.
    """
    form = workplace.forms.newest(url)
    if not may_begin(form, where_at_first_gate(tx, episode)):
        raise NotBeforeTheyAgree
    found = drafts.find(tx, episode, RecordKind.FORM, url)
    if found is None:
        at = workplace.clock.now()
        draft = drafts.start(tx, episode, RecordKind.FORM, form.ref, at, about=url)
        audit.write(tx, Act.DRAFT_STARTED, draft, at)
        _copy_in(tx, workplace, draft, with_rows=True)
        return draft
    _copy_in(tx, workplace, found.draft, with_rows=False)
    return found.draft


def begin_sharing(tx: Transaction, workplace: Workplace, episode: EpisodeId, url: str) -> DraftId:
    """Return the draft of the family's agreement about a form that they sign, begun now when there is none."""
    found = drafts.find(tx, episode, RecordKind.FORM_SHARING, url)
    if found is not None:
        return found.draft
    at, agreement = workplace.clock.now(), workplace.forms.by_name("agreement-to-share")
    draft = drafts.start(tx, episode, RecordKind.FORM_SHARING, agreement.ref, at, about=url)
    audit.write(tx, Act.DRAFT_STARTED, draft, at)
    return draft


def _copy_in(tx: Transaction, workplace: Workplace, draft: DraftId, *, with_rows: bool) -> None:
    found = drafts.get(tx, draft)
    if found is None:
        return
    form, now = workplace.forms.by_ref(found.form.url, found.form.version), drafts.answers(tx, draft)
    wanted = copied_into(tx, workplace, found.episode, form, with_rows=with_rows)
    changes: dict[str, Answer | None] = {path: given for path, given in wanted.items() if now.get(path) != given}
    changes |= taken_back(tx, workplace, found.episode, form, now)
    if changes:
        drafts.keep(tx, draft, changes, None, workplace.clock.now())


def read_form(tx: Transaction, workplace: Workplace, draft: DraftId) -> FinalVersion:
    """Freeze a form as it stands, to be read before it is finished. Raises ``NotSaidYet`` when something is missing."""
    found = drafts.get(tx, draft)
    if found is None:
        raise NotSaidYet("There is nothing to finish yet.", ("Nothing is written down yet.",))
    _copy_in(tx, workplace, draft, with_rows=False)
    form, answers = workplace.forms.by_ref(found.form.url, found.form.version), read_out(tx, workplace, found)
    if missing := missing_required(form, answers):
        raise NotSaidYet("Something is not written down yet.", in_sentences(form, missing), pages_of(form, missing))
    if stops := tuple(one.sentence for one in on_finishing_form(answers, form) if one.stops):
        raise NotSaidYet("Something is not written down yet.", stops)
    if (faulty := cannot_be_signed(form, answers)) is not None:
        raise faulty
    audit.write(tx, Act.VIEWED, draft, workplace.clock.now())
    return FinalVersion(draft, finished_from(tx, workplace, found, agrees_to=""))


def finish_form(tx: Transaction, workplace: Workplace, final: FinalVersion) -> FinishedRecord:
    """Finish a form as it was read, and return it; where the family sign it, under their agreement alone.

    Raises ``NotSaidYet``, ``ChangedSinceRead`` or ``NotToBeKept``; nothing is written then.
    """
    draft, record = _as_read(tx, workplace, final), final.record
    use, episode = _use(workplace, record), record.statement.episode
    if use.print_only:
        raise ValueError("this form is printed, and no record is made of it")
    sharing = _signed(tx, workplace, draft, record) if use.signed_by_family else None
    for finished in (record, *([sharing] if sharing is not None else [])):
        records.add(tx, finished)
        audit.write(tx, Act.FINISHED, finished.statement.record, finished.statement.finished_at)
    if sharing is not None:
        audit.write(tx, Act.SIGNED, sharing.statement.record, sharing.statement.finished_at, record.statement.root)
        post_kept(tx, workplace, (record, sharing))
        choices = choices_in(sharing.answers, record.statement.root)
        if use.to_desk and is_agreed(choices, DESK, workplace.clock.now().date()):
            post_released(tx, workplace, record, sharing)
    elif records.newest(tx, episode, RecordKind.SHARING) is not None:  # they agreed that what is written is kept safe
        post_unkept(tx, workplace, episode)
    end_draft(tx, draft, record.statement.finished_at)
    return record


def _as_read(tx: Transaction, workplace: Workplace, final: FinalVersion) -> Draft:
    draft = drafts.get(tx, final.draft)
    if draft is None or not same_answers(final.record.answers, read_out(tx, workplace, draft)):
        raise ChangedSinceRead
    return draft


def _signed(tx: Transaction, workplace: Workplace, draft: Draft, record: FinishedRecord) -> FinishedRecord:
    kind, root = RecordKind.FORM_SHARING, record.statement.root
    return signed_sharing(tx, workplace, draft.episode, root, kind=kind, about=draft.about)


def _use(workplace: Workplace, record: FinishedRecord) -> FormUse:
    form = record.statement.form
    return use_of(workplace.forms.by_ref(form.url, form.version))


def finished_forms(
    tx: Transaction, workplace: Workplace, episode: EpisodeId
) -> list[tuple[FormDefinition | None, RecordHeader]]:
    """Return the episode’s other finished forms, the newest first; the form is none where it is not on this laptop."""
    found = [header for header in records.of_episode(tx, episode) if header.kind is RecordKind.FORM]
    known = workplace.forms
    return [
        (known.by_ref(one.form.url, one.form.version) if known.has(one.form) else None, one) for one in reversed(found)
    ]


def read_finished(tx: Transaction, workplace: Workplace, record: RecordId, version: int) -> ReadForm:
    """Return a finished form to be read; the look is written into the audit."""
    found = _get(tx, record, version)
    form = workplace.forms.by_ref(found.statement.form.url, found.statement.form.version)
    beside = records.of_form(tx, found.statement.episode, use_of(form).compares_with)
    first = records.get(tx, beside[0].record, beside[0].version) if beside else None
    audit.write(tx, Act.VIEWED, record, workplace.clock.now())
    return ReadForm(found, form, first)


def print_finished(
    tx: Transaction, workplace: Workplace, record: RecordId, version: int, leave: Leave = _SAVED
) -> bytes:
    """Return a finished form as PDF bytes; that it leaves stands in the audit.

    Raises ``NothingAgreedYet`` where the family sign it, and what they agreed is not here.
    """
    from app.documents.form_print import form_print  # what lays out pages is heavy, and most days make none

    found, at = _get(tx, record, version), workplace.clock.now()
    header = records.agreeing_to(tx, found.statement.root)
    sharing = records.get(tx, header.record, header.version) if header is not None else None
    if sharing is None and _use(workplace, found).signed_by_family:
        raise NothingAgreedYet
    audit.write(tx, Act.PRINTED, record, at, leave.code())
    form = workplace.forms.by_ref(found.statement.form.url, found.statement.form.version)
    if sharing is None:
        return form_print(for_own_file(found), form, at)
    agreement, today = agreement_of(sharing), at.date()
    agreed = released_agreement(sharing, agreement, FAMILY, today=today)
    return form_print(released(found, agreement, FAMILY, today=today), form, at, agreed)


def print_unkept(tx: Transaction, workplace: Workplace, final: FinalVersion, leave: Leave = _SAVED) -> bytes:
    """Return a form that is only printed as PDF bytes; it stays as it is until ``let_go`` takes it off."""
    from app.documents.form_print import form_print

    draft, form, at = _as_read(tx, workplace, final), final.record.statement.form, workplace.clock.now()
    if not _use(workplace, final.record).print_only:
        raise ValueError("this form is printed once it is finished")
    audit.write(tx, Act.PRINTED, draft.draft, at, leave.code())
    return form_print(for_own_file(final.record), workplace.forms.by_ref(form.url, form.version), at)


def let_go(tx: Transaction, workplace: Workplace, final: FinalVersion) -> None:
    """Take a form off this laptop that is only printed: from now on it is on paper alone."""
    draft = _as_read(tx, workplace, final)
    if not _use(workplace, final.record).print_only:
        raise ValueError("a record is never let go of")
    audit.write(tx, Act.LET_GO, draft.draft, workplace.clock.now())
    end_draft(tx, draft, workplace.clock.now())


def _get(tx: Transaction, record: RecordId, version: int) -> FinishedRecord:
    found = records.get(tx, record, version)
    if found is None or found.statement.kind is not RecordKind.FORM:
        raise LookupError("no such form")
    return found
