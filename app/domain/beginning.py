"""When a common assessment is right, and when something else is: asked before one begins; a person decides (B1).

Harm comes before everything. Everything else is a sentence to think about, and a reason where somebody goes on.
"""

from __future__ import annotations

from collections.abc import Collection

from app.domain.answers import Answers, is_blank, row_answers, text_of
from app.domain.checklist import DECISION, WayOn, way_on
from app.domain.rules import Concern, Kind, heard, speaks
from app.said import said

SPECIALIST_WAITS = "A specialist assessment never waits for this one. Has it been asked for?"
OUTCOMES = tuple(f"pre.q{number}" for number in range(1, 6))
"""The five outcomes as the checklist asks about them (S4 annex A)."""
VULNERABLE = frozenset({
    "risk of exclusion", "persistent truant", "excluded", "runaway", "victim of crime", "exploited", "young carer",
})  # fmt: skip
"""Circumstances that the guidance names as ones to look out for (S4 3.4)."""


@speaks(1, "S2 4(iii); S4 3.5; S2 s3", Kind.BLOCK)
def harm_unanswered(answers: Answers) -> str:
    """Say that a worry about harm was written down and what was done about it was not (A5.11)."""
    answered = not is_blank(answers.get("ex.done")) and not is_blank(answers.get("ex.result"))
    if answers.get("ex.concern") != "yes" or answered:
        return ""
    return "A worry about harm is written down. What was done about it? Please write that first."


@speaks(2, "S4 3.5", Kind.GUIDE)
def unsure_about_harm(answers: Answers) -> str:
    """Point somebody who is not sure about safety to people who know."""
    unsure = text_of(answers, "pre.q2") in {"no", "not sure"} and answers.get("pre.harm") != "yes"
    return "Not sure whether a child is safe? Ask your safeguarding lead or social care now." if unsure else ""


def assessing(answers: Answers) -> bool:
    """Say whether the checklist leads to an assessment."""
    return way_on(answers) is WayOn.ASSESS


@speaks(3, "S4 3.5", Kind.WARN, reason="pre.decision_why")
def doing_well(answers: Answers) -> str:
    """Ask about an assessment of a child who is doing well in every outcome."""
    well = all(answers.get(question) == "yes" for question in OUTCOMES)
    return "Everything looks well for this child. Why an assessment now?" if assessing(answers) and well else ""


@speaks(4, "S4 3.5; S0 FS-CAF l.898", Kind.WARN, reason="pre.decision_why")
def specialist_first(answers: Answers) -> str:
    """Ask about another assessment that must not wait for this one."""
    return SPECIALIST_WAITS if answers.get(DECISION) == "refer to specialist" else ""


@speaks(4, "S4 3.5; S0 FS-CAF l.898", Kind.WARN, reason="co.analysis")
def specialist_named(answers: Answers) -> str:
    """Ask about another assessment that was named in the conclusions: it does not wait for this one's end."""
    return "" if is_blank(answers.get("co.specialist")) else SPECIALIST_WAITS


@speaks(5, "S2 4(iii)", Kind.WARN, reason="pre.decision_why")
def plainly_complex(answers: Answers) -> str:
    """Ask about an assessment where needs are plainly complex or acute."""
    complex_need = assessing(answers) and answers.get("pre.level34") == "yes"
    return "These needs look complex. A common assessment may not be enough. Why this way?" if complex_need else ""


@speaks(6, "S2 4(iii); S4 3.4", Kind.WARN, reason="pre.extra")
def no_need_named(answers: Answers) -> str:
    """Ask what is unclear or unmet, where something is not well and nobody wrote what: those words are the reason."""
    unwell = [question for question in OUTCOMES if text_of(answers, question) in {"no", "not sure"}]
    written = any(not is_blank(answers.get(path)) for path in ("pre.extra", *(f"{one}.note" for one in unwell)))
    missing = assessing(answers) and bool(unwell) and not written
    return "What is unclear, or what help is missing? A few words are enough." if missing else ""


@speaks(7, "S4 6.8; S4 6.19", Kind.WARN, reason="pre.decision_why")
def one_route_is_enough(answers: Answers) -> str:
    """Ask about an assessment where one service, already known, meets the need."""
    met = assessing(answers) and answers.get("pre.self") == "yes"
    return "Your service can give this help itself. Why an assessment as well?" if met else ""


