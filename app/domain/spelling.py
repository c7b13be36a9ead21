"""Which words of a line are looked up in a dictionary: never a name, an abbreviation or what has a number in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDS = re.compile(r"(?:^|[.!?:…]|[“\"(])[\s“\"(]*$")
_SHORTEST = 3


def looked_up(line: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where each word to be looked up stands, and the word.

    A capital letter within a sentence makes a name; at the beginning of one it is a name where it is among ``names``.
    A word the line ends with may still be being typed.
    """
    for found in _WORD.finditer(line):
        word = found.group().replace("’", "'")
        if len(word) < _SHORTEST or not word.replace("'", "").isalpha() or found.end() == len(line):
            continue
        if word[1:] != word[1:].lower() or word.removesuffix("'s").casefold() in names:
            continue
        if word[0].islower() or _ENDS.search(line[: found.start()]):
            yield found.start(), found.group()
