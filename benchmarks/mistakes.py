"""Two ways in which people get a child's details wrong: one the weights were set on, and another that tells how good.

They share neither a seed nor a single kind of slip, so that what is measured on the second was not aimed at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.children import family_name, made_postcode
from endpoint.index.likeness import Described, Named, plain_postcode

Slip = Callable[[Random, Described], Described]


def _named(one: Described, given: str = "", family: str = "") -> Described:
    first = one.names[0]
    return replace(one, names=(Named(given or first.given, family or first.family),))


def _born(one: Described, born: date | None) -> Described:
    return replace(one, born=born)


def _typed(chance: Random, word: str) -> str:
    """Return a word with a letter left out, exchanged with the next, or wrong."""
    if len(word) < 4:  # noqa: PLR2004 - who mistypes Mia sees it
        return word
    place = chance.randrange(1, len(word) - 1)
    left, here, right = word[:place], word[place], word[place + 1 :]
    return chance.choice((left + right, left + right[:1] + here + right[1:], left + chance.choice("aeiourst") + right))


_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("Muhammad", "Mohamed"),
    ("Mohammed", "Muhammad"),
    ("Aisha", "Ayesha"),
    ("Yusuf", "Yousef"),
)
_SPELLINGS += (("Zainab", "Zaynab"), ("Ahmed", "Ahmad"), ("Sofia", "Sophia"), ("Jakub", "Jacob"), ("Hanna", "Hannah"))
_SPELLINGS += (("Katherine", "Katie"), ("Thomas", "Tom"), ("William", "Billy"), ("Samuel", "Sam"), ("Niamh", "Neve"))
_SPELLINGS += (("Hussain", "Hussein"), ("Maryam", "Mariam"), ("Łukasz", "Lucas"), ("Oluwaseun", "Seun"))


def _respelt(one: Described, pairs: tuple[tuple[str, str], ...]) -> Described:
    given, family = one.names[0].given, one.names[0].family
    for ours, theirs in pairs:
        given = given.replace(ours, theirs)
    return _named(one, given, family)


def _swapped(one: Described) -> Described:
    born = one.born
    can_be = born is not None and born.day <= 12  # noqa: PLR2004 - there are twelve months
    return _born(one, born.replace(day=born.month, month=born.day)) if born is not None and can_be else one


def _half(family: str) -> str:
    return family.rsplit("-", maxsplit=1)[-1]


_TUNED: tuple[tuple[float, Slip], ...] = (
    (0.25, lambda chance, one: _named(one, given=_typed(chance, one.names[0].given))),
    (0.2, lambda chance, one: _named(one, family=_typed(chance, one.names[0].family))),
    (0.9, lambda _, one: _respelt(one, _SPELLINGS)),
    (0.08, lambda _, one: _swapped(one)),
    (0.05, lambda chance, one: _born(one, one.born and one.born + timedelta(chance.choice((-1, 1, 10, -10))))),
    (0.25, lambda chance, one: replace(one, postcode=plain_postcode(made_postcode(chance)))),
    (0.06, lambda chance, one: _named(one, family=family_name(chance))),
    (0.5, lambda _, one: _named(one, family=_half(one.names[0].family))),
    (0.5, lambda _, one: replace(one, number="")),
    (0.02, lambda _, one: replace(one, gender="")),
)

_BESIDE = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "m": "n", "t": "y", "s": "d", "l": "k", "r": "t", "d": "f"}
_LOOKS: tuple[tuple[str, str], ...] = (("rn", "m"), ("ll", "l"), ("m", "rn"), ("cl", "d"), ("vv", "w"), ("i", "l"))
_HEARD: tuple[tuple[str, str], ...] = (
    ("Saoirse", "Sersha"),
    ("Caitlín", "Kathleen"),
    ("Tadhg", "Tige"),
    ("Oisín", "Osheen"),
    ("Cian", "Kean"),
)
_HEARD += (("Zakariya", "Zachariah"), ("Ilyas", "Elias"), ("Musa", "Moosa"), ("Idris", "Idrees"), ("Hamza", "Humza"))
_HEARD += (("Szymon", "Simon"), ("Filip", "Philip"), ("Zuzanna", "Susanna"), ("Elif", "Aleef"), ("Amina", "Aamina"))
_HEARD += (
    ("Sebastian", "Seb"),
    ("Joshua", "Josh"),
    ("Theodore", "Teddy"),
    ("Francesca", "Fran"),
    ("Nathaniel", "Nate"),
)
_HEARD += (("Abdullah", "Abdoulaye"), ("Chukwuemeka", "Chukwuemka"), ("Temitope", "Temi"), ("Gurpreet", "Gurprit"))


def _beside(chance: Random, word: str) -> str:
    places = [place for place, letter in enumerate(word) if letter in _BESIDE and place]
    if not places:
        return word
    place = chance.choice(places)
    return word[:place] + _BESIDE[word[place]] + word[place + 1 :]


def _doubled(chance: Random, word: str) -> str:
    place = chance.randrange(1, len(word)) if len(word) > 1 else 0
    return word[:place] + word[place] + word[place:]


def _misread(chance: Random, word: str) -> str:
    seen, read = chance.choice(_LOOKS)
    return word[:1] + word[1:].replace(seen, read, 1)


def _day_misheard(chance: Random, one: Described) -> Described:
    born = one.born
    if born is None:
        return one
    day = {13: 30, 30: 13, 14: 4, 15: 5, 16: 6, 17: 7, 18: 8, 19: 9, 5: 9, 9: 5}.get(born.day, born.day)
    year = born.year + chance.choice((0, 0, 0, -1, 1))
    try:
        return _born(one, born.replace(year=year, day=day))
    except ValueError:
        return one


def _crossed(one: Described) -> Described:
    first = one.names[0]
    return _named(one, given=first.family, family=first.given)


def _last_two(chance: Random, one: Described) -> Described:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return replace(one, postcode=one.postcode[:-2] + chance.choice(letters) + chance.choice(letters))


_HELD_OUT: tuple[tuple[float, Slip], ...] = (
    (0.12, lambda chance, one: _named(one, given=_beside(chance, one.names[0].given))),
    (0.12, lambda chance, one: _named(one, family=_beside(chance, one.names[0].family))),
    (0.06, lambda chance, one: _named(one, given=_doubled(chance, one.names[0].given))),
    (0.08, lambda chance, one: _named(one, family=_misread(chance, one.names[0].family))),
    (0.8, lambda _, one: _respelt(one, _HEARD)),
    (0.03, lambda _, one: _crossed(one)),
    (0.06, _day_misheard),
    (0.1, lambda _, one: _swapped(one)),
    (0.3, lambda chance, one: replace(one, postcode=plain_postcode(made_postcode(chance)))),
    (0.1, _last_two),
    (0.15, lambda _, one: replace(one, postcode="")),
    (0.05, lambda _, one: _named(one, given=one.names[0].given.split()[-1])),
    (0.05, lambda chance, one: _named(one, family=f"{one.names[0].family} {family_name(chance)}")),
    (0.6, lambda _, one: replace(one, number="")),
    (0.01, lambda _, one: replace(one, gender="m" if one.gender == "f" else "f")),
)


def _told(slips: tuple[tuple[float, Slip], ...]) -> Slip:
    def tell(chance: Random, known: Described) -> Described:
        for often, slip in slips:
            if chance.random() < often:
                known = slip(chance, known)
        return known

    return tell


TUNED, HELD_OUT = _told(_TUNED), _told(_HELD_OUT)
"""A child as somebody tells it who makes the mistakes of the one kind, or of the other."""
