"""Moving to a new laptop: what to do on the new one, and what on the old one; nothing is decided or read here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Flow, Heading, Notice, PageColumn, Text, TickBox, announce
from app.ui.finishing.stack import side_by_side


class MovePage(PageColumn):
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
        super().__init__(centred=True)
        lead = "Nothing is taken away from either laptop. What stands on this one already stays as it is."
        self._back = self._button("Back", "arrow-left", "move.back", self.back_requested)
        words = Column(Heading("A new laptop"), Text(lead, "body", "ink_2", wrap=True), gap="s")
        self.head.add(Column(Flow(self._back), words, gap="m"))
        self._said = Notice("info", "")
        self._said.hide()
        self.add(self._said, self._new_card(), self._old_card())
        self.forget()

    def _button(self, words: str, icon: str, name: str, then: object) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        button.clicked.connect(then)
        return button

    def _new_card(self) -> Card:
        self._letters = Text("", "h2", wrap=True)
        self._file = self._button("Save the file", "laptop", "move.file", self.file_requested)
        self._bring = self._button("Take in what was brought", "check", "move.bring", self.bring_requested)
        return Card(
            Heading("This is my new laptop", "h2"),
            _words(
                "Save a small file, and take it to your old laptop. If that one is lost or damaged, give the file to "
                "your authority’s key holders. It holds nothing secret."
            ),
            side_by_side(self._file),
            _words("They will ask you for these letters, by telephone or side by side:"),
            self._letters,
            _words("When you have the folder they made for you, take it in here."),
            side_by_side(self._bring),
        )

    def _old_card(self) -> Card:
        self._laptop = self._button("Choose the new laptop’s file", "laptop", "move.laptop", self.laptop_requested)
        self._theirs, self._ask = Text("", "h2", wrap=True), _words("Does the new laptop show exactly these letters?")
        self._drafts = TickBox("Carry what I am still writing, too")
        self._drafts.setObjectName("move.drafts")
        self._carry = Button("Yes, the same. Choose a folder", "check", "primary")
        self._carry.setObjectName("move.carry")
        self._carry.clicked.connect(lambda: self.carry_requested.emit(self._drafts.isChecked()))
        self._compared = (self._ask, self._theirs, self._drafts, side_by_side(self._carry))
        return Card(
            Heading("This is my old laptop", "h2"),
            _words("Everything finished is sealed to your new laptop alone, and written into a folder you choose."),
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
        announce(self, f"Does the new laptop show exactly these letters? {letters}")

    def say(self, title: str, words: str = "") -> None:
        """Say what came of it."""
        self._said.say(title, words)
        self._said.show()
        announce(self._said, f"{title} {words}", at_once=True)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while an act is under way."""
        for button in (self._file, self._bring, self._laptop, self._carry, self._back):
            button.setEnabled(not busy)

    def forget(self) -> None:
        """Begin afresh: no new laptop is chosen, and nothing is said."""
        self._said.hide()
        self._drafts.setChecked(False)
        for part in self._compared:
            part.setVisible(False)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


def _words(words: str) -> QWidget:
    return Text(words, "body", "ink_2", wrap=True)
