"""The pages for when something is not safe: Worried now, and the covers; a cover never shows a child or a record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import (
    Button,
    Card,
    Column,
    Flow,
    Heading,
    Icon,
    Notice,
    PageColumn,
    Row,
    Rule,
    Text,
)
from app.look.speech import noted, tr
from app.ui.parts import Fold, discard, middling
from app.ui.states import Contact

_STEPS = (
    ("phone", noted("Is somebody in danger now? Call 999."), noted("Stay with the child if it is safe for you.")),
    (
        "phone",
        noted("If not, call the duty team."),
        noted("Their number is on this page. If you are unsure, ring and ask them."),
    ),
    ("pen-line", noted("Write down what you saw and heard."), noted("The words that were said, and when.")),
    ("user", noted("Tell your manager or safeguarding lead today."), noted("You do not have to carry this alone.")),
)
_NUMBER_BESIDE = 440
"""The least room for a number beside its words, in pixels at 100 % text size."""


class WorriedPage(PageColumn):
    """What to do when a child may not be safe, and whom to ring, where no child's record is open; works offline.

    An assessment is never used where a child might be at risk of significant harm (S2 4(iii), S4 3.5).
    """

    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self._numbers = Numbers()
        self._back = back_button()
        self._back.clicked.connect(self.back_requested)
        self.head.add(Column(Flow(self._back), Heading(tr("Worried about a child now?")), gap="l"))
        self.add(stop_notice(), self._numbers, what_to_do(), Text(tr(_NO_RECORD), "body", "ink_2", wrap=True))

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show the local numbers in this order."""
        self._numbers.show_contacts(contacts)

    def focus_first(self) -> None:
        """Put the keyboard on the way back, so that the numbers at the top stay in view."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


_NO_RECORD = noted(
    "With a child’s record open, the same button also opens a short record of what you saw, whom you told and what was "
    "done."
)


class Numbers(Card):
    """The local numbers, large."""

    def __init__(self, contacts: tuple[Contact, ...] = ()) -> None:
        super().__init__(gap="m")
        self.show_contacts(contacts)

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show these numbers in this order; with none of them, there is still one to ring."""
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for place, contact in enumerate(contacts or (_NO_CONTACT,)):
            self.column.add(*([Rule()] if place else []), _contact(contact))


def back_button() -> Button:
    """Return the way back to where somebody was."""
    back = Button(tr("Back to where I was"), "arrow-left")
    back.setObjectName("worried.back")
    return back


_NO_CONTACT = Contact(
    noted("In danger, or no other number to hand"),
    noted("Your team’s local numbers have not come to this laptop yet."),
    "999",
)


def stop_notice() -> QWidget:
    """Return the words that say when an assessment is never used."""
    return Notice(
        "warn",
        tr("If a child might be at risk of significant harm, stop here and call"),
        tr("An assessment like this is never used then. Your work is saved and stays where it is."),
        icon="shield-alert",
    )


def _contact(contact: Contact) -> QWidget:
    label, words = Text(contact.label, "label", wrap=True), Text(contact.words, "hint", "ink_2", wrap=True)
    number = Text(contact.number, "h1")
    return Fold(Column(label, words, gap="hair"), middling(number), width=_NUMBER_BESIDE, gap="s")


def what_to_do() -> QWidget:
    """Return the four steps to take."""
    card = Card(Heading(tr("What to do"), "h2"), gap="m")
    for number, (icon, words, more) in enumerate(_STEPS, 1):
        said = Column(
            Text(f"{number}. {tr(words)}", "label", wrap=True), Text(tr(more), "hint", "ink_2", wrap=True), gap="hair"
        )
        row = Row(Column(Icon(icon, "accent", 22), None), said)
        row.setStretch(1, 1)
        card.column.addLayout(row)
    return card
