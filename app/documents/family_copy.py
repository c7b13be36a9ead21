"""The copy a family takes home, as PDF; it is made of released views alone, and no file is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from reportlab.platypus import Flowable, PageBreak

from app.documents import fonts, paper, words, writing
from app.documents.plan_page import plan_page
from app.documents.talk_pages import talk_pages
from app.domain.record import Statement
from app.domain.sharing import RecipientKind, ReleasedView
from app.forms.definition import FormDefinition
from app.sealing.words import day_in_words

_CHECK_LETTERS = 8


def family_copy(
    view: ReleasedView,
    agreement_view: ReleasedView,
    form: FormDefinition,
    *,
    made_at: datetime,
    zone: tzinfo | None = None,
) -> bytes:
    """Return the family's copy (PDF, A4) of a record and of what was agreed about it.

    ``form`` is the version the record answers; days are those of ``zone`` (default: this computer's). The same views
    and day give the same bytes. Raises ``TypeError`` for anything but released views, ``ValueError`` for views made
    for somebody else, for an agreement about another version, and for another form.
    """
    _check_views(view, agreement_view)
    if form.ref != view.statement.form:
        raise ValueError("the record answers another form")
    day = made_at.astimezone(zone).date()
    return paper.as_pdf(_story(view, agreement_view, form, made_at, zone), words.FAMILY_COPY, day)


def _check_views(view: ReleasedView, agreement_view: ReleasedView) -> None:
    for one in (view, agreement_view):
        if type(one) is not ReleasedView:
            raise TypeError("a family copy is made of released views and of nothing else")
        if one.recipient.kind is not RecipientKind.FAMILY:
            raise ValueError("this view was made for somebody else")
    if agreement_view.statement.agrees_to != view.statement.root:
        raise ValueError("the agreement is about another version")


def _story(
    view: ReleasedView, agreement_view: ReleasedView, form: FormDefinition, made_at: datetime, zone: tzinfo | None
) -> Iterator[Flowable]:
    fonts.letters()
    yield from plan_page(form, view.answers, agreement_view.answers, view.statement.author)
    yield PageBreak()
    yield from talk_pages(form, view.answers)
    lacking = any(map(writing.lacking, (*view.answers.values(), *agreement_view.answers.values())))
    yield from paper.together([*_about(view.statement, made_at, zone, lacking=lacking)], 0)


def _about(statement: Statement, made_at: datetime, zone: tzinfo | None, *, lacking: bool) -> Iterator[Flowable]:
    finished, printed = (day_in_words(when.astimezone(zone).date()) for when in (statement.finished_at, made_at))
    yield paper.heading(words.ABOUT)
    sentences = (
        f"{words.HELD_BACK} {words.SAFE}",
        words.MISSING_LETTERS if lacking else "",
        words.VERSION.format(version=statement.version, day=finished, printed=printed),
        words.CHECK.format(check=statement.root[:_CHECK_LETTERS]),
    )
    for sentence in sentences:
        yield from paper.lines(sentence, paper.SMALL)
