"""Moving to a new laptop: what to do on the new one, and what on the old one; nothing is decided or read here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Heading, Text, TickBox, announce
from app.look.speech import tr
from app.ui.finishing.stack import side_by_side
from app.ui.pageapart import PageApart


class MovePage(PageApart):
    """Two cards, one for each laptop.

    Signals: ``file_requested()`` for the new laptop's file; ``bring_requested()`` to take in what was brought;
    ``laptop_requested()`` to choose the new laptop's file on the old one; ``carry_requested(bool)`` once the letters
    were compared, saying whether drafts go too; ``back_requested()``.
    """

    file_requested = Signal()
    bring_requested = Signal()
    laptop_requested = Signal()
    carry_requested = Signal(bool)
    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr("Nothing is taken away from either laptop. What stands on this one already stays as it is.")
        super().__init__(tr("A new laptop"), lead, centred=True)
        self._begin(self._button(tr("Back"), "arrow-left", "move.back", self.back_requested))
        self.add(self._new_card(), self._old_card())
        self.forget()

    def _new_card(self) -> Card:
        self._letters = Text("", "h2", wrap=True)
        self._file = self._button(tr("Save the file"), "laptop", "move.file", self.file_requested)
        self._bring = self._button(tr("Take in what was brought"), "check", "move.bring", self.bring_requested)
        return Card(
            Heading(tr("This is my new laptop"), "h2"),
            _words(
                tr(
                    "Save a small file, and take it to your old laptop. If that one is lost or damaged, give the "
                    "file to your authority’s key holders. It holds nothing secret."
                )
            ),
            side_by_side(self._file),
            _words(tr("They will ask you for these letters, by telephone or side by side:")),
            self._letters,
            _words(tr("When you have the folder they made for you, take it in here.")),
            side_by_side(self._bring),
        )

    def _old_card(self) -> Card:
        self._laptop = self._button(tr("Choose the new laptop’s file"), "laptop", "move.laptop", self.laptop_requested)
        self._theirs, self._ask = (
            Text("", "h2", wrap=True),
            _words(tr("Does the new laptop show exactly these letters?")),
        )
        self._drafts = TickBox(tr("Carry what I am still writing, too"))
        self._drafts.setObjectName("move.drafts")
        self._carry = Button(tr("Yes, the same. Choose a folder"), "check", "primary")
        self._carry.setObjectName("move.carry")
        self._carry.clicked.connect(lambda: self.carry_requested.emit(self._drafts.isChecked()))
        self._compared = (self._ask, self._theirs, self._drafts, side_by_side(self._carry))
        return Card(
            Heading(tr("This is my old laptop"), "h2"),
            _words(tr("Everything finished is sealed to your new laptop alone, and written into a folder you choose.")),
            side_by_side(self._laptop),
            *self._compared,
        )

    def show_letters(self, letters: str) -> None:
        """Show this laptop's own letters."""
        self._letters.say(letters)

    def show_successor(self, letters: str) -> None:
        """Show the letters of the new laptop whose file was chosen, to be compared."""
        self._theirs.say(letters)
        for part in self._compared:
            part.setVisible(True)
        self._said.hide()
        self._drafts.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, tr("Does the new laptop show exactly these letters? {letters}").format(letters=letters))

    def _pressable(self) -> Sequence[Button]:
        return (self._file, self._bring, self._laptop, self._carry)

    def forget(self) -> None:
        """Begin afresh: no new laptop is chosen, and nothing is said."""
        super().forget()
        self._drafts.setChecked(False)
        for part in self._compared:
            part.setVisible(False)


def _words(words: str) -> QWidget:
    return Text(words, "body", "ink_2", wrap=True)
