"""The page that brings a place back from a backup: the words of the day it was made, and the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.look.kit import Button, Field, Flow, LineBox
from app.look.speech import tr
from app.ui.doorway import Doorway

_PRIVATE = (
    Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
)


class BringBackPage(Doorway):
    """Signals: ``given(str)`` with the words; ``back_requested()``."""

    given = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        self._box, self._go = LineBox(), Button(tr("Choose the backup"), "save", "primary")
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        super().__init__(
            "save",
            tr("Bring a place back from a backup"),
            tr(
                "It becomes a place of its own on this laptop, and opens with the words of the day the backup was "
                "made. What was written after that day is not in it. Nothing that is here already is touched."
            ),
            self._go,
            self._box,
        )
        self._box.setObjectName("bringback.words")
        self._box.setEchoMode(QLineEdit.EchoMode.Password)
        self._box.setInputMethodHints(_PRIVATE)
        self._go.setObjectName("bringback.go")
        self._back.setObjectName("bringback.back")
        self.card.column.add(
            Field(tr("Your words of that day"), tr("Capitals and extra spaces do not matter."), self._box),
            Flow(self._go, self._back, gap="m"),
        )
        self._go.clicked.connect(self._ask)
        self._box.returnPressed.connect(self._ask)
        self._back.clicked.connect(self.back_requested)

    def _ask(self) -> None:
        if self._box.isReadOnly():
            return
        if self._box.text().strip():
            self.given.emit(self._box.text())
        else:
            self.show_hint(
                tr("Your words are still empty"), tr("They are the ones that opened the place when it was backed up.")
            )
