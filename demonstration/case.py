"""One family's visit as data (``docs/case.md``), and its answers as the forms hold them; nothing is typed here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from app.domain.answers import Absent, AbsentReason, Answer, row_path
from app.domain.ids import new_row_id
from app.forms.definition import FormDefinition, Item, ItemKind

Route = Literal["drawn", "typed", "spoken", "paper"]
Capacity = Literal["parent", "carer", "young person"]
YesNoNotSure = Literal["yes", "no", "not sure"]


class CaseFaulty(Exception):
    """The case file is not as described; each line names a place and what to do."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a case file; unknown keys are refused."""


class Person(Part, frozen=True):
    """Somebody at work."""

    name: str
    role: str
    agency: str


class Child(Part, frozen=True):
    """The child; one of ``born`` and ``expected`` may be an ISO date."""

    given: str
    family: str
    likes_to_be_called: str = ""
    born: str | None = None
    expected: str | None = None
    sex: str = ""
    address: str = ""
    address_confidential: bool = False
    postcode: str = ""
    nhs_number: str = ""
    upn: str = ""
    school: str = ""
    first_language: str = ""
    restricted: bool = False


class Member(Part, frozen=True):
    """Somebody at home or in the family."""

    name: str
    relationship: str
    lives_here: bool
    born: str | None = None
    parental_responsibility: YesNoNotSure | None = None
    communication: str = ""
    not_to_be_contacted: bool = False


class ConsentToStart(Part, frozen=True):
    """What was said at the first gate."""

    giver: str
    capacity: Capacity
    electronic_recording: bool
    how: Route
    witness: str = ""
    interpreter: str = ""


class Service(Part, frozen=True):
    """One row of the sharing grid; the early help desk is the one that bears the name of the coordinator's agency."""

    name: str
    kind: str
    may_see: bool
    sensitive: bool = False
    until: str | None = None
    withheld: tuple[str, ...] = ()


class Comments(Part, frozen=True):
    """What the family said about the assessment."""

    child: str = ""
    parent: str = ""


class Signature(Part, frozen=True):
    """How the family signed; a stroke is a list of ``(x, y, t_ms)`` on a pad of 1000 × 300.

    Without ``strokes`` a drawn signature is some line or other; an empty list is a pad left blank.
    """

    route: Route
    signer: str
    capacity: Capacity
    strokes: tuple[tuple[tuple[int, int, int], ...], ...] | None = None
    witness: str = ""


class Expect(Part, frozen=True):
    """How the run is to end: finished, or kindly refused, with what is missing or declined in words."""

    finished: bool = False
    refused: str = ""


class Case(Part, frozen=True):
    """One family's visit."""

    practitioner: Person
    child: Child
    answers: dict[str, Any]
    coordinator: Person | None = None
    household: tuple[Member, ...] = ()
    checklist: dict[str, Any] = {}
    consent_to_start: ConsentToStart | None = None
    services: tuple[Service, ...] = ()
    withheld: tuple[str, ...] = ()
    private_notes: tuple[str, ...] = ()
    comments: Comments = Comments()
    signature: Signature | None = None
    expect: Expect = Expect(finished=True)


def as_answers(given: Mapping[str, Any], form: FormDefinition, place: str) -> dict[str, Answer]:
    """Return a case's ``{linkId: value}`` as answers by path."""
    answers: dict[str, Answer] = {}
    for link_id, value in given.items():
        if link_id not in form:
            raise CaseFaulty(f"In {place}: there is no question {link_id} in the form. Please check its name.")
        item = form.item(link_id)
        if item.kind is ItemKind.GROUP:
            answers.update(rows(item, value, place))
        else:
            answers[link_id] = fitting(item, as_answer(value, f"{place}, at {link_id}"))
    return answers


def fitting(item: Item, answer: Answer) -> Answer:
    """Return an answer as its question takes it: one code as a list of one, yes and no as a tick and the other way."""
    match item.kind, answer:
        case ((ItemKind.CHOICE | ItemKind.OPEN_CHOICE), str()) if item.repeats:
            return (answer,) if answer else ()
        case ItemKind.CHOICE, bool() if item.option("yes") and item.option("no"):
            return "yes" if answer else "no"
        case ItemKind.BOOLEAN, "yes" | "no":
            return answer == "yes"
    return answer


def rows(group: Item, value: Any, place: str) -> Iterator[tuple[str, Answer]]:
    """Yield the answers of a repeating group; a row written as plain text answers the group's first question."""
    where = f"{place}, at {group.link_id}"
    if isinstance(value, dict) and set(value) == {"absent"}:
        yield group.link_id, as_answer(value, where)
        return
    if not isinstance(value, list):
        raise CaseFaulty(f"In {where}: please give a list, one entry for each row.")
    row_ids = tuple(new_row_id() for _ in value)
    yield group.link_id, row_ids
    for row_id, row in zip(row_ids, value, strict=True):
        for link_id, answer in row_cells(group, row, where):
            yield row_path(group.link_id, row_id, link_id), answer


def row_cells(group: Item, row: Any, where: str) -> Iterator[tuple[str, Answer]]:
    """Yield one row's answers by ``linkId``."""
    known = {item.link_id: item for item in group.items}
    cells = row if isinstance(row, dict) else {group.items[0].link_id: row}
    for link_id, value in cells.items():
        asked = group.items[0].link_id if link_id == group.link_id else link_id
        if asked not in known:
            raise CaseFaulty(f"In {where}: a row has no question {link_id}. Please check its name.")
        yield asked, fitting(known[asked], as_answer(value, where))


def as_answer(value: Any, where: str) -> Answer:
    """Return one value of a case as an answer."""
    match value:
        case str() | bool() | int():
            return value
        case float() if value.is_integer():
            return int(value)
        case list() if all(isinstance(code, str) for code in value):
            return tuple(value)
        case {"absent": str(reason), **rest} if not rest and reason in set(AbsentReason):
            return Absent(AbsentReason(reason))
    raise CaseFaulty(f"In {where}: this is no answer the form can hold. Please give text, a number, a date or a code.")
