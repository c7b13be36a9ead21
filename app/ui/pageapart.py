"""A page apart from the record, with the way back and what came of what was asked there; it does nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, SignalInstance

from app.errors import Trouble
from app.look.kit import Button, Column, Flow, Heading, Notice, PageColumn, Text, announce
from app.look.speech import tr


class PageApart(PageColumn):
    """Heading, way back, and the two notices; whoever makes it adds cards, and names what rests while it is busy."""

    def __init__(self, title: str, lead: str, *, centred: bool = False) -> None:
        super().__init__(centred=centred)
        self._title, self._lead = title, lead
        self._said, self._trouble = Notice("info", ""), Notice("warn", "")

    def _begin(self, back: Button) -> None:
        """Lay out the head with its way back, and the notices under it."""
        self._back = back
        words = Column(Heading(self._title), Text(self._lead, "body", "ink_2", wrap=True), gap="s")
        self.head.add(Column(Flow(back), words, gap="m"))
        self.add(self._said, self._trouble)
        self._said.hide()
        self._trouble.hide()

    @staticmethod
    def _button(words: str, icon: str, name: str, then: SignalInstance) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        button.clicked.connect(then)
        return button

    def _pressable(self) -> Sequence[Button]:
        """Return the buttons that rest while something is under way."""
        raise NotImplementedError

    def say(self, title: str, words: str = "") -> None:
        """Say what came of it."""
        self._trouble.hide()
        self._said.say(title, words)
        self._said.show()
        self.to_top()
        announce(self._said, f"{title} {words}", at_once=True)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._said.hide()
        self._warn(trouble)

    def _warn(self, trouble: Trouble) -> None:
        self._trouble.say(tr(trouble.what), f"{tr(trouble.safe)} {tr(trouble.next_step)}".strip())
        self._trouble.show()
        self.to_top()
        announce(self._trouble, tr(trouble.sentences()), at_once=True)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while an act is under way."""
        for button in (*self._pressable(), self._back):
            button.setEnabled(not busy)

    def forget(self) -> None:
        """Begin afresh."""
        self._said.hide()
        self._trouble.hide()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
