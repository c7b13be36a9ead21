"""Whether it is written down how a young person was judged able to decide alone; no age and no score ever says it.

What counts is understanding, consequences, other options, steadiness and freedom, judged over time with somebody who
knows them (S2 §7; S4 4.13, 4.14). Age chooses the question to begin with (``domain.competence``), and nothing else.
"""

from __future__ import annotations

from datetime import date

from app.domain.ages import Ages, age_on
from app.domain.answers import Answers, text_of
from app.domain.competence import judged_by_age_alone, judged_too_quickly, may_decide, meetings, under
from app.domain.rules import heard

_JUDGED = {
    "cp.understands": "Do they understand what is asked, and why?",
    "cp.consequences": "Do they see what may follow from a yes, and from a no?",
    "cp.alternatives": "Do they know what else they could do?",
    "cp.complexity": "How hard is the question they decide about?",
    "cp.pressure": "Are they free of pressure?",
    "cp.parent_involved": "Are their parents or carers part of this?",
}


def age_of(born: str, today: date) -> int | None:
    """Return an age in whole years, or ``None`` for a birth date (ISO) that is not wholly known."""
    try:
        return age_on(date.fromisoformat(born), today)
    except ValueError:
        return None


def missing_to_begin(answers: Answers, age: int | None, ages: Ages) -> tuple[str, ...]:
    """Return, in words, what is to be written down before a young person starts alone (B4.40, B4.46, B4.48).

    Nothing at an age at which they are presumed able, and nothing where it says why it cannot be filled in yet.
    """
    if _needs_none(answers, age, ages):
        return ()
    asks = [sentence for path, sentence in _JUDGED.items() if not _said(answers, path)]
    if not meetings(answers):
        asks.insert(0, "When did you talk about it? Please write down the day.")
    if not _said(answers, "cp.known_by"):
        asks.append("Who, that knows them well, thought about it with you?")
    if not may_decide(answers):
        asks.append("What follows? They start alone only when you wrote that they can decide this alone.")
    return tuple(asks)


def missing_to_end(answers: Answers, age: int | None, ages: Ages) -> tuple[str, ...]:
    """Return, in words, what is to be written down before a young person signs alone: two meetings (B4.48)."""
    if _needs_none(answers, age, ages):
        return ()
    asks = list(missing_to_begin(answers, age, ages))
    quick = judged_too_quickly(answers) if _said(answers, "cp.known_by") else None
    asks += [one.sentence for one in heard((quick, judged_by_age_alone(answers)))]
    if not _said(answers, "cp.consistent"):
        asks.append("Do they think the same after a while?")
    return tuple(asks)


def _needs_none(answers: Answers, age: int | None, ages: Ages) -> bool:
    return (age is not None and not under(age, ages)) or _said(answers, "cp.not_yet")


def _said(answers: Answers, path: str) -> bool:
    """Say whether there are words or a choice: a reason for no answer is none to a question about a decision."""
    return bool(text_of(answers, path).strip())
