"""Moving a draft to a newer version of its form: only when somebody says so, and it can be taken back till the end."""

from __future__ import annotations

from datetime import datetime

from app.domain.answers import Answer
from app.domain.ids import DraftId, new_id
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.newer import CAME_FROM, MOVED_AT, Moved, came_from, from_earlier, moved, moved_back
from app.operations.keeping import keep_summary
from app.operations.opendrafts import OpenDraft
from app.operations.remembering import keep_due_of_draft
from app.operations.workplace import Workplace
from app.storage import audit, drafts, private_notes
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.drafts import Draft


def newer_version(forms: FormLibrary, form: FormDefinition) -> FormDefinition | None:
    """Return the newest version of a form where it is a newer one, or ``None``."""
    newest = forms.newest(form.url)
    return newest if newest.version != form.version else None


def what_would_change(forms: FormLibrary, draft: OpenDraft) -> Moved | None:
    """Return what becomes of a draft's answers in the newest version of its form; ``None`` when it is on that."""
    newest = newer_version(forms, draft.form)
    return moved(draft.form, newest, draft.answers) if newest is not None else None


def move_to_newer(tx: Transaction, workplace: Workplace, draft: DraftId) -> bool:
    """Move a draft to the newest version of its form; say whether there was a newer one."""
    kept = drafts.get(tx, draft)
    if kept is None:
        return False
    form = workplace.forms.by_ref(kept.form.url, kept.form.version)
    newest = newer_version(workplace.forms, form)
    if newest is None:
        return False
    answers = drafts.answers(tx, draft)
    before = answers.get(CAME_FROM)
    change = moved(form, newest, answers)
    versions = (*(before if isinstance(before, tuple) else ()), form.version)
    _move(tx, workplace, kept, newest, {**change.answers, CAME_FROM: versions})
    return True


def move_back(tx: Transaction, workplace: Workplace, draft: DraftId) -> bool:
    """Take the last move of a draft back; what was written since stays. Say whether there was one."""
    kept = drafts.get(tx, draft)
    answers = drafts.answers(tx, draft)
    if kept is None or not came_from(answers):
        return False
    now = workplace.forms.by_ref(kept.form.url, kept.form.version)
    earlier = workplace.forms.by_ref(kept.form.url, came_from(answers))
    after = moved_back(now, earlier, answers).answers
    versions = after.pop(CAME_FROM)
    if isinstance(versions, tuple) and versions[:-1]:
        after[CAME_FROM] = versions[:-1]
    _move(tx, workplace, kept, earlier, after)
    return True


def _move(tx: Transaction, workplace: Workplace, draft: Draft, form: FormDefinition, after: dict[str, Answer]) -> None:
    """Write all of a move at once: what stood there before is in the draft's history too."""
    at = workplace.clock.now()
    after[MOVED_AT] = at.isoformat()
    before = drafts.answers(tx, draft.draft)
    gone: dict[str, Answer | None] = {path: None for path in before if path not in after}
    new = {path: given for path, given in after.items() if path not in before or before[path] != given}
    drafts.move_to_form(tx, draft.draft, form.ref, at)
    drafts.keep(tx, draft.draft, {**gone, **new}, None, at)
    keep_summary(tx, draft.draft)
    keep_due_of_draft(tx, draft.draft)
    audit.write(tx, Act.FORM_CHANGED, draft.draft, at, f"{draft.form.version} to {form.version}")


def was_moved_at(draft: OpenDraft) -> datetime | None:
    """Return when a draft was moved last; steps before that are taken back by taking the move back."""
    at = draft.answers.get(MOVED_AT)
    return datetime.fromisoformat(at) if isinstance(at, str) else None


def end_draft(tx: Transaction, draft: Draft, at: datetime) -> None:
    """Remove a draft that has been finished; what an earlier form asked is in no record, and stays as private notes."""
    for one in from_earlier(drafts.answers(tx, draft.draft)):
        private_notes.keep(tx, draft.episode, new_id(), f"From an earlier form. {one.asked}\n{one.said}", at)
    drafts.remove(tx, draft.draft)
