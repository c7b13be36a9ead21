"""Sharing without agreement: the eight questions as one decision, with its reasons; never a short cut round consent.

What may leave under it is only what it names, to whom it names: see ``sharing.released_by_decision`` (S4 4.21-4.25).
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.domain.answers import Answers, is_blank, text_of
from app.domain.unagreed import may_share_plainly

RIGHT_WAY = frozenset({"necessary", "minimum", "accurate", "up to date", "only who needs", "secure", "told the person"})
"""The checklist of the seventh question; the last may stay open where there is a reason not to tell (S0 MIH l.319)."""
_SHARES = frozenset({"share", "part"})
_ALWAYS = {
    "is.ask": "What is to be shared, with whom, and who asks for it?",
    "is.q1": "Is there a legitimate purpose? Please choose.",
    "is.q2": "Does it say who somebody is? Please choose.",
    "is.q3": "Is it confidential? Please choose.",
    "is.q5": "Is there a duty or a court order to share it? Please choose.",
    "is.q8": "What did you decide? Please choose.",
    "is.q8.why": "Why? Reasons are written down for sharing and for not sharing.",
}


@dataclass(frozen=True)
class SharingDecision:
    """A decision about one exact version (its root, hex): which ``linkId``s of it may go, and to whom by name.

    Both are empty where it was decided not to share, or where the questions do not carry it.
    """

    about: str
    to: frozenset[str] = frozenset()
    what: frozenset[str] = frozenset()


def decision_in(answers: Answers, about: str) -> SharingDecision:
    """Return what a decision lets go; nothing at all unless every question it stands on is answered (B5.63)."""
    if missing_in_decision(answers) or not is_justified(answers):
        return SharingDecision(about)
    return SharingDecision(about, _names(answers), _listed(answers, "is.what"))


def decided_in(answers: Answers) -> SharingDecision:
    """Return what a finished decision lets go, of the version it names itself."""
    return decision_in(answers, text_of(answers, "is.about"))


def is_overtaken(earlier: SharingDecision, later: Answers, names: AbstractSet[str]) -> bool:
    """Say whether a later decision stops what has not been sent yet to somebody (their ``names``, as names compare).

    It does where it is about the same person and says not to share, or lets less of the same version go.
    """
    if names.isdisjoint(_names(later)):
        return False
    if later.get("is.q8") not in _SHARES:
        return not is_blank(later.get("is.q8"))
    now = decided_in(later)
    return now.about == earlier.about and not earlier.what <= now.what


def is_justified(answers: Answers) -> bool:
    """Say whether the answers carry sharing without agreement (B5.53, B5.54, B5.55).

    There is a purpose, and it names nobody, or is not confidential, or there is a duty, or it is in the public
    interest for reasons that are written down. A person answered each; "not sure" is never a yes.
    """
    if answers.get("is.q8") not in _SHARES or answers.get("is.q1") != "yes":
        return False
    open_anyway = may_share_plainly(answers) or answers.get("is.q2") == "no" or answers.get("is.q5") == "yes"
    in_public_interest = answers.get("is.q6") == "yes" and bool(text_of(answers, "is.q6.why").strip())
    return open_anyway or in_public_interest


def missing_in_decision(answers: Answers) -> tuple[str, ...]:
    """Return, in words, what is still to be said before a decision stands (B5.59, B5.60, B5.61, B5.63)."""
    asks = [sentence for path, sentence in _ALWAYS.items() if not text_of(answers, path).strip()]
    if "not sure" in {answers.get(f"is.q{number}") for number in (1, 2, 3, 6)} and not _said(answers, "is.advice"):
        asks.append("You are not sure. Who advised you?")
    if answers.get("is.told") != "yes" and not _said(answers, "is.told.why"):
        asks.append("Does the family know? If not, why is that right?")
    if answers.get("is.q8") in _SHARES:
        asks += _missing_to_share(answers)
    return tuple(asks)


def _missing_to_share(answers: Answers) -> list[str]:
    asks = []
    if answers.get("is.q3") == "yes" and is_blank(answers.get("is.q4")):
        asks.append("Were they asked? Please choose.")
    if not _names(answers):
        asks.append("Who exactly is to have it?")
    if not _listed(answers, "is.what"):
        asks.append("Which lines exactly? Nothing else goes.")
    not_told = frozenset() if answers.get("is.told") == "yes" else frozenset({"told the person"})
    if RIGHT_WAY - not_told - _listed(answers, "is.q7"):
        asks.append("Is it the right information, in the right way? Please go through each point.")
    return asks


def called(name: str) -> str:
    """Return a name as names are compared: spaces and capitals make no difference."""
    return " ".join(name.split()).casefold()


def _names(answers: Answers) -> frozenset[str]:
    given = answers.get("is.to")
    names = given if isinstance(given, tuple) else text_of(answers, "is.to").split(",")
    return frozenset(filter(None, map(called, names)))


def _listed(answers: Answers, path: str) -> frozenset[str]:
    given = answers.get(path)
    return frozenset(given) if isinstance(given, tuple) else frozenset()


def _said(answers: Answers, path: str) -> bool:
    return bool(text_of(answers, path).strip())
