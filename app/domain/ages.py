"""Whom an assessment is for, by age: an age is never a reason to turn anybody away, only a reason to say why (B2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.rules import Concern, Kind, heard, speaks
from app.domain.rules import rule as keeps
from app.said import said


@dataclass(frozen=True)
class Ages:
    """The ages an authority works with, in whole years, each included."""

    usual: int = 18
    extended: int = 19
    with_disability: int = 25
    before_birth: bool = True
    usually_able: int = 12
    presumed_able: int = 16
    secondary_school: int = 11
    index_ends: int = 18
    index_ends_if_asked: int = 25


@dataclass(frozen=True)
class Person:
    """What the rules of age need to know: the age, ``None`` before birth; and a learning difficulty or disability."""

    age: int | None
    disabled: bool = False


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day; born on 29 February, a birthday is on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@speaks(17, "S4 terms, 3.4", Kind.WARN | Kind.SETTING, reason="as.reason")
def past_usual_age(person: Person, ages: Ages) -> str:
    """Ask why an assessment, for somebody past the usual age who is not past the extended one."""
    if person.age is None or person.disabled or not ages.usual < person.age <= ages.extended:
        return ""
    return said(
        "They are {age}. An assessment is usually for up to {usual}. Why is it right now?",
        age=person.age,
        usual=ages.usual,
    )


@speaks(18, "S4 terms", Kind.WARN | Kind.SETTING, reason="as.reason")
def past_extended_age(person: Person, ages: Ages) -> str:
    """Ask why an assessment, for somebody past the extended age without a learning difficulty or disability."""
    if person.age is None or person.disabled or person.age <= ages.extended:
        return ""
    return said("They are {age}. Services for adults may fit better. Why is an assessment right now?", age=person.age)


@speaks(19, "S4 3.4; S1 AnnC 9", Kind.WARN | Kind.SETTING, reason="as.reason")
def past_longest_age(person: Person, ages: Ages) -> str:
    """Ask why an assessment, for somebody with a learning difficulty or disability past the longest age."""
    if person.age is None or not person.disabled or person.age <= ages.with_disability:
        return ""
    return said(
        "They are {age}. With a disability it is usually up to {with_disability}. Why is it right now?",
        age=person.age,
        with_disability=ages.with_disability,
    )


@speaks(20, "S2 s3; S3 1.3", Kind.WARN | Kind.SETTING, reason="as.reason")
def before_birth(person: Person, ages: Ages) -> str:
    """Ask why an assessment before birth, where the authority begins at birth."""
    if person.age is not None or ages.before_birth:
        return ""
    return "Here, an assessment begins with birth. Why is it right before?"


def about_age(person: Person, ages: Ages) -> tuple[Concern, ...]:
    """Return what there is to think about at this age; age alone never stops anybody."""
    asked = (past_usual_age, past_extended_age, past_longest_age, before_birth)
    return heard(one(person, ages) for one in asked)


@speaks(21, "S4 2.12; C2", Kind.SETTING)
def index_until(born: date, ages: Ages, today: date) -> str:
    """Say until when the index shows a child, for whoever tells a family of it."""
    last, longest = leaves_index_on(born, ages, asked_to_stay=False), leaves_index_on(born, ages, asked_to_stay=True)
    if last <= today:
        return ""
    until = said(
        "The index shows it until they are {index_ends}, in {year}.", index_ends=ages.index_ends, year=last.year
    )
    return (
        said("{until} Some may ask to stay until {year}.", until=until, year=longest.year) if longest > last else until
    )


@keeps(21, "S4 2.12; C2", Kind.SETTING)
def leaves_index_on(born: date, ages: Ages, *, asked_to_stay: bool) -> date:
    """Return the day a child's entry leaves the index: a birthday, later for those who may stay and asked to."""
    years = ages.index_ends_if_asked if asked_to_stay else ages.index_ends
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
