"""What is due and when, told from answers; a date is a reminder to a person, never a judgement on a family."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.answers import Answers, link_id_of, row_path, rows_of
from app.domain.rules import Kind, rule


class DueKind(StrEnum):
    """What comes up on a day: a review, asking again about an agreement, its end, or an action of the plan."""

    REVIEW = "review"
    AGREEMENT = "agreement"
    AGREEMENT_ENDS = "agreement-ends"
    ACTION = "action"


@dataclass(frozen=True)
class DueDate:
    """Something that comes up on a day; ``path`` is the answer that says so."""

    kind: DueKind
    path: str
    on: date


_PLAIN = {
    "co.review": DueKind.REVIEW,
    "c1.review_on": DueKind.AGREEMENT,
    "c2.review_on": DueKind.AGREEMENT,
    "c2.expires": DueKind.AGREEMENT_ENDS,
}
ACTIONS, _ACTION_DAY = "ac", "ac.when"
"""The rows of the plan, and the day of each."""


def bears_on_due_dates(path: str) -> bool:
    """Say whether a change of the answer at ``path`` may change what is due."""
    return path in _PLAIN or path == ACTIONS or link_id_of(path) == _ACTION_DAY


@rule(28, "S4 4.12", Kind.REMIND)
@rule(97, "S0 MIH l.554-556, l.630", Kind.REMIND | Kind.SETTING)
def due_dates(answers: Answers) -> tuple[DueDate, ...]:
    """Return everything that comes up according to these answers; half a date is no date yet."""
    found = [*_plain(answers), *_actions(answers)]
    return tuple(DueDate(kind, path, day) for kind, path in found if (day := day_at(answers, path)) is not None)


@rule(28, "S4 4.12", Kind.REMIND | Kind.SETTING)
def asked_again_on(path: str, answers: Answers, agreed_on: date, days: int) -> tuple[DueDate, ...]:
    """Return the day to ask about an agreement again, so many days on, where the family chose none at ``path``."""
    chosen = day_at(answers, path) is not None
    return () if chosen else (DueDate(DueKind.AGREEMENT, path, agreed_on + timedelta(days=days)),)


def _plain(answers: Answers) -> Iterator[tuple[DueKind, str]]:
    yield from ((kind, path) for path, kind in _PLAIN.items() if path in answers)


def _actions(answers: Answers) -> Iterator[tuple[DueKind, str]]:
    yield from ((DueKind.ACTION, row_path(ACTIONS, row, _ACTION_DAY)) for row in rows_of(answers, ACTIONS))


def day_at(answers: Answers, path: str) -> date | None:
    """Return the day written at ``path``, or ``None``: half a date is none yet."""
    given = answers.get(path)
    try:
        return date.fromisoformat(given) if isinstance(given, str) and len(given) == len("2026-10-06") else None
    except ValueError:
        return None


def days_until(on: date, today: date) -> int:
    """Return the days from today until ``on``; below nothing when it has passed."""
    return (on - today).days
