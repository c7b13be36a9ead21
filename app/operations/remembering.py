"""Keeping what is due where the lists find it, in the transaction of the act that changed it; lists open no record."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.due import DueDate, asked_again_on, bears_on_due_dates, due_dates
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import OTHER_FORMS, FinishedRecord, RecordKind
from app.storage import drafts, due, finding, records
from app.storage.database import Transaction

_REVIEWED_AT = {RecordKind.START: "c1.review_on", RecordKind.SHARING: "c2.review_on"}


def keep_due(tx: Transaction, draft: DraftId, changed: Collection[str]) -> None:
    """Bring what is due up to date with a draft, when one of the paths ``changed`` in it may bear on that."""
    if any(bears_on_due_dates(path) for path in changed):
        keep_due_of_draft(tx, draft)


def keep_due_of_draft(tx: Transaction, draft: DraftId) -> None:
    """Bring what is due up to date with a draft."""
    found = drafts.get(tx, draft)
    if found is not None and found.kind not in OTHER_FORMS:
        due.replace(tx, found.episode, found.kind, due_dates(drafts.answers(tx, draft)), finished=False)


def keep_due_of_record(tx: Transaction, record: FinishedRecord, review_days: int) -> None:
    """Bring what is due up to date with a record that has just been finished; its draft says nothing any more.

    An agreement with no day to be asked about again has one in ``review_days`` days.
    """
    episode, kind = record.statement.episode, record.statement.kind
    due.replace(tx, episode, kind, (), finished=False)
    due.replace(tx, episode, kind, _due_of(record, review_days), finished=True)


def _due_of(record: FinishedRecord, review_days: int) -> tuple[DueDate, ...]:
    found, path = due_dates(record.answers), _REVIEWED_AT.get(record.statement.kind)
    if path is None:
        return found
    agreed_on = record.statement.finished_at.astimezone().date()
    return (*found, *asked_again_on(path, record.answers, agreed_on, review_days))


def catch_up(tx: Transaction, review_days: int) -> None:
    """Read what is due out of the drafts and records that are older than the table for it, and names likewise."""
    finding.catch_up(tx)
    for episode in due.unread(tx):
        _read(tx, episode, review_days)
        due.mark_read(tx, episode)


def _read(tx: Transaction, episode: EpisodeId, review_days: int) -> None:
    for kind in (kind for kind in RecordKind if kind not in OTHER_FORMS):
        draft, record = drafts.find(tx, episode, kind), records.newest(tx, episode, kind)
        if draft is not None:
            keep_due_of_draft(tx, draft.draft)
        if record is not None:
            due.replace(tx, episode, kind, _due_of(record, review_days), finished=True)
