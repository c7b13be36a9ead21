"""One assessment for a child, and others beside it: checked, joined and built on, never doubled (B6).

Without a connection nobody can be sure. What was not checked is called "not checked"; it is never taken for "none".
"""

from __future__ import annotations

from enum import StrEnum

from app.domain.answers import Answer, Answers, is_blank, row_answers, text_of
from app.domain.checklist import DECISION
from app.domain.rules import Concern, Kind, heard, speaks
from app.domain.rules import rule as keeps
from app.said import said

OTHERS_OWN = frozenset({"Asset / Onset", "section 17", "SEN"})
"""Assessments with a law or a form of their own, which a common assessment does not stand in for."""


class Check(StrEnum):
    """What is known about an earlier assessment, and how."""

    NONE_FOUND = "none found"
    OPEN_HERE = "open here"
    OPEN_ELSEWHERE = "open elsewhere"
    NOT_CHECKED = "not checked"


@speaks(64, "S2 s3", Kind.BLOCK)
def second_open(check: Check) -> str:
    """Say that a child has an open assessment already; there is never a second one."""
    if check not in {Check.OPEN_HERE, Check.OPEN_ELSEWHERE}:
        return ""
    return "There is an open assessment for this child. Please join in with it: the coordinator can tell you how."


@speaks(65, "S2 s3", Kind.BLOCK)
def joined_without_a_yes(registration: Answers) -> str:
    """Ask for the family's yes before anything of theirs is told to whoever holds the other assessment."""
    missing = registration.get("reg.join") == "yes" and registration.get("reg.join_agreed") != "yes"
    return "Do they agree that the two of you work together? Please ask before you tell anybody." if missing else ""


@keeps(127, "S2 4(viii)", Kind.GUIDE)
@speaks(66, "S0 l.462; S4 3.6, 4.4", Kind.WARN, reason="pre.decision_why")
def not_checked(how: Answer | None) -> str:
    """Ask whether there is an assessment already, where nobody has asked; ``how`` says how it was checked."""
    unchecked = is_blank(how) or how in {"not yet", "not checked", "not possible offline"}
    asked = "Nobody has checked for an earlier assessment. Ask the family and the local team, or say why not yet."
    return asked if unchecked else ""


@speaks(67, "S4 5.10", Kind.GUIDE)
def earlier_not_decided(answers: Answers) -> str:
    """Ask what is to become of an earlier assessment that was looked at."""
    looked = answers.get("as.reviewed")
    found = isinstance(looked, tuple) and "earlier CAF" in looked
    missing = found and is_blank(answers.get("as.earlier_caf"))
    return "You looked at an earlier assessment. Is it still right, or is a new one needed?" if missing else ""


@speaks(68, "S4 2.20, 3.16-3.17; S0 MIH l.427", Kind.GUIDE)
def build_on_it(answers: Answers) -> str:
    """Remind to build on an assessment that is there, so that nobody tells their story again."""
    linked = any(not is_blank(row.get("ln.other.kind")) for row in row_answers(answers, "ln.other"))
    looked = answers.get("as.reviewed")
    used = isinstance(looked, tuple) and "specialist assessment" in looked
    unused = linked and not used
    return "There is another assessment. Please read it first, so that nobody tells it all again." if unused else ""


@speaks(69, "S4 exec, 6.24; S3 4.7", Kind.GUIDE)
def brings_in_older_one(answers: Answers) -> str:
    """Remind to carry in an older assessment of a young person (APIR), which this one takes the place of."""
    older = answers.get("ln.apir") == "yes" and is_blank(answers.get("ln.apir_on"))
    return "There is an older assessment that this one takes over from. When was it made?" if older else ""


@speaks(70, "S4 6.9, 6.21, 6.27", Kind.GUIDE)
def does_not_replace(answers: Answers) -> str:
    """Remind that some assessments have a law or a form of their own and are asked for besides this one."""
    given = answers.get("co.specialist")
    own = sorted(OTHERS_OWN.intersection(given)) if isinstance(given, tuple) else []
    return said("This does not stand in for: {names}. Please ask for it as well.", names=", ".join(own)) if own else ""


