"""What one answer said before, with when; any of it is brought back with one press, and Undo takes that back again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in, side_by_side

_NOTHING = noted("It has not said anything else yet. What you type over is kept here.")


@dataclass(frozen=True)
class EarlierWords:
    """One version: when it stood there, in words, and what it said."""

    when: str
    words: str


class EarlierWordsPage(QWidget):
    """The versions of one answer, the newest first.

    Signals: ``brought_back(int)`` with the number of a version, counted from 0; ``back_requested()``.
    """

    brought_back = Signal(int)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []
        self._asked, self._now = Text("", "body", "ink_2", wrap=True), Text("", "body", wrap=True)
        self._versions = Column(gap="l")
        self._back = Button(tr("Back to the page"), "arrow-left", "quiet")
        self._back.setObjectName("before.back")
        self._back.clicked.connect(self.back_requested)
        page = PageColumn()
        page.head.add(Heading(tr("Earlier words")), self._asked)
        now = Card(Text(tr("Now"), "strong", "ink_2"), self._now)
        page.add(now, held_in(self._versions), side_by_side(self._back))
        self.setLayout(Column(page))

    def show_versions(self, asked: str, now: str, versions: tuple[EarlierWords, ...]) -> None:
        """Show what one question was answered with: now, and before."""
        self._asked.say(asked)
        self._now.say(now or tr("Nothing is written there now."))
        self._buttons = []
        shown: list[QWidget] = [self._version(number, one) for number, one in enumerate(versions)]
        fill(self._versions, *(shown or [Text(tr(_NOTHING), "body", "ink_2", wrap=True)]))
        tab_through([*self._buttons, self._back])

    def focus_first(self) -> None:
        """Put the keyboard on the newest version, or on the way back."""
        first = self._buttons[0] if self._buttons else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _version(self, number: int, one: EarlierWords) -> QWidget:
        button = Button(tr("Bring this back"), "undo-2", explained=f"{one.when}: {one.words}")
        button.setObjectName(f"before.bring:{number}")
        button.clicked.connect(lambda: self.brought_back.emit(number))
        self._buttons.append(button)
        return Card(
            Text(one.when, "strong", "ink_2", wrap=True), Text(one.words, "body", wrap=True), side_by_side(button)
        )
