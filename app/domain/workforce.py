"""Who may do this work, and whom they can turn to: checked, trained, supported (B9, B10).

A missing check or training stops sending and receiving. It never stops anybody writing down what a family says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.answers import Answers, is_blank, row_answers
from app.domain.rules import Kind, speaks
from app.domain.rules import rule as keeps
from app.said import said


@dataclass(frozen=True)
class Standing:
    """What an authority recorded about somebody at work: the day of their check, and of their training; or ``None``."""

    checked_on: date | None
    trained_on: date | None


@speaks(129, "S4 3.9, exec, 5.4", Kind.BLOCK)
def not_checked_yet(standing: Standing, check: str) -> str:
    """Say that nobody sends or receives without a recorded check. ``check`` is what the authority calls it."""
    return (
        said("There is no {check} check on record for you. Please ask your manager.", check=check)
        if not standing.checked_on
        else ""
    )


@speaks(130, "S4 5.7, 5.12; S2 4(i)", Kind.BLOCK)
def not_trained_yet(standing: Standing) -> str:
    """Say that nobody sends or receives before they have been trained."""
    return (
        "" if standing.trained_on else "There is no training on record for you. Please ask the coordinator for a place."
    )


@speaks(132, "S4 5.13", Kind.WARN)
def trained_long_ago(standing: Standing, today: date, days: int) -> str:
    """Ask somebody who begins their first assessment long after the training to find a colleague to go along."""
    late = standing.trained_on is not None and (today - standing.trained_on).days > days
    return "Your training was some time ago. Would you like somebody beside you for the first one?" if late else ""


@keeps(136, "S2 s9; S1 3.28, 4.9; S4 5.4", Kind.SETTING)
def next_to_ask(steps: Sequence[str], asked: int) -> str:
    """Return who is asked next in a disagreement, after so many were; empty when nobody is left to ask."""
    return steps[asked] if 0 <= asked < len(steps) else ""


@speaks(146, "S4 6.38", Kind.GUIDE)
def immigration_written(answers: Answers) -> str:
    """Remind that immigration status is written only where that helps the child."""
    written = not is_blank(answers.get("id.immigration"))
    return "Immigration status is written only where it helps. Ask the authority for advice first." if written else ""


@speaks(147, "S4 6.40", Kind.GUIDE)
def refer_on(answers: Answers) -> str:
    """Remind to bring in a service for substances, where that is a reason and none is asked for."""
    given, asked = answers.get("as.reason_codes"), answers.get("co.specialist")
    reason = isinstance(given, tuple) and "substance misuse" in given
    screened = isinstance(asked, tuple) and "drugs screen" in asked
    return "Alcohol or drugs are a reason. Please think of asking a service for it." if reason and not screened else ""


@speaks(125, "S0 l.677", Kind.GUIDE)
def no_school_or_doctor(answers: Answers) -> str:
    """Remind that a child with no doctor, or of school age with no school, may be missing out on both."""
    kinds = {row.get("sv.kind") for row in row_answers(answers, "sv")}
    missing = "GP" not in kinds or (is_blank(answers.get("id.setting")) and kinds.isdisjoint({"school", "early years"}))
    return "No doctor or no school is written down. Do they have one?" if missing else ""


@speaks(116, "S4 2.14-2.15", Kind.REMIND)
def index_not_told(start: Answers) -> str:
    """Remind to tell the family that the index shows that an assessment exists, and nothing of what it says."""
    told = start.get("c1.explained")
    unsaid = isinstance(told, tuple) and bool(told) and "index entry" not in told
    return "Please tell them: the index shows that there is an assessment, never what it says." if unsaid else ""
