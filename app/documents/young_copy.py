"""How a young person's own copy begins: their words first, then the plan; plain, and never childish."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from app.documents import paper
from app.documents.childs_copy import drawing, in_their_own_words
from app.documents.plan_page import panel, steps, talk_to, what_you_can, who_can_see
from app.documents.told import Told


def young_persons_page(told: Told) -> Iterator[Flowable]:
    """Yield what comes before all that was talked about."""
    said, own = told.language.papers, told.language.copies
    yield paper.heading(told.title(own.YOUNG_TITLE, own.YOUNG_TITLE_NO_NAME), paper.TITLE)
    yield from paper.lines(own.YOUNG_YOURS)
    yield from in_their_own_words(told, own.YOUNG_SAID)
    yield from drawing(told)
    yield from panel(said.GOING_WELL, told.text("co.strengths"), paper.GOOD)
    yield from panel(said.TO_CHANGE, told.text("co.needs"), paper.WANTED)
    yield from steps(told)
    yield from who_can_see(told)
    yield from paper.together([*talk_to(told)], 0)
    yield from paper.together([*what_you_can(told, own.YOUNG_CHANGE, own.YOUNG_READ, own.YOUNG_SAFETY)], 0)
