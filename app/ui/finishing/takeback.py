"""Taking back what was released to the desk: what it does and cannot do is said first; nothing happens by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, PageColumn, Text
from app.look.speech import tr
from app.ui.finishing.remark import tell_trouble, trouble_notice
from app.ui.finishing.stack import side_by_side


class TakeBackPage(PageColumn):
    """Two reasons, each with its button.

    Signals: ``withdrawn_requested()`` where the family changed their mind; ``in_error_requested()`` where it should
    never have been written; ``back_requested()``.
    """

    withdrawn_requested = Signal()
    in_error_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        lead = tr(
            "Nothing more of this version goes to the desk, from this moment on. The word to take it back goes before "
            "anything else; when it arrives, the desk shows it to nobody any more. What somebody has read by then, or "
            "printed, cannot be taken back. Your own record stays here."
        )
        self._back = self._button(tr("Back to where it is"), "arrow-left", "takeback.back", self.back_requested)
        words = Column(Heading(tr("Take it back from the desk")), Text(lead, "body", "ink_2", wrap=True), gap="s")
        self.head.add(Column(Flow(self._back), words, gap="m"))
        self._trouble = trouble_notice()
        mind = self._button(tr("Take it back for the family"), "undo-2", "takeback.withdrawn", self.withdrawn_requested)
        error = self._button(tr("Take it back as an error"), "eraser", "takeback.error", self.in_error_requested)
        self.add(
            self._trouble,
            self._card(tr("The family changed their mind"), tr("They no longer agree that the desk sees it."), mind),
            self._card(
                tr("It was recorded in error"),
                tr("It is about the wrong child, or was released by mistake."),
                error,
            ),
        )

    @staticmethod
    def _button(words: str, icon: str, name: str, then: object) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        button.clicked.connect(then)
        return button

    @staticmethod
    def _card(title: str, words: str, button: Button) -> Card:
        return Card(Heading(title, "h2"), Text(words, "body", "ink_2", wrap=True), side_by_side(button))

    def begin(self) -> None:
        """Show the page afresh."""
        self._trouble.hide()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why it was not taken back."""
        tell_trouble(self._trouble, trouble)
