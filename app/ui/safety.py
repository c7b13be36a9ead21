"""The pages for when something is not safe: Worried now, and the covers; a cover never shows a child or a record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    Heading,
    Icon,
    Notice,
    PageColumn,
    Row,
    Rule,
    Text,
    TextBox,
)
from app.ui.parts import Fold, discard, middling
from app.ui.states import Contact

_STEPS = (
    ("phone", "Is somebody in danger now? Call 999.", "Stay with the child if it is safe for you."),
    ("phone", "If not, call the duty team.", "Their number is above. If you are unsure, ring and ask them."),
    ("pen-line", "Write down what you saw and heard.", "The words that were said, and when."),
    ("user", "Tell your manager or safeguarding lead today.", "You do not have to carry this alone."),
)
_NUMBER_BESIDE = 440
"""The least room for a number beside its words, in pixels at 100 % text size."""


class WorriedPage(PageColumn):
    """What to do when a child may not be safe, and whom to ring; works offline and stops nothing else.

    An assessment is never used where a child might be at risk of significant harm (S2 4(iii), S4 3.5).
    """

    noted = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self._numbers, self._note = Card(gap="m"), TextBox(3)
        self._back = Button("Back to where I was", "arrow-left")
        self._back.setObjectName("worried.back")
        self._back.clicked.connect(self.back_requested)
        self.head.add(Column(Flow(self._back), Heading("Worried about a child now?"), gap="l"))
        self.add(_stop(), self._numbers, _steps(), self._noting())
        self.show_contacts(())

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Show the local numbers in this order."""
        while (item := self._numbers.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        for place, contact in enumerate(contacts or (_NO_CONTACT,)):
            self._numbers.column.add(*([Rule()] if place else []), _contact(contact))

    def load_note(self, words: str) -> None:
        """Show what was noted before, without reporting a change."""
        self._note.load(words)

    def focus_note(self) -> None:
        """Put the keyboard at the end of the note, to go on there."""
        self._note.moveCursor(QTextCursor.MoveOperation.End)
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def note(self) -> str:
        """Return what stands in the note."""
        return self._note.toPlainText()

    def focus_first(self) -> None:
        """Put the keyboard on the way back, so that the numbers at the top stay in view."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _noting(self) -> QWidget:
        self._note.setObjectName("worried.note")
        self._note.textChanged.connect(lambda: self.noted.emit(self._note.toPlainText()))
        hint = "As it was said and as you saw it. Kept on this laptop as you type."
        return Card(Field("What you saw or heard", hint, self._note))


_NO_CONTACT = Contact(
    "In danger, or no other number to hand",
    "Your team’s local numbers have not come to this laptop yet.",
    "999",
)


def _stop() -> QWidget:
    return Notice(
        "warn",
        "If a child might be at risk of significant harm, stop here and call",
        "An assessment like this is never used then. Your work is saved and stays where it is.",
        icon="shield-alert",
    )


def _contact(contact: Contact) -> QWidget:
    label, words = Text(contact.label, "label", wrap=True), Text(contact.words, "hint", "ink_2", wrap=True)
    number = Text(contact.number, "h1")
    return Fold(Column(label, words, gap="hair"), middling(number), width=_NUMBER_BESIDE, gap="s")


def _steps() -> QWidget:
    card = Card(Heading("What to do", "h2"), gap="m")
    for number, (icon, words, more) in enumerate(_STEPS, 1):
        said = Column(
            Text(f"{number}. {words}", "label", wrap=True), Text(more, "hint", "ink_2", wrap=True), gap="hair"
        )
        row = Row(Column(Icon(icon, "accent", 22), None), said)
        row.setStretch(1, 1)
        card.column.addLayout(row)
    return card
