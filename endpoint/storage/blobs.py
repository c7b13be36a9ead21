"""Sealed bytes on their way, piece by piece; only the device that brings them sees how far they have come."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, delete, insert, select, update

from endpoint.storage.database import Transaction
from endpoint.storage.tables import BLOBS, PIECES


@dataclass(frozen=True)
class Blob:
    """How far one has come, of how many bytes."""

    size: int
    received: int


def find_blob(tx: Transaction, device: str, sha256: str) -> Blob | None:
    """Return how far a device's blob has come, if it was begun."""
    row = tx.connection.execute(
        select(BLOBS.c.size, BLOBS.c.received).where(*_its(BLOBS, tx, device, sha256))
    ).one_or_none()
    return Blob(row.size, row.received) if row else None


def begin_blob(tx: Transaction, device: str, sha256: str, size: int, begun_at: str) -> None:
    """Begin a blob of so many bytes."""
    row = {"authority": tx.authority, "device": device, "sha256": sha256, "size": size, "received": 0}
    tx.connection.execute(insert(BLOBS), {**row, "begun_at": begun_at})


def add_piece(tx: Transaction, device: str, sha256: str, place: int, piece: bytes) -> None:
    """Keep the next piece, which begins at ``place``. Raises ``IntegrityError`` when another was quicker."""
    row = {"authority": tx.authority, "device": device, "sha256": sha256, "place": place, "piece": piece}
    tx.connection.execute(insert(PIECES), row)
    tx.connection.execute(update(BLOBS).where(*_its(BLOBS, tx, device, sha256)).values(received=place + len(piece)))


def read_blob(tx: Transaction, device: str, sha256: str) -> bytes:
    """Return all pieces together."""
    query = select(PIECES.c.piece).where(*_its(PIECES, tx, device, sha256)).order_by(PIECES.c.place)
    return b"".join(bytes(piece) for piece in tx.connection.execute(query).scalars())


def let_go_of_blob(tx: Transaction, device: str, sha256: str) -> None:
    """Forget a blob and its pieces."""
    for table in (PIECES, BLOBS):
        tx.connection.execute(delete(table).where(*_its(table, tx, device, sha256)))


def let_go_of_unfinished(tx: Transaction, begun_before: str) -> None:
    """Forget every blob that was begun before this time; an envelope that was kept took its bytes along."""
    old = select(BLOBS.c.device, BLOBS.c.sha256).where(
        BLOBS.c.authority == tx.authority, BLOBS.c.begun_at < begun_before
    )
    for row in tx.connection.execute(old).all():
        let_go_of_blob(tx, row.device, row.sha256)


def _its(table: Table, tx: Transaction, device: str, sha256: str) -> tuple[ColumnElement[bool], ...]:
    return (table.c.authority == tx.authority, table.c.device == device, table.c.sha256 == sha256)
