"""Letting go of sealed files nobody can need any more: behind the horizon of verified backups, and after thirty days.

What is for safe keeping (``kept``) never goes: beside a damaged database it is the finished work itself. No rule here
asks this laptop's clock: both times are the endpoint's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from app.storage import outbox, sync_state
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from app.sync.fetching import moment_in
from protocol.codec import decode
from protocol.keeping import Standing
from protocol.messages import Receipt, SignedReceipt

KEPT_FOR = timedelta(days=30)
OFTEN_ENOUGH = timedelta(days=1)
LOOKED = "purged at"
LET_GO = (OutboxKind.RELEASED, OutboxKind.SIGNATURE, OutboxKind.OPENED, OutboxKind.WITHDRAWAL)


def may_purge(receipt: Receipt, verified: Mapping[str, int], at: datetime) -> bool:
    """Say whether a backup that was opened and checked holds it, and thirty days have passed since it was received."""
    return receipt.server_seq <= verified.get(receipt.store_epoch, 0) and at - moment_in(receipt.received_at) > KEPT_FOR


def purge(tx: Transaction, standing: Standing) -> tuple[str, ...]:
    """Give up the sealed files that may go, once a day; return them, to be erased once this is committed."""
    at, last = moment_in(standing.at), sync_state.read(tx, LOOKED)
    if last is not None and abs(at - moment_in(last)) < OFTEN_ENOUGH:
        return ()
    sync_state.write(tx, LOOKED, at.isoformat())
    gone = [
        row.envelope
        for row in outbox.receipted(tx, LET_GO)
        if row.file and may_purge(decode(row.receipt.encode(), SignedReceipt).receipt, standing.verified, at)
    ]
    return outbox.purge(tx, gone)
