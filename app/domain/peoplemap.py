"""A map of the people around a child: who stands on it, how close in words, and where; it never says who is right.

Each person is a row of the form. Place and closeness say the same: who is moved nearer is closer, and whoever is called
close stands near. Nothing is told by place or by the look of a line alone: the word is always there too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import atan2, cos, hypot, pi, sin

from app.domain.answers import Answer, Answers, is_blank, row_answers, row_path, rows_of, text_of
from app.domain.decision import called
from app.domain.household import CARERS, PEOPLE, SERVICES
from app.domain.ids import RowId

MAP, MADE_BY = "fh.map", "fh.map_by"
NAME, WHO, CLOSE, HELPS, PRIVATE, PLACE = (
    f"{MAP}.{cell}" for cell in ("name", "who", "close", "helps", "sensitive", "place")
)
CHILD, FAMILY, WORKER = "child", "family", "worker"
"""Whose map it is; one of which nobody said whose it is, is taken for the child's own."""
ACROSS, DOWN = 1000, 620
"""The sheet, in its own units; the child stands in the middle."""
_SIDE, _EDGE = 84, 40
"""How near to a side and to the upper and lower edge a person may stand."""
_NEAR, _MIDDLE = 0.58, 0.83
"""Up to here, as parts of the way to the edge, somebody is close, and in between."""
_WAYS = 24
_TURN = 2.4
"""The golden angle in radians: however many follow, none comes to stand just behind another."""
_APART_ACROSS, _APART_DOWN = 178, 78
"""Nearer to one another than this, two boxes would cover each other."""

Place = tuple[int, int]
Written = tuple[str, Answer | None]
"""A path, and what is to be written there; ``None`` clears it."""


class Closeness(StrEnum):
    """How close somebody is to the child, as whoever made the map said it."""

    CLOSE = "close"
    BETWEEN = "in between"
    FAR = "far"
    NO_CONTACT = "no contact"


_WAY_OUT = {
    Closeness.CLOSE: 0.54,
    Closeness.BETWEEN: 0.78,
    Closeness.FAR: 0.97,
    Closeness.NO_CONTACT: 1.2,
    None: 0.78,
}
"""How far from the middle somebody is put who is called so."""


@dataclass(frozen=True)
class OnMap:
    """Somebody on the map; ``closeness`` is ``None`` until somebody said it."""

    row: RowId
    name: str
    who: str
    closeness: Closeness | None
    place: Place
    helps: bool = False
    private: bool = False


@dataclass(frozen=True)
class Known:
    """Somebody the record names already, who may be put on the map; ``row`` is theirs there too."""

    row: RowId
    name: str
    who: str


def people_on(answers: Answers) -> tuple[OnMap, ...]:
    """Return everybody on the map who has a name, in their order; whoever has no place yet is given a free one."""
    found: list[OnMap] = []
    for row in rows_of(answers, MAP):
        name = text_of(answers, row_path(MAP, row, NAME)).strip()
        if name:
            found.append(_on_map(answers, row, name, [one.place for one in found]))
    return tuple(found)


def _on_map(answers: Answers, row: RowId, name: str, taken: list[Place]) -> OnMap:
    closeness = _closeness(text_of(answers, row_path(MAP, row, CLOSE)))
    return OnMap(
        row=row,
        name=name,
        who=text_of(answers, row_path(MAP, row, WHO)).strip(),
        closeness=closeness,
        place=_place_in(text_of(answers, row_path(MAP, row, PLACE))) or free_place(closeness, taken),
        helps=answers.get(row_path(MAP, row, HELPS)) is True,
        private=answers.get(row_path(MAP, row, PRIVATE)) is True,
    )


def _closeness(said: str) -> Closeness | None:
    return Closeness(said) if said in set(Closeness) else None


def _place_in(text: str) -> Place | None:
    across, _, down = text.partition(",")
    if not (across.isascii() and across.isdecimal() and down.isascii() and down.isdecimal()):
        return None
    return within(int(across[:5]), int(down[:5]))


def within(across: float, down: float) -> Place:
    """Return the nearest place at which a whole box is on the sheet."""
    return (
        min(max(round(across), _SIDE), ACROSS - _SIDE),
        min(max(round(down), _EDGE), DOWN - _EDGE),
    )


def way_out(place: Place) -> float:
    """Return how far from the middle a place is: 0 in it, 1 half-way along an edge."""
    return hypot((place[0] - ACROSS / 2) / (ACROSS / 2), (place[1] - DOWN / 2) / (DOWN / 2))


def free_place(closeness: Closeness | None, taken: list[Place], angle: float | None = None) -> Place:
    """Return a place for somebody so close, away from others; the first free one, going round from an angle.

    Without an angle each stands well away from the one before, so that eight are all round the child.
    """
    out, begin = _WAY_OUT[closeness], -pi / 2 + _TURN * len(taken) if angle is None else angle
    turns = sorted((turn * 2 * pi / _WAYS for turn in range(_WAYS)), key=lambda turn: min(turn, 2 * pi - turn))
    places = [_at(out, begin + turn) for turn in turns]
    return max(places, key=lambda place: min(_room_at(place, taken), 1.0))


def _at(out: float, angle: float) -> Place:
    return within(ACROSS / 2 * (1 + out * cos(angle)), DOWN / 2 * (1 + out * sin(angle)))


