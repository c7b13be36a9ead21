"""Asking for an erasure: who asks and why, what goes where, and what nobody can reach; nothing happens by accident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from app.look.kit import Button, Card, Column, Heading, RadioChoice, Text, TickBox
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.pageapart import PageApart

WHO = {
    "parent": noted("The parent or carer"),
    "young person": noted("The young person"),
    "law": noted("A court, or the law"),
    "authority": noted("The authority"),
}
WHY = {
    "asked": noted("They want it gone"),
    "in-error": noted("It should never have been written"),
    "retention": noted("It was kept for as long as it may be"),
}
_KNOWN = noted("They know that it can never be brought back")


@dataclass(frozen=True)
class EraseShown:
    """What would be erased, place by place, and what cannot be reached, each in a sentence."""

    goes: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


class EraseAskPage(PageApart):
    """Signals: ``asked(str, str)`` with who asks and why, as codes; ``back_requested()``."""

    asked = Signal(str, str)
    back_requested = Signal()

    def __init__(self) -> None:
        lead = tr(
            "Every copy of this record that can be reached is erased for ever. Your own record on this laptop stays."
        )
        super().__init__(tr("Ask for it to be erased"), lead)
        self._begin(self._button(tr("Back, erase nothing"), "arrow-left", "erase.back", self.back_requested))
        self._groups = QButtonGroup(self), QButtonGroup(self)
        self._goes, self._stays = Column(gap="xs"), Column(gap="xs")
        self._sure = TickBox(tr(_KNOWN))
        self._sure.setObjectName("erase.sure")
        self._ask = Button(tr("Erase every copy elsewhere, for ever"), "trash-2")
        self._ask.setObjectName("erase.ask")
        self._ask.clicked.connect(self._report)
        self._sure.toggled.connect(self._allow)
        self.add(
            self._choices(tr("Who asks for it?"), "erase.who", WHO, self._groups[0]),
            self._choices(tr("Why?"), "erase.why", WHY, self._groups[1]),
            self._card(tr("What is erased, and where"), self._goes),
            self._card(tr("What cannot be reached"), self._stays),
            Card(self._sure, side_by_side(self._ask)),
        )

    def _choices(self, title: str, name: str, words: Mapping[str, str], group: QButtonGroup) -> Card:
        choices = [RadioChoice(each) for each in words.values()]
        for choice, code in zip(choices, words, strict=True):
            choice.setObjectName(f"{name}:{code}")
            choice.setAccessibleDescription(title)
            choice.setProperty("code", code)
            group.addButton(choice)
            choice.clicked.connect(self._allow)
        return Card(Heading(title, "h2"), held_in(Column(*choices, gap="xs")))

    @staticmethod
    def _card(title: str, lines: Column) -> Card:
        return Card(Heading(title, "h2"), held_in(lines))

    def begin(self, shown: EraseShown) -> None:
        """Show the page afresh."""
        self.forget()
        for group in self._groups:
            group.setExclusive(False)
            for choice in group.buttons():
                choice.setChecked(False)
            group.setExclusive(True)
        self._sure.setChecked(False)
        fill(self._goes, *(Text(words, "body", wrap=True) for words in shown.goes))
        fill(self._stays, *(Text(words, "body", wrap=True) for words in shown.stays))
        self._allow()
        self.focus_first()

    def _chosen(self) -> tuple[str, ...]:
        checked = [group.checkedButton() for group in self._groups]
        return tuple(str(one.property("code")) if one is not None else "" for one in checked)

    def _allow(self) -> None:
        self._ask.setEnabled(all(self._chosen()) and self._sure.isChecked())

    def _report(self) -> None:
        self.asked.emit(*self._chosen())

    def _pressable(self) -> Sequence[Button]:
        return (self._ask,)
