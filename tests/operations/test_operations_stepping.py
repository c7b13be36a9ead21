"""A step of the plan is marked as done beside the record: it is no longer due, and what was signed stays as it was."""

from __future__ import annotations

from datetime import date

from larkrise import MASON, Laptop, Visit

from app.domain.due import DueKind
from app.domain.ids import RowId
from app.operations.stepping import PlanStep, mark_step, read_steps, unmark_step
from app.storage import due, records

ROW = RowId("4f1c22ab")
LATE = date(2026, 11, 20)
NEVER = date(2030, 1, 1)


def steps(visit: Visit) -> tuple[PlanStep, ...]:
    with visit.laptop.vault.transaction() as tx:
        return read_steps(tx, visit.laptop.workplace, visit.episode)


def due_actions(visit: Visit) -> list[date]:
    with visit.laptop.vault.transaction() as tx:
        return [row.due.on for row in due.until(tx, NEVER) if row.due.kind is DueKind.ACTION]


def test_a_step_that_is_done_is_not_due_until_it_is_not_done_after_all(jo: Laptop) -> None:
    visit = jo.visit()
    visit.start()
    visit.write({**MASON, f"ac/{ROW}/ac.when": LATE.isoformat(), "ac": (ROW, "00000002")})
    assert due_actions(visit) == [LATE]
    (step,) = steps(visit)  # a row that says nothing is none
    assert (step.row, step.words, step.who, step.due) == (
        ROW,
        "Breakfast club from 8:00",
        "Larkrise Primary School",
        LATE,
    )
    assert step.done is None
    with jo.vault.transaction() as tx:
        mark_step(tx, jo.workplace, visit.episode, ROW, LATE, " Ms Bassi ")
    assert due_actions(visit) == []
    (step,) = steps(visit)
    assert step.done is not None
    assert (step.done.on, step.done.by) == (LATE, "Ms Bassi")
    with jo.vault.transaction() as tx:
        unmark_step(tx, jo.workplace, visit.episode, ROW)
    assert due_actions(visit) == [LATE]
    assert steps(visit)[0].done is None


def test_what_was_signed_is_not_touched_and_both_acts_are_written_down(jo: Laptop) -> None:
    visit = jo.finished_visit()
    record, _ = visit.signed[0]
    with jo.vault.transaction() as tx:
        mark_step(tx, jo.workplace, visit.episode, ROW, LATE, "Carly")
        unmark_step(tx, jo.workplace, visit.episode, ROW)
        mark_step(tx, jo.workplace, visit.episode, ROW, LATE, "Carly")
        assert records.get(tx, record.statement.record, 1) == record
        marked = tx.all("SELECT object, why FROM audit WHERE act = 'step-marked' ORDER BY n")
    assert [tuple(row) for row in marked] == [(visit.episode, why) for why in ("done", "not done", "done")]
    assert steps(visit)[0].done is not None
