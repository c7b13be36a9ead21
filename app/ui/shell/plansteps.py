"""The page about the steps of the plan, of the record that is open; what is marked is written at once."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.domain.gates import FirstGate
from app.domain.ids import RowId
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.stepping import PlanStep, mark_step, read_steps, unmark_step
from app.ui.days import day_in_words
from app.ui.shell.bench import Bench
from app.ui.stepspage import StepLine, StepsPage

STEPS = "steps"
"""The page about the steps of the plan."""
_DAYS = 60


class PlanSteps(QObject):
    """Holds the page. Signals: ``left()``; ``said(str)`` with what was written down."""

    left = Signal()
    said = Signal(str)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._file: FamilyFile | None = None
        self._steps: dict[str, PlanStep] = {}
        self.page = StepsPage()
        self.page.marked.connect(self._mark)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file, self._steps = file, {}
        self.page.show_steps((), ())

    def is_there(self) -> bool:
        """Say whether the open record may have a plan: the family agreed to begin."""
        return self._file is not None and self._file.gate is FirstGate.AGREED

    def refresh(self) -> None:
        """Show the steps as they stand."""
        file, workplace = self._file, self._bench.workplace
        if file is None or not self._bench.autosave.flush():
            return
        found = self._bench.tasks.ask(lambda tx: read_steps(tx, workplace, file.episode))
        self._steps = {step.row: step for step in found}
        today = workplace.clock.now().astimezone().date()
        days = tuple((day, day_in_words(day)) for day in (today - timedelta(days=n) for n in range(_DAYS)))
        self.page.show_steps(tuple(map(_line, found)), days)

    def _mark(self, row: str, on: date | None, by: str) -> None:
        file, workplace, step = self._file, self._bench.workplace, self._steps.get(row)
        if file is None or step is None:
            return
        if on is None:
            self._bench.tasks.ask(lambda tx: unmark_step(tx, workplace, file.episode, RowId(row)))
            self.said.emit(tr("Not done after all: {words}").format(words=step.words))
        else:
            self._bench.tasks.ask(lambda tx: mark_step(tx, workplace, file.episode, step.row, on, by))
            self.said.emit(tr("Done on {day}: {words}").format(day=day_in_words(on), words=step.words))


def _line(step: PlanStep) -> StepLine:
    told = " · ".join(
        filter(None, (step.who, tr("by {day}").format(day=day_in_words(step.due)) if step.due is not None else ""))
    )
    done = step.done
    return StepLine(step.row, step.words, told, step.who, done.on if done else None, done.by if done else "")
