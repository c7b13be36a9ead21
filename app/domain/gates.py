"""The two gates of consent: what must have been said before anything goes further; nobody is ever waved through.

The first gate is agreement to start, and apart from it to electronic recording; the second is agreement to store and
share the final version (S4 4.11, 4.12). Each answer here was given by a person; nothing is presumed from silence.
"""

from enum import StrEnum

from app.domain.answers import Answers, is_blank, text_of
from app.domain.rules import Kind, rule


class FirstGate(StrEnum):
    """Where an episode stands at the first gate."""

    NOT_ASKED = "not asked"
    AGREED = "agreed"
    DECLINED = "declined"
    NOT_ELECTRONIC = "not electronic"


@rule(23, "S4 4.11", Kind.BLOCK)
@rule(31, "S4 4.18", Kind.BLOCK)
def first_gate(answers: Answers) -> FirstGate:
    """Say how the family answered. A refusal to be recorded electronically stands apart (S4 4.18)."""
    if answers.get("c1.do") == "no":
        return FirstGate.DECLINED
    if answers.get("c1.record_ecaf") == "no":
        return FirstGate.NOT_ELECTRONIC
    if answers.get("c1.do") == "yes" and answers.get("c1.record_ecaf") == "yes":
        return FirstGate.AGREED
    return FirstGate.NOT_ASKED


def drafts_may_be_kept_safe(answers: Answers) -> bool:
    """Say whether the family want what is being written kept safe elsewhere too; nothing but their yes is one."""
    return first_gate(answers) is FirstGate.AGREED and answers.get("c1.backup") == "yes"


@rule(23, "S4 4.11", Kind.BLOCK)
def missing_at_first_gate(answers: Answers) -> tuple[str, ...]:
    """Return, in words, what is still to be said before the assessment starts (S4 4.11–4.15)."""
    asks = (
        (is_blank(answers.get("c1.giver")), "Who is saying yes? Please write their name."),
        (is_blank(answers.get("c1.capacity")), "Are they the parent, a carer, or the young person?"),
        (is_blank(answers.get("c1.do")), "Do they agree to the assessment? Please choose yes or no."),
        (
            is_blank(answers.get("c1.record_ecaf")),
            "Do they agree to it being kept on this laptop and sent? Please choose.",
        ),
        (is_blank(answers.get("c1.how")), "How did they say yes: signed, typed, spoken or on paper?"),
        (spoken_unwitnessed(answers, "c1.how", "c1.witness"), "A spoken yes needs a witness. Who heard it?"),
        (nothing_drawn(answers, "c1.how", "c1.strokes"), "There is no signature in the box yet."),
    )
    return tuple(sentence for is_missing, sentence in asks if is_missing)


@rule(26, "S4 4.12", Kind.GUIDE)
def spoken_unwitnessed(answers: Answers, route: str, witness: str) -> bool:
    """Say whether a spoken agreement lacks the name of whoever heard it (S4 4.12)."""
    return answers.get(route) == "spoken" and is_blank(answers.get(witness))


@rule(23, "S4 4.11", Kind.BLOCK)
def missing_at_second_gate(answers: Answers) -> tuple[str, ...]:
    """Return, in words, what is still to be said before the family's yes or no is complete (S4 4.11, 4.12)."""
    sharing = answers.get("c2.share") == "yes"
    asks = (
        (is_blank(answers.get("c2.store")), "Do they agree to it being kept? Please choose yes or no."),
        (is_blank(answers.get("c2.share")), "Do they agree to it being shared as listed? Please choose yes or no."),
        (
            sharing and is_blank(answers.get("c2.desk")),
            "May the early help coordinator read it? Please choose yes or no.",
        ),
        (not_every_service_answered(answers), "Please choose yes or no for each service."),
    )
    return (*(sentence for is_missing, sentence in asks if is_missing), *missing_of_signer(answers))


def missing_of_signer(answers: Answers) -> tuple[str, ...]:
    """Return, in words, what is still to be said by whoever signs, by whichever of the four ways (S4 4.12)."""
    asks = (
        (is_blank(answers.get("c2.signer")), "Who is signing? Please write their name."),
        (is_blank(answers.get("c2.capacity")), "Are they the parent, a carer, or the young person?"),
        (is_blank(answers.get("c2.route")), "How are they signing: drawn, typed, spoken or on paper?"),
        (spoken_unwitnessed(answers, "c2.route", "c2.witness"), "A spoken yes needs a witness. Who heard it?"),
        (nothing_drawn(answers, "c2.route", "c2.strokes"), "There is no signature in the box yet."),
        (nothing_typed(answers), "Please let them type their name."),
    )
    return tuple(sentence for is_missing, sentence in asks if is_missing)


@rule(25, "S4 4.12, 4.4", Kind.BLOCK)
def not_every_service_answered(answers: Answers) -> bool:
    """Say whether a service in the sharing grid has neither yes nor no (S4 4.12: service by service)."""
    services = [path for path in answers if path.endswith("/c2.list.service") and text_of(answers, path).strip()]
    choices = (answers.get(path.removesuffix("service") + "may_see") for path in services)
    return any(is_blank(choice) for choice in choices)


def nothing_drawn(answers: Answers, route: str, strokes: str) -> bool:
    """Say whether a drawn signature was chosen and the pad is still empty; a blank drawing is no signature."""
    return answers.get(route) == "drawn" and text_of(answers, strokes) in {"", "[]"}


def nothing_typed(answers: Answers) -> bool:
    """Say whether a typed signature was chosen and no name was typed."""
    return answers.get("c2.route") == "typed" and is_blank(answers.get("c2.typed_name"))
