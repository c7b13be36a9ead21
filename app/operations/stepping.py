"""The steps of the plan, and marking one as done without touching what was agreed to; the look and the mark are noted.

Nobody is judged by it: a step that is not done is only a day that has passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.answers import Answers, cells_of, link_id_of, rows_of, text_of
from app.domain.due import ACTIONS, day_at
from app.domain.ids import EpisodeId, RowId
from app.domain.record import RecordKind
from app.operations.workplace import Workplace
from app.storage import audit, drafts, records, steps_done
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.steps_done import StepDone


@dataclass(frozen=True)
class PlanStep:
    """A step as the newest plan has it: what is to be done, by whom and until when; and that it is done."""

    row: RowId
    words: str
    who: str
    due: date | None
    done: StepDone | None


def read_steps(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[PlanStep, ...]:
    """Return the plan's steps in its order, and what is done of them; the look is written into the audit."""
    audit.write(tx, Act.VIEWED, episode, workplace.clock.now())
    return _steps(tx, episode)


def _steps(tx: Transaction, episode: EpisodeId) -> tuple[PlanStep, ...]:
    answers, done = _written(tx, episode), {one.step: one for one in steps_done.of_episode(tx, episode)}
    found = (_step(answers, row, done.get(row)) for row in rows_of(answers, ACTIONS))
    return tuple(step for step in found if step.words)


def _step(answers: Answers, row: RowId, done: StepDone | None) -> PlanStep:
    cells = cells_of(answers, ACTIONS, row)
    said = {link_id_of(path): given for path, given in cells.items()}
    words = text_of(said, "ac.action").strip() or text_of(said, "ac.outcome").strip()
    return PlanStep(row, words, text_of(said, "ac.who").strip(), day_at(said, "ac.when"), done)


def _written(tx: Transaction, episode: EpisodeId) -> Answers:
    """Return the plan as it is being written, or as it was agreed to last."""
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    if draft is not None:
        return drafts.answers(tx, draft.draft)
    record = records.newest(tx, episode, RecordKind.ASSESSMENT)
    return record.answers if record is not None else {}


def mark_step(tx: Transaction, workplace: Workplace, episode: EpisodeId, step: RowId, on: date, by: str) -> StepDone:  # noqa: PLR0913, PLR0917 - which step, when and by whom
    """Write down that a step is done, and return what stands there now."""
    at = workplace.clock.now()
    mark = StepDone(step, on, by.strip(), at)
    steps_done.mark(tx, episode, mark)
    audit.write(tx, Act.STEP_MARKED, episode, at, "done")
    return mark


def unmark_step(tx: Transaction, workplace: Workplace, episode: EpisodeId, step: RowId) -> None:
    """Write down that a step is not done after all."""
    steps_done.unmark(tx, episode, step)
    audit.write(tx, Act.STEP_MARKED, episode, workplace.clock.now(), "not done")
