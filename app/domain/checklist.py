"""What follows from the checklist: an assessment, another good ending, or a stop for safety; a person decides it.

Nothing of it becomes an answer of the assessment by itself: each note is carried forward as a question, "Still true?".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.answers import Answers, is_blank, text_of
from app.domain.rules import Kind, rule

PREFIX = "carried:"

DECISION = "pre.decision"


class WayOn(StrEnum):
    """Where the checklist leads: nowhere yet, to an assessment, to an ending without one, or to safety first."""

    UNDECIDED = "undecided"
    ASSESS = "assess"
    NOT_NEEDED = "not-needed"
    SAFETY_FIRST = "safety-first"


_ASSESS = "do a CAF myself"
_SAFETY = "safeguarding"


@rule(1, "S2 4(iii); S4 3.5; S2 s3", Kind.BLOCK)
@rule(75, "S4 4.8; S2 4(ii)", Kind.GUIDE)
def way_on(answers: Answers) -> WayOn:
    """Return where the checklist leads as somebody filled it in. Safety comes before everything (S4 3.5)."""
    decision = text_of(answers, DECISION)
    if decision == _SAFETY or answers.get("pre.harm") == "yes":
        return WayOn.SAFETY_FIRST
    if not decision:
        return WayOn.UNDECIDED
    return WayOn.ASSESS if decision == _ASSESS else WayOn.NOT_NEEDED


@dataclass(frozen=True)
class CarriedLine:
    """Something said in the checklist that may belong in the assessment: its source, its place there, its words."""

    source: str
    target: str
    words: str

    @property
    def mark(self) -> str:
        """What stands among the pages done once somebody has answered "Still true?"."""
        return PREFIX + self.source


_TOPICS = {
    "pre.q1": "d1.health_general",
    "pre.q2": "d2.care",
    "pre.q3": "d1.participation",
    "pre.q4": "d1.relationships",
    "pre.q5": "d3.housing",
}
"""The topic of the assessment that each of the five outcomes belongs to (S4 annex A)."""
_PLACES = {"pre.decision_why": "as.reason", "pre.strengths": "co.strengths", "pre.extra": "co.needs"}


def carried_lines(answers: Answers) -> tuple[CarriedLine, ...]:
    """Return what the checklist can offer to the assessment; a note on something that is well is a strength."""
    notes = {f"{question}.note": f"{topic}.{_side(answers, question)}" for question, topic in _TOPICS.items()}
    found = {**notes, **_PLACES}
    return tuple(
        CarriedLine(source, target, text_of(answers, source))
        for source, target in found.items()
        if not is_blank(text_of(answers, source))
    )


def _side(answers: Answers, question: str) -> str:
    return "strengths" if answers.get(question) == "yes" else "needs"


def joined(written: str, carried: str) -> str:
    """Return what a box says once a carried line was said to be still true: after what already stands there."""
    return f"{written.rstrip()}\n{carried}" if written.strip() else carried
