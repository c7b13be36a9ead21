"""A family on one page, and another child of it added without typing anything twice; a restricted record is not there.

Whoever asks gets the same answer whether or not a record that is restricted exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.answers import Answer, Answers, row_answers, row_path, rows_of, text_of
from app.domain.consent import note_for_own_file
from app.domain.gates import FirstGate, first_gate
from app.domain.household import (
    CARERS,
    GROUPS,
    PEOPLE,
    SERVICES,
    brought,
    home_of,
    is_private,
    listed,
    named_from,
)
from app.domain.ids import ChildId, DraftId, EpisodeId, RowId, new_row_id
from app.domain.record import RecordKind
from app.errors import Trouble
from app.operations.families import Started, register_child
from app.operations.keeping import Unsaved, keep, summary_of
from app.operations.living_together import (
    circle_of,
    introduce,
    open_episode_of,
    share_rows,
    sibling_row,
)
from app.operations.workplace import Workplace
from app.storage import audit, drafts, episodes, households, records
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.households import Member


class NotOneOfAFamily(Trouble):
    """Nobody is added to a household from a record about which a young person decides alone."""

    def __init__(self) -> None:
        super().__init__(
            "This record stays the young person’s own.",
            "Nothing was changed.",
            "Please add the child from the home page.",
        )


@dataclass(frozen=True)
class Child:
    """A child of the household and their record here; ``draft`` is ``None`` where none is being written."""

    episode: EpisodeId
    row: RowId
    summary: ChildSummary
    draft: DraftId | None
    answers: Answers
    agreed: bool
    declined: bool


@dataclass(frozen=True)
class Person:
    """Somebody in the family: what each child's record calls them, by episode, and what is told of them in all."""

    row: RowId
    name: str
    born: date | None
    is_here: bool
    relations: Mapping[EpisodeId, str]
    brings: str = ""
    is_child: bool = False


@dataclass(frozen=True)
class KnownService:
    """A service that helps somebody in the family, and in whose records it stands."""

    row: RowId
    name: str
    what: str
    person: str
    episodes: tuple[EpisodeId, ...]


@dataclass(frozen=True)
class Home:
    """An address, and the children whose record has it."""

    address: str
    is_secret: bool
    episodes: tuple[EpisodeId, ...]


@dataclass(frozen=True)
class Household:
    """What the family page shows; the child whose record is open stands first among the children."""

    children: tuple[Child, ...]
    people: tuple[Person, ...]
    services: tuple[KnownService, ...]
    homes: tuple[Home, ...]


def add_child(
    tx: Transaction, workplace: Workplace, beside: EpisodeId, given: str, row: RowId | None = None
) -> Started:
    """Begin with another child of a family: the adults, the home and the services are there already.

    ``row`` is who they are among the people of the record they are added from, where they stand there by name. Raises
    ``NotOneOfAFamily`` beside a restricted record, and ``LeaseEnded``.
    """
    found = episodes.get(tx, beside)
    if found is None or open_episode_of(tx, found.child) != beside:
        raise NotOneOfAFamily
    at, own = workplace.clock.now(), _written(tx, beside)[1]
    first = households.of_child(tx, found.child) or households.join(
        tx, found.child, "", new_row_id(), at, was_known=False
    )
    if (around := circle_of(tx, beside)) is not None:
        share_rows(tx, around, own)
    started = register_child(tx, workplace)
    place = row or new_row_id()
    households.join(tx, started.child, first.household, place, at, was_known=row is not None)
    called = named_from(own, row, text_of(own, "id.family").strip()) if row is not None else {"id.given": given.strip()}
    keep(tx, Unsaved(answers={started.draft: {**_brought(tx, first, own, place), **called}}), at)
    if (circle := circle_of(tx, started.episode)) is not None:
        introduce(tx, circle, drafts.answers(tx, started.draft), at)
    return started


def _brought(tx: Transaction, first: Member, own: Answers, place: RowId) -> dict[str, Answer | None]:
    """Return what a child who joins finds written: the home, and every adult and service entered for the household."""
    members = [one for one in households.members(tx, first.household) if one.row != place]
    others = [_written(tx, episode)[1] for one in members if (episode := open_episode_of(tx, one.child)) is not None]
    found: dict[str, Answer | None] = dict(home_of(own))
    for group in GROUPS:
        shared = households.rows(tx, first.household, group)
        for answers in (own, *others):
            for row in rows_of(answers, group):
                if (
                    row in shared
                    and row != place
                    and not is_private(answers, group, row)
                    and group_row_new(found, group, row)
                ):
                    found |= {group: listed(_given(found), group, row), **brought(answers, group, row)}
    for member in members:
        row = member.row
        said = own if member.child == first.child else None
        cells = sibling_row(said, row) if said is not None else _as_known(own, row)
        if cells:
            found |= {PEOPLE: listed(_given(found), PEOPLE, row), **cells}
    return found


def group_row_new(found: Mapping[str, Answer | None], group: str, row: RowId) -> bool:
    """Say whether a row was not taken along yet."""
    return row not in rows_of(_given(found), group)


def _given(found: Mapping[str, Answer | None]) -> Answers:
    return {path: given for path, given in found.items() if given is not None}


def _as_known(own: Answers, row: RowId) -> dict[str, Answer | None]:
    """Return a brother or sister as the record beside which a child is added has them, and as nothing else has."""
    said = (row_path(PEOPLE, row, f"fh.people.{cell}") for cell in ("name", "dob", "rel", "here"))
    return {path: own[path] for path in said if path in own} if row in rows_of(own, PEOPLE) else {}


