"""The truth about where a record is: on this laptop only, waiting, received, opened; never a hopeful guess."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.ids import EnvelopeId, EpisodeId
from app.domain.record import RecordKind
from app.storage import hand_ins, openings, outbox, records, withdrawals
from app.storage.database import Transaction
from app.storage.hand_ins import HandIn
from app.storage.openings import Opening
from app.storage.outbox import Counts, OutboxKind, OutboxRow, OutboxState
from app.storage.records import RecordHeader
from app.storage.withdrawals import Withdrawn
from protocol.problems import Problem


@dataclass(frozen=True)
class Whereabouts:
    """What is known of one finished assessment: its envelopes, who opened it, and what the desk has from a stick."""

    version: int
    finished_at: datetime
    envelopes: tuple[OutboxRow, ...]
    openings: tuple[Opening, ...]
    handed: Mapping[EnvelopeId, HandIn] = field(default_factory=dict)
    taken_back: Withdrawn | None = None

    @property
    def released(self) -> OutboxRow | None:
        """The newest envelope to the desk, if the family released one."""
        rows = [row for row in self.envelopes if row.kind is OutboxKind.RELEASED and row.version == self.version]
        return rows[-1] if rows else None

    @property
    def is_erased(self) -> bool:
        """Whether what the family released was erased for ever at the authority, and so at the desk too."""
        row = self.released
        return row is not None and (row.state, row.last_trouble) == (OutboxState.VOIDED, outbox.ERASED)

    @property
    def handed_in(self) -> HandIn | None:
        """The desk's word that it has this version from a stick, if it gave one."""
        row = self.released
        return self.handed.get(row.envelope) if row is not None else None

    @property
    def all_received(self) -> bool:
        """Whether every envelope of this version has a receipt that was checked."""
        rows = [row for row in self.envelopes if row.version == self.version]
        return bool(rows) and all(row.state is OutboxState.RECEIVED for row in rows)


def whereabouts(tx: Transaction, episode: EpisodeId) -> Whereabouts | None:
    """Return where the episode's newest finished assessment is, or ``None`` when none is finished."""
    return whereabouts_of(tx, [episode]).get(episode)


def whereabouts_of(tx: Transaction, episodes: Collection[EpisodeId]) -> dict[EpisodeId, Whereabouts]:
    """Return where the newest finished assessment of each episode is, for those that have one; for lists."""
    newest = records.newest_of_each(tx, episodes, RecordKind.ASSESSMENT)
    wanted = [header.record for header in newest]
    rows, opened = outbox.of_records(tx, wanted), openings.of_records(tx, wanted)
    handed = hand_ins.of_envelopes(tx, [row.envelope for row in rows])
    return {
        header.episode: Whereabouts(
            header.version,
            header.finished_at,
            tuple(row for row in rows if row.record == header.record and row.kind is not OutboxKind.OPENED),
            tuple(one for one in opened if one.record == header.record),
            handed,
            withdrawals.of_record(tx, header.record, header.version),
        )
        for header in newest
    }


def where_one_is(tx: Transaction, header: RecordHeader) -> Whereabouts | None:
    """Return where one finished record is, or ``None`` while nothing of it was sealed to go anywhere."""
    rows = [row for row in outbox.of_record(tx, header.record) if row.kind is not OutboxKind.OPENED]
    opened = tuple(one for one in openings.of_records(tx, [header.record]))
    handed = hand_ins.of_envelopes(tx, [row.envelope for row in rows])
    gone = withdrawals.of_record(tx, header.record, header.version)
    return Whereabouts(header.version, header.finished_at, tuple(rows), opened, handed, gone) if rows else None


def send_again(tx: Transaction, episode: EpisodeId) -> bool:
    """Have what was set aside of the newest assessment wait again; say whether there was any."""
    newest = records.newest_of_each(tx, [episode], RecordKind.ASSESSMENT)
    return bool(newest) and outbox.try_again(tx, newest[0].record)


def is_noticed_as_copy(tx: Transaction) -> bool:
    """Say whether the endpoint has seen a number of this laptop on two envelopes: one of two places is a copy."""
    return outbox.any_refused(tx, Problem.DEVICE_SEQ_DIFFERENT.code)


def ledger(tx: Transaction) -> Counts:
    """Return how many envelopes of this laptop wait, are received, or are set aside."""
    return outbox.counts(tx)
