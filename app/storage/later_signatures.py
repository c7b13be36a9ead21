"""Signatures that came to a desk after the record they are under: each once, and for no other words."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.ids import EnvelopeId, RecordId
from app.storage.database import Row, Transaction
from app.storage.moments import moment, moment_or_none, stored, stored_or_none
from app.storage.withdrawals import Withdrawn


class Under(NamedTuple):
    """What a signature is under: a version of a record, as one author wrote it."""

    record: RecordId
    version: int
    author: str
    agency: str


@dataclass(frozen=True)
class LaterSignature:
    """One signature (the id of its own record) under a version of a record, whose root (hex) it names.

    ``author`` and ``agency`` are whose laptop it came from: the same person's who wrote the record. ``read_at`` is when
    it was first read here, with what it is under.
    """

    envelope: EnvelopeId
    signature: RecordId
    record: RecordId
    version: int
    root: str
    author: str
    agency: str
    imported_at: datetime
    read_at: datetime | None = None

    @property
    def under(self) -> Under:
        """What it is under."""
        return Under(self.record, self.version, self.author, self.agency)


def add(tx: Transaction, one: LaterSignature, body: bytes) -> bool:
    """Keep a signature with its bytes; False, and nothing changed, where it was here already."""
    values = (
        one.envelope,
        one.signature,
        one.record,
        one.version,
        one.root,
        one.author,
        one.agency,
        stored(one.imported_at),
        stored_or_none(one.read_at),
        body,
    )
    statement = "INSERT INTO later_signatures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    return bool(tx.run(statement, values))


def under(tx: Transaction, what: Under) -> list[bytes]:
    """Return the bytes of every signature under a version of one author's record, in the order they came."""
    rows = tx.all(
        "SELECT body FROM later_signatures WHERE record = ? AND version = ? AND author_name = ? AND author_agency = ?"
        " ORDER BY imported_at, envelope",
        what,
    )
    return [bytes(row["body"]) for row in rows]


def all_here(tx: Transaction) -> list[LaterSignature]:
    """Return every signature that came, in the order they came, without their bytes."""
    columns = "envelope, signature, record, version, root, author_name, author_agency, imported_at, read_at"
    rows = tx.all(f"SELECT {columns} FROM later_signatures ORDER BY imported_at, envelope")  # noqa: S608 -- our own words
    return [_later_signature(row) for row in rows]


def body(tx: Transaction, envelope: EnvelopeId) -> bytes | None:
    """Return the bytes of one signature, or None."""
    row = tx.one("SELECT body FROM later_signatures WHERE envelope = ?", (envelope,))
    return bytes(row["body"]) if row else None


def mark_read(tx: Transaction, what: Under, at: datetime) -> None:
    """Note when the signatures under a version were first read with it."""
    tx.run(
        "UPDATE later_signatures SET read_at = ? WHERE record = ? AND version = ? AND author_name = ?"
        " AND author_agency = ? AND read_at IS NULL",
        (stored(at), *what),
    )


def take_back(tx: Transaction, one: Withdrawn) -> None:
    """Let go of the signatures under what its author took back."""
    tx.run(
        "DELETE FROM later_signatures WHERE record = ? AND version <= ? AND author_name = ? AND author_agency = ?",
        (one.record, one.version, one.by, one.agency),
    )


def forget(tx: Transaction, envelope: EnvelopeId) -> bool:
    """Let go of a signature that was erased; say whether it was here."""
    return bool(tx.run("DELETE FROM later_signatures WHERE envelope = ?", (envelope,)))


def _later_signature(row: Row) -> LaterSignature:
    return LaterSignature(
        EnvelopeId(row["envelope"]),
        RecordId(row["signature"]),
        RecordId(row["record"]),
        row["version"],
        row["root"],
        row["author_name"],
        row["author_agency"],
        moment(row["imported_at"]),
        moment_or_none(row["read_at"]),
    )
