"""Sharing without agreement: eight questions, each answered by a person; code finds what is missing (B5).

It is not a way round a family's no. Nothing here says that something must or may go out without reasons written down.
"""

from __future__ import annotations

from app.domain.answers import Answers, is_blank, text_of
from app.domain.consent import is_confidential
from app.domain.rules import Concern, Kind, heard, speaks
from app.domain.rules import rule as keeps
from app.said import one_after_another, said

SHARE = frozenset({"share", "part"})
RISK_GROUNDS = frozenset({"evidence of significant harm", "reasonable cause", "prevent harm"})
"""The grounds that nearly always weigh enough (S4 4.22, 4.23); others may too, in proportion."""
QUESTIONS = {
    "is.ask": "what is to be shared, with whom, and who asked",
    "is.q1": "whether there is a good purpose",
    "is.q2": "whether it says who somebody is",
    "is.q3": "whether it is confidential",
    "is.q5": "whether a law or a court asks for it",
    "is.q8": "what was decided",
    "is.told": "whether the person was told",
}
"""What is always answered; the fourth, sixth and seventh question follow from other answers."""


def shares(decision: Answers) -> bool:
    """Say whether somebody decided to share, all or a part."""
    return decision.get("is.q8") in SHARE


def without_agreement(decision: Answers) -> bool:
    """Say whether somebody decided to share something confidential that nobody agreed to."""
    return shares(decision) and decision.get("is.q3") != "no" and decision.get("is.q4") != "yes"


@keeps(53, "S4 4.21", Kind.GUIDE)
def may_share_plainly(decision: Answers) -> bool:
    """Say whether something that is not confidential may be shared: there is a good purpose for it."""
    return decision.get("is.q3") == "no" and decision.get("is.q1") == "yes"


@speaks(54, "S4 4.22", Kind.BLOCK)
def no_public_interest(decision: Answers) -> str:
    """Say that something confidential needs agreement, a duty in law, or enough public interest."""
    justified = decision.get("is.q5") == "yes" or decision.get("is.q6") == "yes"
    if justified or not without_agreement(decision):
        return ""
    return "This is confidential and nobody agreed. It may only go if a law or the public interest asks for it."


@keeps(55, "S4 4.22", Kind.GUIDE)
def weighs_enough(grounds: tuple[str, ...]) -> bool:
    """Say whether the grounds are ones that nearly always weigh enough: a clear risk of significant harm."""
    return not RISK_GROUNDS.isdisjoint(grounds)


@speaks(55, "S4 4.22", Kind.GUIDE)
def risk_left_unweighed(decision: Answers) -> str:
    """Say that a clear risk of significant harm nearly always weighs enough, where somebody decided not to share."""
    left = not is_blank(decision.get("is.q8")) and not shares(decision) and weighs_enough(grounds_of(decision))
    return "You wrote down a clear risk of harm. That is nearly always reason enough. Ask your manager." if left else ""


def grounds_of(decision: Answers) -> tuple[str, ...]:
    """Return the grounds that were chosen."""
    given = decision.get("is.q6.grounds")
    return given if isinstance(given, tuple) else ()


@speaks(56, "S4 4.23", Kind.BLOCK)
def no_grounds(decision: Answers) -> str:
    """Ask which of the grounds it is, where something goes out in the public interest."""
    missing = decision.get("is.q6") == "yes" and is_blank(decision.get("is.q6.grounds"))
    return "Why is it in the public interest? Please choose at least one ground." if missing else ""


@keeps(57, "S4 n.5", Kind.GUIDE)
def is_serious_crime(*, harms_child: bool, seriously_harms_adult: bool) -> bool:
    """Say whether a crime counts as serious here: by what it does to a child or an adult, not by its name."""
    return harms_child or seriously_harms_adult


@speaks(57, "S4 n.5", Kind.GUIDE)
def crime_harms_nobody(decision: Answers) -> str:
    """Ask again about a crime that is given as the ground and, as far as anybody knows, harms nobody."""
    given = decision.get("is.crime")
    harmed = given if isinstance(given, tuple) else ()
    serious = is_serious_crime(harms_child="a child" in harmed, seriously_harms_adult="an adult" in harmed)
    unsure = "nobody" in harmed and not serious
    return "A crime is serious by the harm it does. If nobody is harmed, is this reason enough?" if unsure else ""


@speaks(58, "S4 4.21", Kind.BLOCK)
def not_asked_first(decision: Answers) -> str:
    """Ask why nobody asked for agreement; this is no everyday way round asking."""
    unasked = without_agreement(decision) and text_of(decision, "is.q4") in {"", "not asked"}
    missing = unasked and is_blank(decision.get("is.q4.why"))
    return "Why was nobody asked to agree? Please write the reason, or ask them." if missing else ""


