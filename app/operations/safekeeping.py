"""What goes to safe keeping before each round of sync beside finished records, and what of it a new laptop is told.

So that a lost laptop takes nothing with it unsaid: what stood on it and was never sent is named to its author.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal

import msgspec

from app.domain.gates import drafts_may_be_kept_safe
from app.domain.ids import ChildId, DeviceId, DraftId, EpisodeId, RecordId, new_id
from app.domain.record import FinishedRecord, RecordKind
from app.operations.beside import beside_of
from app.operations.moving import carried
from app.operations.posting import post_safekept, whole_beside
from app.operations.workplace import Workplace
from app.sealing.moved import signed_draft, signed_ledger
from app.sealing.wire import CarriedDraft, Ledger, LedgerLine, moment_out
from app.storage import draft_backups, drafts, episodes, other_devices, outbox, records, sync_state, unsent
from app.storage.database import Transaction
from app.storage.drafts import Draft
from app.storage.moments import stored
from app.storage.outbox import OutboxKind
from app.storage.unsent import Unsent
from protocol.codec import canonical, decode, encode

_LEDGER = "ledger"
_LOOK_AGAIN = timedelta(minutes=10)
_LONG_AGO = "2000-01-01T00:00:00+00:00"
_DRAFTS = "drafts kept safe"
_DRAFTS_AGAIN = timedelta(minutes=2)


@dataclass(frozen=True)
class LostLine:
    """One piece of work that stood on another laptop and is not here."""

    child: str
    kind: RecordKind
    day: date
    finished: bool


@dataclass(frozen=True)
class Lost:
    """What another laptop held at its last contact (``at``) and nobody else has.

    ``unnamed`` counts families whose names never left it: they had not agreed to be recorded.
    """

    at: datetime
    lines: tuple[LostLine, ...]
    unnamed: int


def prepare(tx: Transaction, workplace: Workplace) -> tuple[str, ...]:
    """Queue what safe keeping does not have yet; return the sealed files to erase once this is committed."""
    return (*_withdraw_drafts(tx, workplace), *_keep_drafts(tx, workplace), *_keep_ledger(tx, workplace))


def let_go(tx: Transaction, workplace: Workplace, child: ChildId) -> tuple[str, ...]:
    """Let go of what waits to be kept safe about a child who is erased now; what was sent is withdrawn next.

    Call it before the child is erased. Returns the sealed files to erase once this is committed.
    """
    files = list(outbox.supersede(tx, OutboxKind.LEDGER, workplace.device))
    # A draft that was finished since says no more whose it was: all such are let go of, as the next round would.
    for draft in (*draft_backups.of_child(tx, child), *draft_backups.gone(tx)):
        files += outbox.supersede(tx, OutboxKind.DRAFT, draft)
    if _last_ledger(tx)[1]:
        # The next round says it without this child; what stood here was a hash with the child's name in it.
        sync_state.write(tx, _LEDGER, f"{_LONG_AGO} {new_id()}")
    _leave_out_of_ledgers(tx, child)
    return tuple(files)


def _leave_out_of_ledgers(tx: Transaction, child: ChildId) -> None:
    """Take the lines about a child out of what is known of this person's other laptops: a name stands in each."""
    own = {one.episode for one in episodes.all_of_child(tx, child)}
    for body in other_devices.ledgers(tx):
        ledger = decode(body.encode(), Ledger)
        staying = tuple(line for line in ledger.lines if line.episode not in own)
        if staying != ledger.lines:
            without = msgspec.structs.replace(ledger, lines=staying)
            other_devices.change_ledger(tx, DeviceId(ledger.device), encode(without).decode())


def _withdraw_drafts(tx: Transaction, workplace: Workplace) -> tuple[str, ...]:
    """Take back every draft that is finished or erased by now: its place at the endpoint holds nothing then."""
    files: list[str] = []
    for draft in draft_backups.gone(tx):
        files += _withdraw(tx, workplace, draft)
    return tuple(files)


def _withdraw(tx: Transaction, workplace: Workplace, draft: DraftId) -> tuple[str, ...]:
    draft_backups.forget(tx, draft)
    word = CarriedDraft(draft, workplace.device, moment_out(workplace.clock.now()), withdrawn=True)
    return _post_draft(tx, workplace, word)


def _keep_drafts(tx: Transaction, workplace: Workplace) -> tuple[str, ...]:
    """Seal each changed draft of the families who said yes to that; few minutes between one look and the next."""
    at, said = workplace.clock.now(), sync_state.read(tx, _DRAFTS)
    looked = datetime.fromisoformat(said) if said is not None else None
    if looked is not None and abs(at - looked) < _DRAFTS_AGAIN:
        return ()
    changed = drafts.changed_or_asked_since(tx, _since(looked, at), RecordKind.START.value)
    agreed = records.newest_in(tx, RecordKind.START, [draft.episode for draft in changed])
    posted, files = draft_backups.posted(tx), list[str]()
    for draft in changed:
        files += _keep_draft(tx, workplace, draft, posted.get(draft.draft), agreed.get(draft.episode))
    sync_state.write(tx, _DRAFTS, moment_out(at))
    return tuple(files)


