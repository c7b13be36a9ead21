"""Opens a vault after a fault as the program does and tells what is left: what is wrong with it, and what it holds.

What it holds is told without ids, so that two runs of one act can be compared: a killed one must hold exactly what is
held after one of the act's own steps, and never something between two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from larkrise import PASSPHRASE, Laptop

from app.domain.answers import to_json
from app.domain.ids import EpisodeId, RecordId
from app.domain.record import FinishedRecord
from app.errors import Trouble
from app.operations.workplace import earlier_devices
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_package
from app.sealing.records import check_signer, check_view
from app.storage import audit, children, drafts, inbox, noticed, outbox, private_notes, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.vault import open_vault
from protocol.envelope import check_sender, unpack
from rigs.desk import MARKS, opened

_DUE = "SELECT record_kind, finished, path, kind, due_on FROM due_dates WHERE episode = ? ORDER BY record_kind, path"
_BY_THE_CLOCK = frozenset({"ex.when", "ex.time"})
"""What a press writes down by itself: two runs differ in it."""
Holding = dict[str, Any]
"""What a vault holds, in words and without ids."""


@dataclass(frozen=True)
class Found:
    """What was found: every fault in words, and what the vault holds (nothing when it did not open)."""

    faults: tuple[str, ...]
    holding: Holding


def examined(folder: Path, *elsewhere: Path, passphrase: str = PASSPHRASE) -> Found:
    """Examine a vault and the folders its words must not be in. Raises nothing that the program would not survive."""
    faults = [f"readable in {path.name}" for path in readable_in(folder, *elsewhere)]
    try:
        laptop = opened(folder, passphrase)
    except Trouble as trouble:
        return Found((*faults, f"does not open: {type(trouble).__name__}"), {})
    with laptop.vault.transaction() as tx:
        faults += [*broken_records(tx, laptop), *broken_files(tx, laptop), *broken_rows(tx)]
        holding = held(tx)
    faults += broken_pages(laptop)
    laptop.vault.lock()
    faults += [f"left behind: {name}" for name in strays(folder)]
    return Found(tuple(faults), holding)


def examined_rows(folder: Path) -> Found:
    """Examine a vault of which only the rows are known: those of its tables are all there, as they were written."""
    try:
        vault = open_vault(folder, PASSPHRASE)
    except Trouble as trouble:
        return Found((f"does not open: {type(trouble).__name__}",), {})
    with vault.transaction() as tx:
        tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        holding = {name: [tuple(row) for row in tx.all(f"SELECT * FROM {name}")] for name in tables}  # noqa: S608 -- the schema's own names
    faults = (*vault.signs, *vault.check().faults)
    vault.lock()
    holding.pop("standing")  # it counts the openings
    return Found((*faults, *(f"left behind: {name}" for name in strays(folder))), holding)


def readable_in(*folders: Path, marks: Sequence[str] = MARKS) -> Iterator[Path]:
    """Yield each file in which a word of a family, or the passphrase, can be read."""
    wanted = [form for mark in marks for form in (mark.encode(), mark.encode("utf-16-le"))]
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if any(form in content for form in wanted):
            yield path


def broken_records(tx: Transaction, laptop: Laptop) -> Iterator[str]:
    """Yield each finished record whose root, signature or author does not hold."""
    hers = {str(one.keys.device): one for one in (*earlier_devices(tx), laptop.workplace.certificate)}
    for record in all_records(tx):
        statement, digests, certificate = record.statement, record.decoys, hers[record.statement.device]
        try:
            check_view(statement, record.signature, record.leaves, digests, certificate.keys.signing)
            check_signer(statement, certificate)
        except NotGenuine:
            yield f"a record that does not verify: {statement.kind}"


def broken_files(tx: Transaction, laptop: Laptop) -> Iterator[str]:
    """Yield each difference between outbox and sealed files, and each envelope that is not what its row says."""
    there = {path.name for path in laptop.vault.sealed.iterdir() if path.is_file()}
    named = outbox.all_files(tx)
    yield from (f"no row for a sealed file: {name[-12:]}" for name in there - named)
    yield from (f"no sealed file for a row: {name[-12:]}" for name in named - there)
    for row in (row for row in all_envelopes(tx) if row.file in there & named):
        yield from (f"envelope {row.kind}: {fault}" for fault in broken_envelope(tx, laptop, row))


def broken_envelope(tx: Transaction, laptop: Laptop, row: OutboxRow) -> Iterator[str]:
    """Yield what does not hold of one envelope."""
    packed = (laptop.vault.sealed / row.file).read_bytes()
    signed, body = unpack(packed)
    check_sender(signed, laptop.workplace.certificate.keys.signing)
    header = signed.header
    if (header.id, header.record, header.version, header.device_seq) != (
        row.envelope,
        row.record,
        row.version,
        row.device_seq,
    ):
        yield "its header is not its row"
    if (sha256(body).hexdigest(), len(body)) != (row.sha256, row.size):
        yield "its bytes are not its row's"
    if row.kind is OutboxKind.KEPT:
        package = open_package(packed, laptop.workplace.identities, root=laptop.workplace.root)
        roots = {record.statement.root for record in package.records}
        if not roots <= {record.statement.root for record in all_records(tx)}:
            yield "it holds a record that the vault does not"


def broken_rows(tx: Transaction) -> Iterator[str]:
    """Yield what does not hold of the audit's chain and between the tables."""
    if (line := audit.verify(tx)) is not None:
        yield f"the audit is broken at line {line}"
    for sign in noticed.standing(tx):
        yield f"a false alarm: {sign}"
    for row in tx.all("PRAGMA foreign_key_check"):
        yield f"a row without its parent in {row['table']}"
    for row in tx.all("SELECT * FROM erasing"):
        yield f"still erasing: {len(row)}"
    for row in tx.all("SELECT * FROM scrub_due"):
        yield f"still to be scrubbed: {len(row)}"


