"""What was done with a child's records, on paper, for whoever has a right to see it; it holds no answer of a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportlab.platypus import Flowable

from app.documents import fonts, paper, words
from app.domain.account import Account, Done
from app.sealing.words import day_in_words


def account_on_paper(account: Account, day: date) -> bytes:
    """Return the account (PDF), a heading for each day; its title and properties name nobody."""
    return paper.as_pdf(_story(account, day), words.ACCOUNT, day)


def _story(account: Account, day: date) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(words.ACCOUNT, paper.TITLE)
    yield from paper.labelled_line({words.CHILD: account.child}, paper.BODY)
    yield paper.labelled(words.LAPTOP_OF, account.laptop_of)
    yield paper.labelled(words.DATE, day_in_words(day))
    yield from paper.lines(words.ACCOUNT_IS, paper.SMALL)
    for on, done in groupby(account.done, lambda one: one.at.astimezone().date()):
        yield paper.heading(day_in_words(on))
        yield from paper.bullets(_sentence(one) for one in done)


def _sentence(done: Done) -> str:
    return f"{done.at.astimezone():%H:%M}  {done.who}: {done.what}."
