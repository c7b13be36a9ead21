"""Finishing: the version that is read together is the version that is signed, and nothing of it can change after.

The final version is frozen before it is shown. Signing writes it, the agreement, both sealed copies and their outbox
rows in one transaction, and refuses when a word was changed since it was read (S4 4.4, 4.11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.agreement import choices_in, to_ask_again
from app.domain.answers import Answers, is_blank, to_json
from app.domain.consent import agreed_twice, copy_withheld, not_understood
from app.domain.gates import missing_at_second_gate
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.rules import heard, unexplained
from app.domain.sharing import DESK, is_agreed
from app.errors import Trouble
from app.forms.definition import FormDefinition
from app.forms.validation import Fault, Missing, faults, missing_at_sign_off
from app.operations.families import draft_of
from app.operations.judging import PAGE as JUDGED
from app.operations.judging import missing_at_signing
from app.operations.newer_form import end_draft
from app.operations.posting import post_kept, post_released, post_unkept
from app.operations.remembering import keep_due_of_draft, keep_due_of_record
from app.operations.starting import NotSaidYet, finished_from, read_out, who_agreed
from app.operations.workplace import Workplace
from app.operations.worrying import check_no_worry_open, worries_before
from app.storage import audit, drafts, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft

_ASK_FIRST = "Agreement is asked for twice: to start, and now to keep it. Please ask first whether they want it at all."


class ChangedSinceRead(Trouble):
    """The assessment was changed after it was read together."""

    def __init__(self) -> None:
        super().__init__(
            "Something was changed after you read this together.",
            "Everything you wrote is saved. Nothing was signed.",
            "Please read it together again, then sign.",
        )


class NotToBeKept(Trouble):
    """The family do not agree to the assessment being kept, so it is not finished and goes nowhere."""

    def __init__(self) -> None:
        super().__init__(
            "They do not agree to it being kept.",
            "Nothing was signed and nothing will be sent.",
            "You can talk about it again, or erase everything about this child.",
        )


@dataclass(frozen=True)
class FinalVersion:
    """An assessment frozen to be read and signed; it is in no table until the family has agreed to it."""

    draft: DraftId
    record: FinishedRecord


def still_missing(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[Missing, ...]:
    """Return what the assessment still lacks before it can be signed; few things are ever needed."""
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    if draft is None:
        return ()
    form = workplace.forms.by_ref(draft.form.url, draft.form.version)
    return missing_at_sign_off(form, read_out(tx, workplace, draft), agreed_by=who_agreed(tx, episode))


def cannot_be_signed(form: FormDefinition, answers: Answers) -> NotSaidYet | None:
    """Return why these answers cannot be frozen as they are (half a date, a text too long), or ``None``."""
    faulty = [fault for fault in faults(form, answers) if fault.link_id in form]
    if not faulty:
        return None
    return NotSaidYet("Something cannot be signed as it is.", in_sentences(form, faulty), pages_of(form, faulty))


def in_sentences(form: FormDefinition, found: Sequence[Missing | Fault]) -> tuple[str, ...]:
    """Return each thing as a kind sentence that also names the question and its page."""
    return tuple(f"{one.sentence} ({form.page_of(one.link_id).title}: {form.item(one.link_id).text})" for one in found)


def pages_of(form: FormDefinition, found: Sequence[Missing | Fault]) -> tuple[str, ...]:
    """Return the page on which each thing is written."""
    return tuple(form.page_of(one.link_id).link_id for one in found)


def final_version(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FinalVersion:
    """Freeze the assessment as it stands, to be read together.

    Raises ``NotSaidYet`` when something is missing, or while a question about safety is open.
    """
    check_no_worry_open(tx, episode)
    if alone := missing_at_signing(tx, workplace, episode):
        raise NotSaidYet("How they were judged able to decide is not written down yet.", alone, (JUDGED,) * len(alone))
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    if draft is None:
        raise NotSaidYet("There is nothing to sign yet.", ("Nothing is written down yet.",))
    form, answers = workplace.forms.by_ref(draft.form.url, draft.form.version), read_out(tx, workplace, draft)
    if missing := still_missing(tx, workplace, episode):
        raise NotSaidYet("Something is not written down yet.", in_sentences(form, missing), pages_of(form, missing))
    if (faulty := cannot_be_signed(form, answers)) is not None:
        raise faulty
    audit.write(tx, Act.VIEWED, draft.draft, workplace.clock.now())
    return FinalVersion(draft.draft, finished_from(tx, workplace, draft, agrees_to=""))


def sign_and_finish(tx: Transaction, workplace: Workplace, final: FinalVersion) -> FinishedRecord:
    """Finish the assessment under the family's agreement, and return the agreement.

    Raises ``NotSaidYet``, ``ChangedSinceRead`` or ``NotToBeKept``; nothing is written then.
    """
    record, episode = final.record, final.record.statement.episode
    check_no_worry_open(tx, episode)
    draft = drafts.get(tx, final.draft)
    if draft is None or not same_answers(record.answers, read_out(tx, workplace, draft)):
        raise ChangedSinceRead
    sharing = signed_sharing(tx, workplace, episode, record.statement.root)
    start = records.newest(tx, episode, RecordKind.START)
    if not agreed_twice(start.answers if start is not None else {}, sharing.answers):
        raise NotSaidYet("They have not agreed to start yet.", (_ASK_FIRST,))
    for finished in (record, sharing):
        records.add(tx, finished)
        keep_due_of_record(tx, finished, workplace.policy.agreement_review_days)
        audit.write(tx, Act.FINISHED, finished.statement.record, finished.statement.finished_at)
    audit.write(tx, Act.SIGNED, sharing.statement.record, sharing.statement.finished_at, why=record.statement.root)
    post_kept(tx, workplace, (record, sharing, *what_came_before(tx, workplace, episode)))
    post_unkept(tx, workplace, episode)
    choices = choices_in(sharing.answers, record.statement.root)
    if is_agreed(choices, DESK, workplace.clock.now().date()):
        post_released(tx, workplace, record, sharing)
    end_draft(tx, draft, record.statement.finished_at)
    return sharing


def signed_sharing(  # noqa: PLR0913 - where, about which version, and about which form
    tx: Transaction,
    workplace: Workplace,
    episode: EpisodeId,
    root: str,
    *,
    kind: RecordKind = RecordKind.SHARING,
    about: str = "",
) -> FinishedRecord:
    """Return the finished agreement to share about the version whose root is given, and end its draft."""
    draft = drafts.find(tx, episode, kind, about)
    answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    if answers.get("c2.store") == "no":
        raise NotToBeKept
    missing = (*missing_at_second_gate(answers), *stops_at_second_gate(_form_of(workplace, draft), answers))
    if missing or draft is None:
        raise NotSaidYet("Something about their agreement is not written down yet.", missing)
    sharing = finished_from(tx, workplace, draft, agrees_to=root)
    end_draft(tx, draft, sharing.statement.finished_at)
    return sharing


def _form_of(workplace: Workplace, draft: Draft | None) -> FormDefinition | None:
    return workplace.forms.by_ref(draft.form.url, draft.form.version) if draft is not None else None


def stops_at_second_gate(form: FormDefinition | None, answers: Answers) -> tuple[str, ...]:
    """Return what speaks against signing: a yes nobody understood, or a copy kept back with no reason."""
    stops = [concern for concern in heard((not_understood(answers),)) if concern.stops]
    asked = unexplained(heard((copy_withheld(answers),)), answers)
    with_a_place = [concern for concern in asked if form is not None and concern.reason in form]
    return tuple(concern.sentence for concern in (*stops, *with_a_place))


def what_came_before(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> list[FinishedRecord]:
    """Return the checklist and how competence was judged, finished now if they were used, and what is finished already.

    That is the agreement to start and answered worries. They are kept with the rest.
    """
    for kind in (RecordKind.CHECKLIST, RecordKind.COMPETENCE):
        _finish_if_used(tx, workplace, episode, kind)
    found = (
        records.newest(tx, episode, kind) for kind in (RecordKind.CHECKLIST, RecordKind.COMPETENCE, RecordKind.START)
    )
    return [*(record for record in found if record is not None), *worries_before(tx, episode)]


def _finish_if_used(tx: Transaction, workplace: Workplace, episode: EpisodeId, kind: RecordKind) -> None:
    draft = drafts.find(tx, episode, kind)
    if draft is None:
        return
    if any(not is_blank(answer) for answer in read_out(tx, workplace, draft).values()):
        records.add(tx, finished_from(tx, workplace, draft, agrees_to=""))
    end_draft(tx, draft, workplace.clock.now())


def same_answers(shown: Answers, written: Answers) -> bool:
    """Say whether what was shown is what is written now; blanks count for nothing."""
    given = {path: to_json(answer) for path, answer in written.items() if not is_blank(answer)}
    return {path: to_json(answer) for path, answer in shown.items()} == given


def change_something(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> DraftId:
    """Open a new version of a finished assessment. The agreement covers the earlier one: the family is asked again."""
    earlier = records.newest(tx, episode, RecordKind.ASSESSMENT)
    if earlier is None or drafts.find(tx, episode, RecordKind.ASSESSMENT) is not None:
        return draft_of(tx, workplace, episode, RecordKind.ASSESSMENT)
    at, statement = workplace.clock.now(), earlier.statement
    draft = drafts.start(tx, episode, RecordKind.ASSESSMENT, statement.form, at, (statement.record, statement.version))
    drafts.keep(tx, draft, earlier.answers, None, at)
    keep_due_of_draft(tx, draft)
    audit.write(tx, Act.DRAFT_STARTED, draft, at)
    _begin_to_ask_again(tx, workplace, episode)
    return draft


def _begin_to_ask_again(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> None:
    """Start the next agreement with the services' names and what narrows sharing; each yes and no is asked anew."""
    earlier = records.newest(tx, episode, RecordKind.SHARING)
    if earlier is None or drafts.find(tx, episode, RecordKind.SHARING) is not None:
        return
    draft = draft_of(tx, workplace, episode, RecordKind.SHARING)
    drafts.keep(tx, draft, to_ask_again(earlier.answers), None, workplace.clock.now())
    keep_due_of_draft(tx, draft)
