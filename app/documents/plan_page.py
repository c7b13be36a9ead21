"""The first page of the family's copy: the plan, and who can see it; a sensitive service is never named on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.documents import paper, words
from app.documents.answered import in_words, rows
from app.domain.agreement import choices_disclosed
from app.domain.answers import Answers, text_of
from app.domain.people import Worker
from app.domain.sharing import Agreement, Grant, desk_grant, is_about_desk
from app.forms.definition import FormDefinition, Item
from app.sealing.words import day_in_words

ON_THIS_PAGE = frozenset({"co.strengths", "co.needs", "co.review", "ac"})
_STEP_PARTS = ("ac.outcome", "ac.action", "ac.who", "ac.when")


def plan_page(form: FormDefinition, answers: Answers, agreed: Answers, author: Worker) -> Iterator[Flowable]:
    """Yield the first page from the answers disclosed of the record and of the agreement."""
    yield paper.heading(_title(answers), paper.TITLE)
    yield from _panel(words.GOING_WELL, text_of(answers, "co.strengths"), paper.GOOD)
    yield from _panel(words.TO_CHANGE, text_of(answers, "co.needs"), paper.WANTED)
    yield from _steps(form, answers)
    yield from _who_can_see(agreed)
    yield from _talk_to(author)


def _title(answers: Answers) -> str:
    name = text_of(answers, "id.known_as").strip() or text_of(answers, "id.given").strip()
    return words.PLAN_FOR.format(name=name) if name else words.PLAN


def _panel(title: str, text: str, style: ParagraphStyle) -> Iterator[Flowable]:
    if text.strip():
        yield paper.heading(title, level=None)
        yield paper.panel(text, style)


def _steps(form: FormDefinition, answers: Answers) -> Iterator[Flowable]:
    yield paper.heading(words.WILL_HAPPEN, level=None)
    steps = list(rows(answers, form.item("ac"))) if "ac" in form else []
    if not steps:
        yield from paper.lines(words.NO_ACTIONS)
    listed = [[*_step(form.item("ac"), step, number)] for number, step in enumerate(steps, start=1)]
    paper.within("L", [part for parts in listed for part in parts])
    for parts, step in zip(listed, steps, strict=True):
        yield from paper.together(parts, sum(map(len, step.values())))
    review = in_words(form.item("co.review"), answers.get("co.review")) if "co.review" in form else ""
    if review:
        yield from paper.lines(words.REVIEW.format(day=review))


def _step(group: Item, step: dict[str, str], number: int) -> Iterator[Flowable]:
    yield from paper.within("LI", [paper.Disc(number), *paper.within("LBody", [*_step_words(group, step)])])
    yield Spacer(0, 9)


def _step_words(group: Item, step: dict[str, str]) -> Iterator[Flowable]:
    yield from paper.lines(step.get("ac.outcome", ""), paper.STEP_TITLE)
    yield from paper.lines(step.get("ac.action", ""), paper.STEP)
    who_and_when = {words.WHO: step.get("ac.who", ""), words.BY: step.get("ac.when", "")}
    yield from paper.labelled_line(who_and_when, paper.STEP)
    for item in group.items:
        if item.link_id in step and item.link_id not in _STEP_PARTS:
            yield paper.labelled(item.text.rstrip("?"), step[item.link_id], paper.STEP_SMALL)


def _who_can_see(agreed: Answers) -> Iterator[Flowable]:
    agreement = choices_disclosed(agreed)
    yield paper.heading(words.WHO_CAN_SEE, level=None)
    if agreement.share:
        yield from _yes_and_no(agreement)
    else:
        yield from paper.lines(words.NOT_SHARED)
    yield from paper.lines(words.SAFETY)


def _yes_and_no(agreement: Agreement) -> Iterator[Flowable]:
    services = (grant for grant in agreement.grants if not (grant.sensitive or is_about_desk(grant)))
    named = sorted(services, key=lambda grant: grant.service)
    desk = replace(desk_grant(agreement), service=words.DESK)
    for label, may_see in ((words.YES, True), (words.NO, False)):
        names = [_named(grant, agreement) for grant in (desk, *named) if grant.may_see is may_see]
        if names:
            yield paper.labelled(label, ", ".join(names))


def _named(grant: Grant, agreement: Agreement) -> str:
    until = grant.until or agreement.until
    if until is None or not grant.may_see:
        return grant.service
    return words.UNTIL.format(name=grant.service, day=day_in_words(until))


def _talk_to(author: Worker) -> Iterator[Flowable]:
    parts = [
        paper.heading(words.TALK_TO, level=None),
        *paper.lines(", ".join(part for part in (author.name, author.job, author.agency) if part.strip())),
        *paper.line_to_write_on(words.PHONE),
        paper.heading(words.YOU_CAN, level=None),
        *paper.lines(words.CHANGE_MIND),
        *paper.lines(words.SEE_IT_ALL),
    ]
    yield from paper.together(parts, 0)