def _room_at(place: Place, taken: list[Place]) -> float:
    """Return how free a place is: from 1 on, nobody is covered."""
    middle = (ACROSS // 2, DOWN // 2)
    return min(
        max(abs(place[0] - other[0]) / _APART_ACROSS, abs(place[1] - other[1]) / _APART_DOWN)
        for other in (middle, *taken)
    )


def known_people(answers: Answers, *, to_child: bool = False) -> tuple[Known, ...]:
    """Return whom the record names at home and among who helps, and who is not on the map yet; each once.

    A service that is a private matter is never among them (S0 IDX), and on a page for the child nobody is whom it may
    not be safe to be in touch with.
    """
    there = {called(one.name) for one in people_on(answers)} | {called(name) for name in _private_names(answers)}
    there |= {called(name) for name in _not_safe_names(answers)} if to_child else set()
    found: dict[str, Known] = {}
    for known in _named(answers):
        if called(known.name) not in there:
            found.setdefault(called(known.name), known)
    return tuple(found.values())


def _named(answers: Answers) -> Iterator[Known]:
    for group, name, who in ((PEOPLE, "fh.people.name", "fh.people.rel"), (CARERS, "pc.name", "pc.rel")):
        for row, cell in zip(rows_of(answers, group), row_answers(answers, group), strict=True):
            yield from _known(row, text_of(cell, name), text_of(cell, who))
    for row, cell in zip(rows_of(answers, SERVICES), row_answers(answers, SERVICES), strict=True):
        person, service = text_of(cell, "sv.person").strip(), text_of(cell, "sv.name").strip()
        yield from _known(row, person or service, (service if person else "") or text_of(cell, "sv.kind"))


def _known(row: RowId, name: str, who: str) -> Iterator[Known]:
    if name.strip():
        yield Known(row, name.strip(), who.strip())


def _private_names(answers: Answers) -> Iterator[str]:
    for cell in row_answers(answers, SERVICES):
        if cell.get("sv.sensitive") is True:
            yield from filter(None, (text_of(cell, "sv.name").strip(), text_of(cell, "sv.person").strip()))


def _not_safe_names(answers: Answers) -> Iterator[str]:
    for cell in row_answers(answers, PEOPLE):
        if cell.get("fh.people.no_contact") is True:
            yield text_of(cell, "fh.people.name").strip()
    for cell in row_answers(answers, CARERS):
        if not is_blank(cell.get("pc.contact_limits")):
            yield text_of(cell, "pc.name").strip()


def private_on_map(answers: Answers) -> tuple[str, ...]:
    """Return the beginnings of the paths of whoever on the map is a private matter, or stands for one."""
    names = {called(name) for name in _private_names(answers)}
    return tuple(f"{MAP}/{one.row}/" for one in people_on(answers) if one.private or called(one.name) in names)


def not_for_home(answers: Answers, *, to_themselves: bool) -> tuple[str, ...]:
    """Return the beginnings of the paths of whoever on the map must not stand on paper at home.

    Whom it is not safe to be in touch with is on no copy; whom the child has no contact with, on no parent's.
    """
    names = {called(name) for name in _not_safe_names(answers) if name}
    return tuple(
        f"{MAP}/{one.row}/"
        for one in people_on(answers)
        if called(one.name) in names or (one.closeness is Closeness.NO_CONTACT and not to_themselves)
    )


def is_own(answers: Answers) -> bool:
    """Say whether the map is the child's own to show: nobody said that it is the family's, or the worker's."""
    return text_of(answers, MADE_BY) not in {FAMILY, WORKER}


def added(answers: Answers, known: Known) -> Iterator[Written]:
    """Yield what puts somebody on the map; how close they are is for somebody to say."""
    place = free_place(None, [one.place for one in people_on(answers)])
    yield MAP, (*rows_of(answers, MAP), known.row)
    yield row_path(MAP, known.row, NAME), known.name
    yield row_path(MAP, known.row, WHO), known.who or None
    yield row_path(MAP, known.row, PLACE), _as_text(place)
    yield from ((row_path(MAP, known.row, cell), None) for cell in (CLOSE, HELPS, PRIVATE))


def taken_off(answers: Answers, row: RowId) -> Iterator[Written]:
    """Yield what takes somebody off the map; what was said of them goes along, and comes back with Undo."""
    yield MAP, tuple(one for one in rows_of(answers, MAP) if one != row) or None


def moved(answers: Answers, row: RowId, place: Place) -> Iterator[Written]:
    """Yield what is written when somebody is moved: nearer is closer. No contact stays until it is said otherwise."""
    before = _closeness(text_of(answers, row_path(MAP, row, CLOSE)))
    yield row_path(MAP, row, PLACE), _as_text(within(*place))
    if before is not Closeness.NO_CONTACT and (now := closeness_at(within(*place))) is not before:
        yield row_path(MAP, row, CLOSE), now.value


def closeness_at(place: Place) -> Closeness:
    """Return what a place says."""
    out = way_out(place)
    return Closeness.CLOSE if out <= _NEAR else Closeness.BETWEEN if out <= _MIDDLE else Closeness.FAR


def said(answers: Answers, row: RowId, closeness: Closeness | None) -> Iterator[Written]:
    """Yield what is written when it is said how close somebody is: they go to where that is, the way they stood."""
    people = people_on(answers)
    own = next((one for one in people if one.row == row), None)
    if own is None:
        return
    yield row_path(MAP, row, CLOSE), closeness.value if closeness is not None else None
    angle = atan2((own.place[1] - DOWN / 2) / DOWN, (own.place[0] - ACROSS / 2) / ACROSS)
    taken = [one.place for one in people if one.row != row]
    yield row_path(MAP, row, PLACE), _as_text(free_place(closeness, taken, angle))


def ticked(row: RowId, cell: str, *, on: bool) -> Iterator[Written]:
    """Yield what is written for one of the two ticks, ``HELPS`` or ``PRIVATE``."""
    yield row_path(MAP, row, cell), on or None


def _as_text(place: Place) -> str:
    return f"{place[0]},{place[1]}"
