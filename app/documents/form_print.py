"""Any form on paper, plain, in the order it is asked; made of a released view alone, and knowing no form by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from reportlab.platypus import Flowable

from app.documents import fonts, paper, words, writing
from app.documents.answered import in_words, rows
from app.documents.visits_sheet import LIST, visits_sheet
from app.domain.answers import Absent, Answer, text_of
from app.domain.sharing import RecipientKind, ReleasedView
from app.forms.definition import FormDefinition, ItemKind
from app.forms.session import Entry, FormSession
from app.sealing.words import day_in_words

_ON_PAPER = frozenset({RecipientKind.FAMILY, RecipientKind.OWN_FILE})


def form_print(
    view: ReleasedView,
    form: FormDefinition,
    made_at: datetime,
    agreement_view: ReleasedView | None = None,
    *,
    zone: tzinfo | None = None,
) -> bytes:
    """Return a form and what was answered (PDF, A4); a question without an answer is left out.

    ``form`` is the version the record answers, ``agreement_view`` what was agreed about it, where the family signed.
    Raises ``TypeError`` for anything but released views, ``ValueError`` for one that is not for paper, for an agreement
    about another version, and for another form.
    """
    for one in (view, *([agreement_view] if agreement_view is not None else [])):
        if type(one) is not ReleasedView:
            raise TypeError("a form is printed from released views and from nothing else")
        if one.recipient.kind not in _ON_PAPER:
            raise ValueError("this view was made for somebody else")
    if agreement_view is not None and agreement_view.statement.agrees_to != view.statement.root:
        raise ValueError("the agreement is about another version")
    if form.ref != view.statement.form:
        raise ValueError("the record answers another form")
    day = made_at.astimezone(zone).date()
    return paper.as_pdf(_story(view, form, agreement_view, zone), form.title, day)


def _story(
    view: ReleasedView, form: FormDefinition, agreement_view: ReleasedView | None, zone: tzinfo | None
) -> Iterator[Flowable]:
    fonts.letters()
    author, finished = view.statement.author, view.statement.finished_at.astimezone(zone).date()
    yield paper.heading(form.title, paper.TITLE)
    yield paper.labelled(words.WRITTEN_BY, ", ".join(filter(None, (author.name, author.job, author.agency))))
    yield paper.labelled(words.DATE, day_in_words(finished))
    if agreement_view is not None:
        signer, capacity = (text_of(agreement_view.answers, path) for path in ("c2.signer", "c2.capacity"))
        yield paper.labelled(words.AGREED_BY, ", ".join(filter(None, (signer, capacity))))
    if LIST in form:
        yield from visits_sheet(form, view.answers)
    session = FormSession(form, view.answers)
    for section in form.sections:
        for page in section.pages:
            parts = [*_entries(session.page_state(page.link_id).entries)]
            if parts:
                yield paper.heading(page.title)
            yield from parts
    if any(map(writing.lacking, view.answers.values())):
        yield from paper.lines(words.MISSING_LETTERS, paper.SMALL)


def _entries(entries: Iterable[Entry]) -> Iterator[Flowable]:
    for entry in entries:
        if entry.item.hidden:
            continue
        if entry.item.link_id == LIST:
            continue  # on a sheet of its own
        if entry.item.is_rows:
            yield from _rows(entry)
        elif entry.item.kind is ItemKind.GROUP:
            yield from _entries(entry.entries)
        else:
            yield from _answer(entry)


def _answer(entry: Entry) -> Iterator[Flowable]:
    text = _said(entry, entry.answer)
    if not text:
        return
    if entry.item.kind is ItemKind.TEXT:
        yield paper.heading(entry.item.text, paper.LABEL, level=None)
        yield from paper.lines(text)
    elif entry.item.text.endswith("?"):
        yield paper.heading(entry.item.text, paper.LABEL, level=None)
        yield from paper.lines(text, paper.FACT)
    else:
        yield paper.labelled(entry.item.text, text, paper.FACT)


def _said(entry: Entry, given: Answer | None) -> str:
    return words.REASONS[given.reason] if isinstance(given, Absent) else in_words(entry.item, given)


def _rows(entry: Entry) -> Iterator[Flowable]:
    group = entry.item
    labels = {item.link_id: item.text.rstrip("?") for item in group.items}
    answers = {entry.path: tuple(str(row.row_id) for row in entry.rows)}
    cells = {cell.path: cell.answer for row in entry.rows for cell in row.entries if cell.answer is not None}
    for number, row in enumerate(rows({**answers, **cells}, group)):
        if number == 0:
            yield paper.heading(group.text, paper.LABEL, level=None)
        first, *others = row.items()
        yield from paper.lines(first[1], paper.FACT)
        yield from paper.labelled_line({labels[link_id]: text for link_id, text in others}, paper.MORE)
