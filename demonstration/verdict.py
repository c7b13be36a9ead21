"""How a play ended, against how its case expects it to end; a refusal about something else is not as expected.

What is missing is told apart by topic, since no two people write the same words for it.
"""

from __future__ import annotations

import re
from typing import Any

from demonstration.case import Case

FACTS = ("finished", "sent", "received", "as_given", "held_back")
DESK_FACTS = ("released", "imported", "verified", "opened")

WRITTEN = {
    "name": r"(child's|baby's|given|first|family) name|name (of|for) (the|a|this) (child|baby)|no name"
    r"|nameless|unnamed",
    "birth": r"births?\b|birthday|born\b|expected (date|day)|due date|delivery date|dob\b|edd\b",
    "address": r"address|postcode|where (they|he|she|the child|the family) lives?\b",
    "why now": r"why now|why (are )?we|why (this|the|an) (caf|assessment)|what led|trigger|talking now|presenting"
    r"|reasons? (for|behind|of) (this|the|an|talking|doing|starting|it)|(no|the|a|main) reason\b(?! for none| why not)",
    "who took part": r"(took|take|taking|taken) part|participa|who (was|were) (there|present|in the room)|present\b",
    "strength": r"strengths?\b|going well|goes well|strong|positive",
    "need": r"needs?\b(?! (a|an|to|the|their|some\w*)\b)|hard or worrying|worr(y|ies)\b|difficult",
    "voice": r"voice|(child|baby|young person)'s (own )?(view|word|comment|wish|feeling|say)"
    r"|own words|wishes and feelings"
    r"|(child|baby|young person|they|he|she) (was|were) (not |never )?(heard|asked)|heard from",
    "conclusion": r"conclu|level\b|what it (all )?means",
    "next step": r"next step|happens? next|what (will |is to )?happens?|plan\b|actions?\b|(review|next) date",
}
"""What has to be written before it is read together (``practice`` calls them few), and the words by which one knows."""

SAID = {
    "agreement": r"agree|consent|declin|permission|refus|basis|say(s|ing)? (yes|no)|said (yes|no)|say yes",
    "capacity": r"capacity|parental responsibility|carer, or",
    "signature": r"sign(s|ed|er|ing|atures?)?\b|draw|drew|strokes?\b|blank|pad\b|type (his|her|their|the) name|typed",
    "witness": r"witness|heard it|who heard",
    "sharing": r"shar(e|es|ed|ing)\b|services?\b|stor(e|ed|age|ing)\b|(being|be) kept|keeping"
    r"|who (may|can|might) see|coordinator",
}
"""What has to be said by the family themselves, at either gate."""

RECORDING = r"electronic|comput|digital|(to|of|against|being) (be )?record(ed|ing)\b"

_NOT_YET = r"can ?not|can't|could not|couldn't|must not|will not|won't|may not|is not|isn't|was not|wasn't|before it is"
_DONE = r"signed|shared|finished|stored|kept|agreed|sent|read"
_AND_SO = re.compile(rf"({_NOT_YET}|to be) (be |get )?(yet )?(be )?({_DONE})( together| off)?\b")
"""What an expectation may add about what follows from it; it is not what is missing."""


def topics(words: str) -> set[str]:
    """Return what some sentences are about."""
    plain = _AND_SO.sub(" ", re.sub("[‘’]", "'", " ".join(words.casefold().split())))
    signs = WRITTEN | SAID | {"recording": RECORDING}
    return {topic for topic, sign in signs.items() if re.search(rf"\b({sign})", plain)}


def refusal_topics(said: str) -> set[str]:
    """Return what a refusal of the program is about: its sentences without the places that stand after them."""
    return topics(re.sub(r"\([^()]*: [^()]*\)", " ", said))


def speaks_of(said: str, expected: str) -> bool:
    """Say whether a refusal is about what was expected.

    It stops at one gate, and is compared by what that gate asks for: what must be written, what must be said, or a
    recording on a computer. At least as much of what was expected there must be named as not. An expectation with no
    word known here agrees with any refusal.
    """
    wanted, given = topics(expected), refusal_topics(said)
    if not wanted:
        return True
    if "recording" in wanted or "recording" in given:
        return "recording" in given and not wanted & set(WRITTEN) and bool(wanted & {"recording", "agreement"})
    if given & set(WRITTEN):
        here = wanted & set(WRITTEN)
        return bool(here) and len(here & given) >= len(here - given)
    here = wanted & set(SAID)
    return bool(here & given) or "agreement" in here


def how_it_ended(case: Case, facts: dict[str, Any], *, to_desk: bool) -> tuple[str, bool]:
    """Return how it ended in words, and whether that is what the case expects.

    ``to_desk`` says whether the family let anything go to the early help desk. Where they did not, finished means:
    signed, in safe keeping, received, and nothing released to anybody.
    """
    expected = case.expect
    if facts["stopped"]:
        return f"stopped: {facts['stopped']}", False
    if facts["refused"]:
        lost = "" if facts["erased"] or facts["as_given"] else f"; not kept as it was given: {_named(facts)}"
        is_so = not expected.finished and speaks_of(facts["refused"], expected.refused)
        return f"kindly refused: {facts['refused']}{lost}", is_so and not lost
    missing = [fact for fact in FACTS if not facts[fact]]
    missing += [fact for fact in DESK_FACTS if facts[fact] is not to_desk]
    if missing:
        return f"not so: {', '.join(missing)} {_named(facts)}".strip(), False
    words = "imported and verified" if to_desk else "in safe keeping, and nothing was released to anybody"
    return f"finished, sent, received, {words}", expected.finished


def _named(facts: dict[str, Any]) -> str:
    return ", ".join(facts["differs"])
