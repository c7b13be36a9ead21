"""Sealing what may leave and queueing it, in the same transaction as the act; only the two doors' views are sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.agreement import agreement_of
from app.domain.ids import EnvelopeId, EpisodeId, RecordId, new_id
from app.domain.record import FinishedRecord, RecordKind, Statement
from app.domain.sharing import (
    DESK,
    KeptView,
    Recipient,
    kept,
    released,
    released_agreement,
    released_decided,
    released_signature,
)
from app.operations.beside import belonging, beside_of
from app.operations.workplace import Workplace, earlier_devices, newest_directory
from app.sealing.envelopes import new_envelope, sealed_hash
from app.sealing.packages import (
    SealablePackage,
    Sealed,
    author,
    desk,
    keepers,
    package_kept,
    package_opened,
    package_released,
    package_signature,
    package_withdrawal,
    readers_for,
    seal,
    told_of_withdrawal,
    wire_kept,
)
from app.sealing.wire import WireEpisode, WirePackage
from app.storage import audit, episodes, outbox, records, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from protocol.messages import Certificate, DeviceKeys, Opened, Withdrawal
from protocol.statements import Kind, sign

SAFE_KEEPING = "Safe keeping"
AUTHOR = "Author"


def post_kept(tx: Transaction, workplace: Workplace, finished: Sequence[FinishedRecord]) -> None:
    """Seal whole records for their author and the escrow, told to the family at the second gate, and queue them."""
    readers = keepers(workplace.certificate.keys, newest_directory(tx, workplace))
    body = seal(whole(tx, workplace, finished), readers)
    _queue(tx, workplace, body, _about(finished[0].statement), SAFE_KEEPING)


def post_unkept(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> None:
    """Seal for safe keeping every other form of an episode that no sealed copy was made of yet.

    Call it once the family have agreed that what is written is kept safe, and not before.
    """
    for header in records.of_episode(tx, episode):
        record = records.get(tx, header.record, header.version) if header.kind is RecordKind.FORM else None
        copies = outbox.of_record(tx, header.record) if record is not None else []
        if record is not None and not any(row.kind is OutboxKind.KEPT for row in copies):
            post_kept(tx, workplace, (record,))


def whole(tx: Transaction, workplace: Workplace, finished: Sequence[FinishedRecord]) -> SealablePackage:
    """Return whole records of one episode packed for their author and the escrow, with where they belong.

    The reasons that stand beside them go along, and the household; what was only jotted down does not.
    """
    beside = beside_of(tx, workplace, finished[0].statement.episode, with_notes=False)
    return package_kept(*_whole(tx, workplace, finished), beside)


def whole_beside(tx: Transaction, workplace: Workplace, finished: Sequence[FinishedRecord]) -> WirePackage:
    """Return whole records of one episode as they stand beside a draft."""
    return wire_kept(*_whole(tx, workplace, finished))


def _whole(
    tx: Transaction, workplace: Workplace, finished: Sequence[FinishedRecord]
) -> tuple[Certificate, list[KeptView], tuple[Certificate, ...], WireEpisode | None]:
    views, belongs = [kept(record) for record in finished], belonging(tx, finished[0].statement.episode)
    return workplace.certificate, views, earlier_devices(tx), belongs


def post_safekept(tx: Transaction, workplace: Workplace, package: SealablePackage, about: str) -> tuple[str, ...]:
    """Queue a ledger or a draft in the place of those before it about the same thing.

    Returns the sealed files to erase once this is committed.
    """
    files = outbox.supersede(tx, OutboxKind(package.kind.value), about)
    readers = keepers(workplace.certificate.keys, newest_directory(tx, workplace), package.kind)
    _queue(tx, workplace, seal(package, readers), _About(RecordId(about), 1), SAFE_KEEPING)
    return files


def post_released(tx: Transaction, workplace: Workplace, record: FinishedRecord, sharing: FinishedRecord) -> None:
    """Seal for the desk what the family released to it, and queue it. Raises ``NotAgreed`` when they did not."""
    today, agreement = workplace.clock.now().date(), agreement_of(sharing)
    views = [
        released(record, agreement, DESK, today=today),
        released_agreement(sharing, agreement, DESK, today=today),
    ]
    belongs = episodes.get(tx, record.statement.episode)
    restricted = belongs is None or belongs.restricted
    package = package_released(workplace.certificate, views, restricted=restricted)
    body = seal(package, desk(newest_directory(tx, workplace)))
    _queue(tx, workplace, body, _about(record.statement), DESK.name)


def post_signature(
    tx: Transaction, workplace: Workplace, record: FinishedRecord, sharing: FinishedRecord, later: FinishedRecord
) -> None:
    """Seal for the desk that somebody signed a version later too, and queue it. Raises ``NotAgreed``."""
    today = workplace.clock.now().date()
    views = released_signature(record, later, agreement_of(sharing), DESK, today=today)
    package = package_signature(workplace.certificate, views, earlier_devices(tx))
    body = seal(package, desk(newest_directory(tx, workplace)))
    _queue(tx, workplace, body, _about(record.statement), DESK.name, OutboxKind.SIGNATURE)


def post_decided(
    tx: Transaction, workplace: Workplace, decision: FinishedRecord, record: FinishedRecord, to: Recipient
) -> None:
    """Seal for somebody what was decided to go to them without agreement, and queue it.

    Raises ``NotAgreed`` when the decision does not let it go, ``LookupError`` when there is no key of theirs.
    """
    views, readers = released_decided(decision, record, to), readers_for(newest_directory(tx, workplace), to)
    if readers is None:
        raise LookupError("the directory has no key of theirs")
    belongs = episodes.get(tx, record.statement.episode)
    package = package_released(workplace.certificate, views, restricted=belongs is None or belongs.restricted)
    _queue(tx, workplace, seal(package, readers), _about(decision.statement), to.name)


def post_opened(tx: Transaction, workplace: Workplace, opened: Opened, to: DeviceKeys) -> None:
    """Seal for the author's laptop that its envelope was opened, and queue it."""
    body = seal(package_opened(workplace.certificate, opened), author(to))
    _queue(tx, workplace, body, _About(RecordId(opened.record), opened.version), AUTHOR)


