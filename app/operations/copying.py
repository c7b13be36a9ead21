"""What a form takes from the child's assessment, so that nobody types it twice; what is denied to others never is."""

from __future__ import annotations

from app.domain.agreement import agreement_of
from app.domain.answers import Answer, Answers, cells_of, row_path, rows_of
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.domain.sharing import FAMILY, held_back_from, told_further
from app.forms.definition import FormDefinition, Item
from app.forms.validation import faults
from app.operations.starting import read_out
from app.operations.workplace import Workplace
from app.storage import drafts, records
from app.storage.database import Transaction


def copied_into(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, form: FormDefinition, *, with_rows: bool
) -> Answers:
    """Return the answers a form takes from the assessment as it is written now, or as it was finished last.

    Rows come with it once, at the beginning: which of them go on is chosen by hand after that.
    """
    written = told_further(_written(tx, workplace, episode), _held_back(tx, episode))
    taken: dict[str, Answer] = {}
    for item in form:
        if item.copied and item.is_rows:
            taken |= _rows(item, written) if with_rows else {}
        elif item.copied and item.link_id in written:
            taken[item.link_id] = written[item.link_id]
    unfit = {fault.path for fault in faults(form, taken)}  # a form asks in its own way: a dead end would help nobody
    return {path: given for path, given in taken.items() if path not in unfit}


def taken_back(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, form: FormDefinition, now: Answers
) -> dict[str, Answer | None]:
    """Return what has to leave a form again: copied once, and denied, private or held back since."""
    whole = _written(tx, workplace, episode)
    told = told_further(whole, _held_back(tx, episode))
    changes: dict[str, Answer | None] = {}
    for item in form:
        if item.copied and item.is_rows:
            changes |= _rows_taken_back(item.link_id, whole, told, now)
        elif item.copied and item.link_id in now and item.link_id not in told:
            changes[item.link_id] = None
    return changes


def _rows_taken_back(group: str, whole: Answers, told: Answers, now: Answers) -> dict[str, Answer | None]:
    here = rows_of(now, group)
    denied = {row for row in rows_of(whole, group) if not cells_of(told, group, row)}
    kept = tuple(row for row in here if row not in denied)
    cells = {path for row in kept for path in cells_of(now, group, row) if path in whole and path not in told}
    return {group: kept, **dict.fromkeys(cells)} if kept != here else dict.fromkeys(cells)


def _written(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> Answers:
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    if draft is not None:
        return read_out(tx, workplace, draft)
    finished = records.newest(tx, episode, RecordKind.ASSESSMENT)
    return finished.answers if finished is not None else {}


def _held_back(tx: Transaction, episode: EpisodeId) -> frozenset[str]:
    sharing = records.newest(tx, episode, RecordKind.SHARING)
    return held_back_from(agreement_of(sharing), FAMILY) if sharing is not None else frozenset()


def _rows(group: Item, written: Answers) -> dict[str, Answer]:
    taken: dict[str, Answer] = {}
    kept = []
    for row in rows_of(written, group.link_id):
        paths = [row_path(group.link_id, row, cell.link_id) for cell in group.items]
        cells = {path: written[path] for path in paths if path in written}
        if cells:
            kept.append(row)
            taken |= cells
    return {group.link_id: tuple(kept), **taken} if kept else {}
