"""People to ask, and which agencies have signed the agreement on sharing: the authority's own list, only to be read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, PageColumn, Text
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.parts import holder

_LEAD = noted(
    "For you, not for the record: nothing here is about a family. If a child may not be safe, use Worried now?"
)
_IN_TURN = noted("Say what you see differently, and write it down. The child’s needs stay first. Ask in this order:")
_NOBODY = noted("Your authority has not listed anybody here yet.")


@dataclass(frozen=True)
class PersonToAsk:
    """Somebody who helps: what for, who it is, and how to reach them."""

    label: str
    words: str
    reached: tuple[str, ...]


@dataclass(frozen=True)
class KnownAgency:
    """An agency on the authority's list, and whether it has signed the agreement on sharing."""

    name: str
    signed_up: bool


class PeoplePage(PageColumn):
    """The authority's list. Signals: ``back_requested()``."""

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people, self._agencies = Column(gap="m"), Column(gap="s")
        self._agencies_card = Card(Heading(tr("Agencies and the agreement on sharing"), "h2"), held_in(self._agencies))
        self.head.add(Heading(tr("People to ask")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        self._back = Button(tr("Back to the other forms"), "arrow-left")
        self._back.setObjectName("people.back")
        self._back.clicked.connect(self.back_requested)
        self._steps = Column(gap="s")
        self._steps_card = Card(
            Heading(tr("When you cannot agree"), "h2"), Text(tr(_IN_TURN), "body", "ink_2", wrap=True)
        )
        self._steps_card.column.add(held_in(self._steps))
        self.add(held_in(self._people), self._steps_card, self._agencies_card, side_by_side(self._back))

    def show_people(
        self, people: tuple[PersonToAsk, ...], agencies: tuple[KnownAgency, ...], in_turn: tuple[str, ...] = ()
    ) -> None:
        """Show who can be asked, who is asked in turn in a disagreement, and the agencies."""
        fill(self._steps, *(Text(f"{place}. {who}", "body", wrap=True) for place, who in enumerate(in_turn, start=1)))
        self._steps_card.setVisible(bool(in_turn))
        cards: list[QWidget] = [_card(person) for person in people]
        fill(self._people, *(cards or [Text(tr(_NOBODY), "body", "ink_2", wrap=True)]))
        fill(self._agencies, *(_agency(agency) for agency in agencies))
        self._agencies_card.setVisible(bool(agencies))
        self.to_top()

    def focus_first(self) -> None:
        """Put the keyboard on the way back; the page scrolls with the arrow and page keys from there."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()


def _card(person: PersonToAsk) -> QWidget:
    said = [Text(words, "body", wrap=True) for words in person.reached]
    return Card(Heading(person.label, "h2"), Text(person.words, "body", "ink_2", wrap=True), holder(Column(*said)))


def _agency(agency: KnownAgency) -> QWidget:
    if agency.signed_up:
        return Remark("check", tr("{name}: has signed it").format(name=agency.name), "ink", "body")
    return Remark("triangle-alert", tr("{name}: has not signed it").format(name=agency.name), "ink", "body")
