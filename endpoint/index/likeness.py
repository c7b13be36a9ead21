"""How like two descriptions of a child are, told in three words to a person who decides; nothing is merged here.

The weights were set on made-up children told with one set of mistakes, and are measured on another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from endpoint.index.knownnames import BEFORE_THE_NAME, ESTABLISHED, SAME_NAME
from endpoint.index.names import family_forms, sound, words

_KEPT = 50_000


class Chance(StrEnum):
    """What a person is told of two descriptions. Whether they are one child is for her to say."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


class Alike(IntEnum):
    """How far two facts agree."""

    NOT_SAID = 0
    OTHER = 1
    SLIP = 2
    SOUNDS = 3
    SAME = 4


class Birth(StrEnum):
    """How two birth dates stand to each other."""

    NOT_SAID = "not said"
    SAME = "same"
    SWAPPED = "day and month swapped"
    NEAR = "a day or ten apart"
    ONE_PART = "year, month or day misread"
    OTHER = "other"


@dataclass(frozen=True)
class Named:
    """A name a child has or had."""

    given: str
    family: str


@dataclass(frozen=True)
class Described:
    """What somebody knows of a child; empty where it is not known. ``names``: the one in use first, then former ones.

    ``number`` is digits alone, ``postcode`` without its space (``plain_postcode``).
    """

    names: tuple[Named, ...]
    born: date | None = None
    gender: str = ""
    number: str = ""
    postcode: str = ""


@dataclass(frozen=True)
class Likeness:
    """What came of comparing two descriptions; ``points`` only order those of one search.

    ``is_certain``: the first name is the one asked for to the letter, or the number is.
    """

    chance: Chance
    points: float
    is_certain: bool


def plain_postcode(text: str) -> str:
    """Return a postcode in capitals, its letters and digits alone."""
    return "".join(letter for letter in text.upper() if letter.isalnum() and letter.isascii())


def plain_number(text: str) -> str:
    """Return the digits of a number; empty where its check digit says that it was mistyped."""
    digits = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
    return digits if is_number(digits) else ""


def is_number(digits: str) -> bool:
    """Say whether ten digits are an NHS number: the last checks the others."""
    return len(digits) == 10 and digits.isdecimal() and check_digit(digits[:9]) == int(digits[9])  # noqa: PLR2004


def check_digit(nine: str) -> int:
    """Return what checks nine digits, modulo 11 as the NHS data dictionary has it; 10 where there is no such number."""
    return -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11


def swapped(born: date) -> date | None:
    """Return the date with day and month exchanged, where that is another date."""
    return born.replace(day=born.month, month=born.day) if born.day <= 12 and born.day != born.month else None  # noqa: PLR2004 - months


NEAR_DAYS = (-10, -1, 1, 10)
"""How far apart dates are that a slip makes of one another: the next day, or the digit of tens."""


def births(one: date | None, other: date | None) -> Birth:
    """Return how two birth dates stand to each other."""
    if one is None or other is None:
        return Birth.NOT_SAID
    if one == other:
        return Birth.SAME
    if swapped(one) == other:
        return Birth.SWAPPED
    if any(one + timedelta(days) == other for days in NEAR_DAYS):
        return Birth.NEAR
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    return Birth.ONE_PART if same == 2 and abs(one.year - other.year) <= 1 else Birth.OTHER  # noqa: PLR2004 - two of three


@lru_cache(_KEPT)
def word_alike(one: str, other: str) -> Alike:
    """Compare two plain words of a name. Two that are names of their own are never a slip of one another."""
    if one == other:
        return Alike.SAME
    if SAME_NAME.get(one, frozenset()) & SAME_NAME.get(other, frozenset()):
        return Alike.SOUNDS
    both_names = one in ESTABLISHED and other in ESTABLISHED
    if sound(one) == sound(other):
        return Alike.SOUNDS
    return Alike.OTHER if both_names or not _is_slip(one, other) else Alike.SLIP


def _is_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if shorter == 1:
        return one[0] == other[0]
    begin = sorted(one[:2]) == sorted(other[:2]) or one[0] == other[0]
    allowed = 0 if longer <= 3 else 1 if longer <= 7 else 2  # noqa: PLR2004 - the longer a word, the more slips it bears
    return begin and OSA.distance(one, other, score_cutoff=allowed) <= allowed


@lru_cache(_KEPT)
def given_alike(one: str, other: str) -> Alike:
    """Compare first names: by the first of several, and by the second behind a Muhammad or the like."""
    ours, theirs = words(one), words(other)
    if not ours or not theirs:
        return Alike.NOT_SAID
    if "".join(ours) == "".join(theirs):
        return Alike.SAME
    if ours[0] in BEFORE_THE_NAME or theirs[0] in BEFORE_THE_NAME:
        return min(max(word_alike(a, b) for a in _called(ours) for b in _called(theirs)), Alike.SOUNDS)
    return word_alike(ours[0], theirs[0])


def _called(all_words: tuple[str, ...]) -> tuple[str, ...]:
    return all_words[1:] if all_words[0] in BEFORE_THE_NAME and len(all_words) > 1 else all_words[:1]


@lru_cache(_KEPT)
def family_alike(one: str, other: str) -> Alike:
    """Compare family names: whole, without particles, and by one part of a double name."""
    ours, theirs = family_forms(one), family_forms(other)
    if not ours or not theirs:
        return Alike.NOT_SAID
    if {ours[0], ours[min(1, len(ours) - 1)]} & {theirs[0], theirs[min(1, len(theirs) - 1)]}:
        return Alike.SAME
    if not {*ours}.isdisjoint(theirs):
        return Alike.SOUNDS
    return max(_family_words(a, b) for a in ours for b in theirs)