@speaks(71, "S4 3.17", Kind.GUIDE)
def only_social_care_says(answers: Answers) -> str:
    """Remind that only social care decides whether a child is in need in the sense of the law."""
    given = answers.get("co.specialist")
    named = isinstance(given, tuple) and "section 17" in given
    return "Only social care decides whether a child is in need. Write what you saw, not the answer." if named else ""


@speaks(73, "S4 4.7", Kind.GUIDE)
def nothing_talked_about(answers: Answers) -> str:
    """Say that one topic is enough, where nothing is written on any as an assessment comes to its end."""
    topics = {
        ".".join(path.split(".")[:2]) for path, given in answers.items() if _is_topic(path) and not is_blank(given)
    }
    return (
        "" if elements_are_enough(len(topics)) else "Nothing is written on any topic yet. One that matters is enough."
    )


def _is_topic(path: str) -> bool:
    return path.startswith(("d1.", "d2.", "d3."))


@speaks(72, "S4 exec, 3.19; S1 AnnC 7", Kind.WARN)
def relation_not_said(answers: Answers) -> str:
    """Ask how this assessment and a linked one belong together: before, beside or after it."""
    rows = row_answers(answers, "ln.other")
    missing = any(not is_blank(row.get("ln.other.kind")) and is_blank(row.get("ln.other.relation")) for row in rows)
    return "Is this before, beside or after the other assessment? Please say, or say why not." if missing else ""


@keeps(73, "S4 4.7", Kind.GUIDE)
def elements_are_enough(talked_about: int) -> bool:
    """Say whether enough topics were talked about: any one will do, in any order."""
    return talked_about > 0


@speaks(74, "S4 4.9", Kind.GUIDE)
def written_elsewhere(form_url: str, known: frozenset[str]) -> str:
    """Say that a record answers a form nobody here knows: everything is written on the common forms, and kept safe."""
    return "" if form_url in known else "This was written on a form that is not known here. Ask the coordinator."


@speaks(75, "S4 4.8; S2 4(ii)", Kind.GUIDE)
def doubt_left(answers: Answers) -> str:
    """Point to an assessment or to a better-placed person, where the checklist leaves a doubt and nothing follows."""
    doubtful = any(answers.get(f"pre.q{number}") == "not sure" for number in range(1, 6))
    nothing = text_of(answers, DECISION) == "no action"
    left = doubtful and nothing
    return "Something was not clear. Think of an assessment, or of somebody who knows them better." if left else ""


class Notice(StrEnum):
    """What the local team is told, each once."""

    STARTING = "about to start"
    DONE = "done"
    TEAM_IN_PLACE = "team in place"


_TOLD = {
    Notice.STARTING: "that an assessment is about to start",
    Notice.DONE: "once the assessment is done",
    Notice.TEAM_IN_PLACE: "once the team is in place",
}


@speaks(76, "S2 4(iii)-(iv)", Kind.REMIND | Kind.SETTING)
def notice_due(notice: Notice, *, sent: bool, wanted: bool) -> str:
    """Remind to tell the local team, where the authority wants this notice and it has not gone."""
    return said("Please tell the local team {told}.", told=said(_TOLD[notice])) if wanted and not sent else ""


@speaks(77, "S4 4.2", Kind.WARN)
def changed_fundamentally(review: Answers) -> str:
    """Ask about assessing anew where somebody noted that things have changed fundamentally."""
    changed = review.get("rv.changed") == "yes" and review.get("rv.next") != "further CAF"
    return "Things have changed a lot. Is this assessment still right? Assess again, or say why not." if changed else ""


def about_others(answers: Answers) -> tuple[Concern, ...]:
    """Return what there is to think about other assessments as one is finished."""
    asked = (earlier_not_decided, build_on_it, does_not_replace, only_social_care_says, relation_not_said)
    return heard(one(answers) for one in asked)
