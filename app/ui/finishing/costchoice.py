"""What may go over a connection that costs money, asked in plain words; the answer can be changed at any time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from app.domain.costs import Costly
from app.look.kit import Card, Column, Flow, RadioChoice, Text
from app.look.speech import noted, tr
from app.ui.finishing.stack import held_in

QUESTION = noted("Send over a connection that costs money?")
ANSWERS = {Costly.ASK: noted("Ask me"), Costly.YES: noted("Yes"), Costly.SMALL: noted("Only what is small")}
_MEANS = {
    Costly.ASK: noted("There, work waits until you press “Send now”. Nothing comes in either."),
    Costly.YES: noted("There, everything goes by itself, as over any other."),
    Costly.SMALL: noted(
        "There, written work goes by itself. What is large, such as scans, waits for another connection."
    ),
}
ALWAYS = noted(
    "What takes a release back always goes. Whether it costs money is what this laptop says; it may not know."
)


class CostChoice(Card):
    """One question with three answers. Signals: ``chosen(str)`` with a ``Costly`` when somebody chose another."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._choices = {costly: RadioChoice(tr(words)) for costly, words in ANSWERS.items()}
        for costly, choice in self._choices.items():
            choice.setObjectName(f"where.costly:{costly}")
            choice.setAccessibleName(f"{tr(QUESTION)} {tr(ANSWERS[costly])}")
            self._group.addButton(choice)
            choice.clicked.connect(lambda _=False, said=costly: self._choose(said))
        self._means = Text("", "hint", "ink_2", wrap=True)
        words = Column(
            Text(tr(QUESTION), "strong", wrap=True), held_in(Flow(*self._choices.values(), gap="l")), gap="s"
        )
        words.add(self._means, Text(tr(ALWAYS), "hint", "ink_3", wrap=True))
        self.column.add(held_in(words))

    def show_chosen(self, costly: str) -> None:
        """Show what holds now; nothing of it where there is nothing to choose."""
        self.setVisible(bool(costly))
        if costly:
            self._choices[Costly(costly)].setChecked(True)
            self._means.say(tr(_MEANS[Costly(costly)]))

    def _choose(self, costly: Costly) -> None:
        self._means.say(tr(_MEANS[costly]))
        self.chosen.emit(costly)
