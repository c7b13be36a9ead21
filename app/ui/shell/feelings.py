"""Under each topic: one press for each person turns the screen and asks how it is for them; it keeps nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import DraftId
from app.look.kit import Button, Card, Column, Flow, Text
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.finishing.knownpeople import short
from app.ui.parts import discard, holder
from app.ui.share.saying import SOMEBODY_ELSE, Person
from app.ui.shell.othersteps import FormStep
from app.ui.shell.speaking import people_of

_ASKED = noted("How is this for them?")
_HINT = noted("Turns the screen to them, and asks: a number, and their own words.")


class FeelingsCard(Card):
    """The people who can be asked. Signals: ``wanted(str)`` with the ``Person.code`` of one of them."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap="s", margin="l")
        self._people: tuple[Person, ...] = ()
        self._buttons: list[Button] = []
        self._flow = Flow(gap="s")
        words = Column(Text(tr(_ASKED), "label", wrap=True), Text(tr(_HINT), "hint", "ink_3", wrap=True), gap="hair")
        self.column.add(words, holder(self._flow))
        self.hide()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Offer to ask these people; where they are the same as before, their buttons stay."""
        self.setVisible(bool(people))
        if people == self._people:
            return
        self._people = people
        for button in self._buttons:
            self._flow.removeWidget(button)
            discard(button)
        self._buttons = [self._one(person) for person in people]
        for button in self._buttons:
            self._flow.addWidget(button)

    def _one(self, person: Person) -> Button:
        button = Button(short(person.name), "message-circle")
        button.setAccessibleName(person.name)
        button.setAccessibleDescription(f"{tr(_ASKED)} {tr(_HINT)}")
        button.setObjectName(f"feelings.of:{person.code}")
        button.clicked.connect(partial(self._press, person.code))
        return button

    def _press(self, code: str) -> None:
        self.wanted.emit(code)


class Feelings(QObject):
    """The cards under the pages of a record. Signals: ``wanted(str)`` with the ``Person.code`` of who is asked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[DraftId, FeelingsCard] = {}

    def card(self, draft: OpenDraft) -> QWidget:
        """Return the card for the pages of a draft."""
        card = self._cards[draft.draft] = FeelingsCard()
        card.wanted.connect(self.wanted)
        return card

    def show(self, step: FormStep, file: FamilyFile | None) -> None:
        """Offer it on a topic of the assessment, once they agreed; on no other page."""
        card, form = self._cards.get(step.draft.draft), step.draft.form
        if card is None or file is None:
            return
        asks = f"{step.page.link_id}.strengths" in form and "fw.child" in form and bool(file.agreed_to_start)
        people = people_of(file, step.draft.answers) if asks else ()
        card.show_people(tuple(one for one in people if one.code != SOMEBODY_ELSE))

    def forget(self) -> None:
        """Let go of the family whose record it was."""
        self._cards.clear()
