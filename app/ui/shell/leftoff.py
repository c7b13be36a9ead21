"""Where somebody left off: on which step of a family's record, and in which field there."""

from __future__ import annotations

from app.domain.record import RecordKind
from app.forms.definition import FormDefinition
from app.look.speech import tr
from app.ui.shell.othersteps import page_step, sharing_step_of
from app.ui.shell.steps import SHARE, SIGN, WORRY

NOTES = "notes"
"""The step on which the private notes stand."""
NOTE = "note:"
"""A private note stands in no form: its path is this, and its id."""
QUICK = "quick"
"""The step on which the quick notes stand."""
QUICK_NOTE = "quick:"
"""A quick note stands in no form either."""
_ON_THE_SIGN_PAGE = frozenset({"c2.signer", "c2.capacity", "c2.route", "c2.typed_name", "c2.witness", "c2.paper_note"})


def sharing_step(path: str) -> str:
    """Return the step on which a question of the agreement to share is asked."""
    return SIGN if path in _ON_THE_SIGN_PAGE else SHARE


def step_at(kind: RecordKind, form: FormDefinition, path: str, about: str = "") -> str:
    """Return the step a path of a draft stands on; empty when the form no longer has such a question.

    ``about`` is the address of the form a draft is about that is none of the program's own steps.
    """
    if path.startswith(NOTE):
        return NOTES
    if path.startswith(QUICK_NOTE):
        return QUICK
    if kind is RecordKind.SHARING:
        return sharing_step(path)
    if kind is RecordKind.FORM_SHARING:
        return sharing_step_of(about, path)
    if kind is RecordKind.CONCERN:
        return WORRY
    link_id = path.rsplit("/", 1)[-1]
    page = form.page_of(link_id).link_id if link_id in form else ""
    return page_step(about, page) if page and about else page


def title_at(form: FormDefinition, path: str) -> str:
    """Return what the page is called."""
    if path.startswith(NOTE):
        return tr("Private notes")
    if path.startswith(QUICK_NOTE):
        return tr("Quick notes")
    link_id = path.rsplit("/", 1)[-1]
    return form.page_of(link_id).title if link_id in form else form.title
