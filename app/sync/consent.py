"""Consent asked a second time, at the moment of sending: what nobody agreed to or decided any more is never sent."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.agreement import agreement_of
from app.domain.consent import may_go
from app.domain.decision import decided_in, is_overtaken
from app.domain.record import FinishedRecord
from app.domain.sharing import (
    DESK,
    NotAgreed,
    Recipient,
    agreed_recipient,
    agreed_version,
    is_decision,
    names_of,
    recipient_named,
    released_decided,
)
from app.storage import audit, outbox, records, withdrawals
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow


def may_still_go(tx: Transaction, row: OutboxRow, today: date) -> bool:
    """Say whether an envelope may leave today. Safe keeping and notices of opening do not hang on a grant."""
    if row.kind not in {OutboxKind.RELEASED, OutboxKind.SIGNATURE}:
        return True
    if withdrawals.of_record(tx, row.record, row.version) is not None:
        return False
    record = records.get(tx, row.record, row.version)
    if record is None:
        return False
    if row.kind is OutboxKind.SIGNATURE:
        return outbox.may_follow(tx, row.record, row.version) and _is_agreed(tx, record, today)
    return may_go(agreed=_is_agreed(tx, record, today), decided=_is_decided(tx, record, recipient_named(row.recipient)))


def _is_agreed(tx: Transaction, record: FinishedRecord, today: date) -> bool:
    header = records.agreeing_to(tx, record.statement.root)
    sharing = records.get(tx, header.record, header.version) if header is not None else None
    if sharing is None:
        return False
    agreement = agreement_of(sharing)
    try:
        agreed_version(agreement, record.statement)
        agreed_recipient(agreement, DESK, today)
    except NotAgreed:
        return False
    return True


def let_go(tx: Transaction, row: OutboxRow, at: datetime) -> str:
    """Make sure that an envelope is never sent; return the file to erase once this is committed, or nothing."""
    audit.write(tx, Act.VOIDED, row.envelope, at)
    return outbox.void(tx, row.envelope)


def _is_decided(tx: Transaction, decision: FinishedRecord, to: Recipient) -> bool:
    """Say whether a decision without agreement still lets it go: no withdrawal touches it, a later decision does."""
    if not is_decision(decision):
        return False
    statement, decided = decision.statement, decided_in(decision.answers)
    about, since = records.of_root(tx, statement.episode, decided.about), records.later_of_form(tx, decision)
    if about is None or any(is_overtaken(decided, later.answers, names_of(to)) for later in since):
        return False
    try:
        released_decided(decision, about, to)
    except NotAgreed:
        return False
    return True
