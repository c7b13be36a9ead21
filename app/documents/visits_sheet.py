"""A family's visits on one sheet, by place and day, for whoever can bring them together; no visit is ever left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from app.documents import paper, words
from app.documents.answered import rows
from app.domain.answers import Answers
from app.forms.definition import FormDefinition

LIST = "av.list"


def visits_sheet(form: FormDefinition, answers: Answers) -> Iterator[Flowable]:
    """Yield the visits of a form: the place with most of them first, in each the days in their order, by time."""
    told = list(rows(answers, form.item(LIST)))
    days = [option.display for option in form.item(f"{LIST}.day").options]
    if not told:
        return
    places = [_place(visit) for visit in told]
    yield paper.heading(words.VISITS)
    known = {"days": {*map(_day, told)} - {words.NO_DAY}, "places": {*places} - {words.NO_PLACE}}
    counted = {"visits": len(told), **{name: len(said) for name, said in known.items()}}
    yield from paper.lines(words.VISITS_COUNT.format(**counted))
    told.sort(key=lambda visit: (-places.count(_place(visit)), _place(visit), _order(days, _day(visit)), _time(visit)))
    for place, there in groupby(told, _place):
        yield paper.heading(place, paper.TOPIC, level=1)
        for day, visits in groupby(there, _day):
            yield paper.heading(day, paper.LABEL, level=None)
            yield from paper.bullets(_in_words(visit) for visit in visits)


def _place(visit: dict[str, str]) -> str:
    return visit.get(f"{LIST}.where", "").strip() or words.NO_PLACE


def _day(visit: dict[str, str]) -> str:
    return visit.get(f"{LIST}.day", "") or words.NO_DAY


def _order(days: list[str], day: str) -> int:
    return days.index(day) if day in days else len(days)


def _time(visit: dict[str, str]) -> str:
    """Return a time so that 9:30 stands before 10:00."""
    at = visit.get(f"{LIST}.at", "").strip()
    return at.rjust(5) if at[:1].isdigit() else at


def _in_words(visit: dict[str, str]) -> str:
    parts = (visit.get(f"{LIST}.{part}", "").strip() for part in ("at", "who", "what", "often"))
    return ", ".join(filter(None, parts))
