"""How often the right child is found, a wrong one is shown, and a twin is taken for the other, among children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.children import MadeUp, made_up
from benchmarks.mistakes import Slip
from endpoint.index.blocking import keys_for, keys_of
from endpoint.index.likeness import Best, Chance, Described, best, likeness


class Listed:
    """Made-up children under their keys, as the index holds them."""

    def __init__(self, children: Sequence[MadeUp]) -> None:
        self.children = children
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for child in children:
            for key in keys_of(child.known):
                self._by_key[key].append(child.place)

    def near(self, asked: Described) -> Iterator[tuple[str, Described]]:
        """Yield the children that are compared with what is asked."""
        for place in {place for key in keys_for(asked) for place in self._by_key.get(key, ())}:
            yield str(place), self.children[place].known

    def find(self, asked: Described, *, without: int = -1) -> Best | None:
        """Return what a search answers, as if one child were not there."""
        return best(asked, ((key, known) for key, known in self.near(asked) if key != str(without)))


@dataclass(frozen=True)
class Figures:
    """Counts of so many searches.

    ``found``: the one record that came back was the right child; ``likely``: and it was called so. ``wrong``: another
    child came back. ``asked_again``: several were as like, and none was shown. ``alarms``: of as many children who are
    not in the list, one was shown all the same; ``likely_alarms``: and called likely. ``compared``: how many were, in
    all. ``kin`` and ``twins``: pairs of brothers and sisters, told rightly; of them ``confused`` are above "unlikely",
    and ``confused_numbered`` though both numbers are known. ``confused_mistold``: told with mistakes, where a slip
    can make one name of the other.
    """

    children: int
    searches: int
    found: int
    likely: int
    wrong: int
    asked_again: int
    alarms: int
    likely_alarms: int
    compared: int
    kin: int
    twins: int
    confused: int
    confused_numbered: int
    confused_mistold: int


def figures(seed: int, count: int, searches: int, tell: Slip) -> Figures:
    """Make children up, ask for some of them with mistakes, and say what came of it."""
    children, chance = made_up(seed, count), Random(seed + 1)  # noqa: S311 - seeded
    listed = Listed(children)
    asked = [(child, tell(chance, child.known)) for child in chance.sample(children, searches)]
    answers = [(child, listed.find(said)) for child, said in asked]
    shown = [(child, answer) for child, answer in answers if answer is not None and not answer.several]
    right = [answer for child, answer in shown if answer.key == str(child.place)]
    strangers = (listed.find(tell(chance, one.known)) for one in made_up(seed + 2, searches))
    alarms = [one for one in strangers if one is not None and not one.several]
    kin = list(_kin(children))
    return Figures(
        children=count,
        searches=searches,
        found=len(right),
        likely=sum(one.chance is Chance.LIKELY for one in right),
        wrong=len(shown) - len(right),
        asked_again=sum(answer is not None and answer.several for _, answer in answers),
        alarms=len(alarms),
        likely_alarms=sum(one.chance is Chance.LIKELY for one in alarms),
        compared=sum(1 for _, said in asked for _ in listed.near(said)),
        kin=len(kin),
        twins=sum(one.known.born == other.known.born for one, other in kin),
        confused=sum(_is_above(one.known, other.known) for one, other in kin),
        confused_numbered=sum(_is_above(one.known, other.known) for one, other in kin if _are_numbered(one, other)),
        confused_mistold=sum(_is_above(tell(chance, one.known), other.known) for one, other in kin),
    )


def _are_numbered(one: MadeUp, other: MadeUp) -> bool:
    return bool(one.known.number and other.known.number)


def _is_above(said: Described, known: Described) -> bool:
    return likeness(said, known).chance is not Chance.UNLIKELY


def _kin(children: Sequence[MadeUp]) -> Iterator[tuple[MadeUp, MadeUp]]:
    homes: dict[int, list[MadeUp]] = defaultdict(list)
    for child in children:
        homes[child.household].append(child)
    for home in homes.values():
        yield from ((one, other) for one in home for other in home if one is not other)
