"""A short list of things to come back to, each with one button: what is due, what has ended; it judges nobody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Flow, Heading, Text, announce, tab_through
from app.look.speech import tr
from app.ui.finishing.stack import fill
from app.ui.parts import Fold, holder, middling
from app.ui.states import Reminder

AT_FIRST = 5
"""So many stand in sight before somebody asks for all."""


class Reminders(Card):
    """Lines with a button each; nothing at all while there are none.

    Signals: ``opened(str)`` with the episode of a line, or ``page_wanted(str, str)`` with the page it is seen to on
    where it has one. ``name`` begins the object names of the buttons.
    """

    opened = Signal(str)
    page_wanted = Signal(str, str)

    def __init__(self, name: str, title: str, button: str, hint: str = "") -> None:
        super().__init__(gap="l")
        self._name, self._button, self._lines = name, button, tuple[Reminder, ...]()
        self._openers: list[Button] = []
        told = Text(hint, "hint", "ink_3", wrap=True)
        if not hint:
            told.hide()
        self._list = Column(gap="m")
        self._more = Button("", "chevron-down", "quiet")
        self._more.setObjectName(f"{name}.more")
        self._more.clicked.connect(self._show_all)
        self._below = holder(Flow(self._more))
        self.column.add(Column(Heading(title, "h2"), told, gap="hair"), holder(self._list), self._below)
        self._all = False
        self.show_lines(())

    def show_lines(self, lines: tuple[Reminder, ...]) -> None:
        """Show these lines; the same ones again move nothing, so that the keyboard stays where it is."""
        if lines != self._lines:
            self._lines = lines
            self._fill()
        self.setVisible(bool(lines))

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return [*self._openers, self._more]

    def _fill(self) -> None:
        shown = self._lines if self._all else self._lines[:AT_FIRST]
        self._openers = [self._opener(number, line) for number, line in enumerate(shown)]
        fill(self._list, *(_told(line, opener) for line, opener in zip(shown, self._openers, strict=True)))
        left = len(self._lines) - len(shown)
        self._more.say(tr("Show {left} more").format(left=left))
        self._below.setVisible(left > 0)
        tab_through(self.stops())

    def _opener(self, number: int, line: Reminder) -> Button:
        button = Button(self._button)
        button.setObjectName(f"{self._name}:{number}")
        button.setAccessibleName(f"{self._button}: {line.title}")
        button.setAccessibleDescription(line.words)
        button.clicked.connect(lambda: self._open(line))
        return button

    def _open(self, line: Reminder) -> None:
        if line.page:
            self.page_wanted.emit(line.episode_id, line.page)
        else:
            self.opened.emit(line.episode_id)

    def _show_all(self) -> None:
        self._all = True
        before = len(self._openers)
        self._fill()
        announce(self, tr("{number} shown").format(number=len(self._openers)))
        self._openers[before].setFocus()


def _told(line: Reminder, opener: Button) -> QWidget:
    told = Column(Text(line.title, "label", wrap=True), Text(line.words, "body", "ink_2", wrap=True), gap="hair")
    return Fold(told, middling(holder(Flow(opener))), width=420)
