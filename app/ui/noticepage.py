"""Whether another assessment of the child is open: what would be told to ask it is shown first, to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.look.kit import Button, Card, Column, Heading, Icon, Row, Text
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.pageapart import PageApart

_WOULD, _WAS = noted("What it would be told"), noted("What it is told")


@dataclass(frozen=True)
class NoticeShown:
    """What the page says: each line that goes, what is known by now with what to do, and whether it can be asked.

    ``is_told`` says that it is gone, or goes by itself.
    """

    goes: tuple[tuple[str, str], ...] = ()
    known: str = ""
    to_do: str = ""
    icon: tuple[str, Ink] = ("info", "ink_2")
    may_ask: bool = False
    is_told: bool = False


class NoticePage(PageApart):
    """Signals: ``told()`` when the family has read it and it may go; ``back_requested()``."""

    told = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr(
            "Nobody should have to tell their story twice. Your authority can be asked whether somebody else has an "
            "assessment of this child open. To ask, it has to be told of yours."
        )
        super().__init__(tr("Is another assessment open?"), lead)
        self._begin(self._button(tr("Back"), "arrow-left", "notice.back", self.back_requested))
        self._icon = Icon("info", "ink_2", 28)
        self._known, self._to_do = Text("", "strong", wrap=True), Text("", "body", "ink_2", wrap=True)
        self._lines = Column(gap="xs")
        self._ask = Button(tr("The family has read this. Ask now"), "send", "primary")
        self._ask.setObjectName("notice.ask")
        self._ask.clicked.connect(self.told)
        self.add(self._known_card(), self._goes_card())

    def _known_card(self) -> Card:
        row = Row(self._icon, stacked(self._known, self._to_do, gap="xs"), gap="l")
        row.setStretch(1, 1)
        return Card(row)

    def _goes_card(self) -> Card:
        self._told_heading = Heading(tr(_WOULD), "h2")
        self._before = Text(tr("Please show this to the family, or read it out, before it goes."), "body", wrap=True)
        never = tr(
            "Nothing else goes: no word of what was said or written, no address, and not who helps. Your authority’s "
            "computer reads these three lines and keeps them while the assessment is open. The answer says whether "
            "there is another, and not whose."
        )
        return Card(
            self._told_heading,
            self._before,
            held_in(self._lines),
            Text(never, "body", "ink_2", wrap=True),
            side_by_side(self._ask),
        )

    def show_notice(self, shown: NoticeShown) -> None:
        """Show what would go, and what is known."""
        self._known.say(shown.known)
        self._to_do.say(shown.to_do)
        self._to_do.setVisible(bool(shown.to_do))
        self._icon.show_icon(*shown.icon)
        fill(self._lines, *(Text(f"{label}: {words}", "strong", wrap=True) for label, words in shown.goes))
        self._ask.setVisible(shown.may_ask)
        self._told_heading.say(tr(_WAS if shown.is_told else _WOULD))
        self._before.setVisible(not shown.is_told)

    def _pressable(self) -> Sequence[Button]:
        return (self._ask,)
