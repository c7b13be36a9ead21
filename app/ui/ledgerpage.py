"""What was sent and how far it came, line by line; it shows what it is given, and what there is to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, Text
from app.look.speech import tr
from app.ui.finishing.stack import fill, held_in, stacked
from app.ui.pageapart import PageApart


@dataclass(frozen=True)
class LedgerLine:
    """One version: whose, how far it came, and what there is to do about it, empty where there is nothing."""

    child: str
    words: str
    to_do: str = ""


@dataclass(frozen=True)
class LedgerShown:
    """The sums in sentences, the lines, and what is said of lines that are not shown."""

    sums: tuple[str, ...] = ()
    lines: tuple[LedgerLine, ...] = ()
    rest: str = ""


class LedgerPage(PageApart):
    """Signals: ``back_requested()``."""

    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr("What families released, how far it came, and what to do. The author and the desk read the same.")
        super().__init__(tr("What was sent"), lead)
        self._begin(self._button(tr("Back"), "arrow-left", "ledger.back", self.back_requested))
        self._sums, self._lines = Column(gap="xs"), Column(gap="l")
        self._rest = Text("", "hint", "ink_3", wrap=True)
        self._card = Card(held_in(self._lines), self._rest)
        self.add(Card(Heading(tr("In all"), "h2"), held_in(self._sums)), self._card)

    def show_ledger(self, shown: LedgerShown) -> None:
        """Show the ledger."""
        fill(self._sums, *(Text(words, "body", wrap=True) for words in shown.sums))
        fill(self._lines, *(_line(one) for one in shown.lines))
        self._rest.say(shown.rest)
        self._rest.setVisible(bool(shown.rest))
        self._card.setVisible(bool(shown.lines))

    def _pressable(self) -> Sequence[Button]:
        return ()


def _line(line: LedgerLine) -> QWidget:
    told = [Text(line.child, "strong", wrap=True), Text(line.words, "body", wrap=True)]
    told += [Text(line.to_do, "hint", "ink_2", wrap=True)] if line.to_do else []
    return stacked(*told, gap="hair")
