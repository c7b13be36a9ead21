"""The home page's doings: who is on this laptop, where somebody stopped, and what waits; a list reads no answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.lease import LeaseStanding
from app.operations.leasing import lease_standing
from app.operations.safekeeping import Lost, lost_work
from app.operations.whereabouts import Whereabouts, whereabouts
from app.operations.workplace import Workplace
from app.sealing.words import day_in_words
from app.storage import children, drafts
from app.storage.children import ChildRow
from app.storage.database import Transaction
from app.storage.drafts import LastPlace
from app.storage.outbox import Counts, counts
from app.ui.shell.lostwords import OUT_OF_TOUCH, lost_words
from app.ui.shell.wherewords import short_words
from app.ui.states import CarryOn, FamilyLine, HomeState
from app.ui.words import age_of, counted, day_and_time, name_of


@dataclass(frozen=True)
class HomeFacts:
    """What the home page is made from, read in one transaction."""

    rows: tuple[ChildRow, ...]
    where: tuple[Whereabouts | None, ...]
    last: LastPlace | None
    page_title: str
    waiting: Counts
    lost: tuple[Lost, ...] = ()
    lease: LeaseStanding = LeaseStanding.NONE


def read_home(tx: Transaction, workplace: Workplace) -> HomeFacts:
    """Read what the home page shows."""
    rows = tuple(children.list_all(tx))
    where = tuple(whereabouts(tx, row.episode) if row.episode is not None and row.finished else None for row in rows)
    last = drafts.last_place(tx)
    lease = lease_standing(tx, workplace.clock)
    return HomeFacts(rows, where, last, _title(tx, workplace, last), counts(tx), lost_work(tx), lease)


def _title(tx: Transaction, workplace: Workplace, last: LastPlace | None) -> str:
    draft = drafts.get(tx, last.draft) if last is not None else None
    if draft is None or last is None:
        return ""
    form = workplace.forms.by_ref(draft.form.url, draft.form.version)
    link_id = last.place.path.rsplit("/", 1)[-1]
    return form.page_of(link_id).title if link_id in form else form.title


def home_state(facts: HomeFacts, first_name: str, today: date) -> HomeState:
    """Return the home page in words."""
    lines = tuple(_line(row, where, today) for row, where in zip(facts.rows, facts.where, strict=True))
    return HomeState(
        first_name=first_name,
        today=day_in_words(today),
        families=lines,
        carry_on=_carry_on(facts),
        waiting=waiting_words(facts.waiting),
        went_well=_went_well(facts),
        lost=" ".join(lost_words(one) for one in facts.lost),
        out_of_touch=OUT_OF_TOUCH if facts.lease is LeaseStanding.ENDED else "",
    )


def _line(row: ChildRow, where: Whereabouts | None, today: date) -> FamilyLine:
    return FamilyLine(
        episode_id=row.episode or "",
        name=name_of(row.summary),
        age=age_of(row.summary, today),
        next=_next(row),
        where=short_words(where),
        need=row.summary.communication,
    )


def _next(row: ChildRow) -> str:
    if row.draft_changed_at is not None:
        return "Being written"
    return "Finished" if row.finished else "Just started"


def _carry_on(facts: HomeFacts) -> CarryOn | None:
    if facts.last is None:
        return None
    child = next((row for row in facts.rows if row.child == facts.last.child), None)
    if child is None:
        return None
    return CarryOn(name_of(child.summary), facts.page_title, f"Saved at {day_and_time(facts.last.at)}")


def waiting_words(waiting: Counts) -> str:
    """Say what waits to be sent, or nothing."""
    if waiting.set_aside:
        return f"{counted(waiting.set_aside, 'sealed copy').replace('copys', 'copies')} could not be sent."
    if not waiting.waiting:
        return ""
    return f"{waiting.waiting} to send. They go by themselves when there is a connection."


def _went_well(facts: HomeFacts) -> str:
    opened = [(one, row) for row, where in zip(facts.rows, facts.where, strict=True) if where for one in where.openings]
    if not opened:
        return ""
    newest, row = max(opened, key=lambda pair: pair[0].at)
    return f"{newest.by} has opened what you wrote about {name_of(row.summary)}."
