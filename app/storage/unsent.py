"""What would be lost with this laptop today: drafts, and what has no receipt; ids and a name, no answers."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId, RecordId
from app.domain.record import RecordKind
from app.storage.database import Row, Transaction
from app.storage.moments import moment

_DRAFTS = """
SELECT drafts.episode, drafts.kind, drafts.changed_at AS at, '' AS record, 0 AS version, given, family, restricted
FROM drafts JOIN episodes USING (episode) JOIN children USING (child)
WHERE drafts.kind = 'assessment' ORDER BY drafts.started_at, drafts.draft
"""
_FINISHED = """
SELECT records.episode, records.kind, records.finished_at AS at, records.record, records.version, given, family,
    restricted
FROM records JOIN episodes USING (episode) JOIN children USING (child)
WHERE (records.kind = 'assessment' OR records.kind = 'form' AND EXISTS (
    SELECT 1 FROM records AS agreed WHERE agreed.episode = records.episode AND agreed.kind = 'agreement-to-share'))
AND NOT EXISTS (
    SELECT 1 FROM outbox INDEXED BY outbox_by_record
    WHERE outbox.record = records.record AND outbox.version = records.version
    AND outbox.kind = 'kept' AND (outbox.state = 'received' OR outbox.last_trouble = 'envelope.erased'))
ORDER BY records.finished_at, records.record
"""


@dataclass(frozen=True)
class Unsent:
    """One assessment or other form that nobody else has. ``record`` is empty while it is a draft.

    ``child`` is empty where the young person decides alone: it goes into what key holders can open.
    """

    episode: EpisodeId
    kind: RecordKind
    child: str
    at: datetime
    record: RecordId
    version: int


def in_drafts(tx: Transaction) -> list[Unsent]:
    """Return the assessments being written."""
    return [_unsent(row) for row in tx.all(_DRAFTS)]


def finished(tx: Transaction) -> list[Unsent]:
    """Return the finished assessments and other forms whose copy for safe keeping has no receipt yet."""
    return [_unsent(row) for row in tx.all(_FINISHED)]


def _unsent(row: Row) -> Unsent:
    child = "" if row["restricted"] else f"{row['given']} {row['family']}".strip()
    kind, record = RecordKind(row["kind"]), RecordId(row["record"])
    return Unsent(EpisodeId(row["episode"]), kind, child, moment(row["at"]), record, row["version"])
