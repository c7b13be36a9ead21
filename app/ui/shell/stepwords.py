"""What a step is called when it is taken back, and on which page of a record it was done."""

from __future__ import annotations

from app.domain.answers import link_id_of
from app.domain.checklist import PREFIX
from app.domain.jotting import SORTED
from app.forms.undoing import DONE, Change
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.shell.leftoff import sharing_step
from app.ui.shell.othersteps import other_of, page_step, sharing_step_of
from app.ui.shell.steps import title_of

_ROW = "/"


def step_of(file: FamilyFile, draft: OpenDraft, change: Change) -> str:
    """Return the id of the page a change was made on; empty when the form no longer has such a question."""
    if draft is file.sharing:
        return sharing_step(change.path)
    other = other_of(file, draft)
    if other is not None and draft is other.sharing:
        return sharing_step_of(other.draft.form.url, change.path)
    page = _page_of(draft, change)
    return page_step(draft.form.url, page) if page and other is not None else page


def _page_of(draft: OpenDraft, change: Change) -> str:
    if change.path.startswith(DONE):
        page = change.path.removeprefix(DONE)
        return "" if page.startswith((PREFIX, SORTED)) else page
    link_id = link_id_of(change.path)
    return draft.form.page_of(link_id).link_id if link_id in draft.form else ""


def named(file: FamilyFile, draft: OpenDraft, change: Change, called: str = "") -> str:
    """Return a change in a few words: ``Speech, language and communication, what is hard, or worrying``.

    ``called`` is what it is called where it is no answer of this record.
    """
    step = step_of(file, draft, change)
    if change.path.startswith(DONE + PREFIX):
        return tr("a line from the checklist")
    if change.path.startswith(DONE + SORTED):
        return tr("a quick note that was sorted")
    title = title_of(file, step) or draft.form.title
    return f"{title}, {called or _about(draft, change)}"


def _about(draft: OpenDraft, change: Change) -> str:
    if change.path.startswith(DONE):
        return tr("finished for now")
    link_id = link_id_of(change.path)
    asked = draft.form.item(link_id).text.rstrip("?:. ") if link_id in draft.form else ""
    return asked[:1].lower() + asked[1:]
