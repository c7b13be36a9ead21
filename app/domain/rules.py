"""The rules of the practice by their numbers: which function is which rule, where it comes from and how far it goes.

A rule speaks in one sentence or is silent; it never decides for a person and never changes anything. Every rule of the
guidance, with and without a function, stands in ``docs/rules.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Flag, auto
from functools import wraps
from typing import ParamSpec, TypeVar

from app.domain.answers import Answers, is_blank

P = ParamSpec("P")
R = TypeVar("R")


class Kind(Flag):
    """How far a rule goes. Few stop anybody; most only ask a person to think."""

    BLOCK = auto()
    WARN = auto()
    REMIND = auto()
    SETTING = auto()
    GUIDE = auto()


@dataclass(frozen=True)
class Rule:
    """One rule kept by one function: number, source, kind, the function's full name, and where a reason is written."""

    number: int
    source: str
    kind: Kind
    where: str
    reason: str = ""


@dataclass(frozen=True)
class Concern:
    """What a rule has to say about the answers at hand: one kind sentence with the next step in it.

    ``reason`` is where a person writes why they go on, the path of an answer; empty where there is no place for that.
    """

    rule: int
    kind: Kind
    sentence: str
    reason: str = ""

    @property
    def stops(self) -> bool:
        """Whether nothing goes on before it is put right."""
        return Kind.BLOCK in self.kind

    @property
    def asks_why(self) -> bool:
        """Whether it may go on once a person has given a reason."""
        return Kind.WARN in self.kind


KNOWN: list[Rule] = []
"""Every rule that has a function, in the order the modules were read."""


def rule(number: int, source: str, kind: Kind, reason: str = "") -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as the one place that keeps a rule of the practice."""

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        KNOWN.append(Rule(number, source, kind, f"{function.__module__}.{function.__name__}", reason))
        return function

    return mark


def speaks(
    number: int, source: str, kind: Kind, reason: str = ""
) -> Callable[[Callable[P, str]], Callable[P, Concern | None]]:
    """Mark a function that says what is wrong in a sentence, or nothing, as the one place that keeps a rule."""

    def mark(function: Callable[P, str]) -> Callable[P, Concern | None]:
        @wraps(function)
        def said(*args: P.args, **kwargs: P.kwargs) -> Concern | None:
            sentence = function(*args, **kwargs)
            return Concern(number, kind, sentence, reason) if sentence else None

        return rule(number, source, kind, reason)(said)

    return mark


def unexplained(said: Iterable[Concern], answers: Answers) -> tuple[Concern, ...]:
    """Return what asks for a reason and has a place for it, where nobody has written one."""
    asked = (concern for concern in said if concern.asks_why and concern.reason)
    return tuple(concern for concern in asked if is_blank(answers.get(concern.reason)))


def heard(said: Iterable[Concern | None]) -> tuple[Concern, ...]:
    """Return what was said, without the silences."""
    return tuple(concern for concern in said if concern is not None)
