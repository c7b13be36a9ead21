"""Agreement that means what it says: what was explained, what was limited, what a refusal leaves (B3).

Agreement is asked twice and never presumed. What a family does not want kept is not kept.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.answers import Answers, is_blank, row_answers, text_of
from app.domain.gates import FirstGate, first_gate
from app.domain.rules import Concern, Kind, heard, speaks
from app.domain.rules import rule as keeps
from app.said import one_after_another, said

EXPLAINED = {
    "what a CAF is": "what an assessment is",
    "how stored": "how it is kept",
    "who has access": "who can see it",
    "sharing later asked separately": "that sharing is asked about separately, later",
    "when sharing without consent can happen": "when something may have to be told without a yes",
    "own copy": "that they get a copy",
    "may stop at any time": "that they may stop at any time",
    "right to see the record": "that they may see the record",
}
"""What a family needs to know before their yes is one (S4 4.11, 4.12), by its code, in words."""


def _explained(answers: Answers) -> tuple[str, ...]:
    given = answers.get("c1.explained")
    return given if isinstance(given, tuple) else ()


@speaks(22, "S4 4.11", Kind.GUIDE)
def not_told_voluntary(answers: Answers) -> str:
    """Remind that nobody has to take part, where that was not said."""
    told = _explained(answers)
    return "Please tell them that it is their choice to take part." if told and "voluntary" not in told else ""


@keeps(23, "S4 4.11", Kind.BLOCK)
def agreed_twice(start: Answers, sharing: Answers) -> bool:
    """Say whether there was a yes before the assessment and another after it, to keeping it."""
    return first_gate(start) is FirstGate.AGREED and sharing.get("c2.store") == "yes"


@speaks(24, "S4 4.11, 4.12", Kind.GUIDE)
def not_explained(answers: Answers) -> str:
    """Say what has not been explained yet: without it a yes is not an informed one."""
    told = _explained(answers)
    if not told:
        return "Please explain it first. The list above has what they should know, and that it is their choice."
    missing = [words for code, words in EXPLAINED.items() if code not in told]
    return said("Please explain first: {names}.", names=one_after_another(missing, "; ")) if missing else ""


@speaks(24, "S4 4.11, 4.12", Kind.BLOCK)
def not_understood(sharing: Answers) -> str:
    """Say that a yes to sharing is none where the reasons for it are not understood."""
    unclear = sharing.get("c2.share") == "yes" and sharing.get("c2.reasons") == "no"
    return "They do not understand yet why it is shared. Please explain it again before they sign." if unclear else ""


@speaks(29, "S4 5.10", Kind.GUIDE)
def limits_set(start: Answers) -> str:
    """Remind of what a family asked not to have written or told."""
    return "" if is_blank(start.get("c1.limits")) else "They set limits to what is written. Please read them first."


@keeps(30, "S4 4.16", Kind.GUIDE)
def note_for_own_file(gate: FirstGate) -> bool:
    """Say whether a note for the worker's own file is all that may be written: the family said no."""
    return gate in {FirstGate.DECLINED, FirstGate.NOT_ELECTRONIC}


@keeps(32, "S4 4.18", Kind.GUIDE)
def may_go(*, agreed: bool, decided: bool) -> bool:
    """Say whether something may be shared: with a yes, or after the eight questions; on paper as from here."""
    return agreed or decided


@speaks(34, "S4 4.19-4.20", Kind.GUIDE)
def confidence_not_told(start: Answers, answers: Answers) -> str:
    """Ask for the family to be told what will not be written, where they asked for something to be left out."""
    if is_blank(start.get("c1.limits")) or not is_blank(answers.get("as.confident")):
        return ""
    return "They asked for something to be left out. Please tell them what is, without writing it here."


@keeps(35, "S4 4.19", Kind.GUIDE)
def is_confidential(*, private: bool, already_public: bool, trusted: bool) -> bool:
    """Say whether something is confidential: private and sensitive, not public, and shared in trust."""
    return private and trusted and not already_public


@speaks(36, "S4 4.9, 4.12", Kind.WARN, reason="c2.copy_why")
def copy_withheld(sharing: Answers) -> str:
    """Ask why a family gets no copy of what is written about them."""
    withheld = text_of(sharing, "c2.copy_given").startswith("withheld")
    return "They do not get a copy. What is the risk, and who agreed?" if withheld else ""


@speaks(37, "S4 4.12; S0 MIH l.323", Kind.GUIDE)
def correction_open(answers: Answers) -> str:
    """Remind of something a family said is wrong and nobody has dealt with."""
    rows = row_answers(answers, "cm.correct")
    left = any(not is_blank(row.get("cm.correct.asked")) and is_blank(row.get("cm.correct.done")) for row in rows)
    return "They said that something is wrong. What was done about it?" if left else ""


@speaks(38, "S4 4.12", Kind.GUIDE)
def not_read_together(sharing: Answers) -> str:
    """Remind to read what was written together, before anybody signs it."""
    return "" if sharing.get("c2.read") == "yes" else "Please read it together, and agree on what it says."


@keeps(39, "S4 2.10", Kind.SETTING)
def kept_too_long(ended_at: datetime, now: datetime, days: int) -> bool:
    """Say whether something nobody agreed to keep has stood here for more than so many days."""
    return ended_at < now - timedelta(days=days)


def about_agreeing(start: Answers) -> tuple[Concern, ...]:
    """Return what there is to think about as a family agrees to start."""
    return heard((not_told_voluntary(start), not_explained(start), limits_set(start)))
