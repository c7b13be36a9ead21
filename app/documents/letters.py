"""A letter on paper: sender and address on top, a greeting, its parts, who wrote it; it knows no record and no form."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.documents import fonts, paper
from app.documents.language import ENGLISH, Language
from app.domain.letter import Letter, LetterPart

_RIGHT = ParagraphStyle("sender", paper.SMALL, alignment=2, spaceAfter=0)
_TO = ParagraphStyle("to", paper.BODY, spaceAfter=0)
_AFTER_POINTS, _ABOVE_PEN = 6, 8


def letter_on_paper(letter: Letter, language: Language = ENGLISH) -> bytes:
    """Return the letter (PDF, A4); its title and properties name nobody."""
    return paper.as_pdf(_story(letter, language), language.letters.LETTER, letter.day, language)


def _story(letter: Letter, language: Language) -> Iterator[Flowable]:
    fonts.letters()
    yield from (paper.block(line, _RIGHT) for line in (*letter.sender, language.day(letter.day)))
    yield from (paper.block(line, _TO) for line in letter.to)
    yield Spacer(0, 14)
    yield paper.heading(letter.title, paper.TITLE)
    yield from paper.lines(letter.greeting)
    for part in letter.parts:
        yield from _part(part)
    yield Spacer(0, 10)
    yield from (paper.block(line, _TO) for line in letter.signed)
    if letter.small:
        yield Spacer(0, 10)
        yield from paper.lines(letter.small, paper.SMALL)


def _part(part: LetterPart) -> Iterator[Flowable]:
    if part.title:
        yield paper.heading(part.title)
    for line in part.lines:
        yield from paper.lines(line)
    for said in part.said:
        yield from paper.quote(said)
    yield from (paper.labelled(label, text) for label, text in part.facts if text.strip())
    if part.points:
        yield from paper.bullets(part.points)
        yield Spacer(0, _AFTER_POINTS)
    for label in part.pen:
        yield Spacer(0, _ABOVE_PEN)
        yield from paper.line_to_write_on(label)