def post_withdrawal(tx: Transaction, workplace: Workplace, said: Withdrawal) -> None:
    """Sign and seal for the desk that a release is taken back, and queue it."""
    signature = sign(Kind.WITHDRAWAL, said, workplace.secrets.signing)
    package = package_withdrawal(workplace.certificate, said, signature)
    body = seal(package, told_of_withdrawal(newest_directory(tx, workplace)))
    _queue(tx, workplace, body, _About(RecordId(said.record), said.version), DESK.name)


@dataclass(frozen=True)
class _About:
    """Which version of which record an envelope is about, and the roots of the versions before it."""

    record: RecordId
    version: int
    parents: tuple[str, ...] = ()


def _about(statement: Statement) -> _About:
    return _About(statement.record, statement.version, statement.parents)


def _queue(  # noqa: PLR0913, PLR0917 - what, about which record, for whom; a kind of its own where it has one here
    tx: Transaction,
    workplace: Workplace,
    body: Sealed,
    about: _About,
    label: str,
    kind: OutboxKind | None = None,
) -> None:
    envelope, seq, at = EnvelopeId(new_id()), outbox.next_device_seq(tx), workplace.clock.now()
    packed = new_envelope(
        body,
        id=envelope,
        record=about.record,
        version=about.version,
        parents=about.parents,
        device=workplace.device,
        device_seq=seq,
        signing_key=workplace.secrets.signing,
    )
    file = f"{envelope}.ecaf"
    sealed.write(tx, workplace.sealed, file, packed)
    row = OutboxRow(
        envelope=envelope,
        device_seq=seq,
        kind=kind or OutboxKind(body.kind.value),
        record=about.record,
        version=about.version,
        recipient=label,
        file=file,
        sha256=sealed_hash(body),
        size=len(body.body),
        queued_at=at,
    )
    outbox.add(tx, row)
    audit.write(tx, Act.SEALED, envelope, at)
