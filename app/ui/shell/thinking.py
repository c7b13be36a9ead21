"""What there is to think about on a page, for the worker: sentences that stop nobody, and are gone when heeded.

Some ask for a reason where somebody goes on. It can be written at once or later; until then the question stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.rules import Concern
from app.look.kit import Column, Notice
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in
from app.ui.finishing.why import WhyField

_TITLE = noted("Worth a thought")


class Thoughts(QWidget):
    """The sentences of the rules that have something to say about what is written; nothing, and it is not there.

    Signals: ``explained(int, str)`` with a rule's number and the reason for going on, for those that ask for one and
    have no question of their own for it.
    """

    explained = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("thoughts")
        self.setMinimumWidth(1)
        self._notice, self._fields = Notice("info", tr(_TITLE)), Column(gap="m")
        self._asked: dict[int, WhyField] = {}
        self._sentences: dict[int, str] = {}
        self._below = held_in(self._fields)
        self.setLayout(Column(self._notice, self._below, gap="m"))
        self.hide()

    def show_concerns(
        self, concerns: Iterable[Concern], reasons: Mapping[int, str] | None = None, form: Collection[str] = ()
    ) -> None:
        """Show one line for each, and a box for each reason asked for that ``form`` has no question for.

        ``reasons`` are those given, by the rules' numbers; without them nothing is asked.
        """
        said = tuple(concerns)
        asked = [one for one in said if one.asks_why and not (one.reason and one.reason in form)]
        self._ask(asked if reasons is not None else [], reasons or {})
        told = [tr(concern.sentence) for concern in said if concern.rule not in self._asked]
        self._notice.say(tr(_TITLE), "\n".join(told))
        self._notice.setVisible(bool(told))
        self.setVisible(bool(said))

    def spoken_words(self) -> str:
        """Return the sentences shown, those with a box last."""
        return "\n".join((self._notice.spoken_words(), *self._sentences.values()))

    def _ask(self, asked: list[Concern], reasons: Mapping[int, str]) -> None:
        """Show the boxes; the same ones as before stay, so that nobody is thrown out of what they write."""
        wanted = {one.rule: tr(one.sentence) for one in asked}
        if wanted != self._sentences:
            self._sentences = wanted
            self._asked = {rule: self._field(rule, sentence) for rule, sentence in wanted.items()}
            fill(self._fields, *self._asked.values())
        for rule, field in self._asked.items():
            field.load(reasons.get(rule, ""))
        self._below.setVisible(bool(wanted))

    def _field(self, rule: int, sentence: str) -> WhyField:
        field = WhyField(f"why:{rule}", sentence)
        field.given.connect(lambda why: self.explained.emit(rule, why))
        return field
