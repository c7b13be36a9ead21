"""Which sort of page a child has of their own: for a young child, a teenager, or a baby; by age until somebody says."""

from __future__ import annotations

from datetime import date

from app.domain.ages import age_on
from app.domain.answers import Answers, text_of

BABY, TEENAGER, YOUNG = "baby", "teenager", "young child"
KINDS = (YOUNG, TEENAGER, BABY)
_BABY_UNDER = 2
KIND, ON = "ch.kind", "ch.on"


def kind_by_age(born: date | None, *, expected: bool, today: date, teenager_from: int) -> str:
    """Return the sort of page for an age in whole years; of a child nobody knows the age of, a young child's."""
    if born is None:
        return BABY if expected else YOUNG
    age = age_on(born, today)
    return BABY if age < _BABY_UNDER else TEENAGER if age >= teenager_from else YOUNG


def begun(answers: Answers, kind: str, today: date) -> dict[str, str]:
    """Return what is written with the first thing said on the page, where it is not written yet: whose page, and when.

    What a child said means little to the next reader who does not know how old they were asked as, and on which day.
    """
    said = {KIND: kind, ON: today.isoformat()}
    return {path: given for path, given in said.items() if not text_of(answers, path)}
