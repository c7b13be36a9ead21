"""Finding somebody by a few letters of a name: how names are compared, and who is meant; no spelling is judged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_APART = re.compile(r"[\W_]+")
_INSIDE = re.compile(r"['’`ʼ]")
_UNSPLIT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode does not take apart, as they are typed on a keyboard without them."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name, or of what was typed, as they are compared: ``Zoë O’Brien-Łuk`` has three."""
    apart = unicodedata.normalize("NFKD", _INSIDE.sub("", text).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return tuple(word for word in _APART.split(bare.translate(_UNSPLIT)) if word)


def spaced(words: Iterable[str]) -> str:
    """Return the words of a name as one text, each with a space before it, so that it can be searched at once."""
    return "".join(f" {word}" for word in words)


def is_found(wanted: Iterable[str], names: str) -> bool:
    """Say whether each wanted word is meant by a name: begun with its letter, and the others in its order.

    ``msn rd`` finds Mason Reid; ``names`` is ``spaced``.
    """
    known = names.split()
    return all(any(_means(word, name) for name in known) for word in wanted)


def _means(word: str, name: str) -> bool:
    if name[:1] != word[:1]:
        return False
    at = 0
    for letter in word:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
