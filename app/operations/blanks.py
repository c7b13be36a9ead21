"""A blank form on paper, for when there is no laptop, or no battery: nobody's name and no answer is on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.forms.definition import Page
from app.operations.leaving import Leave, Paper, Way
from app.operations.workplace import Workplace
from app.storage import audit
from app.storage.audit import Act
from app.storage.database import Transaction


def make_blank(
    tx: Transaction, workplace: Workplace, pages: Iterable[Page], way: Way, answered: Collection[str] = ()
) -> bytes:
    """Return these pages as PDF bytes with room to write; that a form leaves stands in the audit.

    No answer is on it: of the questions ``answered`` it is only said that they are.
    """
    from app.documents.blank_form import blank_form  # what lays out pages is heavy, and most days make none

    at = workplace.clock.now()
    audit.write(tx, Act.PRINTED, "", at, Leave(Paper.FORM, way).code())
    return blank_form(pages, at.astimezone().date(), answered)
