"""The first page of the family's copy: the plan, and who can see it; a sensitive service is never named on it.

Its parts stand alone too, for the copies of one reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.documents import paper
from app.documents.language import Language
from app.documents.told import Told
from app.domain.agreement import choices_disclosed
from app.domain.sharing import Agreement, Grant, desk_grant, is_about_desk
from app.forms.definition import Item

ON_THIS_PAGE = frozenset({"co.strengths", "co.needs", "co.review", "ac"})
_STEP_PARTS = ("ac.outcome", "ac.action", "ac.who", "ac.when")


def plan_page(told: Told) -> Iterator[Flowable]:
    """Yield the first page."""
    said = told.language.papers
    yield paper.heading(told.title(said.PLAN_FOR, said.PLAN), paper.TITLE)
    yield from panel(said.GOING_WELL, told.text("co.strengths"), paper.GOOD)
    yield from panel(said.TO_CHANGE, told.text("co.needs"), paper.WANTED)
    yield from steps(told)
    yield from who_can_see(told)
    yield from paper.lines(said.SAFETY)
    may = what_you_can(told, said.CHANGE_MIND, said.SEE_IT_ALL)
    yield from paper.together([*talk_to(told), *may], 0)


def panel(title: str, text: str, style: ParagraphStyle) -> Iterator[Flowable]:
    """Yield a heading and a text on its ground, where there is one."""
    if text:
        yield paper.heading(title, level=None)
        yield paper.panel(text, style)


def steps(told: Told) -> Iterator[Flowable]:
    """Yield what will happen, who does it and by when, and the day it is looked at again."""
    said, planned = told.language.papers, told.steps
    yield paper.heading(said.WILL_HAPPEN, level=None)
    if not planned:
        yield from paper.lines(said.NO_ACTIONS)
    listed = [[*_step(told, step, number)] for number, step in enumerate(planned, start=1)]
    paper.within("L", [part for parts in listed for part in parts])
    for parts, step in zip(listed, planned, strict=True):
        yield from paper.together(parts, sum(map(len, step.values())))
    if told.review:
        yield from paper.lines(said.REVIEW.format(day=told.review))


def _step(told: Told, step: dict[str, str], number: int) -> Iterator[Flowable]:
    body = paper.within("LBody", [*_step_words(told.form.item("ac"), step, told.language)])
    yield from paper.within("LI", [paper.Disc(number), *body])
    yield Spacer(0, 9)


def _step_words(group: Item, step: dict[str, str], language: Language) -> Iterator[Flowable]:
    yield from paper.lines(step.get("ac.outcome", ""), paper.STEP_TITLE)
    yield from paper.lines(step.get("ac.action", ""), paper.STEP)
    who_and_when = {language.papers.WHO: step.get("ac.who", ""), language.papers.BY: step.get("ac.when", "")}
    yield from paper.labelled_line(who_and_when, paper.STEP)
    for item in group.items:
        if item.link_id in step and item.link_id not in _STEP_PARTS:
            yield paper.labelled(item.text.rstrip("?"), step[item.link_id], paper.STEP_SMALL)


def who_can_see(told: Told) -> Iterator[Flowable]:
    """Yield who may see it and who may not, service by service."""
    agreement, said = choices_disclosed(told.agreed), told.language.papers
    yield paper.heading(said.WHO_CAN_SEE, level=None)
    if agreement.share:
        for label, may_see in ((said.YES, True), (said.NO, False)):
            names = named(agreement, told.language, may_see=may_see)
            if names:
                yield paper.labelled(label, ", ".join(names))
    else:
        yield from paper.lines(said.NOT_SHARED)


def named(agreement: Agreement, language: Language, *, may_see: bool) -> list[str]:
    """Return the services with a yes, or those with a no, the desk first; a private matter is never among them."""
    services = (grant for grant in agreement.grants if not (grant.sensitive or is_about_desk(grant)))
    desk = replace(desk_grant(agreement), service=language.papers.DESK)
    told = (desk, *sorted(services, key=lambda grant: grant.service))
    return [_named(grant, agreement, language) for grant in told if grant.may_see is may_see]


def _named(grant: Grant, agreement: Agreement, language: Language) -> str:
    until = grant.until or agreement.until
    if until is None or not grant.may_see:
        return grant.service
    return str(language.papers.UNTIL.format(name=grant.service, day=language.day(until)))


def talk_to(told: Told) -> Iterator[Flowable]:
    """Yield who can be asked, and how."""
    said = told.language.papers
    yield paper.heading(said.TALK_TO, level=None)
    yield from paper.lines(told.by)
    if told.phone:
        yield paper.labelled(told.language.copies.TEAM_PHONE, told.phone)
    else:
        yield from paper.line_to_write_on(said.PHONE)


def what_you_can(told: Told, *may: str) -> Iterator[Flowable]:
    """Yield what somebody may do."""
    yield paper.heading(told.language.papers.YOU_CAN, level=None)
    yield from (line for words in may for line in paper.lines(words))
