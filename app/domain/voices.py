"""Whose a passage is: somebody's words, what was seen, or what the writer thinks; it is told by how its line begins.

The mark is plain text of the answer, so that it is frozen, signed, sealed, printed and read wherever the answer is, and
needs no colour to be understood. A line is never turned into another kind by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_LONGEST_NAME = 40
_SAW, _THINK = "I saw: ", "I think: "
_SAID = re.compile(rf"(?P<who>[^\W\d_][^\n:]{{0,{_LONGEST_NAME - 1}}}) said: ")
ASK_FOR_FACT = "What did you see or hear that makes you think so?"


class Voice(StrEnum):
    """Whose a passage is."""

    SAID = "said"
    SAW = "saw"
    THINK = "think"


@dataclass(frozen=True)
class Passage:
    """Lines of one kind; ``voice`` is ``None`` where nobody said whose they are, ``who`` is the name of who said it."""

    voice: Voice | None
    who: str
    words: str

    @property
    def label(self) -> str:
        """The words that stand before it."""
        return _mark(self.voice, self.who).rstrip(": ")


def passages(text: str) -> tuple[Passage, ...]:
    """Return a text as passages, in their order: each marked line is one, and lines between them are another."""
    found: list[Passage] = []
    for line in text.split("\n"):
        one = _passage(line)
        if one.voice is None and found and found[-1].voice is None:
            found[-1] = Passage(None, "", f"{found[-1].words}\n{line}")
        else:
            found.append(one)
    return tuple(one for one in found if one.words.strip())


def is_marked(text: str) -> bool:
    """Say whether any line of a text says whose it is."""
    return any(_passage(line).voice is not None for line in text.split("\n"))


def asks_for_fact(text: str) -> bool:
    """Say whether a text gives what somebody thinks, and nothing that was seen or said."""
    voices = {_passage(line).voice for line in text.split("\n")}
    return Voice.THINK in voices and not voices & {Voice.SAID, Voice.SAW}


def marks_in(text: str) -> Iterator[tuple[int, int, Voice]]:
    """Yield where each mark stands in a text, its length, and its kind."""
    at = 0
    for line in text.split("\n"):
        one = _passage(line)
        if one.voice is not None:
            yield at, len(_mark(one.voice, one.who).rstrip()), one.voice
        at += len(line) + 1


def marked(text: str, caret: int, voice: Voice, who: str = "") -> tuple[str, int]:
    """Return a text with the caret's line marked so, and the caret after it; marked so already, the mark goes."""
    start = text.rfind("\n", 0, caret) + 1
    end = text.find("\n", caret)
    line = text[start:] if end < 0 else text[start:end]
    one = _passage(line)
    old, new = _mark(one.voice, one.who), _mark(voice, who)
    if old == new:
        new = ""
    body = line.removeprefix(old)
    moved = start + len(new) + max(caret - start - len(old), 0)
    return text[:start] + new + body + text[start + len(line) :], moved


def next_speaker(text: str, caret: int, names: tuple[str, ...]) -> str:
    """Return whose words the caret's line is to be marked as: the next name each time; after the last one nobody's."""
    start = text.rfind("\n", 0, caret) + 1
    now = _passage(text[start:].partition("\n")[0])
    if now.voice is not Voice.SAID or now.who not in names:
        return names[0]
    following = names.index(now.who) + 1
    return names[following] if following < len(names) else now.who


def _passage(line: str) -> Passage:
    if line.startswith(_SAW):
        return Passage(Voice.SAW, "", line.removeprefix(_SAW))
    if line.startswith(_THINK):
        return Passage(Voice.THINK, "", line.removeprefix(_THINK))
    said = _SAID.match(line)
    return Passage(Voice.SAID, said["who"], line[said.end() :]) if said else Passage(None, "", line)


def _mark(voice: Voice | None, who: str) -> str:
    marks = {Voice.SAID: f"{who} said: ", Voice.SAW: _SAW, Voice.THINK: _THINK}
    return marks[voice] if voice is not None else ""
