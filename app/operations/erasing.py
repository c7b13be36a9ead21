"""Asking that what was sent of a record is erased for ever, everywhere it can be reached; the record here stays.

What waits is never sent from that moment on. The order is this laptop's own, signed, and nobody else's work is in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import EpisodeId, RecordId, new_id
from app.errors import Trouble
from app.operations.workplace import Workplace
from app.storage import asked_erasures, audit, drafts, hand_ins, openings, outbox, records, sealed
from app.storage.asked_erasures import AskedErasure
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from protocol.codec import encode
from protocol.keeping import Erasure, ErasureWhy, SignedErasure
from protocol.limits import ERASURE_ENVELOPES
from protocol.statements import Kind, sign

_ERASABLE = frozenset({OutboxKind.KEPT, OutboxKind.RELEASED, OutboxKind.SIGNATURE, OutboxKind.DRAFT})
_WAITS = frozenset({OutboxState.WAITING, OutboxState.SET_ASIDE})


class AskedBy(StrEnum):
    """Who asks for an erasure."""

    PARENT = "parent"
    YOUNG_PERSON = "young person"
    LAW = "law"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class WouldErase:
    """What an erasure would reach: copies at the authority, copies that still wait here, and what it cannot reach.

    ``opened_by`` are those who said that they read it; ``on_a_stick`` that the desk had it from a stick.
    """

    at_authority: int = 0
    waiting: int = 0
    opened_by: tuple[str, ...] = ()
    on_a_stick: bool = False


class NothingToErase(Trouble):
    """Nothing of this record was sealed to go anywhere, or all of it was erased."""

    def __init__(self) -> None:
        super().__init__("There is nothing to erase elsewhere.", "Nothing of this record is anywhere but here.")


def would_erase(tx: Transaction, episode: EpisodeId) -> WouldErase | None:
    """Return what an erasure would reach, or None where there is nothing."""
    rows = _reached(tx, episode)
    if not rows:
        return None
    waiting = sum(row.state in _WAITS for row in rows)
    return WouldErase(
        at_authority=len(rows) - waiting,
        waiting=waiting,
        opened_by=tuple(dict.fromkeys(one.by for one in openings.of_records(tx, _records(tx, episode)))),
        on_a_stick=bool(hand_ins.of_envelopes(tx, [row.envelope for row in rows])),
    )


def ask_erasure(tx: Transaction, workplace: Workplace, episode: EpisodeId, who: AskedBy, why: ErasureWhy) -> None:
    """Ask that every copy elsewhere is erased for ever, and let go of what waits. Raises ``NothingToErase``."""
    rows, at = _reached(tx, episode), workplace.clock.now()
    if not rows:
        raise NothingToErase
    waiting = [row for row in rows if row.state in _WAITS]
    files = [outbox.void(tx, row.envelope) for row in waiting]
    for row in waiting:
        audit.write(tx, Act.VOIDED, row.envelope, at)
    for some in _lots(rows):
        asked = Erasure(new_id(), workplace.device, tuple(row.envelope for row in some), why)
        signed = SignedErasure(asked, sign(Kind.ERASURE, asked, workplace.secrets.signing))
        said = encode(signed).decode()
        asked_erasures.keep(tx, AskedErasure(asked.id, episode, said, who.value, why.value, len(some), at))
    audit.write(tx, Act.ERASURE_ASKED, episode, at, f"{why.value} {who.value}")
    tx.once_committed(lambda: sealed.erase(workplace.sealed, [file for file in files if file]))


def _lots(rows: Sequence[OutboxRow]) -> list[Sequence[OutboxRow]]:
    return [rows[place : place + ERASURE_ENVELOPES] for place in range(0, len(rows), ERASURE_ENVELOPES)]


def _reached(tx: Transaction, episode: EpisodeId) -> list[OutboxRow]:
    """Return the envelopes of an episode that stand elsewhere or may come to: none that was erased before.

    One that was voided may have arrived all the same, where its answer was lost.
    """
    rows = outbox.of_records(tx, _records(tx, episode))
    return [row for row in rows if row.kind in _ERASABLE and row.last_trouble != outbox.ERASED]


def _records(tx: Transaction, episode: EpisodeId) -> list[RecordId]:
    """Return the ids that envelopes of an episode go by: its finished records, and its drafts."""
    finished = [header.record for header in records.of_episode(tx, episode)]
    return list(dict.fromkeys([*finished, *(RecordId(one.draft) for one in drafts.of_episode(tx, episode))]))


def erasure_asked(tx: Transaction, episode: EpisodeId) -> AskedErasure | None:
    """Return the erasure that was asked for last, and whether it is done."""
    return asked_erasures.of_episode(tx, episode)
