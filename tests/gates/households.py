"""What the invented families say, as answers: from the example cases, and one written about at great length."""

from __future__ import annotations

from functools import cache

from larkrise import FORMS

from app.domain.answers import Answer, Answers, row_path
from app.domain.ids import RowId
from app.paths import resources
from demonstration.case import Case
from demonstration.reading import read_case
from demonstration.script import assessment, identity, people

LONG_LETTERS = 20_000
MANY_ROWS = 100
SENTENCE = "Since September he has been in school 72 of 120 sessions; Carly does the school run alone, and says so. "
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@cache
def case(name: str) -> Case:
    """Return an example case."""
    return read_case(resources() / "examples" / f"{name}.json", FORMS)


def identity_of(name: str) -> Answers:
    """Return what is known about the child of a case."""
    return identity(case(name))


def visited(name: str) -> Answers:
    """Return all that was written with the family of a case."""
    told = case(name)
    return {**identity(told), **people(told), **assessment(told, FORMS.by_name("caf-assessment"))}


def grid(name: str) -> Answers:
    """Return the sharing grid of a case, service by service."""
    services = {RowId(f"{number:08x}"): service for number, service in enumerate(case(name).services, 1)}
    said: dict[str, Answer] = {"c2.list": tuple(services)}
    for row, service in services.items():
        said |= {
            row_path("c2.list", row, "c2.list.service"): service.name,
            row_path("c2.list", row, "c2.list.kind"): service.kind,
            row_path("c2.list", row, "c2.list.may_see"): "yes" if service.may_see else "no",
        }
    return said


def crowded() -> Answers:
    """Return a family about whom everything is long: a text of 20,000 letters, 100 people, 100 actions, long names."""
    return {
        **visited("mason-reid"),
        "id.given": f"Gwenllian Oluwaseun {LONG_WORD}",
        "id.family": "O’Shaughnessy-Featherstonehaugh",
        "id.address": 'Flat 12\nTarn House <rear>\n"The Larches" & Co',
        "id.special": "Text or video only, in British Sign Language; please do not phone, and never leave a message",
        "d1.behaviour.strengths": (SENTENCE * 300)[:LONG_LETTERS],
        "d1.behaviour.words": LONG_WORD * 4,
        **_many("fh.people", "fh.people.name", "Cousin"),
        **_many("ac", "ac.action", "Small step"),
    }


def _many(group: str, link_id: str, word: str) -> Answers:
    rows = [RowId(f"{number:08x}") for number in range(1, MANY_ROWS + 1)]
    named = {row_path(group, row, link_id): f"{word} {number}" for number, row in enumerate(rows, 1)}
    return {group: tuple(rows), **named}
