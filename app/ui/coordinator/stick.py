"""The desk's page for a file that came on a stick: the same checks as online, and a receipt goes back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Heading, Text
from app.look.speech import tr
from app.ui.finishing.stack import side_by_side
from app.ui.pageapart import PageApart


class DeskStickPage(PageApart):
    """One card, and what came of it.

    Signals: ``file_requested()`` to choose the file; ``receipt_requested()`` to write the receipt somewhere else;
    ``back_requested()``.
    """

    file_requested = Signal()
    receipt_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr("For a colleague who came without a connection. Nothing in the file is shown before it was checked.")
        super().__init__(tr("Take in from a stick"), lead, centred=True)
        self._begin(self._button(tr("Back to the list"), "arrow-left", "deskstick.back", self.back_requested))
        self._file = self._button(tr("Choose the file on the stick"), "inbox", "deskstick.file", self.file_requested)
        self._receipt = self._button(
            tr("Write the receipt elsewhere"), "save", "deskstick.receipt", self.receipt_requested
        )
        self.add(self._card())
        self.forget()

    def _card(self) -> Card:
        explained = tr(
            "Its name begins with “hand-in” and ends with “.ecaf”. A receipt is put beside it: please give the stick "
            "back with it. Taking the same file in twice does no harm."
        )
        return Card(
            Heading(tr("The file they brought"), "h2"),
            Text(explained, "body", "ink_2", wrap=True),
            side_by_side(self._file, self._receipt),
        )

    def _pressable(self) -> Sequence[Button]:
        return (self._file, self._receipt)

    def show_trouble(self, trouble: Trouble, *, lacks_receipt: bool = False) -> None:
        """Say what happened; with a receipt that could not be written, offer another place for it."""
        if lacks_receipt:  # what was taken in stays said
            self._warn(trouble)
        else:
            super().show_trouble(trouble)
        self._receipt.setVisible(lacks_receipt)

    def show_receipt_written(self) -> None:
        """Let the receipt go: it is written."""
        self._receipt.hide()
        self._trouble.hide()

    def forget(self) -> None:
        """Begin afresh."""
        super().forget()
        self._receipt.hide()
