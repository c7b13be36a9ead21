"""Who says yes: a child who understands, a parent, or both; never judged by a score, and never by age alone (B4).

An age only chooses which question is asked first. Whoever decides, the child is part of it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from app.domain.ages import Ages, Person
from app.domain.answers import Answers, is_blank, row_answers, text_of
from app.domain.due import day_at
from app.domain.rules import Concern, Kind, heard, speaks
from app.domain.rules import rule as keeps

CAN_DECIDE = "can decide"
JUDGED = ("cp.understands", "cp.consequences", "cp.consistent", "cp.pressure")
"""What is thought about with a young person: each is talked about in words, none is counted."""


class StartingPoint(StrEnum):
    """Where a conversation about who decides begins; it ends wherever the young person's understanding says."""

    PRESUMED_ABLE = "16+ presumed able"
    USUALLY_ABLE = "12-15 generally expected able"
    BECOMING_ABLE = "secondary school onward"
    MAY_BE_ABLE = "under 12 may be able"


@keeps(40, "S4 4.13", Kind.GUIDE)
def may_decide(competence: Answers) -> bool:
    """Say whether a child may give or refuse agreement: people wrote that they understand."""
    return competence.get("cp.result") == CAN_DECIDE


@keeps(41, "S4 4.13", Kind.SETTING)
def starting_point(age: int, ages: Ages) -> StartingPoint:
    """Return where the conversation begins at this age."""
    if age >= ages.presumed_able:
        return StartingPoint.PRESUMED_ABLE
    if age >= ages.usually_able:
        return StartingPoint.USUALLY_ABLE
    return StartingPoint.BECOMING_ABLE if becoming_able(age, ages) else StartingPoint.MAY_BE_ABLE


@speaks(41, "S4 4.13", Kind.GUIDE)
def whom_to_ask(person: Person, ages: Ages) -> str:
    """Say whom to ask first at this age; where it ends is for the people at the table."""
    if person.age is None:
        return ""
    return _FIRST_QUESTION[starting_point(person.age, ages)].format(person.age)


_FIRST_QUESTION = {
    StartingPoint.PRESUMED_ABLE: "At {}, it is their own yes or no, unless something speaks against it.",
    StartingPoint.USUALLY_ABLE: "At {}, most can say yes or no for themselves. Ask what they understand.",
    StartingPoint.BECOMING_ABLE: "At {}, some can say yes or no for themselves. Ask what they understand.",
    StartingPoint.MAY_BE_ABLE: "",
}


@keeps(42, "S2 s7", Kind.SETTING)
def becoming_able(age: int, ages: Ages) -> bool:
    """Say whether a child is in secondary school by age, where the authority begins the conversation there."""
    return ages.secondary_school <= age < ages.usually_able


@speaks(43, "S4 4.13", Kind.GUIDE)
def not_explained_to_suit(start: Answers, child: Answers) -> str:
    """Ask for an interpreter or signer where one is needed, and for how it was explained."""
    given = start.get("c1.format")
    ways = given if isinstance(given, tuple) else ()
    if child.get("id.interp") == "yes" and {"interpreter", "signer"}.isdisjoint(ways):
        return "They need an interpreter or signer. Please explain it again with one."
    return "" if ways else "How did you explain it? It should suit their age and how they like to talk."


@speaks(44, "S4 4.13", Kind.GUIDE)
def child_left_out(start: Answers, answers: Answers) -> str:
    """Ask for the child's part where a parent agreed and nothing of the child is written."""
    present = any(row.get("as.present.child") == "yes" for row in row_answers(answers, "as.present"))
    heard_child = present or not is_blank(answers.get("cm.child")) or not is_blank(answers.get("as.absent_why"))
    left_out = start.get("c1.who") == "parent or carer" and not heard_child
    return "A parent agreed. What does the child think? Ask them too, or say how they were heard." if left_out else ""


@speaks(45, "S4 4.14", Kind.GUIDE)
def judged_long_ago(judged_on: date, today: date, days: int) -> str:
    """Ask again about a decision, where the last conversation about who decides was about another one, long ago."""
    old = (today - judged_on).days > days
    return "You last talked about who decides some time ago. Each decision is a new one: ask again." if old else ""


@speaks(46, "S4 4.14; S2 s7", Kind.WARN, reason="cp.parent_involved_note")
def parents_not_involved(competence: Answers, age: int, ages: Ages) -> str:
    """Ask why the parents of somebody under 16 are not part of it; a capable child is rarely overruled by them."""
    away = may_decide(competence) and competence.get("cp.parent_involved") != "involved"
    return "Their parents are not part of this. What did you say to encourage it?" if away and under(age, ages) else ""


