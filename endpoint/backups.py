"""Backups in one file, the same from either database: taken while others write, and called good only when read whole.

A backup holds what the store holds, sealed as it came. It holds no private key, and nothing from outside the store: the
erasure log and what was given since are run again over whatever is put back.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec
import zstandard
from sqlalchemy import Table, func, select

from endpoint.storage.authorities import find_epoch, list_ended_epochs
from endpoint.storage.database import Store, Transaction
from endpoint.storage.schema import NEWEST
from endpoint.storage.tables import BLOBS, ENVELOPES, FACTOR_PROOFS, METADATA, NONCES, PIECES
from endpoint.times import to_text
from protocol.codec import decode
from protocol.messages import SignedDirectory, SignedHeader, SignedReceipt
from protocol.problems import Refused
from protocol.statements import Kind, check

FORMAT = "ecaf-backup/1"
_LEFT_OUT = {NONCES.name, BLOBS.name, PIECES.name, FACTOR_PROOFS.name}  # all are of the moment, and are begun again
KEPT: tuple[Table, ...] = tuple(table for table in METADATA.sorted_tables if table.name not in _LEFT_OUT)
FrameT = TypeVar("FrameT", bound=msgspec.Struct)
_LENGTH = struct.Struct(">I")
_LARGEST = 64 * 1024 * 1024


class NotWhole(Exception):
    """A file is no backup, or was damaged; the sentence says what was found, and names nobody."""


class Begins(msgspec.Struct, frozen=True):
    """How a backup begins: of whose store, of which epoch and up to which place, with the epochs before it."""

    format: str
    revision: str
    authority: str
    epoch: str
    ended: dict[str, int]
    server_seq: int
    at: str


class Row(msgspec.Struct, frozen=True):
    """One row of one table."""

    table: str
    row: dict[str, Any]


class Ends(msgspec.Struct, frozen=True):
    """How a backup ends: how many rows of each table it holds, and the hash over all before this."""

    counts: dict[str, int]
    sha256: str


def take(store: Store, file: Path, now: datetime) -> Begins:
    """Write a backup of one moment of the store into a file that is not there yet. Raises ``FileExistsError``."""
    if file.exists():
        raise FileExistsError(file)
    beside = file.with_name(file.name + ".part")
    with store.snapshot() as tx, beside.open("wb") as out:
        begins = _begins(tx, now)
        with zstandard.ZstdCompressor().stream_writer(out, closefd=False) as squeezed:
            _write(squeezed, tx, begins)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
    return begins


def _begins(tx: Transaction, now: datetime) -> Begins:
    last = select(func.coalesce(func.max(ENVELOPES.c.server_seq), 0)).where(ENVELOPES.c.authority == tx.authority)
    place = int(tx.connection.execute(last).scalar_one())
    return Begins(FORMAT, NEWEST, tx.authority, find_epoch(tx), list_ended_epochs(tx), place, to_text(now))


def _write(out: IO[bytes], tx: Transaction, begins: Begins) -> None:
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    _put(out, begins, digest)
    for table in KEPT:
        query = select(table).where(table.c.authority == tx.authority)
        for row in tx.connection.execution_options(yield_per=100).execute(query).mappings():
            _put(out, Row(str(table.name), {str(name): value for name, value in row.items()}), digest)
            counts[str(table.name)] += 1
    _put(out, Ends(dict(counts), digest.hexdigest()), hashlib.sha256())


def _put(out: IO[bytes], frame: msgspec.Struct, digest: Any) -> None:
    packed = msgspec.msgpack.encode(frame)
    whole = _LENGTH.pack(len(packed)) + packed
    digest.update(whole)
    out.write(whole)


def read(file: Path) -> Iterator[Begins | Row]:
    """Yield how a backup begins, then each row. Raises ``NotWhole``, which may come only after the last row."""
    digest, counts, before = hashlib.sha256(), Counter[str](), b""
    kind: type[Begins | Row] = Begins
    for packed in _frames(file):
        if before:
            yield _noted(before, kind, counts)
            digest.update(_LENGTH.pack(len(before)) + before)
            kind = Row
        before = packed
    ends = _decoded(before, Ends)
    if ends.sha256 != digest.hexdigest() or ends.counts != dict(counts):
        raise NotWhole("it was changed or cut off")


def _noted(packed: bytes, kind: type[Begins | Row], counts: Counter[str]) -> Begins | Row:
    frame = _decoded(packed, kind)
    if isinstance(frame, Row):
        counts[frame.table] += 1
    elif frame.format != FORMAT:
        raise NotWhole("it is of a kind that this version does not know")
    return frame


def _frames(file: Path) -> Iterator[bytes]:
    try:
        with file.open("rb") as squeezed, zstandard.ZstdDecompressor().stream_reader(squeezed) as plain:
            while length := plain.read(_LENGTH.size):
                size = _LENGTH.unpack(length)[0]
                packed = plain.read(size) if size <= _LARGEST else b""
                if len(packed) != size:
                    raise NotWhole("it was cut off")
                yield packed
    except (zstandard.ZstdError, struct.error) as fault:
        raise NotWhole("it is no backup, or was damaged") from fault


def _decoded(packed: bytes, kind: type[FrameT]) -> FrameT:
    try:
        return msgspec.msgpack.decode(packed, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise NotWhole("it is no backup, or was damaged") from fault


def verify(file: Path) -> Begins:
    """Return how a backup begins, after each envelope in it was held against its receipt. Raises ``NotWhole``."""
    frames = read(file)
    begins = next(frames, None)
    if not isinstance(begins, Begins):
        raise NotWhole("it is no backup, or was damaged")
    looking = _Looking()
    for frame in frames:
        if isinstance(frame, Row):
            looking.at(frame)
    return begins


class _Looking:
    """Looks at one row after another: signatures of receipts, and hashes of sealed bytes."""

    def __init__(self) -> None:
        self._receipt_keys: frozenset[str] = frozenset()
        self._hashes: dict[str, str] = {}

    def at(self, frame: Row) -> None:
        """Raise ``NotWhole`` where a row is not what it must be."""
        row = frame.row
        try:
            match frame.table:
                case "authorities":
                    self._receipt_keys = frozenset(decode(row["directory"], SignedDirectory).directory.receipt_keys)
                case "envelopes" if row["header"]:
                    self._envelope(row)
                case "bodies" if hashlib.sha256(row["sealed"]).hexdigest() != self._hashes.get(row["id"]):
                    raise NotWhole("the sealed bytes of an envelope are not those it was receipted for")
        except (Refused, KeyError) as fault:
            raise NotWhole("a row in it cannot be read") from fault

    def _envelope(self, row: dict[str, Any]) -> None:
        header, signed = decode(row["header"], SignedHeader).header, decode(row["receipt"], SignedReceipt)
        receipt = signed.receipt
        if signed.key not in self._receipt_keys or (receipt.id, receipt.sha256) != (row["id"], header.sha256):
            raise NotWhole("an envelope has another's receipt")
        check(Kind.RECEIPT, receipt, signed.signature, signed.key)
        self._hashes[header.id] = header.sha256
