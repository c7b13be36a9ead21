"""A note that a family said no to a record on a computer, for the worker's own file; it holds no answer of a record.

It is not made of a released view because there is no record to release: what it may hold is all of ``Refusal``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable, Spacer

from app.documents import fonts, paper
from app.documents.language import ENGLISH, Language, Words
from app.domain.gates import FirstGate
from app.domain.refusal import Refusal, Safety


def refusal_note(refusal: Refusal, day: date, language: Language = ENGLISH) -> bytes:
    """Return the note (PDF, one side of A4 unless much is written in it); what was left empty has lines for a pen."""
    return paper.as_pdf(_story(refusal, day, language), language.papers.REFUSAL_NOTE, day, language)


def _story(refusal: Refusal, day: date, language: Language) -> Iterator[Flowable]:
    fonts.letters()
    words = language.papers
    safety = {Safety.NO_WORRY: words.SAFE_NO_WORRY, Safety.WILL_ASK: words.SAFE_WILL_ASK}
    yield paper.heading(words.NO_TO_IT_ALL if refusal.gate is FirstGate.DECLINED else words.NO_TO_COMPUTER, paper.TITLE)
    yield paper.labelled(words.DATE, language.day(day))
    yield from paper.labelled_line({words.CHILD: refusal.child}, paper.BODY)
    yield paper.labelled(words.WRITTEN_BY, ", ".join(filter(None, (refusal.worker.name, refusal.worker.job))))
    yield from _offered(refusal, words)
    yield from _answered(refusal, words)
    yield from _said_or_blank(words.REASON, refusal.remarks.reason)
    yield from _said_or_blank(words.NEXT, refusal.remarks.next_step)
    yield from _said_or_blank(words.CHILD_SAFE, safety.get(refusal.remarks.safety, ""))
    yield Spacer(0, 10)
    yield from paper.lines(words.NOT_KEPT, paper.SMALL)


def _offered(refusal: Refusal, words: Words) -> Iterator[Flowable]:
    yield paper.heading(words.OFFERED)
    yield from paper.lines(words.OFFERED_WHAT)
    if refusal.explained:
        yield paper.block(words.EXPLAINED, paper.LABEL)
        yield from paper.bullets(refusal.explained)


def _answered(refusal: Refusal, words: Words) -> Iterator[Flowable]:
    yield paper.heading(words.ANSWERED)
    yield from paper.labelled_line({words.WHO_ANSWERED: refusal.who}, paper.BODY)
    for question, answer in refusal.chose:
        yield paper.labelled(question.rstrip("?"), answer)


def _said_or_blank(title: str, said: str) -> Iterator[Flowable]:
    yield paper.heading(title)
    if said.strip():
        yield from paper.lines(said)
    else:
        yield paper.Rule(0, 26)
        yield paper.Rule(0, 26)
