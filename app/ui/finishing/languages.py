"""Which language the words of an agreement are shown in; only a language somebody has reviewed is ever among them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Card
from app.look.speech import tr
from app.ui.finishing.choices import Choices

OWN_LANGUAGE = "en-GB"
"""The language the program itself speaks."""
_NAMES = {OWN_LANGUAGE: "English", "cy": "Cymraeg"}
"""What a language calls itself; one without a name here goes by its code."""


class LanguageCard(Card):
    """The languages on offer. ``chosen`` carries the code of the one picked by hand."""

    chosen = Signal(str)

    def __init__(self, path: str, codes: Iterable[str]) -> None:
        super().__init__()
        options = [(code, _NAMES.get(code, code)) for code in codes]
        self._choices = Choices(path, tr("Which language shall we use?"), options, across=3)
        self._choices.chosen.connect(self.chosen)
        self.column.add(self._choices)

    def load(self, code: str) -> None:
        """Show the language in use, without reporting it."""
        self._choices.load(code)

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return self._choices.stops()
