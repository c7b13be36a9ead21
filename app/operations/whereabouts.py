"""The truth about where a record is: on this laptop only, waiting, received, opened; never a hopeful guess."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import openings, outbox, records
from app.storage.database import Transaction
from app.storage.openings import Opening
from app.storage.outbox import Counts, OutboxKind, OutboxRow, OutboxState
from protocol.problems import Problem


@dataclass(frozen=True)
class Whereabouts:
    """What is known of one finished assessment: its envelopes, and who opened it."""

    version: int
    finished_at: datetime
    envelopes: tuple[OutboxRow, ...]
    openings: tuple[Opening, ...]

    @property
    def released(self) -> OutboxRow | None:
        """The newest envelope to the desk, if the family released one."""
        rows = [row for row in self.envelopes if row.kind is OutboxKind.RELEASED and row.version == self.version]
        return rows[-1] if rows else None

    @property
    def all_received(self) -> bool:
        """Whether every envelope of this version has a receipt that was checked."""
        rows = [row for row in self.envelopes if row.version == self.version]
        return bool(rows) and all(row.state is OutboxState.RECEIVED for row in rows)


def whereabouts(tx: Transaction, episode: EpisodeId) -> Whereabouts | None:
    """Return where the episode's newest finished assessment is, or ``None`` when none is finished."""
    headers = [header for header in records.of_episode(tx, episode) if header.kind is RecordKind.ASSESSMENT]
    if not headers:
        return None
    newest = headers[-1]
    rows = tuple(row for row in outbox.of_record(tx, newest.record) if row.kind is not OutboxKind.OPENED)
    return Whereabouts(newest.version, newest.finished_at, rows, tuple(openings.of_record(tx, newest.record)))


def is_noticed_as_copy(tx: Transaction) -> bool:
    """Say whether the endpoint has seen a number of this laptop on two envelopes: one of two places is a copy."""
    return outbox.any_refused(tx, Problem.DEVICE_SEQ_DIFFERENT.code)


def ledger(tx: Transaction) -> Counts:
    """Return how many envelopes of this laptop wait, are received, or are set aside."""
    return outbox.counts(tx)
