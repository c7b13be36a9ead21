"""The steps of the plan, each with a tick that says it is done, on which day and by whom; it judges nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Card, ChoiceList, Column, Field, Heading, LineBox, PageColumn, Text, TickBox, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.parts import Fold
from app.ui.quicknotes import named_button

_LEAD = noted(
    "What is done leaves the list of what is due. What was agreed to stays as it is; talk about it when you look at "
    "the plan together."
)
_NONE = noted("There are no steps in the plan yet.")
_DONE = noted("This is done")


@dataclass(frozen=True)
class StepLine:
    """One step: its ``row``, what is to be done, by whom and when in words; and that it is done, when and by whom."""

    row: str
    words: str
    told: str = ""
    who: str = ""
    done_on: date | None = None
    done_by: str = ""


class StepsPage(QWidget):
    """Signals: ``marked(str, object, str)`` with a step's row, the day it was done (``None``: it is not done after all)
    and by whom; ``back_requested()``.
    """

    marked = Signal(str, object, str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list, self._none = Column(gap="m"), Text(tr(_NONE), "body", "ink_2", wrap=True)
        self._back = named_button("steps.back", tr("Back"), "arrow-left", "quiet", "")
        self._back.clicked.connect(self.back_requested)
        self._days: tuple[tuple[date, str], ...] = ()
        self._cards: list[_StepCard] = []
        page = PageColumn()
        page.head.add(Heading(tr("The plan, step by step")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        page.add(held_in(self._list), self._none, side_by_side(self._back))
        self.setLayout(Column(page))

    def show_steps(self, steps: Sequence[StepLine], days: tuple[tuple[date, str], ...]) -> None:
        """Show these steps; ``days`` are those one can have been done on, each in words, the newest first."""
        self._days = days
        self._cards = [_StepCard(step, days) for step in steps]
        for card in self._cards:
            card.marked.connect(self.marked)
        fill(self._list, *self._cards)
        self._none.setVisible(not self._cards)
        tab_through([*(stop for card in self._cards for stop in card.stops()), self._back])

    def focus_first(self) -> None:
        """Put the keyboard on the first step, or on the way back."""
        first: QWidget = self._cards[0].tick if self._cards else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class _StepCard(Card):
    """One step. Signals: ``marked`` as the page's."""

    marked = Signal(str, object, str)

    def __init__(self, step: StepLine, days: tuple[tuple[date, str], ...]) -> None:
        super().__init__(gap="s")
        self._step = step
        self.tick = TickBox(tr(_DONE))
        self.tick.setObjectName(f"steps.done:{step.row}")
        self.tick.setAccessibleName(f"{tr(_DONE)}: {step.words}")
        self._day, self._by = ChoiceList(), LineBox()
        self._day.setObjectName(f"steps.day:{step.row}")
        self._by.setObjectName(f"steps.by:{step.row}")
        for day, words in _with(days, step.done_on):
            self._day.addItem(words, day)
        self._day.setCurrentIndex(max(self._day.findData(step.done_on), 0))
        self._by.load(step.done_by or step.who)
        self.tick.setChecked(step.done_on is not None)
        self._about = Fold(
            Field(tr("On which day?"), "", self._day), Field(tr("By whom?"), "", self._by), width=420, wide=(0, 1)
        )
        told = Text(step.told, "hint", "ink_2", wrap=True)
        self.column.add(Text(step.words, "label", wrap=True), told, self.tick, self._about)
        told.setVisible(bool(step.told))
        self._about.setVisible(self.tick.isChecked())
        self.tick.clicked.connect(self._mark)
        self._day.activated.connect(self._mark)
        self._by.editingFinished.connect(self._renamed)

    def stops(self) -> tuple[QWidget, ...]:
        """Return everything that takes the keyboard, in order."""
        return self.tick, self._day, self._by

    def _renamed(self) -> None:
        if self.tick.isChecked():
            self._mark()

    def _mark(self) -> None:
        self._about.setVisible(self.tick.isChecked())
        day = self._day.currentData() if self.tick.isChecked() else None
        self.marked.emit(self._step.row, day, self._by.text().strip())


def _with(days: tuple[tuple[date, str], ...], done_on: date | None) -> tuple[tuple[date, str], ...]:
    """Return the days on offer, and the one that was chosen where it is longer ago."""
    return days if done_on is None or done_on in dict(days) else (*days, (done_on, f"{done_on:%d.%m.%Y}"))
