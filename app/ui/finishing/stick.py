"""Handing in on a stick: what waits for the desk goes into one sealed file, and the desk's receipt comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, Notice, PageColumn, Text, announce
from app.ui.finishing.stack import side_by_side


class StickPage(PageColumn):
    """Two cards, one for each way.

    Signals: ``write_requested()`` to write the file; ``receipt_requested()`` to take in what the desk gave back;
    ``back_requested()``.
    """

    write_requested = Signal()
    receipt_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = "For when there is no connection. The file is sealed: only your early help desk can open it."
        self._back = self._button("Back to where it is", "arrow-left", "stick.back", self.back_requested)
        words = Column(Heading("Hand in on a stick"), Text(lead, "body", "ink_2", wrap=True), gap="s")
        self.head.add(Column(Flow(self._back), words, gap="m"))
        self._said = Notice("info", "")
        self._trouble = Notice("warn", "")
        self._waits = Text("", "label", wrap=True)
        self._write = Button("Choose the stick", "save", "primary")
        self._write.setObjectName("stick.write")
        self._write.clicked.connect(self.write_requested)
        self._receipt = self._button("Take in the receipt", "mail-check", "stick.receipt", self.receipt_requested)
        self.add(self._said, self._trouble, self._writing_card(), self._receipt_card())
        self.forget()

    def _button(self, words: str, icon: str, name: str, then: object) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        button.clicked.connect(then)
        return button

    def _writing_card(self) -> Card:
        explained = (
            "What families released and nobody has yet goes into one file, which is read back to be sure. It also "
            "still goes by itself when there is a connection: the desk counts it once."
        )
        return Card(
            Heading("1. Take it to the desk", "h2"),
            self._waits,
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._write),
        )

    def _receipt_card(self) -> Card:
        explained = (
            "The desk puts a small receipt on the same stick. Take it in here, and this laptop knows that they have it."
        )
        return Card(
            Heading("2. Bring back the receipt", "h2"),
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._receipt),
        )

    def show_waiting(self, words: str, *, any_waits: bool) -> None:
        """Say how much waits for the desk; with nothing to write, the button rests."""
        self._waits.say(words)
        self._write.setEnabled(any_waits)

    def say(self, title: str, words: str = "") -> None:
        """Say what came of it."""
        self._trouble.hide()
        self._said.say(title, words)
        self._said.show()
        self.to_top()
        announce(self._said, f"{title} {words}", at_once=True)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._said.hide()
        self._trouble.say(trouble.what, f"{trouble.safe} {trouble.next_step}".strip())
        self._trouble.show()
        self.to_top()
        announce(self._trouble, trouble.sentences(), at_once=True)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a file is written or read."""
        for button in (self._write, self._receipt, self._back):
            button.setEnabled(not busy)

    def forget(self) -> None:
        """Begin afresh."""
        self._said.hide()
        self._trouble.hide()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
