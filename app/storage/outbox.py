"""Sealed envelopes on their way: queued in the act's own transaction, never called received without a receipt."""

import json
from collections.abc import Collection, Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.domain.ids import EnvelopeId, EpisodeId, RecordId
from app.storage.database import Row, Transaction
from app.storage.moments import moment, moment_or_none, stored, stored_or_none

_AN_INSTANT, _UNHEARD_OF = timedelta(microseconds=1), timedelta(hours=1)


_WITHDRAWALS_WAITING, _OTHERS_WAITING = (
    "SELECT * FROM outbox WHERE state = 'waiting' AND (next_try_at IS NULL OR next_try_at NOT BETWEEN ? AND ?)"  # noqa: S608
    f" AND kind {which} ORDER BY device_seq"
    for which in (
        "= 'withdrawal'",
        (
            "<> 'withdrawal' AND NOT (kind = 'signature' AND EXISTS (SELECT 1 FROM outbox AS under WHERE"
            " under.record = outbox.record AND under.version = outbox.version AND under.kind = 'released'"
            " AND under.state IN ('waiting', 'set_aside')))"
        ),
    )
)


class OutboxKind(StrEnum):
    """Which view of a record an envelope carries, that somebody opened one, or what safe keeping has beside records.

    A ``SIGNATURE`` was added later to what was released; on its way it is ``released`` like that.
    """

    KEPT = "kept"
    RELEASED = "released"
    SIGNATURE = "signature"
    OPENED = "opened"
    LEDGER = "ledger"
    DRAFT = "draft"
    WITHDRAWAL = "withdrawal"


ERASED = "envelope.erased"
"""What stands as the trouble of an envelope that was erased for ever."""
_UNCOUNTED = (OutboxKind.LEDGER, OutboxKind.DRAFT)


class OutboxState(StrEnum):
    """Where an envelope stands: waiting, received by the endpoint, set aside for a person, or never to be sent."""

    WAITING = "waiting"
    RECEIVED = "received"
    SET_ASIDE = "set_aside"
    VOIDED = "voided"


@dataclass(frozen=True)
class OutboxRow:
    """One sealed envelope: its file in ``sealed/`` (``sha256`` hex, ``size`` bytes), and how its sending stands.

    ``device_seq`` is from ``next_device_seq``; ``recipient`` is the label people read; ``receipt`` is the signed
    receipt's JSON, empty until there is one.
    """

    envelope: EnvelopeId
    device_seq: int
    kind: OutboxKind
    record: RecordId
    version: int
    recipient: str
    file: str
    sha256: str
    size: int
    queued_at: datetime
    state: OutboxState = OutboxState.WAITING
    attempts: int = 0
    last_trouble: str = ""
    next_try_at: datetime | None = None
    receipt: str = ""
    received_at: datetime | None = None


@dataclass(frozen=True)
class Counts:
    """How many envelopes stand where."""

    waiting: int
    received: int
    set_aside: int
    voided: int


class Unsent(NamedTuple):
    """How many envelopes wait, and how many are set aside for a person."""

    waiting: int
    set_aside: int


def next_device_seq(tx: Transaction) -> int:
    """Return the next number of this device: 1, 2, 3 and on, never one twice, whatever was erased since."""
    tx.run("UPDATE device_counter SET last = last + 1")
    return last_device_seq(tx)


def add(tx: Transaction, row: OutboxRow) -> None:
    """Add an envelope whose sealed file is already on the disk."""
    tx.run(
        "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.envelope,
            row.device_seq,
            row.kind,
            row.record,
            row.version,
            row.recipient,
            row.file,
            row.sha256,
            row.size,
            stored(row.queued_at),
            row.state,
            row.attempts,
            row.last_trouble,
            stored_or_none(row.next_try_at),
            row.receipt,
            stored_or_none(row.received_at),
        ),
    )


def get(tx: Transaction, envelope: EnvelopeId) -> OutboxRow | None:
    """Return an envelope's row, or None."""
    row = tx.one("SELECT * FROM outbox WHERE envelope = ?", (envelope,))
    return _outbox_row(row) if row else None


