"""Handing in on a stick: what waits for the desk goes into one sealed file, and the desk's receipt comes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.look.kit import Button, Card, Heading, Text
from app.look.speech import tr
from app.ui.finishing.stack import side_by_side
from app.ui.pageapart import PageApart


class StickPage(PageApart):
    """Two cards, one for each way.

    Signals: ``write_requested()`` to write the file; ``receipt_requested()`` to take in what the desk gave back;
    ``back_requested()``.
    """

    write_requested = Signal()
    receipt_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr("For when there is no connection. The file is sealed: only your early help desk can open it.")
        super().__init__(tr("Hand in on a stick"), lead)
        self._begin(self._button(tr("Back to where it is"), "arrow-left", "stick.back", self.back_requested))
        self._waits = Text("", "label", wrap=True)
        self._write = Button(tr("Choose the stick"), "save", "primary")
        self._write.setObjectName("stick.write")
        self._write.clicked.connect(self.write_requested)
        self._receipt = self._button(tr("Take in the receipt"), "mail-check", "stick.receipt", self.receipt_requested)
        self.add(self._writing_card(), self._receipt_card())

    def _writing_card(self) -> Card:
        explained = tr(
            "What families released and nobody has yet goes into one file, which is read back to be sure. It also "
            "still goes by itself when there is a connection: the desk counts it once."
        )
        return Card(
            Heading(tr("1. Take it to the desk"), "h2"),
            self._waits,
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._write),
        )

    def _receipt_card(self) -> Card:
        explained = tr(
            "The desk puts a small receipt on the same stick. Take it in here, and this laptop knows that they have it."
        )
        return Card(
            Heading(tr("2. Bring back the receipt"), "h2"),
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._receipt),
        )

    def show_waiting(self, words: str, *, any_waits: bool) -> None:
        """Say how much waits for the desk; with nothing to write, the button rests."""
        self._waits.say(words)
        self._write.setEnabled(any_waits)

    def _pressable(self) -> Sequence[Button]:
        return (self._write, self._receipt)
