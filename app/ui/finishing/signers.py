"""Who agreed to a version, each in one line, and the way for somebody else to sign it too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Heading, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark, tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side

_LEAD = noted("Each of you signs in the way that suits you. What one of you signs never changes another.")


class SignersPage(QWidget):
    """Everybody who signed.

    Signals: ``another_requested()`` for somebody else to sign; ``back_requested()``.
    """

    another_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._signed, self._trouble = Column(gap="s"), trouble_notice()
        self._back, self._another = (
            Button(tr("Back"), "arrow-left", "quiet"),
            Button(tr("Somebody else signs too"), "signature"),
        )
        for button, name, tells in (
            (self._back, "signers.back", self.back_requested),
            (self._another, "signers.another", self.another_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(tells)
        page = PageColumn()
        lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        page.head.add(Heading(tr("Who signed")), lead, side_by_side(self._back), self._trouble)
        page.add(Card(held_in(self._signed), side_by_side(self._another), gap="l"))
        self.setLayout(Column(page))
        tab_through([self._back, self._another])

    def show_signers(self, lines: Sequence[str]) -> None:
        """Show who signed; nobody, and nobody else can sign yet."""
        self._trouble.hide()
        fill(self._signed, *(Remark("signature", line, "ink", "body") for line in lines))
        self._another.setVisible(bool(lines))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        self.show_signers(())
        tell_trouble(self._trouble, trouble)

    def focus_first(self) -> None:
        """Put the keyboard on the way back, at the top."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
