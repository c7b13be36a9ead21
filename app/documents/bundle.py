"""Everything held about one child, on paper and as a file; it is made of what was decided on, and of nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reportlab.platypus import Flowable

from app.documents import fonts, paper, words
from app.domain.bundle import Disclosure, Line
from app.sealing.words import day_in_words

_LONG = 60
"""From so many letters, or lines, on an answer stands under its question and not beside it."""


def bundle_on_paper(disclosure: Disclosure, day: date) -> bytes:
    """Return it as PDF; its title and properties name nobody. Raises ``TypeError`` for anything else."""
    _check(disclosure)
    return paper.as_pdf(_story(disclosure, day), words.BUNDLE, day)


def bundle_as_json(disclosure: Disclosure, day: date) -> bytes:
    """Return the same as JSON in UTF-8, for another program. Raises ``TypeError`` for anything else."""
    _check(disclosure)
    parts = [
        {"title": part.title, "lines": [{"asked": line.asked, "said": line.said} for line in part.lines]}
        for part in disclosure.parts
    ]
    done = [{"at": one.at.isoformat(), "who": one.who, "what": one.what} for one in disclosure.done]
    whole = {
        "child": disclosure.child,
        "on_the_laptop_of": disclosure.laptop_of,
        "made_on": day.isoformat(),
        "about": words.BUNDLE_IS,
        "parts": parts,
        "done": done,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _check(disclosure: Disclosure) -> None:
    if type(disclosure) is not Disclosure:
        raise TypeError("a bundle is made of what was decided on and of nothing else")


def _story(disclosure: Disclosure, day: date) -> Iterator[Flowable]:
    fonts.letters()
    yield paper.heading(words.BUNDLE, paper.TITLE)
    yield from paper.labelled_line({words.CHILD: disclosure.child}, paper.BODY)
    yield paper.labelled(words.LAPTOP_OF, disclosure.laptop_of)
    yield paper.labelled(words.DATE, day_in_words(day))
    yield from paper.lines(words.BUNDLE_IS)
    yield from paper.lines(words.BUNDLE_ASK)
    for part in disclosure.parts:
        yield paper.heading(part.title)
        for line in part.lines:
            yield from _line(line)
    yield paper.heading(words.BUNDLE_DONE)
    yield from paper.lines(words.ACCOUNT_IS, paper.SMALL)
    for on, done in groupby(disclosure.done, lambda one: one.at.astimezone().date()):
        yield paper.heading(day_in_words(on), paper.TOPIC, level=None)
        yield from paper.bullets(f"{one.at.astimezone():%H:%M}  {one.who}: {one.what}." for one in done)


def _line(line: Line) -> Iterator[Flowable]:
    question = line.asked.rstrip("?: ")
    if len(line.said) < _LONG and "\n" not in line.said:
        yield paper.labelled(question, line.said, paper.FACT)
        return
    yield paper.heading(question, paper.LABEL, level=None)
    yield from paper.lines(line.said, paper.FACT)
