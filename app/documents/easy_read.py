"""The easy-read copy: the plan in short sentences and large letters, a picture beside each idea; whole words only."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from app.documents import paper
from app.documents.pictured import ALONE, INDENT, idea
from app.documents.plan_page import named
from app.documents.signature import how_signed, signature
from app.documents.told import Told
from app.domain.agreement import choices_disclosed


def easy_read(told: Told) -> Iterator[Flowable]:
    """Yield the easy-read copy."""
    said, easy = told.language.papers, told.language.copies
    yield paper.heading(told.title(said.PLAN_FOR, said.PLAN), paper.TITLE)
    yield from paper.lines(easy.EASY_KEEP, ALONE)
    yield from idea("message-circle", easy.EASY_TALK, [easy.EASY_TALKED.format(worker=told.author.name)])
    yield from idea("sun", said.GOING_WELL, [told.text("co.strengths")])
    yield from idea("sprout", said.TO_CHANGE, [told.text("co.needs")])
    for number, step in enumerate(told.steps, start=1):
        yield from idea("list-checks", easy.EASY_STEP.format(number=number), _step(told, step))
    yield from idea("calendar", easy.EASY_AGAIN, [said.REVIEW.format(day=told.review)] if told.review else [])
    yield from idea("users", said.WHO_CAN_SEE, _who(told))
    yield from _signed(told)
    yield from idea("shield-check", easy.EASY_SAFE, [said.SAFETY])
    yield from idea("hand", said.YOU_CAN, [easy.EASY_CHANGE, easy.EASY_WRONG])
    reach = f"{easy.TEAM_PHONE}: {told.phone}" if told.phone else f"{said.PHONE} _________________"
    yield from idea("phone", said.TALK_TO, [told.by, reach])


def _step(told: Told, step: dict[str, str]) -> Iterator[str]:
    easy = told.language.copies
    yield step.get("ac.outcome", "")
    yield step.get("ac.action", "")
    if step.get("ac.who"):
        yield easy.EASY_WHO.format(who=step["ac.who"])
    if step.get("ac.when"):
        yield easy.EASY_BY.format(day=step["ac.when"])


def _signed(told: Told) -> Iterator[Flowable]:
    yield from idea("signature", told.language.copies.SIGNED, [how_signed(told)], signature(told, INDENT))


def _who(told: Told) -> Iterator[str]:
    agreement, easy = choices_disclosed(told.agreed), told.language.copies
    yes, no = (named(agreement, told.language, may_see=may_see) if agreement.share else [] for may_see in (True, False))
    if not yes:
        yield easy.EASY_NOBODY
    for title, names in ((easy.EASY_YES, yes), (easy.EASY_NO, no)):
        if names:
            yield "\n".join([title, *names])
