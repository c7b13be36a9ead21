"""How a family can be reached and talked with, in a few words; what could put somebody in danger stands first."""

from __future__ import annotations

from app.domain.answers import Answers, text_of
from app.said import said

_NO = "no"


def safe_contact(answers: Answers) -> str:
    """Return how not to reach them: empty where nothing was said against it."""
    found = [
        words
        for path, words in (("id.safe_to_ring", "Do not ring"), ("id.safe_message", "No messages"))
        if answers.get(path) == _NO
    ]
    return ". ".join(found)


def interpreter(answers: Answers) -> str:
    """Return who comes to interpret or sign; that nobody is booked yet, where one is needed; else nothing."""
    if answers.get("id.interp") != "yes":
        return ""
    who = text_of(answers, "id.interp_done").strip()
    if answers.get("id.interp_arranged") != "yes":
        return "An interpreter or signer is needed, and none is booked yet."
    if not who:
        return "Interpreter or signer booked: no name written down."
    return said("Interpreter or signer booked: {who}.", who=who)