@speaks(8, "S4 3.4; S0 MIH l.418", Kind.GUIDE)
def birth_not_said(answers: Answers) -> str:
    """Ask for a birth date, or for the day a baby is expected; a baby not yet born needs none."""
    if answers.get("id.unborn") is True or not (is_blank(answers.get("id.dob")) and is_blank(answers.get("id.edd"))):
        return ""
    return "When were they born, or when is the baby due? Leave it empty if nobody knows."


@speaks(9, "S4 3.4", Kind.GUIDE)
def particularly_vulnerable(answers: Answers) -> str:
    """Remind of children whom the guidance names as ones to look out for."""
    given = answers.get("id.flags")
    named = isinstance(given, tuple) and not VULNERABLE.isdisjoint(given)
    return "A child in these circumstances may need help early. Please think about the whole picture." if named else ""


@speaks(10, "S4 3.10, 3.8; S1 3.17", Kind.GUIDE)
def asked_by_family(answers: Answers) -> str:
    """Remind that a child or a parent may ask for an assessment, and is offered one."""
    asked = text_of(answers, "req.by") in {"child / young person", "parent or carer"}
    return "They asked for this themselves. Offer an assessment; nobody is turned away." if asked else ""


@speaks(11, "S4 3.10, 4.4", Kind.WARN)
def promised_for_others(answers: Answers) -> str:
    """Ask about an action somebody else is to do and has not agreed to."""
    promised = any(row.get("ac.status") == "offered" and not is_blank(row.get("ac.who")) for row in actions(answers))
    return "An action is offered for somebody. Have they said yes? If not, please mark it as asked." if promised else ""


def actions(answers: Answers) -> list[Answers]:
    """Return the rows of the action table."""
    return list(row_answers(answers, "ac"))


@speaks(12, "S2 s7", Kind.GUIDE)
def may_leave_it(answers: Answers) -> str:
    """Remind that a family may say no without any pressure, as long as no child needs protection."""
    said_no = answers.get("c1.do") == "no" and answers.get("ex.concern") != "yes"
    return "They said no, and that is all right. Thank them, and say how to come back." if said_no else ""


@speaks(13, "S4 4.2", Kind.GUIDE)
def visit_with_care(answers: Answers) -> str:
    """Remind of a note about a risk, before somebody visits alone."""
    noted = any(not is_blank(row.get("pc.contact_limits")) for row in row_answers(answers, "pc"))
    return "There is a note about contact. Agree with your manager how to visit safely." if noted else ""


@speaks(14, "S2 s3", Kind.SETTING)
def service_needs_assessment(level: int, levels_that_need_one: Collection[int]) -> str:
    """Say that services at a level take part only after an assessment, where the authority has it so."""
    if level not in levels_that_need_one:
        return ""
    return said("Here, services at level {level} ask for an assessment first.", level=level)


def needs_one_first(answers: Answers, levels_that_need_one: Collection[int]) -> tuple[Concern, ...]:
    """Return which services ask for an assessment, where help from elsewhere is wanted and no assessment is planned."""
    elsewhere = answers.get("pre.self") == "no" and not assessing(answers) and not is_blank(answers.get(DECISION))
    levels = levels_that_need_one if elsewhere else ()
    return heard(service_needs_assessment(level, levels_that_need_one) for level in levels)


@speaks(15, "S3 1.3", Kind.SETTING)
def left_to_others(answers: Answers, circumstances: Collection[str]) -> str:
    """Say that children in some circumstances are looked after by another process, where the authority has it so."""
    given = answers.get("id.flags")
    named = [flag for flag in given if flag in circumstances] if isinstance(given, tuple) else []
    return (
        said("Here, another process leads for a child with: {names}. Ask the coordinator.", names=", ".join(named))
        if named
        else ""
    )


@speaks(16, "S2 s7; S4 3.3", Kind.GUIDE)
def better_early(answers: Answers) -> str:
    """Remind that help works best early, where something is not well and nothing is to be done."""
    waiting = answers.get(DECISION) == "no action" and any(answers.get(question) == "no" for question in OUTCOMES)
    return "Something is not going well. Help works best early: when will you ask again?" if waiting else ""


def about_beginning(answers: Answers) -> tuple[Concern, ...]:
    """Return what there is to think about before an assessment begins, as the checklist was filled in."""
    asked = (
        unsure_about_harm, doing_well, specialist_first, plainly_complex, no_need_named, one_route_is_enough,
        better_early,
    )  # fmt: skip
    return heard(one(answers) for one in asked)