def _since(looked: datetime | None, at: datetime) -> str:
    """Return from when on what changed is looked at: from the last look, or all of it where a clock may have been set.

    Once a day all of it is looked at, too.
    """
    is_sure = looked is not None and looked < at and looked.date() == at.date()
    return stored(looked - _DRAFTS_AGAIN) if looked is not None and is_sure else ""


def _keep_draft(
    tx: Transaction,
    workplace: Workplace,
    draft: Draft,
    posted: datetime | None,
    agreement: FinishedRecord | None,
) -> tuple[str, ...]:
    if agreement is None or not drafts_may_be_kept_safe(agreement.answers):
        return _withdraw(tx, workplace, draft.draft) if posted is not None else ()
    if posted is not None and draft.changed_at <= posted:
        return ()
    draft_backups.note(tx, draft.draft, draft.changed_at)
    return _post_draft(tx, workplace, carried(tx, workplace, draft), agreement)


def _post_draft(
    tx: Transaction, workplace: Workplace, draft: CarriedDraft, agreement: FinishedRecord | None = None
) -> tuple[str, ...]:
    stands_on = whole_beside(tx, workplace, [agreement]) if agreement is not None else None
    beside = beside_of(tx, workplace, agreement.statement.episode, with_notes=True) if agreement is not None else None
    package = signed_draft(workplace.certificate, draft, workplace.secrets.signing, stands_on, beside)
    return post_safekept(tx, workplace, package, draft.draft)


def _keep_ledger(tx: Transaction, workplace: Workplace) -> tuple[str, ...]:
    at, finished = workplace.clock.now(), unsent.finished(tx)
    looked, known = _last_ledger(tx)
    if looked is not None and not finished and abs(at - looked) < _LOOK_AGAIN:
        return ()
    ledger = _ledger(tx, workplace, finished, at)
    content = sha256(canonical([ledger.lines, ledger.unnamed])).hexdigest()
    if content == known or not (known or ledger.lines or ledger.unnamed):
        if looked is None or abs(at - looked) >= _LOOK_AGAIN:
            sync_state.write(tx, _LEDGER, f"{moment_out(at)} {known}")
        return ()
    sync_state.write(tx, _LEDGER, f"{moment_out(at)} {content}")
    package = signed_ledger(workplace.certificate, ledger, workplace.secrets.signing)
    return post_safekept(tx, workplace, package, workplace.device)


def _last_ledger(tx: Transaction) -> tuple[datetime | None, str]:
    said = sync_state.read(tx, _LEDGER)
    if said is None:
        return None, ""
    at, _, content = said.partition(" ")
    return datetime.fromisoformat(at), content


def _ledger(tx: Transaction, workplace: Workplace, finished: list[Unsent], at: datetime) -> Ledger:
    writing = unsent.in_drafts(tx)
    # An agreement to start is finished where the family said yes, and in no other case.
    asked = records.episodes_with(tx, RecordKind.START, [one.episode for one in writing])
    agreed = [one for one in writing if one.episode in asked]
    lines = [_line(one, "finished") for one in finished] + [_line(one, "draft") for one in agreed]
    return Ledger(workplace.device, moment_out(at), tuple(lines), len(writing) - len(agreed))


def _line(one: Unsent, state: Literal["draft", "finished"]) -> LedgerLine:
    day = one.at.date().isoformat()
    return LedgerLine(one.child, one.episode, one.kind.value, day, state, one.record, one.version)


def lost_work(tx: Transaction) -> tuple[Lost, ...]:
    """Return what this person's other laptops held at their last contact and is not here, laptop by laptop."""
    told = (decode(body.encode(), Ledger) for body in other_devices.ledgers(tx))
    return tuple(_lost(tx, ledger) for ledger in told)


def _lost(tx: Transaction, ledger: Ledger) -> Lost:
    missing = tuple(
        LostLine(line.child, RecordKind(line.kind), date.fromisoformat(line.day), line.state == "finished")
        for line in ledger.lines
        if not _is_here(tx, line)
    )
    return Lost(datetime.fromisoformat(ledger.at), missing, ledger.unnamed)


def _is_here(tx: Transaction, line: LedgerLine) -> bool:
    if line.state == "finished":
        return records.get(tx, RecordId(line.record), line.version) is not None
    episode, kind = EpisodeId(line.episode), RecordKind(line.kind)
    if drafts.find(tx, episode, kind) is not None:
        return True
    newest = records.newest(tx, episode, kind)
    return newest is not None and newest.statement.finished_at.date() >= date.fromisoformat(line.day)


def read_lost_work(tx: Transaction) -> None:
    """Note that the author has read what was lost; it is not told again."""
    other_devices.forget_ledgers(tx)
