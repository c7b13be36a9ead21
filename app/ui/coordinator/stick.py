"""The desk's page for a file that came on a stick: the same checks as online, and a receipt goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, Notice, PageColumn, Text, announce
from app.ui.finishing.stack import side_by_side


class DeskStickPage(PageColumn):
    """One card, and what came of it.

    Signals: ``file_requested()`` to choose the file; ``receipt_requested()`` to write the receipt somewhere else;
    ``back_requested()``.
    """

    file_requested = Signal()
    receipt_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        lead = "For a colleague who came without a connection. Nothing in the file is shown before it was checked."
        self._back = self._button("Back to the list", "arrow-left", "deskstick.back", self.back_requested)
        words = Column(Heading("Take in from a stick"), Text(lead, "body", "ink_2", wrap=True), gap="s")
        self.head.add(Column(Flow(self._back), words, gap="m"))
        self._said, self._trouble = Notice("info", ""), Notice("warn", "")
        self._file = self._button("Choose the file on the stick", "inbox", "deskstick.file", self.file_requested)
        self._receipt = self._button("Write the receipt elsewhere", "save", "deskstick.receipt", self.receipt_requested)
        self.add(self._said, self._trouble, self._card())
        self.forget()

    def _button(self, words: str, icon: str, name: str, then: object) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        button.clicked.connect(then)
        return button

    def _card(self) -> Card:
        explained = (
            "Its name begins with “hand-in” and ends with “.ecaf”. A receipt is put beside it: please give the stick "
            "back with it. Taking the same file in twice does no harm."
        )
        return Card(
            Heading("The file they brought", "h2"),
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._file, self._receipt),
        )

    def say(self, title: str, words: str = "") -> None:
        """Say what came of it."""
        self._said.say(title, words)
        self._said.show()
        self._trouble.hide()
        self.to_top()
        announce(self._said, f"{title} {words}", at_once=True)

    def show_trouble(self, trouble: Trouble, *, lacks_receipt: bool = False) -> None:
        """Say what happened; with a receipt that could not be written, offer another place for it."""
        if not lacks_receipt:
            self._said.hide()
        self._trouble.say(trouble.what, f"{trouble.safe} {trouble.next_step}".strip())
        self._trouble.show()
        self._receipt.setVisible(lacks_receipt)
        self.to_top()
        announce(self._trouble, trouble.sentences(), at_once=True)

    def show_receipt_written(self) -> None:
        """Let the receipt go: it is written."""
        self._receipt.hide()
        self._trouble.hide()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a file is read or written."""
        for button in (self._file, self._receipt, self._back):
            button.setEnabled(not busy)

    def forget(self) -> None:
        """Begin afresh."""
        self._said.hide()
        self._trouble.hide()
        self._receipt.hide()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
