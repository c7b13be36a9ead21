"""Under the page of the first gate: signing by hand where that is how they said yes, and writing down their answer."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.answers import Answers, text_of
from app.domain.strokes import canonical, strokes_in
from app.look.kit import Button, Card, Field, Notice, Row, Text, announce
from app.ui.finishing.pad import SignaturePad
from app.ui.shell.eachchild import EachChild
from app.ui.shell.thinking import Thoughts

HOW, STROKES = "c1.how", "c1.strokes"
_HINT = "With a finger, a pen or the mouse. Delete clears it, Ctrl+Z takes the last line back."


class AgreementCard(Card):
    """The family's answer at the first gate.

    Signals: ``drawn(object)`` with the strokes as text, or ``None`` when the pad is empty; ``ready()`` when the answer
    is to be written down.
    """

    drawn = Signal(object)
    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pad = SignaturePad()
        self._pad.setObjectName(STROKES)
        self._pad.changed.connect(
            lambda: self.drawn.emit(None if self._pad.is_blank() else canonical(self._pad.strokes()))
        )
        self._signature = Field("Their signature", _HINT, self._pad)
        self.thoughts, self.each = Thoughts(), EachChild()
        self._missing = Notice("warn", "A few things first")
        self._missing.hide()
        button = Button("Write down their answer", "handshake", "primary")
        button.setObjectName("start.agree")
        button.clicked.connect(self.ready)
        words = "Nothing is assessed before they have said yes. No is a good answer too."
        hint = Text(words, "hint", "ink_2", wrap=True)
        self.column.add(self.thoughts, self.each, self._signature, hint, self._missing, Row(button, None))

    def load(self, answers: Answers) -> None:
        """Show the pad where they sign by hand, with what was drawn there."""
        self._signature.setVisible(answers.get(HOW) == "drawn")
        self._pad.show_strokes(strokes_in(text_of(answers, STROKES)))

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Say kindly what is still needed; an empty tuple takes the words away."""
        self._missing.setVisible(bool(sentences))
        if sentences:
            self._missing.say("A few things first", "\n".join(sentences))
            announce(self._missing, " ".join(sentences), at_once=True)
