"""Ending without an assessment, kindly: the checklist is finished and kept for a while here; nothing of it is sent."""

from __future__ import annotations

from app.domain.checklist import WayOn, way_on
from app.domain.consent import kept_too_long
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.operations.families import draft_of, erase_child
from app.operations.newer_form import end_draft
from app.operations.starting import NotSaidYet, finished_from
from app.operations.workplace import Workplace
from app.operations.worrying import check_no_worry_open, is_worried_about
from app.storage import audit, children, drafts, records
from app.storage.audit import Act
from app.storage.database import Transaction


def end_with_checklist(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> FinishedRecord:
    """Finish the checklist as the episode's ending and return it. The child leaves the list of families worked with.

    Raises ``NotSaidYet`` when the checklist does not say that no assessment is needed, when one has begun, or while a
    question about safety is open.
    """
    check_no_worry_open(tx, episode)
    draft = drafts.find(tx, episode, RecordKind.CHECKLIST)
    answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    if draft is None or way_on(answers) is not WayOn.NOT_NEEDED:
        raise NotSaidYet("This is not an ending yet.", ("What have you decided? Please choose.",), ("pre",))
    if records.newest(tx, episode, RecordKind.START) is not None:
        raise NotSaidYet("The family have already agreed to an assessment.", ("Please go on with it together.",))
    record = finished_from(tx, workplace, draft, agrees_to="")
    records.add(tx, record)
    audit.write(tx, Act.FINISHED, record.statement.record, record.statement.finished_at)
    end_draft(tx, draft, record.statement.finished_at)
    drafts.forget_places(tx, episode)
    return record


def has_ended(tx: Transaction, episode: EpisodeId) -> bool:
    """Say whether a checklist ended this, and nobody has come back to it."""
    return children.has_ended(tx, episode)


def come_back(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> DraftId:
    """Take an ended checklist up again, with all that was written; it becomes the next version of it."""
    ended = records.newest(tx, episode, RecordKind.CHECKLIST)
    if ended is None or drafts.find(tx, episode, RecordKind.CHECKLIST) is not None:
        return draft_of(tx, workplace, episode, RecordKind.CHECKLIST)
    at, statement = workplace.clock.now(), ended.statement
    draft = drafts.start(tx, episode, RecordKind.CHECKLIST, statement.form, at, (statement.record, statement.version))
    drafts.keep(tx, draft, ended.answers, None, at)
    audit.write(tx, Act.DRAFT_STARTED, draft, at)
    return draft


def erase_ended(tx: Transaction, workplace: Workplace, keep_days: int) -> tuple[str, ...]:
    """Erase every child whose checklist ended more than ``keep_days`` days ago: nobody agreed to more than that.

    Returns the sealed files to erase once this is committed; an ended checklist has none of its own.
    """
    now, rows = workplace.clock.now(), children.ended_since(tx)
    ended = [row.child for row in rows if row.ended_at is not None and kept_too_long(row.ended_at, now, keep_days)]
    return tuple(
        file for child in ended if not is_worried_about(tx, child) for file in erase_child(tx, workplace, child)
    )