def waiting(tx: Transaction, at: datetime) -> list[OutboxRow]:
    """Return the envelopes to be tried at ``at``: withdrawals before anything else, then in the order of queueing.

    A later signature waits until what it is under is received.

    One that would wait unheard of long was put off by a clock that was ahead and has been put right: it is tried.
    """
    return list(in_turn(tx, at))


def in_turn(tx: Transaction, at: datetime) -> Generator[OutboxRow, None, None]:
    """Yield the same one by one; those nobody asks for are not read. To be closed when left early."""
    between = (stored(at + _AN_INSTANT), stored(at + _UNHEARD_OF))
    for query in (_WITHDRAWALS_WAITING, _OTHERS_WAITING):
        with closing(tx.each(query, between)) as rows:
            yield from map(_outbox_row, rows)


def last_device_seq(tx: Transaction) -> int:
    """Return the highest number this device has used; 0 before the first."""
    row = tx.one("SELECT last FROM device_counter")
    return int(row["last"]) if row else 0


def receipted(tx: Transaction, kinds: Collection[str]) -> list[OutboxRow]:
    """Return what was received, of these kinds."""
    query = "SELECT * FROM outbox WHERE state = 'received' AND kind IN (SELECT value FROM json_each(?))"
    return [_outbox_row(row) for row in tx.all(query, (json.dumps(list(kinds)),))]


def wait_again(tx: Transaction, lost: Collection[EnvelopeId]) -> None:
    """Have what was received wait again, because the endpoint has it no more; the bytes and the id stay as they are."""
    tx.run(
        "UPDATE outbox SET state = 'waiting', next_try_at = NULL, received_at = NULL, receipt = ''"
        " WHERE state = 'received' AND envelope IN (SELECT value FROM json_each(?))",
        (json.dumps(list(lost)),),
    )


def settle(tx: Transaction, envelope: EnvelopeId, receipt: str, at: datetime) -> None:
    """Keep the verified receipt (JSON) of an envelope; one voided while on its way stays voided, its receipt kept."""
    tx.run(
        "UPDATE outbox SET state = iif(state = 'voided', state, 'received'), receipt = ?, received_at = ?,"
        " last_trouble = '', next_try_at = NULL WHERE envelope = ?",
        (receipt, stored(at), envelope),
    )


def tried(tx: Transaction, envelope: EnvelopeId, trouble: str, next_try_at: datetime) -> None:
    """Note that an envelope did not go through, why, and when to try again."""
    tx.run(
        "UPDATE outbox SET attempts = attempts + 1, last_trouble = ?, next_try_at = ?"
        " WHERE envelope = ? AND state = 'waiting'",
        (trouble, stored(next_try_at), envelope),
    )


def set_aside(tx: Transaction, envelope: EnvelopeId, trouble: str) -> None:
    """Stop trying a waiting envelope until a person has looked at it."""
    tx.run(
        "UPDATE outbox SET state = 'set_aside', attempts = attempts + 1, last_trouble = ?, next_try_at = NULL"
        " WHERE envelope = ? AND state = 'waiting'",
        (trouble, envelope),
    )


def try_again(tx: Transaction, record: RecordId) -> bool:
    """Have what was set aside of a record wait again, because a person says so; say whether there was any.

    What was set aside because two laptops may be one stays so: that is not for this laptop to try again.
    """
    statement = (
        "UPDATE outbox SET state = 'waiting', next_try_at = NULL, attempts = 0"
        " WHERE record = ? AND state = 'set_aside' AND last_trouble <> 'device_seq.different'"
    )
    return bool(tx.run(statement, (record,)))


def void(tx: Transaction, envelope: EnvelopeId) -> str:
    """Make sure an unsent envelope is never sent; return the file to erase once the transaction has committed.

    One that was received is beyond recall: nothing changes, and the name returned is empty.
    """
    row = tx.one(
        "UPDATE outbox SET state = 'voided', next_try_at = NULL WHERE envelope = ? AND state <> 'received'"
        " RETURNING file",
        (envelope,),
    )
    return str(row["file"]) if row else ""


