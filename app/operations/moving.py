"""A new laptop gets its owner's records back: carried by her old laptop, or by the authority's key holders.

Nothing that stands on either laptop is changed or replaced by this: what is here already stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from app.domain.answers import Answers, from_json, to_json
from app.domain.ids import ChildId, DeviceId, DraftId, EpisodeId, RecordId, new_id
from app.domain.record import OTHER_FORMS, FinishedRecord, FormRef, RecordKind, Statement
from app.errors import Trouble
from app.operations.beside import belonging, beside_of, settle_episode, take_beside
from app.operations.keeping import keep_summary, summary_of
from app.operations.posting import post_kept, post_unkept, whole
from app.operations.remembering import catch_up, keep_due_of_draft
from app.operations.workplace import Workplace
from app.sealing.genuine import NotGenuine
from app.sealing.moved import (
    MovedDraft,
    MovedRecords,
    check_hers,
    open_moved,
    read_certificate,
    sealed_for,
    signed_draft,
)
from app.sealing.packages import package_beside
from app.sealing.size import TooLarge
from app.sealing.wire import Beside, CarriedDraft, Ledger, WireEpisode, WireForm, moment_out
from app.storage import audit, children, drafts, due, episodes, other_devices, outbox, quick_notes, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft
from app.storage.episodes import Episode
from app.storage.files import write_durably
from app.storage.troubles import in_plain_words
from protocol.codec import encode
from protocol.messages import Certificate
from protocol.moving import SUFFIX, letters_of

CERTIFICATE_FILE = "new-laptop.ecaf-laptop"

_STANDS_BEFORE = frozenset({RecordKind.CHECKLIST, RecordKind.COMPETENCE, RecordKind.START, RecordKind.CONCERN})
"""Kinds of records that are packed with each assessment of their episode."""


@dataclass(frozen=True)
class Successor:
    """A new laptop of the same person, as her old one reads it from a file; compare the letters before going on."""

    certificate: Certificate
    letters: str


@dataclass(frozen=True)
class CarriedOut:
    """What was written for the new laptop; ``waiting`` counts envelopes that only this laptop can still send."""

    records: int
    drafts: int
    waiting: int


@dataclass(frozen=True)
class TakenIn:
    """What came of the files: new records and drafts, and in words what could not be taken in, file by file."""

    records: int = 0
    drafts: int = 0
    left: tuple[str, ...] = ()


def new_laptop_file(workplace: Workplace) -> bytes:
    """Return the file that tells an old laptop, or the key holders, to whom to seal."""
    return encode(workplace.certificate)


def own_letters(workplace: Workplace) -> str:
    """Return the eight letters of this laptop, to be read aloud to whoever seals to it."""
    return letters_of(workplace.certificate)


def read_successor(workplace: Workplace, written: bytes) -> Successor:
    """Return whose laptop a file names. Raises ``NotGenuine`` unless it is another laptop of the same person."""
    certificate = read_certificate(written)
    check_hers(certificate, workplace.certificate, workplace.root)
    if certificate.keys.device == workplace.device:
        raise NotGenuine("This file was made on this very laptop.", next_step="Please make it on the new one.")
    return Successor(certificate, letters_of(certificate))


def carry_out(tx: Transaction, workplace: Workplace, to: Successor, folder: Path, *, with_drafts: bool) -> CarriedOut:
    """Write every finished record, and every draft if she wishes, into ``folder``, sealed to the new laptop.

    Raises ``DiskFull`` or ``DiskTrouble``; it may be done again at any time.
    """
    check_hers(to.certificate, workplace.certificate, workplace.root)
    count = drafted = 0
    for episode in episodes.list_all(tx):
        finished = _carry_records(tx, workplace, to, episode.episode, folder)
        written = _carry_drafts(tx, workplace, to, episode.episode, folder) if with_drafts else 0
        jotted = bool(quick_notes.list_for(tx, episode.episode))
        if (finished and jotted) or (written and not finished):  # the rest of it goes with each finished record
            _carry_beside(tx, workplace, to, episode.episode, folder)
        count, drafted = count + finished, drafted + written
    return CarriedOut(count, drafted, outbox.counts(tx).waiting)


def _carry_records(tx: Transaction, workplace: Workplace, to: Successor, episode: EpisodeId, folder: Path) -> int:
    groups = together(tx, episode)
    for group in groups:
        _write(tx, workplace, folder, sealed_for(whole(tx, workplace, group), to.certificate), episode, to)
    return len({(one.statement.record, one.statement.version) for group in groups for one in group})


def together(tx: Transaction, episode: EpisodeId) -> list[list[FinishedRecord]]:
    """Return the finished records of an episode as they are packed: an assessment or other form with what it stands on.

    Each group is no larger than what was sealed when its assessment was signed.
    """
    found = [records.get(tx, header.record, header.version) for header in records.of_episode(tx, episode)]
    every = [record for record in found if record is not None]
    before = [record for record in every if record.statement.kind in _STANDS_BEFORE]
    groups = [
        [
            one,
            *(other for other in every if other.statement.agrees_to == one.statement.root),
            *(before if one.statement.kind is RecordKind.ASSESSMENT else ()),
        ]
        for one in every
        if one.statement.kind in {RecordKind.ASSESSMENT, RecordKind.FORM}
    ]
    grouped = [record for group in groups for record in group]
    return groups + [[one] for one in every if one not in grouped]


def _carry_drafts(tx: Transaction, workplace: Workplace, to: Successor, episode: EpisodeId, folder: Path) -> int:
    found = drafts.of_episode(tx, episode)
    for draft in found:
        package = signed_draft(workplace.certificate, carried(tx, workplace, draft), workplace.secrets.signing)
        _write(tx, workplace, folder, sealed_for(package, to.certificate), draft.draft, to)
    return len(found)


def _carry_beside(tx: Transaction, workplace: Workplace, to: Successor, episode: EpisodeId, folder: Path) -> None:
    if (signed := beside_of(tx, workplace, episode, with_notes=True)) is not None:
        package = package_beside(workplace.certificate, signed)
        _write(tx, workplace, folder, sealed_for(package, to.certificate), episode, to)


def _write(  # noqa: PLR0913, PLR0917 - what is written, where, about what and for whom
    tx: Transaction, workplace: Workplace, folder: Path, file: bytes, about: str, to: Successor
) -> None:
    with in_plain_words():
        write_durably(folder / f"{new_id()}{SUFFIX}", file)
    device = to.certificate.keys.device
    audit.write(tx, Act.MOVED_OUT, about, workplace.clock.now(), why=f"to device {device}")


def carried(tx: Transaction, workplace: Workplace, draft: Draft) -> CarriedDraft:
    """Return a draft as it is carried: its answers, and not what they said before."""
    form = draft.form
    return CarriedDraft(
        draft=draft.draft,
        device=workplace.device,
        changed_at=moment_out(draft.changed_at),
        withdrawn=False,
        episode=belonging(tx, draft.episode),
        kind=drafts.slot(draft.kind, draft.about),
        form=WireForm(form.url, form.version, form.sha256),
        answers={path: to_json(answer) for path, answer in drafts.answers(tx, draft.draft).items()},
        base=draft.base,
        started_at=moment_out(draft.started_at),
        pages_done=tuple(sorted(drafts.pages_done(tx, draft.draft))),
    )


def take_in(tx: Transaction, workplace: Workplace, file: bytes) -> TakenIn:
    """Take in what one file holds for this laptop; what is here already stays as it is.

    Raises ``NotGenuine`` when anything about it does not hold: then nothing of it is taken in.
    """
    moved = open_moved(file, [workplace.secrets.reading], root=workplace.root, owner=workplace.certificate)
    match moved:
        case MovedRecords():
            return TakenIn(records=_take_with_beside(tx, workplace, moved))
        case MovedDraft():
            taken = _take_records(tx, workplace, moved.agreement) if moved.agreement is not None else 0
            drafted = _take_draft(tx, workplace, moved.draft)
            if drafted and moved.beside is not None:
                take_beside(tx, workplace, moved.beside)
            return TakenIn(records=taken, drafts=drafted)
        case Beside():
            take_beside(tx, workplace, moved)
        case Ledger():
            other_devices.keep_ledger(tx, DeviceId(moved.device), moved.at, encode(moved).decode())
    return TakenIn()


def _take_with_beside(tx: Transaction, workplace: Workplace, moved: MovedRecords) -> int:
    if moved.beside is not None:  # first: what is sealed for safe keeping once more has it too
        take_beside(tx, workplace, moved.beside)
    return _take_records(tx, workplace, moved)


def _take_records(tx: Transaction, workplace: Workplace, moved: MovedRecords) -> int:
    new = [record for record in moved.records if _is_new(tx, record)]
    if not new:
        return 0
    for certificate in moved.certificates:
        if certificate.keys.device != workplace.device:
            other_devices.keep_certificate(tx, DeviceId(certificate.keys.device), encode(certificate).decode())
    at = workplace.clock.now()
    for record in new:
        settle_episode(tx, _belongs(moved.episode, record.statement))
        records.add(tx, record)
        audit.write(tx, Act.MOVED_IN, record.statement.record, at, why=f"from device {record.statement.device}")
    _bring_up_to_date(tx, new)
    due.read_again(tx, {record.statement.episode for record in new})
    catch_up(tx, workplace.policy.agreement_review_days)
    _keep_safe(tx, workplace, moved.records)
    return len(new)


def _is_new(tx: Transaction, record: FinishedRecord) -> bool:
    here = records.get(tx, record.statement.record, record.statement.version)
    if here is not None and here.statement.root != record.statement.root:
        raise NotGenuine("Another record stands here in the place of one in this file.", "Both are kept as they are.")
    return here is None


def _belongs(said: WireEpisode | None, statement: Statement) -> Episode:
    """Return the episode a record belongs to; what was sealed before this was told has a child of its own each."""
    if said is None:
        child = ChildId(str(UUID(statement.episode)))
        return Episode(statement.episode, child, restricted=False, opened_at=statement.finished_at)
    opened = datetime.fromisoformat(said.opened_at)
    return Episode(EpisodeId(said.episode), ChildId(said.child), said.restricted, opened)


def _bring_up_to_date(tx: Transaction, new: Sequence[FinishedRecord]) -> None:
    """Have the list of children say what the newest assessment says, unless somebody is writing one here."""
    for episode in {record.statement.episode for record in new}:
        newest, found = records.newest(tx, episode, RecordKind.ASSESSMENT), episodes.get(tx, episode)
        if newest is None or found is None or drafts.find(tx, episode, RecordKind.ASSESSMENT) is not None:
            continue
        children.update_summary(tx, found.child, summary_of(newest.answers))


def _keep_safe(tx: Transaction, workplace: Workplace, moved: Sequence[FinishedRecord]) -> None:
    """Seal what came for safe keeping once more: this laptop may be lost or damaged too."""
    first, kinds = moved[0].statement, {record.statement.kind for record in moved}
    with suppress(TooLarge):  # by the certificate of the earlier laptop; the record itself stands in the vault
        if first.kind is RecordKind.ASSESSMENT or RecordKind.FORM_SHARING in kinds:
            post_kept(tx, workplace, moved)
        if records.newest(tx, first.episode, RecordKind.SHARING) is not None:  # they agreed to that
            post_unkept(tx, workplace, first.episode)


def _take_draft(tx: Transaction, workplace: Workplace, moved: CarriedDraft) -> int:
    if moved.withdrawn or moved.episode is None or moved.form is None:
        return 0
    (kind, about), episode = _slot(moved.kind), EpisodeId(moved.episode.episode)
    if drafts.find(tx, episode, kind, about) is not None or _is_overtaken(tx, episode, kind, moved):
        return 0
    workplace.forms.by_ref(moved.form.url, moved.form.version)
    child, opened = ChildId(moved.episode.child), datetime.fromisoformat(moved.episode.opened_at)
    settle_episode(tx, Episode(episode, child, moved.episode.restricted, opened))
    form = FormRef(moved.form.url, moved.form.version, moved.form.sha256)
    base = (RecordId(moved.base[0]), moved.base[1]) if moved.base is not None else None
    changed = datetime.fromisoformat(moved.changed_at)
    answers = _answers(moved)
    draft = drafts.start(tx, episode, kind, form, datetime.fromisoformat(moved.started_at), base, about)
    drafts.keep(tx, draft, answers, None, changed)
    for page in moved.pages_done:
        drafts.set_page_done(tx, draft, page, done=True)
    keep_summary(tx, draft)
    keep_due_of_draft(tx, draft)
    _note_draft(tx, workplace, draft, moved)
    return 1


def _note_draft(tx: Transaction, workplace: Workplace, draft: DraftId, moved: CarriedDraft) -> None:
    audit.write(tx, Act.MOVED_IN, draft, workplace.clock.now(), why=f"from device {moved.device}")


def _slot(text: str) -> tuple[RecordKind, str]:
    try:
        return drafts.slot_in(text)
    except ValueError:
        raise NotGenuine("This draft is of a kind this program does not know.") from None


def _is_overtaken(tx: Transaction, episode: EpisodeId, kind: RecordKind, moved: CarriedDraft) -> bool:
    """Say whether this draft was finished after it was sealed: then the finished record is what stays."""
    if kind in OTHER_FORMS:
        return _is_form_overtaken(tx, episode, moved)
    newest = records.newest(tx, episode, kind)
    if newest is None:
        return False
    if kind is RecordKind.CONCERN:  # one that was answered says nothing of the next
        return newest.statement.finished_at >= datetime.fromisoformat(moved.changed_at)
    return moved.base is None or newest.statement.version > moved.base[1]


def _is_form_overtaken(tx: Transaction, episode: EpisodeId, moved: CarriedDraft) -> bool:
    """Say the same of any other form, of which there may be many records: by the times of the laptop it came from."""
    url, changed = drafts.slot_in(moved.kind)[1], datetime.fromisoformat(moved.changed_at)
    done = [header for header in records.of_form(tx, episode, url) if header.device == moved.device]
    return any(header.finished_at >= changed for header in done)


def _answers(moved: CarriedDraft) -> Answers:
    try:
        return {path: from_json(answer) for path, answer in moved.answers.items()}
    except ValueError:
        raise NotGenuine("This draft is not in a form this program knows.") from None


def take_in_each(
    ask: Callable[[Callable[[Transaction], TakenIn]], TakenIn], workplace: Workplace, files: Iterable[tuple[str, bytes]]
) -> TakenIn:
    """Take in many files by name, in whatever order and each in its own transaction.

    ``ask`` runs one transaction. One file that does not hold is left, and stops none of the others.
    """
    count = drafted = 0
    left = []
    for name, file in files:
        try:
            one = ask(partial(take_in, workplace=workplace, file=file))
        except Trouble as trouble:
            left.append(f"{name}: {trouble.what}")
        else:
            count, drafted = count + one.records, drafted + one.drafts
    return TakenIn(count, drafted, tuple(left))