@speaks(59, "S4 4.24; S0 MIH l.324", Kind.BLOCK)
def no_reasons(decision: Answers) -> str:
    """Ask for the reasons, whether it is shared or not."""
    missing = is_blank(decision.get("is.q8")) or is_blank(decision.get("is.q8.why"))
    return "What did you decide, and why? Please write both, also if you do not share." if missing else ""


@speaks(60, "S4 4.25", Kind.GUIDE)
def advice_not_taken(decision: Answers) -> str:
    """Point to people who can advise, where an answer is not sure."""
    unsure = "not sure" in {text_of(decision, path) for path in ("is.q1", "is.q2", "is.q3", "is.q6")}
    missing = unsure and is_blank(decision.get("is.advice"))
    return "Not sure? Ask your manager, the nominated person or the Caldicott guardian." if missing else ""


@speaks(61, "S0 MIH l.319", Kind.GUIDE)
def not_told(decision: Answers) -> str:
    """Ask why the family is not told that something was shared."""
    missing = shares(decision) and decision.get("is.told") == "no" and is_blank(decision.get("is.told.why"))
    return "The family does not know. Tell them, or write what risk that would bring." if missing else ""


@keeps(62, "S0 MIH l.320", Kind.GUIDE)
def safety_comes_first(decision: Answers, grounds: tuple[str, ...]) -> bool:
    """Say whether a child's safety stands against a refusal: a person found a clear risk and decided to share."""
    return shares(decision) and weighs_enough(grounds)


@speaks(62, "S0 MIH l.320", Kind.GUIDE)
def said_no_all_the_same(decision: Answers) -> str:
    """Say, where a child's safety goes before a no, how to go on with the family."""
    before_a_no = decision.get("is.q4") == "refused" and safety_comes_first(decision, grounds_of(decision))
    return (
        "They said no, and the child’s safety comes first. Tell them so, unless that is a risk." if before_a_no else ""
    )


@speaks(53, "S4 4.21", Kind.GUIDE)
def not_confidential(decision: Answers) -> str:
    """Say that nobody has to agree to something that is not confidential, where there is a good purpose for it."""
    plainly = may_share_plainly(decision) and is_blank(decision.get("is.q8"))
    return "It is not confidential, and there is a good reason: it may be shared." if plainly else ""


@speaks(35, "S4 4.19", Kind.GUIDE)
def confidential_or_not(decision: Answers) -> str:
    """Ask to look again where what was ticked and the answer about confidence do not go together."""
    given, said = decision.get("is.q3.why"), decision.get("is.q3")
    if not isinstance(given, tuple) or said not in {"yes", "no"}:
        return ""
    by_what = is_confidential(
        private="private" in given, already_public="already public" in given, trusted="in trust" in given
    )
    if by_what and said == "no":
        return "Private, and told in trust: that is confidential. Please look at the third question again."
    if not by_what and said == "yes" and "already public" in given:
        return "What others know already is seldom confidential. Please look at the third question again."
    return ""


@speaks(63, "S0 MIH l.358-375; S2 4(i)", Kind.BLOCK)
def nobody_named(decision: Answers) -> str:
    """Ask who exactly is to have it, where something is shared."""
    named = shares(decision) and is_blank(decision.get("is.to"))
    return "Who exactly is to have it? Nothing goes to anybody else." if named else ""


@speaks(63, "S0 MIH l.358-375; S2 4(i)", Kind.BLOCK)
def not_all_asked(decision: Answers) -> str:
    """Say which of the eight questions nobody has answered."""
    asked = dict(QUESTIONS)
    if decision.get("is.q3") != "no":
        asked["is.q4"] = "whether they agreed"
    if without_agreement(decision) and decision.get("is.q5") != "yes":
        asked["is.q6"] = "whether the public interest is strong enough"
    if shares(decision):
        asked["is.q7"] = "whether it is the right information, in the right way"
    missing = [words for path, words in asked.items() if is_blank(decision.get(path))]
    return said("Please answer: {names}.", names=one_after_another(missing, "; ")) if missing else ""


def about_sharing_unagreed(decision: Answers) -> tuple[Concern, ...]:
    """Return everything there is to say about a decision to share or not to share."""
    asked = (
        not_all_asked, no_public_interest, no_grounds, not_asked_first, no_reasons, advice_not_taken, not_told,
        confidential_or_not, not_confidential, risk_left_unweighed, crime_harms_nobody, said_no_all_the_same,
    )  # fmt: skip
    return heard(one(decision) for one in asked)