def under(age: int, ages: Ages) -> bool:
    """Say whether somebody is too young to be presumed able to decide."""
    return age < ages.presumed_able


@keeps(47, "S2 s7", Kind.GUIDE)
def may_go_alone(competence: Answers) -> bool:
    """Say whether an assessment may go ahead without the parents: the young person can decide and wants it so."""
    return may_decide(competence) and text_of(competence, "cp.parent_involved") not in {"", "involved"}


@speaks(47, "S2 s7", Kind.GUIDE)
def goes_ahead_alone(competence: Answers) -> str:
    """Say that it may go ahead without the parents, a team round them included, where the young person wants it so."""
    alone = may_go_alone(competence)
    return "They can decide this, so it may go ahead without their parents. Ask again next time." if alone else ""


@speaks(48, "S2 s7", Kind.BLOCK)
def judged_too_quickly(competence: Answers) -> str:
    """Say that deciding alone needs two conversations on two days, and somebody who knows the young person well."""
    if not may_decide(competence):
        return ""
    if not over_two_meetings(competence):
        return "Please talk about it on a second day as well, or write why one meeting had to be enough."
    missing = is_blank(competence.get("cp.known_by"))
    return "Who knows them well and thought about it with you? Please write their name." if missing else ""


def meetings(competence: Answers) -> frozenset[date]:
    """Return the days on which it was talked about; half a date is none yet."""
    given = (day_at(row, "cp.meetings.date") for row in row_answers(competence, "cp.meetings"))
    return frozenset(day for day in given if day is not None)


def over_two_meetings(competence: Answers) -> bool:
    """Say whether it was talked about on two days, or why one had to be enough (S2 §7)."""
    return len(meetings(competence)) > 1 or bool(text_of(competence, "cp.one_meeting").strip())


@keeps(49, "S4 4.15", Kind.GUIDE)
def one_parent_is_enough(said: Collection[str]) -> bool:
    """Say whether a yes is there from the parents: one of them is enough. ``said`` holds each parent's yes or no."""
    return "yes" in said


@speaks(49, "S4 4.15", Kind.GUIDE)
def one_yes_is_there(start: Answers) -> str:
    """Say that nobody else has to say yes, where parents are apart and one of them has."""
    apart = not {"parents separated", "parents in conflict"}.isdisjoint(circumstances(start))
    by_parent = start.get("c1.capacity") == "parent" and start.get("c1.pr") == "yes"
    there = apart and by_parent and one_parent_is_enough((text_of(start, "c1.do"),))
    return "One parent’s yes is enough, and you have it. Hear the other one too, where that is safe." if there else ""


def circumstances(start: Answers) -> tuple[str, ...]:
    """Return what was chosen of a family's circumstances that bears on whose yes it is."""
    given = start.get("c1.circumstances")
    return given if isinstance(given, tuple) else ()


@speaks(50, "S4 4.15", Kind.GUIDE)
def parents_apart(start: Answers) -> str:
    """Remind to think whose yes it is, where parents live apart or are in conflict."""
    if {"parents separated", "parents in conflict"}.isdisjoint(circumstances(start)):
        return ""
    return "Whose yes is it? Usually the parent whom the child lives with. Ask your manager if they disagree."


@speaks(51, "S4 4.15", Kind.GUIDE)
def authority_shares(start: Answers) -> str:
    """Remind that a local authority shares responsibility for a child under a care order."""
    if "care order" not in circumstances(start):
        return ""
    return "There is a care order. Please talk to the child's social worker about who says yes."


@speaks(52, "P3", Kind.BLOCK)
def judged_by_age_alone(competence: Answers) -> str:
    """Say that being able to decide needs words about understanding: an age is no reason."""
    said = any(not is_blank(competence.get(path)) for path in JUDGED)
    return "" if said or not may_decide(competence) else "What do they understand? Their age alone is not enough."


def about_deciding_alone(
    competence: Answers, age: int | None, ages: Ages, today: date, days: int
) -> tuple[Concern, ...]:
    """Return what there is to think about where a young person is to decide alone; ``days`` is until it is asked again.

    Where no age is known the parents are asked about as for somebody who is not presumed able yet.
    """
    last = max(meetings(competence), default=None)
    return heard((
        judged_by_age_alone(competence),
        judged_too_quickly(competence),
        parents_not_involved(competence, age if age is not None else 0, ages),
        goes_ahead_alone(competence),
        judged_long_ago(last, today, days) if last is not None else None,
    ))  # fmt: skip