def let_go_erased(tx: Transaction, envelope: EnvelopeId) -> str:
    """Never send again what the endpoint erased for ever; return the file to erase, empty where it is not ours."""
    query = "UPDATE outbox SET state = 'voided', next_try_at = NULL, last_trouble = ? WHERE envelope = ? RETURNING file"
    row = tx.one(query, (ERASED, envelope))
    return str(row["file"]) if row else ""


def purge(tx: Transaction, envelopes: Collection[EnvelopeId]) -> tuple[str, ...]:
    """Give up the sealed files of these, their rows and receipts staying; return them."""
    chosen = (json.dumps(list(envelopes)),)
    among = "state = 'received' AND file <> '' AND envelope IN (SELECT value FROM json_each(?))"
    files = tuple(str(row["file"]) for row in tx.all(f"SELECT file FROM outbox WHERE {among}", chosen))  # noqa: S608 -- our own words
    tx.run_each("INSERT OR IGNORE INTO files_given_up VALUES (?)", [(file,) for file in files])
    tx.run(f"UPDATE outbox SET file = '' WHERE {among}", chosen)  # noqa: S608 -- our own words
    return files


def supersede(tx: Transaction, kind: OutboxKind, about: str) -> tuple[str, ...]:
    """Let go of every envelope of this kind about one thing; return the files to erase once this is committed."""
    rows = tx.all(
        "UPDATE outbox SET state = 'voided', next_try_at = NULL WHERE kind = ? AND record = ? AND state <> 'voided'"
        " RETURNING file",
        (kind, about),
    )
    return tuple(row["file"] for row in rows)


def of_record(tx: Transaction, record: RecordId) -> list[OutboxRow]:
    """Return the envelopes of every version of a record, in the order they were queued."""
    return [_outbox_row(row) for row in tx.all("SELECT * FROM outbox WHERE record = ? ORDER BY device_seq", (record,))]


def of_records(tx: Transaction, wanted: Collection[RecordId]) -> list[OutboxRow]:
    """Return the envelopes of every version of these records, in the order they were queued."""
    query = "SELECT * FROM outbox WHERE record IN (SELECT value FROM json_each(?)) ORDER BY device_seq"
    return [_outbox_row(row) for row in tx.all(query, (json.dumps(list(wanted)),))] if wanted else []


def releases(tx: Transaction) -> list[OutboxRow]:
    """Return the newest envelope to a desk of each version that was released, the one queued last at the front."""
    query = (
        "SELECT * FROM outbox WHERE device_seq IN"
        " (SELECT max(device_seq) FROM outbox WHERE kind = ? GROUP BY record, version, recipient)"
        " ORDER BY device_seq DESC"
    )
    return [_outbox_row(row) for row in tx.all(query, (OutboxKind.RELEASED,))]


def later_signatures(tx: Transaction) -> list[OutboxRow]:
    """Return the envelopes of signatures that were added later, in the order they were queued."""
    return [_outbox_row(row) for row in tx.all("SELECT * FROM outbox WHERE kind = 'signature' ORDER BY device_seq")]


def may_follow(tx: Transaction, record: RecordId, version: int) -> bool:
    """Say whether what is added to a released version may follow it: not where its release was let go of here.

    Where another laptop of this person released it, there is none here.
    """
    query = "SELECT state FROM outbox WHERE record = ? AND version = ? AND kind = 'released'"
    states = [row["state"] for row in tx.all(query, (record, version))]
    return not states or any(state != OutboxState.VOIDED for state in states)


def last_received(tx: Transaction) -> EpisodeId | None:
    """Return the episode of the record whose envelope was received last, or None."""
    row = tx.one(
        "SELECT episode FROM outbox JOIN records USING (record, version) WHERE received_at IS NOT NULL"
        " ORDER BY received_at DESC LIMIT 1"
    )
    return EpisodeId(row["episode"]) if row else None


