"""The ledger an author and a coordinator both read: what was finished, how far it came, and what there is to do.

One function makes it on either laptop, from what that laptop knows for sure; neither ever guesses for the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.ids import EnvelopeId, EpisodeId, RecordId
from app.domain.people import Role
from app.domain.record import RecordKind
from app.operations.desk import under
from app.operations.workplace import Workplace
from app.storage import (
    asked_erasures,
    audit,
    children,
    episodes,
    erased,
    hand_ins,
    inbox,
    later_signatures,
    openings,
    outbox,
    records,
    sync_state,
    withdrawals,
)
from app.storage.asked_erasures import AskedErasure
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.hand_ins import HandIn
from app.storage.inbox import InboxRow
from app.storage.moments import moment
from app.storage.openings import Opening
from app.storage.outbox import OutboxRow, OutboxState
from app.storage.records import RecordHeader
from app.storage.sync_state import CONTACTED


class Stage(StrEnum):
    """How far one released version came, the last that is sure."""

    WAITING = "waiting"
    PUT_ASIDE = "put aside"
    NOT_SENT = "not sent"
    RECEIVED = "received"
    OPENED = "opened"
    TAKEN_BACK = "taken back"
    ERASING = "erasing"
    ERASED = "erased"


_STANDS = frozenset({Stage.WAITING, Stage.RECEIVED, Stage.OPENED})
"""Where a version stands, or is to stand, at the desk: only then is it told who signed it since."""


@dataclass(frozen=True)
class LedgerEntry:
    """One version that a family released. ``child`` is empty where the young person decides alone, or was not sent.

    ``by`` opened it, at ``opened_at``; ``trouble`` is a problem's code where it was put aside. ``signed_later`` counts
    the signatures that were added since and are received, ``signatures_waiting`` those that are not, as far as its
    author's laptop knows.
    """

    child: str
    record: str
    version: int
    is_assessment: bool
    author: str
    finished_at: datetime
    stage: Stage
    by: str = ""
    opened_at: datetime | None = None
    trouble: str = ""
    signed_later: int = 0
    signatures_waiting: int = 0


@dataclass(frozen=True)
class WholeLedger:
    """Every entry, the newest first, and what stands between this laptop and being sure.

    ``gaps`` counts what was put aside here and nobody has, or came here and could not be opened; ``erased`` what came
    and was erased since.
    """

    entries: tuple[LedgerEntry, ...]
    gaps: int
    erased: int
    last_contact: datetime | None

    def counted(self, *stages: Stage) -> int:
        """Return how many stand at these stages."""
        return sum(one.stage in stages for one in self.entries)


def look_at_ledger(tx: Transaction, workplace: Workplace) -> WholeLedger:
    """Return the ledger, the look written into the audit."""
    audit.write(tx, Act.LISTED, "", workplace.clock.now(), "ledger")
    at_desk = workplace.worker.role is Role.COORDINATOR
    entries = [*_sent(tx), *(_came(tx, workplace) if at_desk else ())]
    contact = sync_state.read(tx, CONTACTED)
    return WholeLedger(
        tuple(sorted(entries, key=lambda one: one.finished_at, reverse=True)),
        gaps=sum(one.stage is Stage.PUT_ASIDE for one in entries) + inbox.put_aside(tx),
        erased=erased.from_desk(tx),
        last_contact=moment(contact) if contact is not None else None,
    )


@dataclass(frozen=True)
class _Heard:
    """What is known of everything that was released from here, read at once."""

    opened: Mapping[tuple[RecordId, int], Opening]
    handed: Mapping[EnvelopeId, HandIn]
    asked: Mapping[EpisodeId, AskedErasure]
    later: Mapping[tuple[RecordId, int], Counter[bool]]


def _sent(tx: Transaction) -> Iterator[LedgerEntry]:
    """Yield what was released from here."""
    rows = outbox.releases(tx)
    opened = openings.of_records(tx, list(dict.fromkeys(row.record for row in rows)))
    heard = _Heard(
        {(one.record, one.version): one for one in opened},
        hand_ins.of_envelopes(tx, [row.envelope for row in rows]),
        {one.episode: one for one in asked_erasures.all_asked(tx)},
        _signed_later(tx),
    )
    for row in rows:
        header = records.header(tx, row.record, row.version)
        if header is not None:
            yield _entry(tx, row, header, heard)


def _signed_later(tx: Transaction) -> dict[tuple[RecordId, int], Counter[bool]]:
    """Return of each version how many later signatures are received, and how many wait or are put aside."""
    rows = [row for row in outbox.later_signatures(tx) if row.state is not OutboxState.VOIDED]
    handed = hand_ins.of_envelopes(tx, [row.envelope for row in rows])
    found: dict[tuple[RecordId, int], Counter[bool]] = defaultdict(Counter)
    for row in rows:
        found[row.record, row.version][row.state is OutboxState.RECEIVED or row.envelope in handed] += 1
    return found


def _entry(tx: Transaction, row: OutboxRow, header: RecordHeader, heard: _Heard) -> LedgerEntry:
    stage, opened = _stage(tx, row, header, heard), heard.opened.get((row.record, row.version))
    shown, later = opened if stage is Stage.OPENED else None, _of(heard, row) if stage in _STANDS else Counter[bool]()
    return LedgerEntry(
        child=_name(tx, header.episode),
        record=row.record,
        version=row.version,
        is_assessment=header.kind is not RecordKind.FORM,
        author=header.author.name,
        finished_at=header.finished_at,
        stage=stage,
        by=shown.by if shown is not None else "",
        opened_at=shown.at if shown is not None else None,
        trouble=row.last_trouble if stage is Stage.PUT_ASIDE else "",
        signed_later=later[True],
        signatures_waiting=later[False],
    )


def _of(heard: _Heard, row: OutboxRow) -> Counter[bool]:
    return heard.later.get((row.record, row.version), Counter())


def _name(tx: Transaction, of: EpisodeId) -> str:
    episode = episodes.get(tx, of)
    child = children.get(tx, episode.child) if episode is not None and not episode.restricted else None
    return f"{child.summary.given} {child.summary.family}".strip() if child is not None else ""


def _stage(tx: Transaction, row: OutboxRow, header: RecordHeader, heard: _Heard) -> Stage:
    if row.last_trouble == outbox.ERASED:
        return Stage.ERASED
    asked = heard.asked.get(header.episode)
    if asked is not None and asked.done_at is None and asked.asked_at >= header.finished_at:
        return Stage.ERASING
    if withdrawals.of_record(tx, row.record, row.version) is not None:
        return Stage.TAKEN_BACK
    if (row.record, row.version) in heard.opened:
        return Stage.OPENED
    if row.state is OutboxState.RECEIVED or row.envelope in heard.handed:
        return Stage.RECEIVED
    waits = {OutboxState.WAITING: Stage.WAITING, OutboxState.SET_ASIDE: Stage.PUT_ASIDE}
    return waits.get(row.state, Stage.NOT_SENT)


def _came(tx: Transaction, workplace: Workplace) -> Iterator[LedgerEntry]:
    """Yield what came to this desk."""
    later = Counter(one.under for one in later_signatures.all_here(tx))
    for row in inbox.list_all(tx):
        stage = Stage.TAKEN_BACK if row.taken_back else Stage.OPENED if row.opened_at else Stage.RECEIVED
        yield replace(_of_inbox(row, stage, workplace.worker.name), signed_later=later[under(row)])


def _of_inbox(row: InboxRow, stage: Stage, reader: str) -> LedgerEntry:
    shows = stage is Stage.OPENED
    return LedgerEntry(
        child="" if row.restricted else row.child_name,
        record=row.record,
        version=row.version,
        is_assessment=row.kind is not RecordKind.FORM,
        author=row.author.name,
        finished_at=row.finished_at,
        stage=stage,
        by=reader if shows else "",
        opened_at=row.opened_at if shows else None,
    )
