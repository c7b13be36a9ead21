"""A picture to the left of each idea, in large letters; a picture adds nothing that the words do not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Spacer

from app.documents import icons, paper

_SIZE, INDENT = 40, 58
_BETWEEN = 8
LARGE = ParagraphStyle("large", paper.BODY, fontSize=16, leading=22, leftIndent=INDENT, spaceAfter=2)
IDEA = ParagraphStyle("heading", paper.HEADING, fontSize=18, leading=23, leftIndent=INDENT, spaceBefore=0, spaceAfter=2)
ALONE = ParagraphStyle("large alone", LARGE, leftIndent=0, spaceAfter=12)
_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
"""Where a sentence ends and another begins: ``8.00 o'clock`` and ``St. 4`` are not parted."""


class Picture(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """One of our own pictures, to the left of what follows it; takes no room of its own and is read out to nobody."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.keepWithNext = name, 1
        icons.lines_of(name)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw it with its upper edge where the words begin."""
        with self.canv.artifact():
            self.canv.setStrokeColor(paper.ACCENT)
            icons.draw(self.canv, self.name, 0, -_SIZE - 2, _SIZE)


def idea(picture: str, title: str, texts: Iterable[str], more: Iterable[Flowable] = ()) -> Iterator[Flowable]:
    """Yield one idea: a picture, a heading and what is said of it, a sentence a line; without words there is none.

    ``more`` stands under the words.
    """
    said = [sentence for text in texts for sentence in sentences(text)]
    if not said:
        return
    parts = [
        Picture(picture),
        paper.heading(title, IDEA, level=None),
        *(paper.block(one, LARGE) for one in said),
        *more,
    ]
    yield from _kept(parts, said)


def sentence_beside(picture: str, text: str) -> Iterator[Flowable]:
    """Yield one sentence with its picture, and room for the picture."""
    yield KeepTogether([Picture(picture), Spacer(0, 9), paper.block(text, LARGE), Spacer(0, 11)])


def sentences(text: str) -> list[str]:
    """Return somebody's text as its sentences, in their own words."""
    return [one.strip() for line in text.splitlines() for one in _END.split(line.strip()) if one.strip()]


def _kept(parts: list[Flowable], said: list[str]) -> Iterator[Flowable]:
    yield from paper.together([*parts, Spacer(0, _BETWEEN)], sum(map(len, said)))
