"""What a family sees one after another, each with one question; made from what may be shown, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.answers import Answers
from app.domain.turned import TurnedView
from app.forms.definition import FormDefinition, Page
from app.look.speech import noted, tr
from app.ui.finishing.lines import by_link_id
from app.ui.states import ReadLine
from app.ui.words import page_reading

OWN_PAGE = "ch"
"""The child's own page, which is never among what is shown to the family."""
EVERYTHING = noted("All of it")
_FIRST_ASKED = ("strengths", "needs")


@dataclass(frozen=True)
class LineCard:
    """One question of the record with what is written there; ``link_id`` is what is held back by "Not this one"."""

    topic: str
    link_id: str
    question: str
    lines: tuple[ReadLine, ...]

    @property
    def about(self) -> str:
        """What somebody says something about, as it is written down."""
        return f"{self.topic}: {self.question}"


@dataclass(frozen=True)
class FeelingCard:
    """How this is for them, about a topic or about all of it."""

    topic: str

    @property
    def about(self) -> str:
        """What somebody says something about, as it is written down."""
        return self.topic


Card = LineCard | FeelingCard


def cards_of(form: FormDefinition, view: TurnedView, page: str) -> tuple[Card, ...]:
    """Return everything to show, in the order of the form; of ``page`` also what nobody has answered yet."""
    shown = [card for one in form.pages for card in _of_page(form, view.answers, one, asked=one.link_id == page)]
    return (*shown, FeelingCard(tr(EVERYTHING)))


def first_of(cards: tuple[Card, ...], topic: str) -> int:
    """Return where a topic begins; the very beginning where it is not there."""
    return next((place for place, card in enumerate(cards) if card.topic == topic), 0)


def feeling_of(cards: tuple[Card, ...], topic: str) -> int:
    """Return where it is asked how a topic is for them; how all of it is, where the topic is not there."""
    places = [place for place, card in enumerate(cards) if isinstance(card, FeelingCard)]
    return next((place for place in places if cards[place].topic == topic), len(cards) - 1)


def _of_page(form: FormDefinition, answers: Answers, page: Page, *, asked: bool) -> Iterator[Card]:
    if page.link_id == OWN_PAGE:
        return
    written = by_link_id(page_reading(form, answers, page))
    topic = f"{page.link_id}.strengths" in form
    first = [f"{page.link_id}.{part}" for part in _FIRST_ASKED] if asked and topic else []
    for link_id in [*first, *(one for one in written if one not in first)]:
        lines = tuple(written.get(link_id, ()))
        yield LineCard(page.title, link_id, form.item(link_id).text, lines)
    if topic and (written or asked):
        yield FeelingCard(page.title)
