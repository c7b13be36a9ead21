"""Giving back what can be read of a damaged vault, in a new one of the same person; the damaged one keeps every byte.

Finished records that are lost in it come back from their sealed copies, where the key to read them can still be had.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.forms.definition import FormLibrary
from app.operations.families import form_for
from app.operations.keeping import summary_of
from app.operations.policy import own_policy
from app.operations.remembering import catch_up
from app.operations.sealed_copies import BroughtOver, bring_over
from app.operations.workplace import DEVICE, load_workplace
from app.sealing.records import holds_together
from app.storage import audit, children, drafts, due, episodes, keys, records
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.files import write_durably
from app.storage.folder import DATABASE, SEALED, SET_ASIDE
from app.storage.moments import moment
from app.storage.opened_keys import OpenedKeys, open_keys
from app.storage.salvage.giving_back import GivenBack, Giving
from app.storage.salvage.rows import Row, Salvaged, read_rows
from app.storage.slots import Cost
from app.storage.troubles import SecretDamaged, VaultDamaged, in_plain_words
from app.storage.vault import Vault, create_next


@dataclass(frozen=True)
class LostRecord:
    """A finished record that could not be read, neither in the vault nor in a sealed copy: of whom, what and when."""

    child: str
    kind: str
    finished_at: datetime


@dataclass(frozen=True)
class Rescue:
    """What came back and what did not; it names people, so it is for the owner of the vault alone.

    ``may_lack`` are the children in whose drafts answers may be missing; ``families`` counts those that came back
    without their own entry; ``pages`` and ``damaged_pages`` are the database's.
    """

    given: GivenBack = field(repr=False)
    from_sealed: int
    sealed_unread: int
    lost: tuple[LostRecord, ...] = field(repr=False)
    may_lack: tuple[str, ...] = field(repr=False)
    notes_lost: bool
    is_enrolled: bool
    is_proved: bool
    pages: int
    damaged_pages: int


def rescue(  # noqa: PLR0913 - a vault, what opens it, and what the new one is made with
    folder: Path,
    opener: keys.Opener,
    *,
    into: Path,
    passphrase: str,
    cost: Callable[[], Cost],
    forms: FormLibrary,
    clock: Clock,
) -> tuple[Vault, Rescue]:
    """Return a new vault in ``into`` with everything that can be read of the one in ``folder``, and what that was.

    Raises what ``opener`` raises, ``KeyFileDamaged`` where no key file can be read, or ``VaultDamaged`` where there is
    nothing to give back; the damaged folder gets one mark at the end, and nothing else in it ever changes.
    """
    opened, salvaged = _readable(folder, open_keys(folder, opener))
    vault = create_next(into, opened, passphrase, cost())
    try:
        _drop_unreadable_device(vault, salvaged)
        rescued = _give(folder, vault, salvaged, forms, clock)
        with in_plain_words():
            write_durably(folder / SET_ASIDE, into.name.encode())
    except BaseException:
        vault.lock()
        shutil.rmtree(into, ignore_errors=True)  # nothing stands in it but copies
        raise
    return vault, rescued


def _readable(folder: Path, opened: tuple[OpenedKeys, ...]) -> tuple[OpenedKeys, Salvaged]:
    """Return the key the database stands under, and its rows; a change of key that was cut short leaves two."""
    for one in opened:
        found = read_rows(folder / DATABASE, one.database_key)
        if any(found.rows.values()):
            return one, found
    raise VaultDamaged


def _drop_unreadable_device(vault: Vault, salvaged: Salvaged) -> None:
    """Leave out an enrolment whose secrets are lost: such a laptop joins its team anew."""
    secrets = {row["name"]: row["secret"] for row in salvaged.of("wrapped_secrets") if row["owner"] == DEVICE}
    try:
        wrapped = secrets.get(DEVICE)
        vault.unwrap_secret(wrapped if isinstance(wrapped, bytes) else b"", DEVICE)
    except SecretDamaged:
        salvaged.rows["enrolment"] = []
        salvaged.rows["wrapped_secrets"] = []


def _give(folder: Path, vault: Vault, salvaged: Salvaged, forms: FormLibrary, clock: Clock) -> Rescue:
    with vault.transaction() as tx:
        giving = Giving(tx, salvaged, lambda kind: form_for(forms, kind).ref, clock.now())
        given = giving.give(holds_together)
        workplace = load_workplace(tx, vault, forms, clock)
        copies = bring_over(tx, folder / SEALED, vault.sealed, workplace, giving, clock.now())
        giving.give_openings()
        name_families(tx)
        due.read_again(tx, (one.episode for one in episodes.list_all(tx)))
        catch_up(tx, own_policy().agreement_review_days)
        audit.write(tx, Act.GIVEN_BACK, vault.vault_id, clock.now(), f"{salvaged.damaged_pages} pages damaged")
        return _told(tx, salvaged, given, copies, is_enrolled=workplace is not None)


def _told(tx: Transaction, salvaged: Salvaged, given: GivenBack, copies: BroughtOver, *, is_enrolled: bool) -> Rescue:
    rows = children.list_all(tx)
    answers_lost = bool(salvaged.lost.get("draft_answers") or given.refused or salvaged.unplaced)
    return Rescue(
        given=given,
        from_sealed=copies.records,
        sealed_unread=copies.unread,
        lost=tuple(_lost(tx, row) for row in given.not_whole),
        may_lack=tuple(name_of(row.summary) for row in rows if row.draft_changed_at) if answers_lost else (),
        notes_lost=bool(salvaged.lost.get("private_notes") or salvaged.lost.get("quick_notes")),
        is_enrolled=is_enrolled,
        is_proved=salvaged.is_proved,
        pages=salvaged.pages,
        damaged_pages=salvaged.damaged_pages,
    )


def _lost(tx: Transaction, row: Row) -> LostRecord:
    episode = episodes.get(tx, EpisodeId(str(row["episode"])))
    child = children.get(tx, episode.child) if episode is not None else None
    return LostRecord(name_of(child.summary) if child else "", str(row["kind"]), moment(str(row["finished_at"])))


def name_families(tx: Transaction) -> None:
    """Give a child that lost its own entry the name that is written in what came back of it."""
    for row in children.list_all(tx):
        if name_of(row.summary) or row.episode is None:
            continue
        draft = drafts.find(tx, row.episode, RecordKind.ASSESSMENT)
        record = records.newest(tx, row.episode, RecordKind.ASSESSMENT)
        answers = drafts.answers(tx, draft.draft) if draft else record.answers if record else {}
        children.update_summary(tx, row.child, summary_of(answers))


def name_of(summary: ChildSummary) -> str:
    """Return a child's name, empty when none is known."""
    return " ".join(part for part in (summary.likes_to_be_called or summary.given, summary.family) if part)