def _family_words(one: str, other: str) -> Alike:
    if sound(one) == sound(other):
        return Alike.SOUNDS
    close = JaroWinkler.similarity(one, other, score_cutoff=0.93) > 0
    return Alike.SLIP if close or _is_slip(one, other) else Alike.OTHER


def _names_alike(ours: Named, theirs: Named) -> tuple[Alike, Alike]:
    given, family = given_alike(ours.given, theirs.given), family_alike(ours.family, theirs.family)
    if Alike.OTHER not in (given, family):
        return given, family
    crossed = family_alike(ours.given, theirs.family), family_alike(ours.family, theirs.given)
    if min(crossed) >= Alike.SOUNDS:  # whose family name comes first, as in Vietnam or Hungary
        return Alike.SOUNDS, Alike.SOUNDS
    return given, family


_GIVEN = {Alike.SAME: 4.0, Alike.SOUNDS: 3.0, Alike.SLIP: 2.0, Alike.OTHER: -4.0, Alike.NOT_SAID: 0.0}
_FAMILY = {Alike.SAME: 4.0, Alike.SOUNDS: 3.0, Alike.SLIP: 2.5, Alike.OTHER: -2.0, Alike.NOT_SAID: 0.0}
_BIRTH = {Birth.SAME: 5.0, Birth.SWAPPED: 4.0, Birth.NEAR: 2.5, Birth.ONE_PART: -0.5, Birth.OTHER: -4.0}
_NUMBER_SAME, _NUMBER_SLIP, _NUMBER_OTHER = 8.0, -1.0, -4.0
_POSTCODE_SAME, _POSTCODE_NEAR, _POSTCODE_OTHER = 3.0, 1.5, -0.5
_GENDER_SAME, _GENDER_OTHER = 0.5, -2.0
_LIKELY, _POSSIBLE = 11.5, 8.0
_DIGITS = 2


def likeness(asked: Described, held: Described) -> Likeness:
    """Say how like they are. Twins and siblings are told apart by their first names, and are ``unlikely``.

    Only a number in common lifts another first name or birth date, and then to ``possible`` at most. Two numbers that
    are no slip of one another are two children, unless the first name is the same to the letter.
    """
    birth = births(asked.born, held.born)
    number = _numbers(asked.number, held.number)
    given, family = max((_names_alike(ours, theirs) for ours in asked.names for theirs in held.names), key=_name_points)
    if given is not Alike.SAME and _are_other_genders(asked, held):
        given = Alike.OTHER  # a brother or sister whose name is nearly the same
    points = _name_points((given, family)) + _BIRTH.get(birth, 0.0) + number
    points += _postcodes(asked.postcode, held.postcode) + _genders(asked, held)
    is_same_number = number == _NUMBER_SAME
    if number == _NUMBER_OTHER and given is not Alike.SAME:
        chance = Chance.UNLIKELY  # twins with two spellings of one name have two numbers
    elif given is Alike.OTHER or birth is Birth.OTHER:
        lifted = is_same_number and (given is not Alike.OTHER or birth is Birth.SAME)
        chance = Chance.POSSIBLE if lifted else Chance.UNLIKELY
    else:
        chance = _chance(points, is_certain=given >= Alike.SOUNDS or is_same_number)
    return Likeness(chance, points, given is Alike.SAME or is_same_number)


def _chance(points: float, *, is_certain: bool) -> Chance:
    if points >= _LIKELY and is_certain:  # a first name that is a letter off may be a twin's
        return Chance.LIKELY
    return Chance.POSSIBLE if points >= _POSSIBLE else Chance.UNLIKELY


def _name_points(alike: tuple[Alike, Alike]) -> float:
    return _GIVEN[alike[0]] + _FAMILY[alike[1]]


def _numbers(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return _NUMBER_SAME
    return _NUMBER_SLIP if OSA.distance(one, other, score_cutoff=_DIGITS) <= _DIGITS else _NUMBER_OTHER


def _postcodes(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return _POSTCODE_SAME
    return _POSTCODE_NEAR if one[:-2] == other[:-2] else _POSTCODE_OTHER


def _genders(asked: Described, held: Described) -> float:
    if not asked.gender or not held.gender:
        return 0.0
    return _GENDER_SAME if asked.gender == held.gender else _GENDER_OTHER


def _are_other_genders(asked: Described, held: Described) -> bool:
    return bool(asked.gender and held.gender) and asked.gender != held.gender


@dataclass(frozen=True)
class Best:
    """The one that is most like what was asked. ``several``: others are as like, and more must be asked first."""

    key: str
    chance: Chance
    several: bool = False


_AS_LIKE = 1.0


def best(asked: Described, held: Iterable[tuple[str, Described]]) -> Best | None:
    """Return the one child above ``unlikely`` that is most like this; None where there is none."""
    known = dict(held)
    found = ((likeness(asked, described), key) for key, described in known.items())
    above = sorted(
        ((one.points, key, one) for one, key in found if one.chance is not Chance.UNLIKELY),
        key=lambda found: found[:2],
        reverse=True,
    )
    if not above:
        return None
    points, key, first = above[0]
    rivals = [one for one in above[1:] if points - one[0] < _AS_LIKE and one[2].chance is first.chance]
    has_twin = not first.is_certain and any(_are_twins(known[key], other) for its, other in known.items() if its != key)
    return Best(key, first.chance, several=bool(rivals) or has_twin)


def _are_twins(one: Described, other: Described) -> bool:
    is_one_family = family_alike(one.names[0].family, other.names[0].family) >= Alike.SOUNDS
    return one.born is not None and one.born == other.born and is_one_family
