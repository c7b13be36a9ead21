"""Consent asked a second time, at the moment of sending: what the family no longer agrees to is never sent."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.agreement import agreement_of
from app.domain.sharing import DESK, NotAgreed, agreed_recipient, agreed_version
from app.storage import audit, outbox, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow


def may_still_go(tx: Transaction, row: OutboxRow, today: date) -> bool:
    """Say whether an envelope may leave today. Safe keeping and notices of opening do not hang on a grant."""
    if row.kind is not OutboxKind.RELEASED:
        return True
    record = records.get(tx, row.record, row.version)
    header = records.agreeing_to(tx, record.statement.root) if record is not None else None
    sharing = records.get(tx, header.record, header.version) if header is not None else None
    if record is None or sharing is None:
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
