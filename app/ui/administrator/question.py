"""A question on an administrator's page before something is shut; nothing happens until it is answered with yes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.look.kit import Button, Notice, announce
from app.look.speech import tr
from app.ui.parts import come_into_view, give_back


class Question(Notice):
    """A question before something is shut: nothing happens until it is answered, and "Not now" comes first."""

    def __init__(self, name: str) -> None:
        self._no, self._yes = Button(tr("Not now"), "x"), Button("", "triangle-alert")
        self._no.setObjectName(f"{name}.no")
        self._yes.setObjectName(f"{name}.yes")
        super().__init__("warn", "", "", self._no, self._yes)
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self._no.clicked.connect(self._put_away)
        self._yes.clicked.connect(self._go)
        self.hide()

    @property
    def buttons(self) -> tuple[Button, Button]:
        """The two answers."""
        return self._no, self._yes

    def ask(self, question: str, words: str, yes: str, then: Callable[[], None]) -> None:
        """Ask; ``then`` is done on the second answer alone."""
        self._then, self._before = then, QApplication.focusWidget()
        self.say(question, words)
        self._yes.say(yes)
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)
        come_into_view(self)
        announce(self, f"{question} {words}", at_once=True)

    def forget(self) -> None:
        """Ask nothing any more."""
        self._then = None
        self.hide()

    def _put_away(self) -> None:
        self.forget()
        give_back(self._before)

    def _go(self) -> None:
        then = self._then
        self.forget()
        give_back(self._before)
        if then is not None:
            then()
