"""The copy a family takes home, as PDF, one for each reader; made of released views alone, and no file is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from reportlab.platypus import Flowable, PageBreak, Spacer

from app.documents import fonts, paper, writing
from app.documents.childs_copy import childs_copy
from app.documents.easy_read import easy_read
from app.documents.language import ENGLISH, Language
from app.documents.plan_page import plan_page
from app.documents.signature import signing
from app.documents.talk_pages import talk_pages
from app.documents.told import Told
from app.documents.young_copy import young_persons_page
from app.domain.copyfor import CopyFor
from app.domain.record import Statement
from app.domain.sharing import RecipientKind, ReleasedView
from app.domain.strokes import DRAWING
from app.forms.definition import FormDefinition

_CHECK_LETTERS = 8


@dataclass(frozen=True)
class CopyTerms:
    """How a copy is made: for whom, in which language, with which number to ring; days are those of ``zone``."""

    reader: CopyFor = CopyFor.PARENT
    language: Language = ENGLISH
    phone: str = ""
    zone: tzinfo | None = None


AS_A_PARENTS = CopyTerms()


def family_copy(
    view: ReleasedView,
    agreement_view: ReleasedView,
    form: FormDefinition,
    *,
    made_at: datetime,
    terms: CopyTerms = AS_A_PARENTS,
) -> bytes:
    """Return the family's copy (PDF, A4) of a record and of what was agreed about it.

    ``form`` is the version the record answers, in any language. The same views and day give the same bytes. Raises
    ``TypeError`` for anything but released views, ``ValueError`` for views made for somebody else, for an agreement
    about another version, and for another form.
    """
    _check_views(view, agreement_view)
    if form.ref != view.statement.form:
        raise ValueError("the record answers another form")
    day = made_at.astimezone(terms.zone).date()
    story = _story(view, agreement_view, form, made_at, terms)
    return paper.as_pdf(story, terms.language.papers.FAMILY_COPY, day, terms.language)


def _check_views(view: ReleasedView, agreement_view: ReleasedView) -> None:
    for one in (view, agreement_view):
        if type(one) is not ReleasedView:
            raise TypeError("a family copy is made of released views and of nothing else")
        if one.recipient.kind is not RecipientKind.FAMILY:
            raise ValueError("this view was made for somebody else")
    if agreement_view.statement.agrees_to != view.statement.root:
        raise ValueError("the agreement is about another version")


def _story(
    view: ReleasedView, agreement_view: ReleasedView, form: FormDefinition, made_at: datetime, terms: CopyTerms
) -> Iterator[Flowable]:
    fonts.letters()
    answers, agreed = view.answers, agreement_view.answers
    told = Told(form, answers, agreed, view.statement.author, terms.language, terms.phone.strip())
    make = {CopyFor.EASY: easy_read, CopyFor.CHILD: childs_copy, CopyFor.YOUNG: young_persons_page}
    yield from make.get(terms.reader, plan_page)(told)
    if not terms.reader.is_short:
        yield PageBreak() if terms.reader is CopyFor.PARENT else Spacer(0, 10)
        drawn = {DRAWING} if terms.reader is CopyFor.YOUNG else set()  # theirs stands on the first page already
        rest = {path: given for path, given in answers.items() if path not in drawn}
        yield from talk_pages(form, rest, terms.language)
        yield from signing(told)
    lacking = any(map(writing.lacking, (*answers.values(), *agreed.values())))
    about = [*_about(view.statement, made_at, terms, lacking=lacking)]
    yield from paper.together(about, 0)


def _about(statement: Statement, made_at: datetime, terms: CopyTerms, *, lacking: bool) -> Iterator[Flowable]:
    language, said = terms.language, terms.language.papers
    finished, printed = (language.day(when.astimezone(terms.zone).date()) for when in (statement.finished_at, made_at))
    version = said.VERSION.format(version=statement.version, day=finished, printed=printed)
    check = said.CHECK.format(check=statement.root[:_CHECK_LETTERS])
    missing = said.MISSING_LETTERS if lacking else ""
    if terms.reader is CopyFor.CHILD:
        yield from paper.lines(f"{missing} {version} {check}", paper.SMALL)
        return
    yield paper.heading(said.ABOUT)
    long = language.copies.EASY_LONG if terms.reader is CopyFor.EASY else ""
    for sentence in (f"{said.HELD_BACK} {said.SAFE}", missing, long, version, check):
        yield from paper.lines(sentence, paper.SMALL)