def broken_pages(laptop: Laptop) -> Iterator[str]:
    """Yield what SQLite and SQLCipher say of the file, its journal folded in."""
    laptop.vault.checkpoint()
    connection = laptop.vault._connection
    with closing(connection.execute("PRAGMA cipher_integrity_check")) as cursor:
        yield from (f"cipher: {row[0]}" for row in cursor)
    with closing(connection.execute("PRAGMA integrity_check")) as cursor:
        yield from (f"pages: {row[0]}" for row in cursor if row[0] != "ok")


def strays(folder: Path) -> list[str]:
    """Return the names of whatever a locked vault does not consist of."""
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    own = {"vault.keys", "vault.db", "vault.witness"}
    return sorted(name for name in found if name not in own and not name.endswith(".ecaf"))


def all_records(tx: Transaction) -> list[FinishedRecord]:
    """Return every version of every finished record."""
    rows = tx.all("SELECT record, version FROM records ORDER BY finished_at, kind, version")
    found = [records.get(tx, RecordId(row["record"]), row["version"]) for row in rows]
    return [record for record in found if record is not None]


def all_envelopes(tx: Transaction) -> list[OutboxRow]:
    """Return every row of the outbox."""
    ids = [row["record"] for row in tx.all("SELECT DISTINCT record FROM outbox ORDER BY device_seq")]
    return [row for record in ids for row in outbox.of_record(tx, RecordId(record))]


def held(tx: Transaction) -> Holding:
    """Return all that a vault holds, without ids: families by the child's given name, and the audit line by line."""
    families = {row.summary.given: family(tx, row.episode) for row in children.list_all(tx) if row.episode is not None}
    last, names = drafts.last_place(tx), named(tx)
    return {
        "families": families,
        "last place": (last.place.path, last.place.caret) if last is not None else None,
        "audit": [(row["act"], names.get(row["object"], "")) for row in tx.all("SELECT * FROM audit ORDER BY n")],
        "inbox": [(row.child_name, inbox.body(tx, row.envelope)) for row in inbox.list_all(tx)],
        "queue": [(row.kind.value, row.version, row.recipient, row.state.value) for row in all_envelopes(tx)],
    }


def family(tx: Transaction, episode: EpisodeId) -> Holding:
    """Return what is held of one family: drafts with their places and histories, records, notes and what is due."""
    kinds = [(row["draft"], row["kind"]) for row in tx.all("SELECT * FROM drafts WHERE episode = ?", (episode,))]
    finished = [record for record in all_records(tx) if record.statement.episode == episode]
    roots = {record.statement.root: f"{record.statement.kind} {record.statement.version}" for record in finished}
    return {
        "drafts": {kind: draft(tx, identity) for identity, kind in kinds},
        "records": [
            {
                "what": roots[record.statement.root],
                "agrees to": roots.get(record.statement.agrees_to, ""),
                "follows": [roots.get(root, "?") for root in record.statement.parents],
                "answers": {path: to_json(answer) for path, answer in record.answers.items()},
            }
            for record in finished
        ],
        "notes": [note.text for note in private_notes.list_for(tx, episode)],
        "due": [tuple(row) for row in tx.all(_DUE, (episode,))],
    }


def draft(tx: Transaction, identity: str) -> Holding:
    """Return one draft."""
    row = tx.one("SELECT * FROM draft_places WHERE draft = ?", (identity,))
    answers = tx.all("SELECT path, answer FROM draft_answers WHERE draft = ? ORDER BY path", (identity,))
    history = tx.all("SELECT path, answer FROM answer_history WHERE draft = ? ORDER BY n", (identity,))
    return {
        "answers": [tuple(one) for one in answers if one["path"] not in _BY_THE_CLOCK],
        "history": [tuple(one) for one in history],
        "place": (row["path"], row["caret"]) if row else None,
    }


def named(tx: Transaction) -> dict[str, str]:
    """Return what each id stands for: what the audit's lines are about."""
    tables = ("children", "child"), ("episodes", "episode"), ("drafts", "draft"), ("outbox", "envelope")
    names = {row[0]: kind for table, kind in tables for row in tx.all(f"SELECT {kind} FROM {table}")}  # noqa: S608 -- our own names
    kinds = {row["record"]: row["kind"] for row in tx.all("SELECT record, kind FROM records")}
    return {**names, **kinds}
