"""Looking a child up in the authority's child index: who, and why; the one that was found, for a person to confirm.

What is typed is kept by the boxes alone; what was found is gone as soon as the page is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.forms.definition import Item, ItemKind
from app.forms.widgets.date import DateBoxes
from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Heading,
    Icon,
    LineBox,
    Notice,
    Row,
    Text,
    TextBox,
    announce,
    theme,
)
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.finishing.stack import Pair, held_in, side_by_side, stacked
from app.ui.lookupentry import EntryCard, EntryShown
from app.ui.pageapart import PageApart

_LEAD = noted(
    "Your authority’s child index says whom to ask about a child, and whether an assessment exists. It holds nothing "
    "that anybody wrote in one. It needs a connection."
)
_WRITTEN = noted("Every look is written down at your authority")
_WHAT_IS_WRITTEN = noted(
    "Your name, the time, your reason, what you typed and what you were shown. Others read it, and you may be asked. "
    "Please look only for a child you are working with, or for a colleague who is. This laptop writes down only that "
    "you looked."
)
_ENOUGH = noted("Both names with a birth date or a postcode are enough; or a number alone.")
_LETTERS, _SHORT, _LONGEST = 200, 40, 14


@dataclass(frozen=True)
class Typed:
    """What stands in the boxes; ``born`` is a date only where all of it was typed, and may be anything else."""

    given: str = ""
    family: str = ""
    born: str = ""
    postcode: str = ""
    number: str = ""
    reason: str = ""
    on_behalf: str = ""


@dataclass(frozen=True)
class FoundShown:
    """What came of a search, in words; ``who`` is the one child shown, and empty where nobody is."""

    title: str
    words: str
    icon: tuple[str, Ink] = ("info", "ink_2")
    who: str = ""


class LookUpPage(PageApart):
    """Signals: ``asked()`` to look; ``confirmed()`` that it is the child; ``cleared()``; ``back_requested()``."""

    asked = Signal()
    confirmed = Signal()
    cleared = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Look a child up"), tr(_LEAD), centred=True)
        self._begin(self._button(tr("Back"), "arrow-left", "lookup.back", self.back_requested))
        self._given, self._family = self._line("given"), self._line("family")
        self._postcode, self._number = self._line("postcode", _LONGEST), self._line("number", _LONGEST)
        self._on_behalf = self._line("on_behalf")
        self._born = DateBoxes(Item("lookup.born", ItemKind.DATE, ""), "lookup.born")
        self._reason = TextBox(2)
        self._reason.setObjectName("lookup.reason")
        self._look = Button(tr("Look up"), "search", "primary")
        self._look.setObjectName("lookup.go")
        self._look.clicked.connect(self.asked)
        self._clear = self._button(tr("Clear what I typed"), "eraser", "lookup.clear", self.cleared)
        self.entry = EntryCard()
        self._result = self._result_card()
        self.add(Notice("info", tr(_WRITTEN), tr(_WHAT_IS_WRITTEN), icon="eye"))
        self.add(self._who_card(), self._why_card(), self._result, self.entry)
        self.forget()

    def _who_card(self) -> Card:
        born = Field(tr("Birth date"), "", self._born)
        self._born.describe(tr("Birth date"), "")
        return Card(
            Heading(tr("Who is looked for"), "h2"),
            Text(tr(_ENOUGH), "body", "ink_2", wrap=True),
            Pair(Field(tr("First name"), "", self._given), Field(tr("Family name"), "", self._family)),
            born,
            Pair(Field(tr("Postcode"), "", self._postcode), Field(tr("Number"), "", self._number)),
        )

    def _why_card(self) -> Card:
        why = Field(tr("Why do you look?"), tr("In your own words. It has to be said."), self._reason)
        whom = Field(
            tr("For a colleague? Their name"), tr("Leave it empty where you look for yourself."), self._on_behalf
        )
        return Card(Heading(tr("Why"), "h2"), why, whom, side_by_side(self._look, self._clear))

    def _result_card(self) -> Card:
        self._icon = Icon("info", "ink_2", 28)
        self._verdict, self._called = Text("", "strong", wrap=True), Text("", "h2", wrap=True)
        self._words = Text("", "body", "ink_2", wrap=True)
        row = Row(Column(self._icon, None), stacked(self._verdict, self._called, self._words, gap="xs"), gap="l")
        row.setStretch(1, 1)
        self._yes = self._button(tr("This is the child: open the entry"), "check", "lookup.yes", self.confirmed)
        self._no = Button(tr("This is not the child"), "x")
        self._no.setObjectName("lookup.no")
        self._no.clicked.connect(self._not_this_one)
        self._choice = side_by_side(self._yes, self._no)
        return Card(held_in(row), self._choice)

    def _line(self, name: str, letters: int | None = None) -> LineBox:
        box = LineBox(letters)
        box.setObjectName(f"lookup.{name}")
        box.setMaxLength(_LETTERS if letters is None else _SHORT)
        box.returnPressed.connect(self.asked)
        return box

    def typed(self) -> Typed:
        """Return what stands in the boxes."""
        born = self._born.given()
        lines = (self._given, self._family, self._postcode, self._number, self._on_behalf)
        given, family, postcode, number, on_behalf = (box.text().strip() for box in lines)
        reason = self._reason.toPlainText().strip()
        return Typed(given, family, born if isinstance(born, str) else "", postcode, number, reason, on_behalf)

    def clear_boxes(self) -> None:
        """Let nothing stand in the boxes."""
        for box in (self._given, self._family, self._postcode, self._number, self._on_behalf):
            box.load("")
        self._reason.load("")
        self._born.show_answer(None)

    def show_asking(self) -> None:
        """Say that it is being asked; what stands there stays till it is answered."""
        super().forget()
        self.show_busy(busy=True)
        self._look.say(tr("Asking…"))
        announce(self, tr("Asking…"))

    def show_ready(self) -> None:
        """Be ready to be asked again."""
        self.show_busy(busy=False)
        self._look.say(tr("Look up"))

    def show_found(self, found: FoundShown) -> None:
        """Show what came of the search."""
        self._icon.show_icon(*found.icon)
        self._verdict.say(found.title)
        self._called.say(found.who)
        self._called.setVisible(bool(found.who))
        self._words.say(found.words)
        self._choice.setVisible(bool(found.who))
        self._result.show()
        announce(self._result, f"{found.title} {found.who} {found.words}", at_once=True)
        self._go_to(self._yes if found.who else self._given, self._result)

    def show_entry(self, entry: EntryShown) -> None:
        """Show a child's entry in the place of the question whether it is the one."""
        self._result.hide()
        self.entry.show_entry(entry)
        self.entry.show()
        announce(self.entry, entry.title, at_once=True)
        self._go_to(self._back, self.entry)

    def forget(self) -> None:
        """Show nothing that was found."""
        super().forget()
        self.show_ready()
        for text in (self._verdict, self._called, self._words):
            text.say("")
        self._result.hide()
        self.entry.forget()
        self.entry.hide()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say it, and leave everything to be tried again."""
        self.show_ready()
        super().show_trouble(trouble)
        self._look.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def focus_first(self) -> None:
        """Put the keyboard where the first name goes."""
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_this_one(self) -> None:
        self.forget()
        self.say(tr("Then nothing of that child is shown."), tr("You can look again with more, or another spelling."))
        self.focus_first()

    def _go_to(self, control: QWidget, card: QWidget) -> None:
        """Give the keyboard a place, and show the card from its beginning once it has its size."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._show_from(card))

    def _show_from(self, card: QWidget) -> None:
        top = card.mapTo(self._body, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - theme.space("l"))

    def _pressable(self) -> Sequence[Button]:
        return self._look, self._clear, self._yes, self._no, self.entry.whole
