"""Somebody's six digits as an administrator sees them: since when, and ending them for a lost phone; no digits here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.look.kit import Button, Card, ChoiceList, Field, Heading, Rule, Text
from app.look.speech import noted, tr
from app.ui.administrator.question import Question
from app.ui.finishing.stack import side_by_side, stacked

_PLEASE = noted("Please choose")
_SURE = noted(
    "Please be sure that it is {name} who asks: see them, or ring a number that you know. What the old phone shows "
    "counts no more from then on, and they are shown how to link another one at their next try. Until then they "
    "write, finish and send as ever."
)


@dataclass(frozen=True)
class FactorShown:
    """Somebody's six digits in words, empty where nobody asks for them; ``may_end`` where there is something to end."""

    words: str = ""
    may_end: bool = False


NOT_ASKED = FactorShown()


class FactorCard(Card):
    """Signal: ``ended(str)`` with the reason's code, empty where none was chosen."""

    ended = Signal(str)

    def __init__(self, reasons: Sequence[tuple[str, str]]) -> None:
        """``reasons`` are why a phone has to be linked anew: the code and the words of each."""
        self._why, self._words, self._name = ChoiceList(), Text("", "body", wrap=True), ""
        self._why.setObjectName("account.factor_why")
        for code, words in (("", tr(_PLEASE)), *reasons):
            self._why.addItem(words, code)
        self._end = Button(tr("Let another phone be linked"), "phone")
        self._end.setObjectName("account.factor_end")
        self._end.clicked.connect(self._ask)
        self._question = Question("account.askfactor")
        self._form = stacked(Rule(), Field(tr("Why another phone"), "", self._why), side_by_side(self._end), gap="l")
        super().__init__(Heading(tr("Six digits from a phone"), "h2"), self._words, self._form, self._question)

    @property
    def buttons(self) -> Sequence[Button]:
        """What rests while something is asked."""
        return self._end, *self._question.buttons

    def show_factor(self, shown: FactorShown, name: str, *, may: bool) -> None:
        """Show how it stands; ``may`` where something can be changed now."""
        self._name = name
        self._words.say(shown.words)
        self._form.setVisible(may and shown.may_end)
        self.setVisible(bool(shown.words))

    def clear(self) -> None:
        """Choose no reason, and ask nothing."""
        self._why.setCurrentIndex(0)
        self._question.forget()

    def _ask(self) -> None:
        why = str(self._why.currentData() or "")
        if not why:
            self.ended.emit("")
            return
        self._question.ask(
            tr("Let {name} link another phone?").format(name=self._name),
            tr(_SURE).format(name=self._name),
            tr("Yes, end the old one"),
            lambda: self.ended.emit(why),
        )