def _written(tx: Transaction, episode: EpisodeId) -> tuple[DraftId | None, Answers]:
    """Return a record's draft with what it says; what was finished last where it is not being written."""
    draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
    if draft is not None:
        return draft.draft, drafts.answers(tx, draft.draft)
    record = records.newest(tx, episode, RecordKind.ASSESSMENT)
    return None, record.answers if record is not None else {}


def move_home(tx: Transaction, workplace: Workplace, episode: EpisodeId, address: str, postcode: str) -> int:
    """Write a new address for every child whose record has the open one's, and return how many.

    A child who lives elsewhere stays there, and what is finished stays as it was signed.
    """
    circle, (draft, own) = circle_of(tx, episode), _written(tx, episode)
    beside = circle.beside if circle is not None else ()
    there = [one.draft for one in beside if _address(one.answers) == _address(own)]
    moved = [*([draft] if draft is not None else []), *there]
    new: dict[str, Answer | None] = {"id.address": address.strip() or None, "id.postcode": postcode.strip() or None}
    keep(tx, Unsaved(answers={one: dict(new) for one in moved}), workplace.clock.now())
    return len(moved)


def _address(answers: Answers) -> str:
    parts = (text_of(answers, "id.address").strip(), text_of(answers, "id.postcode").strip())
    return "\n".join(filter(None, parts))


def read_household(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> Household | None:
    """Return a family as one page shows it; ``None`` for a restricted record, which has no household.

    The look at each child's record is written into the audit.
    """
    found = episodes.get(tx, episode)
    if found is None or open_episode_of(tx, found.child) != episode:
        return None
    children = tuple(_children(tx, found.child, episode))
    for child in children:
        audit.write(tx, Act.VIEWED, child.episode, workplace.clock.now())
    return Household(children, tuple(_people(children)), tuple(_services(children)), tuple(_homes(children)))


def _children(tx: Transaction, child: ChildId, episode: EpisodeId) -> Iterator[Child]:
    own = households.of_child(tx, child)
    yield _child(tx, own.row if own is not None else RowId(""), episode)
    for member in households.members(tx, own.household) if own is not None else ():
        other = open_episode_of(tx, member.child)
        if other is not None and member.child != child:
            yield _child(tx, member.row, other)


def _child(tx: Transaction, row: RowId, episode: EpisodeId) -> Child:
    draft, answers = _written(tx, episode)
    asked = drafts.find(tx, episode, RecordKind.START)
    gate = first_gate(drafts.answers(tx, asked.draft)) if asked is not None else FirstGate.NOT_ASKED
    agreed = records.newest(tx, episode, RecordKind.START) is not None
    return Child(episode, row, summary_of(answers), draft, answers, agreed, note_for_own_file(gate))


def _people(children: tuple[Child, ...]) -> Iterator[Person]:
    """Yield everybody who stands in one of the records and has none here: by name once, wherever they are written."""
    theirs = {child.row for child in children}
    rows = dict.fromkeys(row for child in children for row in rows_of(child.answers, PEOPLE) if row not in theirs)
    named = set[str]()
    for row in rows:
        person = _person(children, row)
        if person.name:
            named.add(person.name.casefold())
            yield person
    for person in _carers(children):
        if person.name and person.name.casefold() not in named:
            yield person


def _person(children: tuple[Child, ...], row: RowId) -> Person:
    told = {
        child.episode: _cells(child.answers, PEOPLE, row) for child in children if row in rows_of(child.answers, PEOPLE)
    }
    first = next(iter(told.values()))
    return Person(
        row,
        text_of(first, "fh.people.name").strip(),
        _day(text_of(first, "fh.people.dob")),
        any(cells.get("fh.people.here") is True for cells in told.values()),
        {episode: text_of(cells, "fh.people.rel").strip() for episode, cells in told.items()},
    )


def _carers(children: tuple[Child, ...]) -> Iterator[Person]:
    rows = dict.fromkeys(row for child in children for row in rows_of(child.answers, CARERS))
    for row in rows:
        told = {
            one.episode: _cells(one.answers, CARERS, row) for one in children if row in rows_of(one.answers, CARERS)
        }
        first = next(iter(told.values()))
        here = any(cells.get("pc.lives_with") == "yes" for cells in told.values())
        relations = {episode: text_of(cells, "pc.rel") for episode, cells in told.items()}
        yield Person(row, text_of(first, "pc.name").strip(), _day(text_of(first, "pc.dob")), here, relations)


def _services(children: tuple[Child, ...]) -> Iterator[KnownService]:
    """Yield each service once; a private matter is on no page but its own child's."""
    rows = dict.fromkeys(row for child in children for row in rows_of(child.answers, SERVICES))
    for row in rows:
        told = {
            one.episode: _cells(one.answers, SERVICES, row) for one in children if row in rows_of(one.answers, SERVICES)
        }
        first = next(iter(told.values()))
        name, kind = text_of(first, "sv.name").strip(), text_of(first, "sv.kind").strip()
        if (name or kind) and not any(cells.get("sv.sensitive") is True for cells in told.values()):
            yield KnownService(
                row, name or kind, kind if name else "", text_of(first, "sv.person").strip(), tuple(told)
            )


def _homes(children: tuple[Child, ...]) -> Iterator[Home]:
    places: dict[str, list[Child]] = {}
    for child in children:
        places.setdefault(_address(child.answers), []).append(child)
    for address, who in places.items():
        secret = any(child.answers.get("id.address_confidential") is True for child in who)
        yield Home(address, secret, tuple(child.episode for child in who))


def _cells(answers: Answers, group: str, row: RowId) -> Answers:
    found = dict(zip(rows_of(answers, group), row_answers(answers, group), strict=True))
    return found[row]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
