"""What stands under a child's name on the bar: what could put somebody in danger first, for the end may be cut."""

from __future__ import annotations

from datetime import date

from app.domain.contact import safe_contact
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.storage.children import ChildSummary
from app.ui.words import ALONE, age_of


def banner_words(file: FamilyFile | None, summary: ChildSummary, today: date) -> str:
    """Return whom not to contact and how not to, age, and how to talk with the family."""
    written = (file.assessment or file.finished) if file is not None else None
    alone = tr(ALONE) if file is not None and file.restricted else ""
    contact = safe_contact(written.answers) if written is not None else ""
    return " · ".join(part for part in (alone, contact, age_of(summary, today), summary.communication) if part)
