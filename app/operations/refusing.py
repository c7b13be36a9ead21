"""The note that may be taken before a refused record is erased; made for the asking and kept nowhere (S4 4.18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.answers import Answers, text_of
from app.domain.gates import first_gate
from app.domain.ids import ChildId, EpisodeId
from app.domain.record import RecordKind
from app.domain.refusal import Refusal, Remarks
from app.forms.definition import FormDefinition
from app.operations.families import erase_child, form_for
from app.operations.leaving import Leave, Paper, Way
from app.operations.workplace import Workplace
from app.operations.worrying import StillWorried, is_worried_about
from app.storage import audit, audit_lines, children, draft_backups, drafts
from app.storage.audit import Act
from app.storage.database import Transaction

_CHOSE = ("c1.do", "c1.record_paper", "c1.record_ecaf")


def make_refusal_note(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, remarks: Remarks, way: Way = Way.SAVED
) -> bytes:
    """Return the note as PDF bytes, from what was said at the first gate and what the worker adds now.

    Neither the note nor ``remarks`` is stored, and the audit's line of it names nobody.
    """
    from app.documents.refusal_note import refusal_note  # what lays out pages is heavy, and most days make none

    start, child = _written(tx, episode, RecordKind.START), _written(tx, episode, RecordKind.ASSESSMENT)
    form = form_for(workplace.forms, RecordKind.START)
    refusal = Refusal(
        gate=first_gate(start),
        child=" ".join(filter(None, (text_of(child, "id.given").strip(), text_of(child, "id.family").strip()))),
        who=_who(form, start),
        chose=tuple((form.item(path).text, _label(form, path, start[path])) for path in _CHOSE if path in start),
        explained=_labels(form, "c1.explained", start),
        worker=workplace.worker,
        remarks=remarks,
    )
    at = workplace.clock.now()
    audit.write(tx, Act.PRINTED, "", at, Leave(Paper.NOTE, way).code())
    return refusal_note(refusal, at.astimezone().date())


@dataclass(frozen=True)
class Elsewhere:
    """What may still hold words about a child once everything here is erased, and where no program can reach.

    ``backup`` and ``moved`` are when the newest backup, or copies for a new laptop, were made since the child was
    added. ``kept_safe`` says that a sealed draft went to safe keeping: the next connection takes that back.
    """

    backup: datetime | None = None
    moved: datetime | None = None
    kept_safe: bool = False


def held_elsewhere(tx: Transaction, child: ChildId) -> Elsewhere:
    """Say what else may hold something about a child; a family is told before they rely on its being gone (S4 4.18)."""
    row = children.get(tx, child)
    if row is None:
        return Elsewhere()
    return Elsewhere(
        backup=audit_lines.last_time(tx, Act.BACKED_UP, row.added_at),
        moved=audit_lines.last_time(tx, Act.MOVED_OUT, row.added_at),
        kept_safe=bool(draft_backups.of_child(tx, child)),
    )


def erase_refused(tx: Transaction, workplace: Workplace, child: ChildId) -> tuple[str, ...]:
    """Erase everything of a child whose family said no, and return the sealed files to erase once it is committed.

    Raises ``StillWorried`` while a question about the child's safety is open: that comes first (B1.1; B3.31, S4 4.18).
    """
    if is_worried_about(tx, child):
        raise StillWorried
    return erase_child(tx, workplace, child)


def _written(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> Answers:
    draft = drafts.find(tx, episode, kind)
    return drafts.answers(tx, draft.draft) if draft is not None else {}


def _who(form: FormDefinition, start: Answers) -> str:
    as_what = _label(form, "c1.capacity", start.get("c1.capacity"))
    return ", ".join(filter(None, (text_of(start, "c1.giver").strip(), as_what)))


def _label(form: FormDefinition, path: str, given: object) -> str:
    return form.item(path).display_of(given) if isinstance(given, str) else ""


def _labels(form: FormDefinition, path: str, start: Answers) -> tuple[str, ...]:
    given = start.get(path)
    return tuple(_label(form, path, code) for code in given) if isinstance(given, tuple) else ()
