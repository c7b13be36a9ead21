"""A worry that a child may be harmed: what its short record must say before the question is closed; none is waved away.

An assessment is never used where a child might be at risk of significant harm (S2 4(iii), S4 3.5). The program decides
nothing here: it asks what a person did about it, and asks again until it is told.
"""

from __future__ import annotations

from app.domain.answers import Answers, is_blank, text_of

NOTED_BY_ITSELF = frozenset({"ex.when", "ex.time", "ex.by"})
"""What the press itself writes down: when, and who pressed."""
_ASKED = {
    "ex.concern": "Is a child harmed, or could one be? Please choose.",
    "ex.what": "What did you see or hear? A few words are enough.",
    "ex.told_family": "Do the family know? Please choose.",
    "ex.done": "What was done about it?",
    "ex.result": "What happens to this assessment? Please choose.",
}


def only_looked(answers: Answers) -> bool:
    """Say whether nothing was written but what the press wrote by itself, and nobody said that there is a worry."""
    said = {path for path, given in answers.items() if not is_blank(given)} - NOTED_BY_ITSELF
    return said <= {"ex.concern"} and answers.get("ex.concern") != "yes"


def missing_in_worry(answers: Answers) -> tuple[str, ...]:
    """Return, in words, what is still to be said before a worry is answered (B1.1; S4 3.5, 4.24).

    A reason for no answer is none here: "not talked about yet" closes no question about safety.
    """
    return tuple(sentence for path, sentence in _ASKED.items() if not text_of(answers, path).strip())


def holds_up_assessment(answers: Answers) -> bool:
    """Say whether a person wrote that the assessment waits or stops because of this worry (B1.1, B1.4)."""
    return answers.get("ex.concern") == "yes" and answers.get("ex.result") in {"paused", "stopped"}
