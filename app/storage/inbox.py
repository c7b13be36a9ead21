"""What a coordinator imported, each envelope once however often it comes; lists never read the bodies."""

import json
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EnvelopeId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import RecordKind
from app.storage import sync_state
from app.storage.database import Row, Transaction
from app.storage.moments import moment, moment_or_none, stored, stored_or_none
from app.storage.withdrawals import Withdrawn

PUT_ASIDE = "put aside"
"""Where it is remembered what could not be opened."""


@dataclass(frozen=True)
class InboxRow:
    """One imported view: whose it is, who wrote it, and when it was first opened here.

    Of a ``restricted`` one no name stands here: it is in what was sealed to the desk, and nowhere else. ``taken_back``
    says why its author took it back, and is empty where nobody did.
    """

    envelope: EnvelopeId
    record: RecordId
    version: int
    kind: RecordKind
    episode: EpisodeId
    child_name: str
    author: Worker
    finished_at: datetime
    imported_at: datetime
    opened_at: datetime | None = None
    restricted: bool = False
    taken_back: str = ""


def add(tx: Transaction, row: InboxRow, body: bytes) -> bool:
    """Add an imported view with its bytes; False, and nothing changed, when the envelope was here already."""
    author = row.author
    added = tx.run(
        "INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (envelope) DO NOTHING",
        (
            row.envelope,
            row.record,
            row.version,
            row.kind,
            row.episode,
            "" if row.restricted else row.child_name,
            author.name,
            author.job,
            author.agency,
            author.role,
            stored(row.finished_at),
            stored(row.imported_at),
            stored_or_none(row.opened_at),
            int(row.restricted),
            row.taken_back,
        ),
    )
    if added:
        tx.run("INSERT INTO inbox_bodies VALUES (?, ?)", (row.envelope, body))
    return bool(added)


def list_all(tx: Transaction) -> list[InboxRow]:
    """Return everything imported, newest first."""
    return [_inbox_row(row) for row in tx.all("SELECT * FROM inbox ORDER BY imported_at DESC, envelope")]


def put_aside(tx: Transaction) -> int:
    """Return how many envelopes came that could not be opened."""
    return len(json.loads(sync_state.read(tx, PUT_ASIDE) or "{}"))


def get(tx: Transaction, envelope: EnvelopeId) -> InboxRow | None:
    """Return one imported view without its bytes, or None."""
    row = tx.one("SELECT * FROM inbox WHERE envelope = ?", (envelope,))
    return _inbox_row(row) if row else None


def body(tx: Transaction, envelope: EnvelopeId) -> bytes | None:
    """Return the bytes of one imported view, or None."""
    row = tx.one("SELECT body FROM inbox_bodies WHERE envelope = ?", (envelope,))
    return bytes(row["body"]) if row else None


def of_version(tx: Transaction, record: RecordId, version: int, author: str, agency: str) -> list[bytes]:
    """Return the bytes of every imported view of a version of one author's record."""
    rows = tx.all(
        "SELECT body FROM inbox JOIN inbox_bodies USING (envelope) WHERE record = ? AND version = ?"
        " AND author_name = ? AND author_agency = ? ORDER BY imported_at",
        (record, version, author, agency),
    )
    return [bytes(row["body"]) for row in rows]


def take_back(tx: Transaction, one: Withdrawn) -> bool:
    """Let go of what its author took back: its bytes and the child's name go, a line that says so stays."""
    rows = tx.all(
        "UPDATE inbox SET taken_back = ?, child_name = '' WHERE record = ? AND version <= ? AND author_name = ?"
        " AND author_agency = ? AND taken_back = '' RETURNING envelope",
        (one.why, one.record, one.version, one.by, one.agency),
    )
    tx.run_each("DELETE FROM inbox_bodies WHERE envelope = ?", [(row["envelope"],) for row in rows])
    return bool(rows)


def mark_opened(tx: Transaction, envelope: EnvelopeId, at: datetime) -> bool:
    """Note when an imported view was first opened; True the first time only."""
    statement = "UPDATE inbox SET opened_at = ? WHERE envelope = ? AND opened_at IS NULL"
    return bool(tx.run(statement, (stored(at), envelope)))


def _inbox_row(row: Row) -> InboxRow:
    return InboxRow(
        EnvelopeId(row["envelope"]),
        RecordId(row["record"]),
        row["version"],
        RecordKind(row["kind"]),
        EpisodeId(row["episode"]),
        row["child_name"],
        Worker(row["author_name"], row["author_job"], row["author_agency"], Role(row["author_role"])),
        moment(row["finished_at"]),
        moment(row["imported_at"]),
        moment_or_none(row["opened_at"]),
        bool(row["restricted"]),
        row["taken_back"],
    )
