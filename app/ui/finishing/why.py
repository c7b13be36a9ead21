"""A box for the reason for going on although something speaks against it; it stops nobody, and can wait."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.look.kit import Field, TextBox
from app.look.speech import noted, tr

_WHY = noted("If you go on all the same: why? A few words, now or later. They stay with this record.")


class WhyField(Field):
    """A box for the reason for going on; ``given`` carries what is written, at every change."""

    given = Signal(str)

    def __init__(self, name: str, label: str, hint: str = _WHY) -> None:
        self._box = TextBox(2)
        super().__init__(label, tr(hint), self._box)
        self._box.setObjectName(name)
        self._box.textChanged.connect(lambda: self.given.emit(self._box.toPlainText()))

    def load(self, words: str) -> None:
        """Show what was written, without reporting it; what is being written is left alone."""
        if words != self._box.toPlainText():
            self._box.load(words)
