"""What there is to think about at each step, as one short list of sentences; it never stops anybody by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from app.domain.ages import Ages, Person, about_age, age_on, index_until
from app.domain.answers import Answers
from app.domain.beginning import (
    about_beginning,
    asked_by_family,
    birth_not_said,
    left_to_others,
    may_leave_it,
    needs_one_first,
    particularly_vulnerable,
    promised_for_others,
    specialist_named,
    visit_with_care,
)
from app.domain.checklist import DECISION
from app.domain.competence import (
    about_deciding_alone,
    authority_shares,
    child_left_out,
    not_explained_to_suit,
    one_yes_is_there,
    parents_apart,
    whom_to_ask,
)
from app.domain.consent import about_agreeing, confidence_not_told, correction_open
from app.domain.deciding import age_of
from app.domain.due import day_at
from app.domain.earlier import (
    Check,
    Notice,
    about_others,
    brings_in_older_one,
    doubt_left,
    joined_without_a_yes,
    not_checked,
    nothing_talked_about,
    notice_due,
    relation_not_said,
    second_open,
)
from app.domain.rules import Concern, heard
from app.domain.unagreed import about_sharing_unagreed, nobody_named
from app.domain.workforce import immigration_written, index_not_told, no_school_or_doctor, refer_on


@dataclass(frozen=True)
class LocalRules:
    """What an authority sets that the rules go by: ages, circumstances another process leads for, notices wanted.

    ``assessed_first`` are the levels whose services ask for an assessment, ``ask_again_days`` the days until a decision
    is talked about again.
    """

    ages: Ages = field(default_factory=Ages)
    led_by_others: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    assessed_first: tuple[int, ...] = ()
    ask_again_days: int = 182


def to_tell(notice: Notice, local: LocalRules, told: Collection[Notice]) -> Concern | None:
    """Return that the local team is to be told, where that is wanted here and nobody has."""
    return notice_due(notice, sent=notice in told, wanted=notice in local.notices)


def person_in(child: Answers, today: date) -> Person | None:
    """Return what the rules of age need of a child as it is written, or ``None`` while no age is known."""
    disabled = child.get("id.disabled") == "yes" or child.get("id.sen") == "EHC plan"
    born = day_at(child, "id.dob")
    if born is not None and born <= today:
        return Person(age_on(born, today), disabled)
    return Person(None, disabled) if child.get("id.unborn") is True else None


def on_asking(  # noqa: PLR0913, PLR0917 - what is said, of whom, what is known, what is local, when, and who was told
    start: Answers, child: Answers, check: Check, local: LocalRules, today: date, told: Collection[Notice] = ()
) -> tuple[Concern, ...]:
    """Return what to think about while a family are asked whether to start; they may well be reading along.

    ``told`` are the notices that the local team has had.
    """
    person, born, index = person_in(child, today), day_at(child, "id.dob"), index_not_told(start)
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
        index,
        index_until(born, local.ages, today) if index is not None and born is not None else None,
        one_yes_is_there(start),
        to_tell(Notice.STARTING, local, told),
    )
    return heard(said)


def on_page(
    answers: Answers, page: AbstractSet[str], local: LocalRules, today: date, born: str = ""
) -> tuple[Concern, ...]:
    """Return what there is to think about on one page; ``page`` holds what it asks, ``born`` is the birth date (ISO).

    Each rule speaks where its question stands, to whoever writes there.
    """
    said: list[Concern | None] = [one(answers) for place, one in _beside() if place in page]
    if DECISION in page:
        said += (*about_beginning(answers), *needs_one_first(answers, local.assessed_first))
    if "cp.parent_involved" in page:
        said += about_deciding_alone(answers, age_of(born, today), local.ages, today, local.ask_again_days)
    if not page.isdisjoint({"is.ask", "is.q6", "is.q8"}):
        said += [one for one in about_sharing_unagreed(answers) if not one.stops]
    return heard(said)


def _beside() -> tuple[tuple[str, Callable[[Answers], Concern | None]], ...]:
    """Return the rules that speak beside one question, on whichever form and page it stands."""
    return (
        ("id.flags", particularly_vulnerable),
        ("pc.contact_limits", visit_with_care),
        ("req.by", asked_by_family),
        ("ln.apir", brings_in_older_one),
        ("ln.other.relation", relation_not_said),
        (DECISION, doubt_left),
    )


def on_finishing_form(answers: Answers, form: Container[str]) -> tuple[Concern, ...]:
    """Return what to think about before another form is finished; ``form`` holds what it asks."""
    decides = about_sharing_unagreed(answers) if "is.q8" in form else ()
    named = [nobody_named(answers)] if "is.to" in form else []
    joins = [joined_without_a_yes(answers)] if "reg.join" in form else []
    return heard((*decides, *named, *joins))


def on_finishing(  # noqa: PLR0913, PLR0917 - what is written, what was agreed, what is local, when, and what is known
    answers: Answers,
    start: Answers,
    local: LocalRules,
    today: date,
    told: Collection[Notice] = (),
    check: Check = Check.NONE_FOUND,
) -> tuple[Concern, ...]:
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
        second_open(check),
        not_checked(check),
        nothing_talked_about(answers),
        to_tell(Notice.DONE, local, told),
    )
    return heard(said)
