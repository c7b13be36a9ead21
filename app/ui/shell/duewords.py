"""What is due, in words: the child, what it is, the day, and how far off; no colour, no score, no blame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.due import DueKind, days_until
from app.domain.ids import EpisodeId
from app.look.speech import noted, tr
from app.storage.due import DueRow
from app.ui.counting import counted
from app.ui.days import day_in_words
from app.ui.shell.plansteps import STEPS
from app.ui.states import Reminder

_KINDS = {
    DueKind.REVIEW: noted("look at it again together"),
    DueKind.AGREEMENT: noted("ask whether they still agree"),
    DueKind.AGREEMENT_ENDS: noted("the agreement to share it ends"),
}
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def reminders(rows: Iterable[DueRow], names: Mapping[EpisodeId, str], today: date) -> tuple[Reminder, ...]:
    """Return one line for each day and thing of each child on the list, the earliest first.

    A date that stands in the agreed version and in the one being written is one line.
    """
    found = {(row.due.on, row.episode, row.due.kind, row.due.path) for row in rows if row.episode in names}
    counts = Counter((on, episode, kind) for on, episode, kind, _ in found)
    order = sorted(counts, key=lambda key: (key[0], names[key[1]], key[2]))
    return tuple(
        Reminder(episode, f"{names[episode]}: {_what(kind, counts[on, episode, kind])}", when(on, today), _page(kind))
        for on, episode, kind in order
    )


def due_words(row: DueRow, today: date) -> str:
    """Return one thing that is due and how far off it is: ``look at it again together, in 3 days``."""
    return f"{_what(row.due.kind, 1)}, {far_off(row.due.on, today)}"


def far_off(on: date, today: date) -> str:
    """Return how far off a day is: ``in 3 days``."""
    days = days_until(on, today)
    return _NEAR.get(days) or (
        tr("in {count}").format(count=counted(days, "day"))
        if days > 0
        else tr("{count} ago").format(count=counted(-days, "day"))
    )


def when(on: date, today: date) -> str:
    """Return a day and how far off it is: ``Tuesday 6 October 2026, in 3 days``."""
    return f"{day_in_words(on)}, {far_off(on, today)}"


def _page(kind: DueKind) -> str:
    """Return the page on which something is seen to; empty where that is the record itself."""
    return STEPS if kind is DueKind.ACTION else ""


def _what(kind: DueKind, count: int) -> str:
    if kind is DueKind.ACTION:
        return tr("an action of the plan") if count == 1 else tr("{count} actions of the plan").format(count=count)
    return tr(_KINDS[kind])
