"""What was done to an account, by whom and when, the newest first; it is asked for, and not kept on this laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, Text
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked

_LEAD = noted("Each change of this account as your authority wrote it down. No line can be changed or dropped unseen.")


@dataclass(frozen=True)
class HistoryLine:
    """One thing that was done: what, and when and by whom."""

    what: str
    when: str


class HistoryCard(Card):
    """Signal: ``wanted(int)`` for what was done before the change of a number; with 0, the newest."""

    wanted = Signal(int)

    def __init__(self) -> None:
        self._lines = Column(gap="m")
        self._shown: list[HistoryLine] = []
        self._before = 0
        self._ask = Button(tr("Show what was done"), "list-checks")
        self._ask.setObjectName("account.history")
        self._ask.clicked.connect(lambda: self.wanted.emit(self._before))
        self._way = side_by_side(self._ask)
        lead = Text(tr(_LEAD), "hint", "ink_2", wrap=True)
        super().__init__(Heading(tr("What was done"), "h2"), lead, held_in(self._lines), self._way)

    @property
    def buttons(self) -> Sequence[Button]:
        """What rests while something is asked."""
        return (self._ask,)

    def show_lines(self, lines: Sequence[HistoryLine], before: int) -> None:
        """Show more lines below those that are shown; ``before`` is where to go on, 0 where there is no more."""
        self._shown += lines
        self._before = before
        self._ask.say(tr("Show earlier changes"))
        self._way.setVisible(bool(before))
        none = [Text(tr("Nothing was done to it yet."), "body", "ink_2", wrap=True)]
        fill(self._lines, *([_line(one) for one in self._shown] or none))

    def show_way(self, *, may: bool) -> None:
        """Offer to ask, where there is anybody to ask."""
        self._way.setVisible(may and (not self._shown or bool(self._before)))

    def clear(self) -> None:
        """Show nothing before it is asked for."""
        self._shown, self._before = [], 0
        self._ask.say(tr("Show what was done"))
        fill(self._lines)


def _line(line: HistoryLine) -> QWidget:
    return stacked(Text(line.what, "body", wrap=True), Text(line.when, "hint", "ink_2", wrap=True), gap="hair")
