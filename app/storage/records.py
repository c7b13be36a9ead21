"""Finished records: added and read, never changed; lists read the header columns and never a body.

What came last is told by the order of writing and never by the clock, which may be put back between two versions.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import FinishedRecord, FormRef, RecordKind, Statement
from app.storage import record_body
from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class RecordHeader:
    """What a list says of one version of a finished record; see ``Statement`` for the meaning of each."""

    record: RecordId
    version: int
    episode: EpisodeId
    kind: RecordKind
    form: FormRef
    root: str
    agrees_to: str
    author: Worker
    device: DeviceId
    finished_at: datetime


class Version(NamedTuple):
    """Which version of which record, and when it was finished: all that a list of many needs."""

    record: RecordId
    version: int
    episode: EpisodeId
    finished_at: datetime


def add(tx: Transaction, record: FinishedRecord) -> None:
    """Add one version of a finished record, which from then on neither changes nor goes."""
    statement = record.statement
    tx.run("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _columns(statement))
    body = record_body.to_bytes(record)
    tx.run("INSERT INTO record_bodies VALUES (?, ?, ?)", (statement.record, statement.version, body))


def get(tx: Transaction, record: RecordId, version: int) -> FinishedRecord | None:
    """Return one version of a finished record, or None."""
    row = tx.one("SELECT body FROM record_bodies WHERE record = ? AND version = ?", (record, version))
    return record_body.from_bytes(row["body"]) if row else None


def newest(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> FinishedRecord | None:
    """Return the record of this kind that was finished last in an episode, or None."""
    row = tx.one(
        "SELECT record, version FROM records WHERE episode = ? AND kind = (? || '') ORDER BY rowid DESC LIMIT 1",
        (episode, kind),
    )
    return get(tx, RecordId(row["record"]), row["version"]) if row else None


def versions(tx: Transaction, record: RecordId) -> list[RecordHeader]:
    """Return every version of a record, oldest first."""
    return [_header(row) for row in tx.all("SELECT * FROM records WHERE record = ? ORDER BY version", (record,))]


def header(tx: Transaction, record: RecordId, version: int) -> RecordHeader | None:
    """Return what a list says of one version, or None."""
    row = tx.one("SELECT * FROM records WHERE record = ? AND version = ?", (record, version))
    return _header(row) if row else None


def of_episode(tx: Transaction, episode: EpisodeId) -> list[RecordHeader]:
    """Return every finished record of an episode in the order finished, every version of each."""
    rows = tx.all("SELECT * FROM records WHERE episode = ? ORDER BY rowid", (episode,))
    return [_header(row) for row in rows]


def episodes_with(tx: Transaction, kind: RecordKind, of: Collection[EpisodeId]) -> frozenset[EpisodeId]:
    """Return which of these episodes have a finished record of a kind."""
    marks = ", ".join("?" * len(of))
    asked = f"SELECT DISTINCT episode FROM records WHERE kind = ? AND episode IN ({marks})"  # noqa: S608 -- marks alone
    return frozenset(EpisodeId(row["episode"]) for row in tx.all(asked, (kind, *of)))


def newest_in(tx: Transaction, kind: RecordKind, of: Collection[EpisodeId]) -> dict[EpisodeId, FinishedRecord]:
    """Return the record of this kind that was finished last in each of these episodes that has one, in one question."""
    rows = tx.all(
        "SELECT records.episode, body FROM json_each(?) JOIN records ON records.rowid ="
        " (SELECT max(rowid) FROM records AS r WHERE r.episode = value AND r.kind = (? || ''))"
        " JOIN record_bodies USING (record, version)",
        (json.dumps(list(of)), kind),
    )
    return {EpisodeId(row["episode"]): record_body.from_bytes(row["body"]) for row in rows}


def of_form(tx: Transaction, episode: EpisodeId, url: str) -> list[RecordHeader]:
    """Return the episode's finished records of the form at an address, the one finished first at the front."""
    rows = tx.all("SELECT * FROM records WHERE episode = ? AND form_url = ? ORDER BY rowid", (episode, url))
    return [_header(row) for row in rows]


def later_of_form(tx: Transaction, record: FinishedRecord) -> list[FinishedRecord]:
    """Return the records of the same form that were finished in the same episode since, the first at the front."""
    statement = record.statement
    rows = tx.all(
        "SELECT record, version FROM records WHERE episode = ? AND form_url = ? AND rowid >"
        " (SELECT rowid FROM records WHERE record = ? AND version = ?) ORDER BY rowid",
        (statement.episode, statement.form.url, statement.record, statement.version),
    )
    found = (get(tx, RecordId(row["record"]), row["version"]) for row in rows)
    return [one for one in found if one is not None]


def newest_of_each(tx: Transaction, episodes: Collection[EpisodeId], kind: RecordKind) -> list[Version]:
    """Return the version of this kind that was finished last in each of these episodes that has one."""
    if not episodes:
        return []
    rows = tx.all(
        "SELECT record, version, episode, finished_at FROM json_each(?) JOIN records ON records.rowid ="
        " (SELECT max(rowid) FROM records AS r WHERE r.episode = value AND r.kind = (? || ''))",
        (json.dumps(list(episodes)), kind),
    )
    return [Version(RecordId(one), version, EpisodeId(episode), moment(at)) for one, version, episode, at in rows]


def of_root(tx: Transaction, episode: EpisodeId, root: str) -> FinishedRecord | None:
    """Return the version of an episode whose root (hex) this is, or None."""
    row = tx.one("SELECT record, version FROM records WHERE episode = ? AND root = ?", (episode, root))
    return get(tx, RecordId(row["record"]), row["version"]) if row else None


def agreeing_to(tx: Transaction, root: str) -> RecordHeader | None:
    """Return the newest agreement to share the exact version whose root (hex) this is, or None."""
    row = tx.one(
        "SELECT * FROM records WHERE agrees_to = ? AND kind IN ((? || ''), (? || '')) ORDER BY rowid DESC LIMIT 1",
        (root, RecordKind.SHARING, RecordKind.FORM_SHARING),
    )
    return _header(row) if row else None


def _columns(statement: Statement) -> tuple[object, ...]:
    form, author = statement.form, statement.author
    return (
        statement.record,
        statement.version,
        statement.episode,
        statement.kind,
        form.url,
        form.version,
        form.sha256,
        statement.root,
        statement.agrees_to,
        author.name,
        author.job,
        author.agency,
        author.role,
        statement.device,
        stored(statement.finished_at),
    )


def _header(row: Row) -> RecordHeader:
    return RecordHeader(
        RecordId(row["record"]),
        row["version"],
        EpisodeId(row["episode"]),
        RecordKind(row["kind"]),
        FormRef(row["form_url"], row["form_version"], row["form_sha256"]),
        row["root"],
        row["agrees_to"],
        Worker(row["author_name"], row["author_job"], row["author_agency"], Role(row["author_role"])),
        DeviceId(row["device"]),
        moment(row["finished_at"]),
    )
