"""A young child's copy: five short sentences, their own words, what will happen, and a place to draw; one side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reportlab.platypus import Flowable, Spacer

from app.documents import paper
from app.documents.drawn import CHILDS_SHEET, Drawn
from app.documents.pictured import sentence_beside
from app.documents.told import Told
from app.domain.denied import own_words
from app.domain.strokes import DRAWING, strokes_in

_MOST_STEPS = 4
_TALL = 150
"""How tall the place to draw is, in points."""
_NO_WORDS = frozenset({DRAWING, "ch.first"})


class Frame(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """An empty frame to draw in, as wide as the page."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the room."""
        self.width = width
        return width, _TALL

    def draw(self) -> None:
        """Draw the frame, which is no content."""
        with self.canv.artifact():
            self.canv.setStrokeColor(paper.QUIET)
            self.canv.setLineWidth(1)
            self.canv.roundRect(0, 0, self.width, _TALL, 8, stroke=1, fill=0)


def childs_copy(told: Told) -> Iterator[Flowable]:
    """Yield a child's copy."""
    said = told.language.copies
    yield paper.heading(told.title(said.CHILD_TITLE, said.CHILD_TITLE_NO_NAME), paper.TITLE)
    sentences = (
        ("message-circle", said.CHILD_TALKED),
        ("sun", said.CHILD_WELL),
        ("list-checks", said.CHILD_PLAN),
        ("pen-line", said.CHILD_WRONG),
        ("heart-handshake", said.CHILD_SAD),
    )
    for picture, sentence in sentences:
        yield from sentence_beside(picture, sentence.format(worker=told.author.name))
    yield from in_their_own_words(told, said.CHILD_SAID)
    steps = [step.get("ac.action") or step.get("ac.outcome", "") for step in told.steps]
    if any(steps):
        listed = [*paper.bullets(islice(filter(None, steps), _MOST_STEPS)), Spacer(0, 6)]
        yield from paper.together([paper.heading(said.CHILD_NEXT, level=None), *listed], 0)
    yield from drawing(told) or paper.together([paper.heading(said.CHILD_DRAW, level=None), Frame()], 0)


def drawing(told: Told) -> list[Flowable]:
    """Return what the child drew, as it was drawn; nothing where there is none or it is not theirs to see."""
    strokes, said = strokes_in(told.text(DRAWING)), told.language.copies
    alt = told.title(said.DRAWING_OF, said.DRAWING)
    figure = Drawn(strokes, alt, CHILDS_SHEET)
    return [*paper.together([paper.heading(said.CHILD_DREW, level=None), figure], 0)] if strokes else []


def in_their_own_words(told: Told, title: str) -> Iterator[Flowable]:
    """Yield what the child said, word for word, in the order of the record; nothing where nothing may be shown.

    A drawing is no words, and neither is which of the three spaces came first.
    """
    own = own_words(told.answers) - _NO_WORDS
    said = [told.text(path) for path in told.answers if path in own]
    if any(said):
        yield paper.heading(title, level=None)
        for words in filter(None, said):
            yield from paper.quote(words)
