"""Under the first gate's questions: every child of the household by name, each with a yes and a no of one size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Column, Heading, Text
from app.look.speech import noted, tr
from app.ui.finishing.choices import Choices
from app.ui.finishing.stack import fill, held_in

_LEAD = noted("Each child has an answer of their own. A no for one changes nothing for the others.")


@dataclass(frozen=True)
class ChildAsked:
    """One child: ``key`` says whose record it is, ``question`` is what is shown."""

    key: str
    question: str
    answer: str = ""


class EachChild(QWidget):
    """The children. It is not there where there is one alone.

    Signals: ``answered(str, str)`` with the key and yes or no.
    """

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._asked = Column(gap="l")
        self._choices: dict[str, Choices] = {}
        lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        self.setLayout(Column(Heading(tr("For each child"), "h2"), lead, held_in(self._asked), gap="m"))
        self.hide()

    def show_children(self, asked: Sequence[ChildAsked]) -> None:
        """Show the children, nothing chosen that was not chosen by hand; nobody, and the question is not there."""
        self._choices = {one.key: self._one(one) for one in asked}
        fill(self._asked, *self._choices.values())
        self.setVisible(bool(asked))

    def load(self, key: str, answer: str) -> None:
        """Show an answer that was given elsewhere on the page."""
        if key in self._choices:
            self._choices[key].load(answer)

    def focus_on(self, key: str) -> None:
        """Take the keyboard to one child's answer."""
        if key in self._choices:
            self._choices[key].focus_first()

    def shown(self) -> dict[str, str]:
        """Return the questions as they stand on the screen, by their key."""
        return {key: choices.accessibleName() for key, choices in self._choices.items()}

    def _one(self, one: ChildAsked) -> Choices:
        choices = Choices(f"start.child:{one.key}", one.question)
        choices.load(one.answer)
        choices.chosen.connect(partial(self._chosen, one.key))
        return choices

    def _chosen(self, key: str, code: str) -> None:
        self.answered.emit(key, code)
