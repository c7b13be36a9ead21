"""Who helps a family already, to be asked about when they choose who may see it; nothing is answered for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.domain.answers import Answers, is_blank, row_answers, text_of

_OTHERWISE = {"college or training": "college", "youth service": "youth"}
"""What the agreement to share calls a sort of service that the assessment calls otherwise."""


class Helping(NamedTuple):
    """A service that helps now: its name, its sort, and whether it is a private matter that it does."""

    name: str
    kind: str
    is_sensitive: bool


def helping_now(answers: Answers, *, but: frozenset[str] = frozenset()) -> tuple[Helping, ...]:
    """Return each service that stands in the record by name, helps still, and is not named in ``but``; each once."""
    left_out, found = {_called(name) for name in but}, []
    for one in _helping(answers):
        if _called(one.name) not in left_out:
            left_out.add(_called(one.name))
            found.append(one)
    return tuple(found)


def _helping(answers: Answers) -> Iterator[Helping]:
    for row in row_answers(answers, "sv.services"):
        name, kind = text_of(row, "sv.name").strip(), text_of(row, "sv.kind")
        if name and is_blank(row.get("sv.until")):
            yield Helping(name, _OTHERWISE.get(kind, kind), row.get("sv.sensitive") is True)


def _called(name: str) -> str:
    return " ".join(name.casefold().split())
