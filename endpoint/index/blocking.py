"""The few keys by which a child may be found at all; whoever shares none of them is never compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from endpoint.index.likeness import NEAR_DAYS, Described, swapped
from endpoint.index.names import family_sounds, sound, words


def keys_of(held: Described) -> frozenset[str]:
    """Return the keys a child stands under."""
    return frozenset(_exact(held))


def keys_for(asked: Described) -> frozenset[str]:
    """Return the keys a child is looked for under: its own, and those of a birth date that was misheard."""
    return frozenset((*_exact(asked), *_misheard(asked)))


def _exact(one: Described) -> Iterator[str]:
    if one.number:
        yield f"number {one.number}"
    if one.postcode:
        yield f"postcode {one.postcode}"
    if one.born is not None:
        yield _born(one.born)
    for named in one.names:
        for family in family_sounds(named.family):
            if one.born is not None:
                yield f"month {one.born:%Y-%m} {family}"
            yield from (f"name {family} {sound(given)}" for given in words(named.given)[:2])


def _misheard(one: Described) -> Iterator[str]:
    if one.born is not None:
        other = swapped(one.born)
        yield from (_born(one.born + timedelta(days)) for days in NEAR_DAYS)
        if other is not None:
            yield _born(other)


def _born(day: date) -> str:
    return f"born {day.isoformat()}"
