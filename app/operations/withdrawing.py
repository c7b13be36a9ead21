"""Taking back what was released: at once on this laptop, and before anything else on its way; nothing is deleted."""

from __future__ import annotations

from app.domain.ids import EpisodeId
from app.domain.sharing import DESK
from app.errors import Trouble
from app.operations.posting import post_withdrawal
from app.operations.whereabouts import whereabouts
from app.operations.workplace import Workplace
from app.said import said
from app.sealing.wire import moment_out
from app.storage import audit, outbox, sealed, withdrawals
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from app.storage.withdrawals import Withdrawn
from protocol.messages import Withdrawal, WithdrawalWhy


class NothingToTakeBack(Trouble):
    """Nothing of this record was released, or all of it was taken back."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to take back.", said("Nothing of it is with the {desk}.", desk=said(DESK.name.lower()))
        )


def take_back(tx: Transaction, workplace: Workplace, episode: EpisodeId, why: WithdrawalWhy) -> None:
    """Take back the newest assessment of an episode: what has not gone never goes, and the desk is told.

    The desk is told even where nothing seems to have gone: an answer may have been lost on the way.
    """
    found = whereabouts(tx, episode)
    released = found.released if found is not None else None
    if released is None or withdrawals.of_record(tx, released.record, released.version) is not None:
        raise NothingToTakeBack
    at, worker = workplace.clock.now(), workplace.worker
    withdrawals.add(tx, Withdrawn(released.record, worker.name, worker.agency, released.version, why.value, at))
    files = [_let_go(tx, row, workplace) for row in outbox.of_record(tx, released.record) if _waits(row)]
    said = Withdrawal(released.record, released.version, workplace.device, why, moment_out(at))
    post_withdrawal(tx, workplace, said)
    audit.write(tx, Act.WITHDRAWN, released.record, at, why.value)
    tx.once_committed(lambda: sealed.erase(workplace.sealed, [file for file in files if file]))


def _waits(row: OutboxRow) -> bool:
    return row.kind in {OutboxKind.RELEASED, OutboxKind.SIGNATURE} and row.state in {
        OutboxState.WAITING,
        OutboxState.SET_ASIDE,
    }


def _let_go(tx: Transaction, row: OutboxRow, workplace: Workplace) -> str:
    audit.write(tx, Act.VOIDED, row.envelope, workplace.clock.now())
    return outbox.void(tx, row.envelope)