def counts(tx: Transaction) -> Counts:
    """Return how many envelopes stand where; what goes to safe keeping beside finished records is nobody's task."""
    query = "SELECT state, count(*) AS n FROM outbox WHERE kind NOT IN (?, ?) GROUP BY state"
    by_state = {row["state"]: row["n"] for row in tx.all(query, _UNCOUNTED)}
    return Counts(*(by_state.get(state.value, 0) for state in OutboxState))


def unsent(tx: Transaction) -> Unsent:
    """Return how many envelopes still need something; as quick with ten thousand that went as with none."""
    query = "SELECT state, count(*) AS n FROM outbox WHERE state IN (?, ?) AND kind NOT IN (?, ?) GROUP BY state"
    rows = tx.all(query, (OutboxState.WAITING, OutboxState.SET_ASIDE, *_UNCOUNTED))
    by_state = {row["state"]: row["n"] for row in rows}
    return Unsent(by_state.get(OutboxState.WAITING.value, 0), by_state.get(OutboxState.SET_ASIDE.value, 0))


def without_receipt(tx: Transaction) -> int:
    """Return how many envelopes of any kind wait or are set aside: nobody but this laptop is sure to have them."""
    row = tx.one("SELECT count(*) AS n FROM outbox WHERE state IN (?, ?)", (OutboxState.WAITING, OutboxState.SET_ASIDE))
    return int(row["n"]) if row else 0


def unsent_for(tx: Transaction, kinds: Collection[OutboxKind]) -> list[OutboxRow]:
    """Return the envelopes of these kinds that wait or are set aside: withdrawals first, then as they were queued."""
    query = (
        "SELECT * FROM outbox WHERE kind IN (SELECT value FROM json_each(?)) AND state IN (?, ?)"
        " ORDER BY kind <> 'withdrawal', device_seq"
    )
    wanted = json.dumps([kind.value for kind in kinds])
    return [_outbox_row(row) for row in tx.all(query, (wanted, OutboxState.WAITING, OutboxState.SET_ASIDE))]


def all_files(tx: Transaction) -> frozenset[str]:
    """Return the name of every sealed file that must stand on the disk; those of voided envelopes must not."""
    return frozenset(row["file"] for row in tx.all("SELECT file FROM outbox WHERE state <> 'voided' AND file <> ''"))


def given_up(tx: Transaction) -> frozenset[str]:
    """Return the names of sealed files that must not stand on the disk any more: of voided envelopes, and erased."""
    rows = tx.all("SELECT file FROM outbox WHERE state = 'voided' AND file <> '' UNION SELECT file FROM files_given_up")
    return frozenset(row["file"] for row in rows)


def forget_given_up(tx: Transaction) -> None:
    """Forget the names of files of erased children, once the files are gone."""
    tx.run("DELETE FROM files_given_up")


def any_refused(tx: Transaction, why: str) -> bool:
    """Say whether an envelope was set aside for this reason (a problem's code)."""
    return tx.one("SELECT 1 FROM outbox WHERE state = 'set_aside' AND last_trouble = ?", (why,)) is not None


def hashes(tx: Transaction) -> dict[str, str]:
    """Return the SHA-256 (hex) of what is sealed in each file that must stand on the disk."""
    rows = tx.all("SELECT file, sha256 FROM outbox WHERE state <> 'voided' AND file <> ''")
    return {row["file"]: row["sha256"] for row in rows}


def _outbox_row(row: Row) -> OutboxRow:
    return OutboxRow(
        EnvelopeId(row["envelope"]),
        row["device_seq"],
        OutboxKind(row["kind"]),
        RecordId(row["record"]),
        row["version"],
        row["recipient"],
        row["file"],
        row["sha256"],
        row["size"],
        moment(row["queued_at"]),
        OutboxState(row["state"]),
        row["attempts"],
        row["last_trouble"],
        moment_or_none(row["next_try_at"]),
        row["receipt"],
        moment_or_none(row["received_at"]),
    )
