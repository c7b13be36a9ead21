"""A window for a program that cannot start; it says why, and opens nothing and nobody's record."""

from __future__ import annotations

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Heading, Icon, Notice, Row, Text
from app.look.speech import tr
from app.ui.doorway import Middle

_WIDTH, _HEIGHT = 900, 620


class CannotStart(Middle):
    """What happened, what is safe and what to do next, and a way to close it."""

    def __init__(self, trouble: Trouble) -> None:
        close = Button(tr("Close the program"), "x", "primary")
        close.setObjectName("cannot_start.close")
        told = Notice(
            "bad", tr(trouble.what), " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part)
        )
        words = Text(
            tr("You did nothing wrong. Nothing was opened and nothing was changed."), "body", "ink_2", wrap=True
        )
        card = Card(
            Column(
                Icon("file-text", "accent", 32),
                Heading(tr("eCAF cannot start just now")),
                words,
                told,
                Row(close, None),
            ),
            margin="xxl",
        )
        super().__init__(card)
        self.setWindowTitle("eCAF")
        self.resize(_WIDTH, _HEIGHT)
        close.clicked.connect(self.close)
        close.setFocus()
