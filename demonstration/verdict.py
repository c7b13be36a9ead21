"""How a play ended, against how its case expects it to end; a refusal about something else is not as expected."""

from __future__ import annotations

import re
from typing import Any

from demonstration.case import Case

FACTS = ("finished", "sent", "received", "imported", "verified", "opened")

TOPICS = {
    "recording": ("electronic", "computer", "recorded", "recording"),
    "agreement": ("agree", "consent", "declin", "saying yes", "permission"),
    "name": ("child's name", "given name", "no name", "name of the child"),
    "birth": ("birth", "born", "expected date", "due date"),
    "address": ("address", "where they live", "postcode"),
    "reason": ("reason", "why now", "why we", "led to", "trigger"),
    "taking part": ("took part", "take part", "present"),
    "strength": ("strength", "going well", "strong"),
    "need": ("need", "hard or worrying"),
    "voice": ("voice", "child's view", "own words", "child's words", "heard"),
    "conclusion": ("conclu", "level"),
    "next step": ("next step", "happens next", "what happens", "plan", "action"),
    "signature": ("sign", "drawn", "witness", "typed"),
    "sharing": ("shar", "service", "kept safe", "stored", "storage"),
}
"""What refusals are about, and the words by which one knows."""


def topics(words: str) -> set[str]:
    """Return what some sentences are about."""
    plain = re.sub("[’]", "'", words.lower())
    return {topic for topic, signs in TOPICS.items() if any(sign in plain for sign in signs)}


def speaks_of(said: str, expected: str) -> bool:
    """Say whether a refusal is about what was expected; what is about nothing known here agrees with anything."""
    wanted, given = topics(expected), topics(said)
    return not wanted or not given or bool(wanted & given)


def how_it_ended(case: Case, facts: dict[str, Any]) -> tuple[str, bool]:
    """Return how it ended in words, and whether that is what the case expects."""
    if facts["stopped"]:
        return f"stopped: {facts['stopped']}", False
    if facts["refused"]:
        expected = case.expect.refused
        return f"kindly refused: {facts['refused']}", bool(expected) and speaks_of(facts["refused"], expected)
    missing = [fact for fact in FACTS if not facts[fact]]
    if missing:
        return f"not so: {', '.join(missing)}", False
    return "finished, sent, received, imported and verified", not case.expect.refused
