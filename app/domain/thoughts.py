"""What there is to think about at each step, as one short list of sentences; it never stops anybody by itself."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date

from app.domain.ages import Ages, Person, about_age, age_on
from app.domain.answers import Answers
from app.domain.beginning import (
    birth_not_said,
    left_to_others,
    may_leave_it,
    promised_for_others,
    specialist_named,
)
from app.domain.competence import authority_shares, child_left_out, not_explained_to_suit, parents_apart, whom_to_ask
from app.domain.consent import about_agreeing, confidence_not_told, correction_open
from app.domain.due import day_at
from app.domain.earlier import (
    Check,
    Notice,
    about_others,
    joined_without_a_yes,
    not_checked,
    notice_due,
    second_open,
)
from app.domain.rules import Concern, heard
from app.domain.unagreed import about_sharing_unagreed, nobody_named
from app.domain.workforce import immigration_written, index_not_told, no_school_or_doctor, refer_on


@dataclass(frozen=True)
class LocalRules:
    """What an authority sets that the rules go by: ages, circumstances another process leads for, notices wanted."""

    ages: Ages = field(default_factory=Ages)
    led_by_others: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def person_in(child: Answers, today: date) -> Person | None:
    """Return what the rules of age need of a child as it is written, or ``None`` while no age is known."""
    disabled = child.get("id.disabled") == "yes" or child.get("id.sen") == "EHC plan"
    born = day_at(child, "id.dob")
    if born is not None and born <= today:
        return Person(age_on(born, today), disabled)
    return Person(None, disabled) if child.get("id.unborn") is True else None


def on_asking(start: Answers, child: Answers, check: Check, local: LocalRules, today: date) -> tuple[Concern, ...]:
    """Return what to think about while a family are asked whether to start; they may well be reading along."""
    person = person_in(child, today)
    of_age = (*about_age(person, local.ages), whom_to_ask(person, local.ages)) if person is not None else ()
    said = (
        *of_age,
        birth_not_said(child),
        left_to_others(child, local.led_by_others),
        second_open(check),
        not_checked(check),
        may_leave_it(start),
        parents_apart(start),
        authority_shares(start),
        not_explained_to_suit(start, child),
        *about_agreeing(start),
        index_not_told(start),
        notice_due(Notice.STARTING, sent=False, wanted=Notice.STARTING in local.notices),
    )
    return heard(said)


def on_finishing_form(answers: Answers, form: Container[str]) -> tuple[Concern, ...]:
    """Return what to think about before another form is finished; ``form`` holds what it asks."""
    decides = about_sharing_unagreed(answers) if "is.q8" in form else ()
    named = [nobody_named(answers)] if "is.to" in form else []
    joins = [joined_without_a_yes(answers)] if "reg.join" in form else []
    return heard((*decides, *named, *joins))


def on_finishing(answers: Answers, start: Answers, local: LocalRules, today: date) -> tuple[Concern, ...]:
    """Return what to think about before an assessment is shared and signed, with the family at the table."""
    person = person_in(answers, today)
    alone = (promised_for_others, specialist_named, correction_open, refer_on, immigration_written)
    said = (
        *(about_age(person, local.ages) if person is not None else ()),
        *(one(answers) for one in alone),
        child_left_out(start, answers),
        confidence_not_told(start, answers),
        left_to_others(answers, local.led_by_others),
        no_school_or_doctor(answers),
        *about_others(answers),
        notice_due(Notice.DONE, sent=False, wanted=Notice.DONE in local.notices),
    )
    return heard(said)
