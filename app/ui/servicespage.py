"""Services that may help: what is looked for above, and each service on a card; no child is named here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.look.kit import (
    Button,
    Card,
    ChoiceList,
    Column,
    Field,
    Flow,
    Heading,
    LineBox,
    Notice,
    PageColumn,
    Text,
    announce,
    tab_through,
)
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.parts import Fold, say_or_hide

_NONE_HERE = noted("No directory of services is on this laptop yet")
_COMES = noted(
    "It comes by itself with a connection, where your authority gives one out. There is nothing you need to do."
)
_ANY_NEED, _ANY_LEVEL = noted("Any need"), noted("Any level")
_NOBODY = noted("No service here fits all of that. Take something away, or ask your early help team.")
_AGE_LETTERS, _FEWEST_LETTERS, _OLDEST = 4, 14, 25


@dataclass(frozen=True)
class ServiceCard:
    """One service in words: ``key`` is its id; ``facts`` are labels with what stands behind them.

    ``marks`` are what has to be known first. ``is_old``: nobody has looked for long whether this is still so.
    """

    key: str
    name: str
    provider: str
    does: str
    short: str
    checked: str
    is_old: bool = False
    marks: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    is_taken: bool = False


class ServicesPage(PageColumn):
    """The page.

    Signals: ``wanted_changed()`` when something else is looked for; ``more_requested()`` for the next ones;
    ``taken(str)`` with the name of a service that goes into the plan; ``back_requested()``.
    """

    wanted_changed = Signal()
    more_requested = Signal()
    taken = Signal(str)
    back_requested = Signal()

    def __init__(self, place: str = "services", *, plan: bool = False) -> None:
        """``place`` begins the names of all that can be pressed; ``plan`` says that there is one to take them into."""
        super().__init__(centred=True)
        self._place, self._plan = place, plan
        self._back = self._button(tr("Back"), "arrow-left", "back", quiet=True)
        self._need, self._level = self._list("need"), self._list("level")
        self._age, self._where, self._words = LineBox(_AGE_LETTERS), LineBox(), LineBox()
        for name, box in (("age", self._age), ("place", self._where), ("words", self._words)):
            box.setObjectName(f"{place}.{name}")
            box.textEdited.connect(self.wanted_changed)
        self._lead, self._count = Text("", "body", "ink_2", wrap=True), Text("", "label", wrap=True)
        self._said = Notice("good", "")
        self._none = Notice("info", tr(_NONE_HERE), tr(_COMES))
        self._cards = Column(gap="l")
        self._more = self._button(tr("Show more"), "chevron-down", "more", quiet=True)
        self._look = self._asked()
        self.head.add(Column(Flow(self._back), Heading(tr("Services that may help")), gap="m"), self._lead)
        self.add(self._none, self._look, self._said, self._count, held_in(self._cards), side_by_side(self._more))
        self._stops: list[QWidget] = []
        self._back.clicked.connect(self.back_requested)
        self._more.clicked.connect(self.more_requested)
        self.show_choices({}, {}, "")
        self.show_services((), 0)

    def _asked(self) -> QWidget:
        words = Field(tr("Words"), tr("Part of a name, or of what they do."), self._words)
        need = Field(tr("What is needed"), "", self._need)
        level = Field(tr("Level"), "", self._level)
        age = Field(tr("Age"), tr("In years."), self._age)
        where = Field(tr("Place"), tr("A town, or how a postcode begins."), self._where)
        return Card(words, Fold(need, level, width=560, wide=(0, 1)), Fold(age, where, width=380, wide=(1,)), gap="l")

    def show_choices(self, needs: Mapping[str, str], levels: Mapping[str, str], lead: str) -> None:
        """Offer the authority's own needs and levels, and say from when the directory is; without one, say that."""
        _offer(self._need, tr(_ANY_NEED), needs)
        _offer(self._level, tr(_ANY_LEVEL), levels)
        self._lead.say(lead)
        self._lead.setVisible(bool(lead))
        for shown, part in ((not lead, self._none), (bool(lead), self._look), (bool(lead), self._count)):
            part.setVisible(shown)

    def begin(self, *, need: str = "", age: int | None = None) -> None:
        """Look for nothing but what is known of the child, if there is one, and say nothing of what was done before."""
        self._need.setCurrentIndex(max(self._need.findData(need), 0))
        self._level.setCurrentIndex(0)
        self._age.load("" if age is None else str(age))
        self._where.load("")
        self._words.load("")
        self.say("")

    @property
    def need(self) -> str:
        """The code of the need looked for, or nothing."""
        return str(self._need.currentData() or "")

    @property
    def level(self) -> str:
        """The code of the level looked for, or nothing."""
        return str(self._level.currentData() or "")

    @property
    def age(self) -> int | None:
        """The age looked for; None while nothing stands there that is one."""
        typed = self._age.text().strip()
        is_age = typed.isascii() and typed.isdigit() and len(typed) <= len(str(_OLDEST)) and int(typed) <= _OLDEST
        return int(typed) if is_age else None

    @property
    def where(self) -> str:
        """The place looked for."""
        return self._where.text()

    @property
    def words(self) -> str:
        """The words looked for."""
        return self._words.text()

    def show_services(self, cards: tuple[ServiceCard, ...], count: int) -> None:
        """Show the first of the services found, and how many there are."""
        self._stops = []
        self._count.say(
            tr(_NOBODY) if not count else tr("1 service") if count == 1 else tr("{count} services").format(count=count)
        )
        fill(self._cards, *(self._card(one) for one in cards))
        self._more.setVisible(len(cards) < count)
        asked = [self._words, self._need, self._level, self._age, self._where]
        tab_through([self._back, *asked, *self._stops, self._more])

    def say_count(self) -> None:
        """Have a screen reader say how many there are."""
        announce(self, self._count.words)

    def say(self, words: str) -> None:
        """Say what became of a press; nothing takes the words away."""
        say_or_hide(self, self._said, words)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self.to_top()
        first = self._back if self._look.isHidden() else self._words
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(first)

    def focus_service(self, key: str) -> None:
        """Put the keyboard back on a service after it was taken."""
        for stop in self._stops:
            if stop.objectName() == f"{self._place}.read:{key}":
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, card: ServiceCard) -> QWidget:
        told = Column(Heading(card.name, "h2"), Text(card.provider, "body", "ink_2", wrap=True), gap="hair")
        marks = [Remark("circle-alert", mark, "ink", "body") for mark in card.marks]
        checked = Remark("triangle-alert" if card.is_old else "circle-check", card.checked, "ink_2", "body")
        parts: list[QWidget] = [held_in(told), *marks]
        if card.does:
            parts.append(Text(card.does, "body", wrap=True))
        if card.short:
            parts.append(Text(card.short, "body", "ink_2", wrap=True))
        facts = stacked(*(_fact(label, words) for label, words in card.facts), gap="s")
        facts.hide()
        return Card(*parts, checked, facts, side_by_side(*self._acts(card, facts)), gap="m")

    def _acts(self, card: ServiceCard, facts: QWidget) -> list[QWidget]:
        read = self._button(tr("How to reach them"), "chevron-down", f"read:{card.key}", quiet=True)
        read.setAccessibleName(tr("How to reach them: {name}").format(name=card.name))
        read.clicked.connect(lambda: _turn(read, facts, card.name))
        acts: list[QWidget] = [read]
        if self._plan and card.is_taken:
            return [*self._stopping(read), Remark("circle-check", tr("In the plan"), "ink_2", "body")]
        if self._plan:
            take = self._button(tr("Put into the plan"), "plus", f"take:{card.key}")
            take.setAccessibleName(tr("Put into the plan: {name}").format(name=card.name))
            take.clicked.connect(lambda: self.taken.emit(card.key))
            acts.append(take)
        return self._stopping(*acts)

    def _stopping(self, *stops: QWidget) -> list[QWidget]:
        self._stops += stops
        return list(stops)

    def _list(self, name: str) -> ChoiceList:
        box = ChoiceList()
        box.setObjectName(f"{self._place}.{name}")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_FEWEST_LETTERS)
        box.activated.connect(self.wanted_changed)
        return box

    def _button(self, words: str, icon: str, name: str, *, quiet: bool = False) -> Button:
        button = Button(words, icon, "quiet" if quiet else "plain")
        button.setObjectName(f"{self._place}.{name}")
        return button


def _fact(label: str, words: str) -> QWidget:
    return stacked(Text(label, "caption", "ink_2", wrap=True), Text(words, "body", wrap=True), gap="hair")


def _turn(button: Button, facts: QWidget, name: str) -> None:
    """Open or close what else is known of a service."""
    shows = facts.isHidden()
    facts.setVisible(shows)
    words = tr("Fold away") if shows else tr("How to reach them")
    button.say(words)
    button.setAccessibleName(f"{words}: {name}")


def _offer(box: ChoiceList, everything: str, choices: Mapping[str, str]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, "")
    for code, words in choices.items():
        box.addItem(words, code)
    box.setCurrentIndex(max(box.findData(chosen), 0))
