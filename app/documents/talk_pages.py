"""The pages after the plan: all that was said, by topic, strengths first; nothing disclosed is ever left out."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.documents import paper
from app.documents.answered import in_words, rows
from app.documents.drawn import CHILDS_SHEET, Drawn
from app.documents.language import Language
from app.documents.people_drawn import PeopleDrawn
from app.documents.plan_page import ON_THIS_PAGE
from app.domain.answers import Absent, AbsentReason, Answers, text_of
from app.domain.peoplemap import CLOSE, MAP, Closeness, people_on
from app.domain.strokes import DRAWING, strokes_in
from app.forms.definition import FormDefinition, Item, Page, Section

_OWN_WORDS = (".words", "cm.child", "cm.parent", "ch.well", "ch.worries", "ch.wishes", "ch.drawing_said")
_UNSAID = (".looked_at", ".priority", "cm.child_share", "ch.kind")
"""Marks for finding the way round the form, and what the child was asked alone (a no must not be read at home)."""
_FACTS = frozenset({"about", "more"})


def talk_pages(form: FormDefinition, answers: Answers, language: Language) -> Iterator[Flowable]:
    """Yield what was talked about, section by section; facts about the child, known to the family, come last."""
    yield paper.heading(language.papers.TALKED_ABOUT, paper.TITLE)
    for section in sorted(form.sections, key=lambda section: section.link_id in _FACTS):
        yield from _section(section, answers, language)
    yield from paper.together([*_left_out(form, answers, language)], 0)


def _section(section: Section, answers: Answers, language: Language) -> Iterator[Flowable]:
    shown = [(page, parts) for page in section.pages if (parts := [*_page(page, answers, language)])]
    if shown:
        yield paper.heading(section.title)
    for page, parts in shown:
        if page.title != section.title:
            yield paper.heading(page.title, paper.TOPIC, level=1)
        yield from parts


def _page(page: Page, answers: Answers, language: Language) -> Iterator[Flowable]:
    for item in sorted(_questions(page.items), key=lambda item: not item.link_id.endswith(".strengths")):
        if item.link_id == DRAWING:
            yield from _drawing(item, answers, language)
        if item.hidden or item.link_id in ON_THIS_PAGE or item.link_id.endswith(_UNSAID):
            continue
        yield from _rows(item, answers, language) if item.is_rows else _answer(item, answers, language)


def _questions(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if not item.is_rows:
            yield from _questions(item.items)


def _answer(item: Item, answers: Answers, language: Language) -> Iterator[Flowable]:
    text = in_words(item, answers.get(item.link_id), language)
    if not text:
        return
    if item.link_id.endswith(_OWN_WORDS):
        parts = [paper.heading(item.text, paper.LABEL, level=None), *paper.quote(text)]
    elif item.kind.value == "text":
        parts = [paper.heading(item.text, paper.LABEL, level=None), *paper.lines(text)]
    else:
        parts = [paper.labelled(item.text.rstrip("?"), text, paper.FACT)]
    yield from parts


def _rows(group: Item, answers: Answers, language: Language) -> Iterator[Flowable]:
    if group.link_id == MAP:
        yield from _people(group, answers, language)
    labels = {item.link_id: item.text.rstrip("?") for item in group.items}
    for number, row in enumerate(rows(answers, group, language)):
        if number == 0:
            yield paper.heading(group.text, paper.LABEL, level=None)
        first, *others = row.items()
        yield from paper.lines(first[1], paper.FACT)
        yield from paper.labelled_line({labels[link_id]: text for link_id, text in others}, paper.MORE)


def _drawing(item: Item, answers: Answers, language: Language) -> Iterator[Flowable]:
    """Yield what the child drew, as it was drawn, where it is disclosed at all."""
    strokes, said = strokes_in(text_of(answers, DRAWING)), language.copies
    if strokes:
        name = _called(answers)
        figure = Drawn(strokes, said.DRAWING_OF.format(name=name) if name else said.DRAWING, CHILDS_SHEET)
        yield from paper.together([paper.heading(item.text, paper.LABEL, level=None), figure], 0)


def _called(answers: Answers) -> str:
    return text_of(answers, "id.known_as").strip() or text_of(answers, "id.given").strip()


def _people(group: Item, answers: Answers, language: Language) -> Iterator[Flowable]:
    """Yield the map of people as a picture; who is on it stands in words under it."""
    people = people_on(answers)
    name = _called(answers)
    asked = next(item for item in group.items if item.link_id == CLOSE)
    words = {one: asked.display_of(one.value) for one in Closeness} | {None: ""}
    title = language.copies.MAP_OF.format(name=name) if name else language.copies.MAP
    told = [": ".join(filter(None, (one.name, words[one.closeness]))) for one in people]
    if people:
        figure = PeopleDrawn(people, name, ". ".join((title, *told)), words)
        yield from paper.together([paper.heading(title, paper.LABEL, level=None), figure], 0)


def _left_out(form: FormDefinition, answers: Answers, language: Language) -> Iterator[Flowable]:
    empty = [page for page in form.pages if not any(_page(page, answers, language))]
    said = language.papers
    reasons = ((AbsentReason.NOT_TALKED_ABOUT, said.NOT_TALKED), (AbsentReason.DECLINED, said.CHOSE_NOT))
    for reason, sentence in reasons:
        topics = [
            page.title for page in empty if any(answers.get(item.link_id) == Absent(reason) for item in page.items)
        ]
        if topics:
            yield Spacer(0, 8)
            yield from paper.lines(sentence.format(topics=", ".join(topics)))
