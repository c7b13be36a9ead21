"""Which parents and carers a record names: whom a child is asked about and a copy can be for; it decides nothing."""

from __future__ import annotations

from app.domain.answers import Answers, row_answers, text_of
from app.domain.decision import called

EVERYBODY = "your parents or carers"
"""Whom a child is asked about where the record names nobody yet."""


def carers_asked_about(answers: Answers) -> tuple[str, ...]:
    """Return each parent or carer the child is asked about, by name and once."""
    named = (text_of(row, "pc.name").strip() for row in row_answers(answers, "pc"))
    asked = (text_of(row, "ch.show.who").strip() for row in row_answers(answers, "ch.show"))
    people = {called(name): name for name in (*named, *asked) if name}
    return tuple(people.values()) or (EVERYBODY,)


def carers_named(answers: Answers) -> tuple[str, ...]:
    """Return the parents and carers a copy can be for: those with a name of their own."""
    return tuple(name for name in carers_asked_about(answers) if called(name) != called(EVERYBODY))
