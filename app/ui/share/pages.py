"""The pages a family looks at: one line of the record, how something is for them, and a blank one to look up from."""

from __future__ import annotations

from string import digits

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Flow, Heading, Text, TickBox, announce, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.lines import NOT_THIS_ONE
from app.ui.finishing.passages import told
from app.ui.finishing.remark import Remark
from app.ui.parts import holder
from app.ui.share.cards import FeelingCard, LineCard
from app.ui.share.look import family_page
from app.ui.share.saying import Person, SayCard, Saying
from app.ui.states import ReadLine

_NOTHING_YET = noted("Nothing is written here yet.")
_HELD = noted("Held back. Nobody else will see this line. Press again, and it is shown as before.")
_NOT_HELD = noted("Press this, and nobody else sees the line.")


class LinePage(QWidget):
    """One question, what is written there, and the way to hold it back or to say it oneself.

    With ``is_held`` ``None`` nothing can be held back now, and without ``people`` nothing can be said: it is only read.
    Signals: ``held(bool)`` when the line is held back, or not any more; ``said(Saying)`` at every change of own words.
    """

    held = Signal(bool)
    said = Signal(object)

    def __init__(
        self, card: LineCard, people: tuple[Person, ...], saying: Saying | None, *, is_held: bool | None
    ) -> None:
        super().__init__()
        self._card, self._people = card, people
        self._page = family_page()
        self._page.head.add(Text(card.topic, "ui", "ink_2", wrap=True), Heading(card.question))
        self._page.add(self._lines() if card.lines else Text(tr(_NOTHING_YET), "body", "ink_2", wrap=True))
        self._say, self._more = self._say_button(), Column(gap="l")
        self._stops: list[QWidget] = []
        if card.lines and is_held is not None:
            self._stops.append(self._not_this_one(held=is_held))
        if people:
            self._page.add(holder(Flow(self._say)), self._more)
            self._stops.append(self._say)
        self.setLayout(Column(self._page))
        tab_through(self._stops)
        if saying is not None:
            self._show_saying(saying)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins, where anything on it takes it."""
        for first in self._stops[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> Card:
        return Card(*(_read(line) for line in self._card.lines), gap="l")

    def _not_this_one(self, *, held: bool) -> TickBox:
        self._tick = TickBox(tr(NOT_THIS_ONE))
        self._tick.setObjectName("share.not_this")
        self._tick.setChecked(held)
        self._remark = Remark("eye-off" if held else "users", tr(_HELD) if held else tr(_NOT_HELD), "ink_2", "ui")
        self._tick.clicked.connect(self._ticked)
        self._page.add(Card(self._tick, self._remark))
        return self._tick

    def _ticked(self) -> None:
        held = self._tick.isChecked()
        self._remark.say("eye-off" if held else "users", tr(_HELD) if held else tr(_NOT_HELD), "ink_2")
        announce(self, self._remark.words())
        self.held.emit(held)

    def _say_button(self) -> Button:
        button = Button(tr("Say it in your own words"), "message-circle")
        button.setObjectName("share.say")
        button.clicked.connect(lambda: self._show_saying(Saying(self._card.about)).setFocus())
        return button

    def _show_saying(self, saying: Saying) -> QWidget:
        card = SayCard(saying, self._people, asks_number=False)
        card.said.connect(lambda: self.said.emit(saying))
        self._more.add(card)
        self._say.hide()
        return card.entry()


class FeelingPage(QWidget):
    """How this is for them, about a topic or about all of it. Signals: ``said(Saying)`` at every change."""

    said = Signal(object)

    def __init__(self, card: FeelingCard, people: tuple[Person, ...], sayings: tuple[Saying, ...]) -> None:
        super().__init__()
        self._card, self._people = card, people
        self._page = family_page()
        names = " · ".join([card.topic, *(saying.name for saying in sayings if saying.name)])
        self._page.head.add(Text(names, "ui", "ink_2", wrap=True), Heading(tr("How is this for you?")))
        self._cards = Column(gap="l")
        self._stops: list[QWidget] = []
        self._another = Button(tr("Somebody else says something too"), "plus")
        self._another.setObjectName("share.another")
        self._another.clicked.connect(lambda: self._show(Saying(card.about)).setFocus())
        self._page.add(self._cards, holder(Flow(self._another)))
        self.setLayout(Column(self._page))
        self._first, *_ = [self._show(saying) for saying in sayings or (Saying(card.about),)]

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        tab_through([*self._stops, self._another])
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, saying: Saying) -> QWidget:
        card = SayCard(saying, self._people, asks_number=True)
        card.said.connect(lambda: self.said.emit(saying))
        self._cards.add(card)
        self._stops.extend(card.stops())
        tab_through([*self._stops, self._another])
        return card.entry()


class PausePage(QWidget):
    """A calm page with nothing to read, so that eyes can stay on whoever speaks or signs. Signals: ``go_on()``."""

    go_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._go_on = Button(tr("Go on"), "arrow-right", "primary", icon_at_end=True)
        self._go_on.setObjectName("share.go_on")
        self._go_on.clicked.connect(self.go_on)
        page = family_page(Heading(tr("Pause")), Text(tr("Take all the time you need."), "body", "ink_2", wrap=True))
        page.add(holder(Flow(self._go_on)))
        self.setLayout(Column(page))

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)


def _read(line: ReadLine) -> QWidget:
    if line.people:
        return told(line)
    label = [Text(line.label, "hint", "ink_2", wrap=True)] if line.label.endswith(tuple(digits)) else []
    if line.is_quote:
        return holder(
            Column(
                *label, Remark("quote", tr("In their own words"), "ink_2"), Text(f"“{line.words}”", "label", wrap=True)
            )
        )
    return holder(Column(*label, Text(line.words, "body", wrap=True)))
