"""The form on paper, for when there is no laptop, or no battery: blank, with nobody's name and no answer on it, or as
its author's own working paper, with what may stand on one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.domain.answers import Answer
from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.domain.working import for_pen
from app.errors import Trouble
from app.forms.definition import Page
from app.operations.leaving import Leave, Paper, Way
from app.operations.starting import where_at_first_gate
from app.operations.workplace import Workplace
from app.storage import audit, drafts
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


_WRITTEN = (RecordKind.CHECKLIST, RecordKind.COMPETENCE, RecordKind.START, RecordKind.ASSESSMENT)


class NotForPaperYet(Trouble):
    """Nothing about a family goes onto paper before they agreed to what is written down."""

    def __init__(self) -> None:
        super().__init__(
            "They have not agreed to anything being written down yet.",
            "Nothing was printed.",
            "Please print the blank form.",
        )


def make_working_paper(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, pages: Iterable[Page], way: Way
) -> bytes:
    """Return these pages as PDF bytes with what was written so far and room for the rest, for their author alone.

    Raises ``NotForPaperYet`` before the family agreed: a no would not reach the paper.
    """
    from app.documents.part_filled import part_filled  # what lays out pages is heavy, and most days make none

    if where_at_first_gate(tx, episode) is not FirstGate.AGREED:
        raise NotForPaperYet
    answers: dict[str, Answer] = {}
    for kind in _WRITTEN:
        draft = drafts.find(tx, episode, kind)
        answers |= drafts.answers(tx, draft.draft) if draft is not None else {}
    at = workplace.clock.now()
    audit.write(tx, Act.PRINTED, episode, at, Leave(Paper.WORKING, way).code())
    return part_filled(pages, for_pen(answers), at.astimezone().date())
