"""For which parent or carer a copy is, where there are several; what the child said about each stands with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.look.kit import Column
from app.look.speech import noted, tr
from app.ui.finishing.choices import Choices
from app.ui.finishing.stack import fill, held_in

_ANY = "any"
_QUESTION = noted("Which parent or carer is it for?")
_HINT = noted("What the child said about each of them decides whether their own words are on it.")
_SOMEBODY_ELSE = noted("Several, or somebody else")


class WhichCarer:
    """Asks it where a copy is for a parent or carer and there are several; with one there is nothing to choose.

    ``room`` is where the question stands.
    """

    def __init__(self) -> None:
        self._column = Column(gap="l")
        self.room = held_in(self._column)
        self._names: Sequence[str] = ()
        self._choices: Choices | None = None

    def know(self, names: Sequence[str]) -> None:
        """Take in the parents and carers of the record."""
        self._names = names

    def ask(self, *, wanted: bool) -> Choices | None:
        """Ask afresh, or no more; return the question where there is one."""
        self._choices = None
        if wanted and len(self._names) > 1:
            options = [*((str(place), name) for place, name in enumerate(self._names)), (_ANY, tr(_SOMEBODY_ELSE))]
            self._choices = Choices("copy.carer", tr(_QUESTION), options, hint=tr(_HINT))
        fill(self._column, *([self._choices] if self._choices is not None else []))
        self.room.setVisible(self._choices is not None)
        return self._choices

    def person(self, *, of_a_carer: bool) -> str:
        """Return whom it is for by name; empty for a child's copy, for several, and where nobody is named."""
        if not of_a_carer:
            return ""
        if self._choices is None:
            return self._names[0] if len(self._names) == 1 else ""
        code = self._choices.code()
        return self._names[int(code)] if code.isdigit() else ""

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return self._choices.stops() if self._choices is not None else []

    def unanswered(self) -> QWidget | None:
        """Return where the keyboard goes when nobody was chosen yet, or ``None``."""
        asked = self._choices
        return asked.entry() if asked is not None and not asked.code() else None
