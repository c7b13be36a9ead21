"""Bringing over the sealed files of a damaged vault: each is checked, and what the vault lost is read from it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.ids import EnvelopeId, RecordId
from app.domain.record import FinishedRecord
from app.domain.sharing import DESK
from app.operations.posting import AUTHOR, SAFE_KEEPING
from app.operations.workplace import Workplace
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_package
from app.storage import outbox, records, sealed
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from app.storage.salvage.giving_back import Giving
from protocol.envelope import unpack
from protocol.messages import EnvelopeHeader, EnvelopeKind
from protocol.problems import Refused

_LABELS = {EnvelopeKind.KEPT: SAFE_KEEPING, EnvelopeKind.RELEASED: DESK.name, EnvelopeKind.OPENED: AUTHOR}


@dataclass
class BroughtOver:
    """How many sealed files came over, how many finished records were read from them, and how many stay unread."""

    files: int = 0
    records: int = 0
    unread: int = 0


def bring_over(  # noqa: PLR0913, PLR0917 - from where, to where, for whom and when
    tx: Transaction, old: Path, new: Path, workplace: Workplace | None, giving: Giving, at: datetime
) -> BroughtOver:
    """Copy each sealed file that is whole, and give back the finished records that the vault has lost.

    A file whose row is lost is queued again: the endpoint knows its id, and takes it once whoever sends it.
    """
    done = BroughtOver()
    for path in sealed.copies(old):
        found = _whole(path)
        if found is None:
            done.unread += 1
            continue
        header, body = found
        if header.kind is EnvelopeKind.KEPT:
            missing = _is_wanted(tx, header)
            _read_from(body, workplace, giving, done)
            done.unread += missing and _is_wanted(tx, header)
        if _has_its_row(tx, header, path.name, at):
            sealed.write(tx, new, path.name, body)
            done.files += 1
    return done


def _whole(path: Path) -> tuple[EnvelopeHeader, bytes] | None:
    try:
        body = path.read_bytes()
        return unpack(body)[0].header, body
    except (OSError, Refused, ValueError):
        return None


def _is_wanted(tx: Transaction, header: EnvelopeHeader) -> bool:
    return records.get(tx, RecordId(header.record), header.version) is None


def _read_from(body: bytes, workplace: Workplace | None, giving: Giving, done: BroughtOver) -> None:
    """Give back each record of a package that the vault has lost: what stands first in it, and what it stands on."""
    with suppress(NotGenuine):
        opened = open_package(body, workplace.identities, root=workplace.root) if workplace is not None else None
        for one in opened.records if opened is not None else ():
            record = FinishedRecord(one.statement, one.signature, one.disclosed, one.withheld)
            done.records += giving.add_record(record)


def _has_its_row(tx: Transaction, header: EnvelopeHeader, file: str, at: datetime) -> bool:
    """Say whether a file is to stand beside the vault; queue it again where its row is lost and its record is not."""
    row = outbox.get(tx, EnvelopeId(header.id))
    if row is not None:
        return row.state is not OutboxState.VOIDED
    if header.kind is not EnvelopeKind.OPENED and _is_wanted(tx, header):
        return False
    outbox.add(tx, _row(header, file, at))
    return True


def _row(header: EnvelopeHeader, file: str, at: datetime) -> OutboxRow:
    return OutboxRow(
        envelope=EnvelopeId(header.id),
        device_seq=header.device_seq,
        kind=OutboxKind(header.kind.value),
        record=RecordId(header.record),
        version=header.version,
        recipient=_LABELS[header.kind],
        file=file,
        sha256=header.sha256,
        size=header.size,
        queued_at=at,
    )
