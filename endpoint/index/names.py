"""What two spellings of a name have in common: letters without marks, words, and how it sounds; nobody is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from endpoint.index.knownnames import PARTICLES

_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_DROPPED = re.compile(r"['’‘ʼ`´.]")
_KEPT = 20_000
"""Spellings whose forms are kept at hand; the same few thousand come again and again."""

_SPELT = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"(sk|ck|dzk)(a|y|i|ij)$", r"\1i"),  # a daughter's form of a Slavonic name
        (r"(ov|ev)a$", r"\1"),
        (r"^(kn|gn)", "n"),
        (r"^wr", "r"),
        (r"^mac(?=[a-z]{3})", "mc"),
        (r"sch|sz", "sh"),
        (r"cz|tch|tsch", "ch"),
        (r"ph", "f"),
        (r"ck|kh|q", "k"),
        (r"gh(?![aeiouy])", ""),
        (r"gh", "g"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"dzh|dj", "j"),
        (r"(?<=[aeiouy])h(?![aeiouy])", ""),
        (r"([b-df-hj-np-tv-xz])\1+", r"\1"),
        (r"(?<=[^aeiouy])e$", ""),
    )
)
_CLUSTER = re.compile(r"(?<!^)[aeiouy]+|^[aeiou][aeiouy]*|^y(?![aeiou])")
_HEARD_FIRST = {"ai": "A", "ay": "A", "ei": "A", "ey": "A"}
_HEARD_FIRST |= {"ee": "i", "ea": "i", "ie": "i", "au": "u", "oo": "u"}
_HEARD = {"a": "a", "e": "e", "i": "i", "o": "u", "u": "u", "y": "i"}


@lru_cache(_KEPT)
def words(name: str) -> tuple[str, ...]:
    """Return a name's words in plain small letters; hyphens divide, apostrophes and accents go."""
    folded = unicodedata.normalize("NFKD", _DROPPED.sub("", name)).casefold()
    letters = unicodedata.normalize("NFKD", folded.translate(_STROKED)).casefold()
    bare = "".join(letter if letter.isalpha() else " " for letter in letters if not unicodedata.combining(letter))
    return tuple(bare.split())


@lru_cache(_KEPT)
def family_forms(name: str) -> tuple[str, ...]:
    """Return a family name as one word, then without its particles, then each of its parts."""
    all_words = words(name)
    bearing = [word for word in all_words if word not in PARTICLES]
    parts = [word for word in bearing if len(word) > 2] if len(bearing) > 1 else []  # noqa: PLR2004 - no initials
    return tuple(dict.fromkeys(form for form in ("".join(all_words), "".join(bearing), *parts) if form))


@lru_cache(_KEPT)
def sound(word: str) -> str:
    """Return how a plain word sounds, so that Mohamed and Muhammad agree, and Hassan and Hussain do not."""
    for pattern, heard in _SPELT:
        word = pattern.sub(heard, word)
    first = True

    def vowel(found: re.Match[str]) -> str:
        nonlocal first
        cluster, was_first = found.group(), first
        first = False
        heard = _HEARD_FIRST.get(cluster[:2]) or _HEARD[cluster[0]]
        return heard if was_first or heard != "e" or found.end() == len(word) else "a"

    return _CLUSTER.sub(vowel, word)


def family_sounds(name: str) -> tuple[str, ...]:
    """Return how each form of a family name sounds."""
    return tuple(dict.fromkeys(sound(form) for form in family_forms(name)))
