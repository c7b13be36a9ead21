"""Lines set from letters of any script, running either way; every letter gets its place, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from app.documents import writing
from app.documents.direction import base_level, in_visual_order, levels
from app.documents.shaping import Letter, Piece, pieces

_NOT_A_BREAK = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_EAST = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFF00, 0xFF61), range(0x20000, 0x32000))
_NEVER_FIRST = "、。，．！？；：）」』】〉》”’…"


@dataclass(frozen=True)
class Part:
    """Words of one role (``fonts.REGULAR``, ``BOLD`` or ``ITALIC``) in a paragraph."""

    text: str
    role: str


@dataclass(frozen=True)
class Word:
    """What stays together on a line, with the space after it."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """Return its letters in the order they are read."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def advance(self) -> float:
        """Return how wide it is with the space after it, in thousandths of the type size."""
        return sum(piece.advance for piece in self.pieces)

    @cached_property
    def ink(self) -> float:
        """Return how wide it is without that space."""
        return sum(piece.advance for piece in self.pieces if piece.text.strip())


@dataclass(frozen=True)
class Line:
    """Words that stand on one line; ``base`` is odd when it begins at the right."""

    words: tuple[Word, ...]
    base: int

    @cached_property
    def advance(self) -> float:
        """Return how wide it is without the space at its end, in thousandths of the type size."""
        return sum(word.advance for word in self.words[:-1]) + sum(word.ink for word in self.words[-1:])

    def placed(self) -> Iterator[tuple[Word, list[tuple[Piece, float]]]]:
        """Yield each word as it is read, with how far from the line's left end each of its pieces stands."""
        row = [piece for word in self.words for piece in word.pieces]
        while row and not row[-1].text.strip():
            row.pop()
        order = in_visual_order([piece.level for piece in row])
        edges = accumulate((row[place].advance for place in order), initial=0.0)
        left = {id(row[place]): edge for place, edge in zip(order, edges, strict=False)}
        for word in self.words:
            yield word, [(piece, left.get(id(piece), self._after(piece))) for piece in word.pieces]

    def _after(self, space: Piece) -> float:
        """Return where the space at the line's end stands: beyond its last word."""
        return -space.advance if self.base else self.advance


def set_lines(parts: Sequence[Part], room: float) -> list[Line]:
    """Return parts as lines no wider than ``room``, in thousandths of the type size; a newline begins a new line."""
    return [line for row in _rows(parts) for line in _set_row(row, room)]


def _rows(parts: Sequence[Part]) -> Iterator[list[Part]]:
    row: list[Part] = []
    for part in parts:
        first, *others = part.text.split("\n")
        row.append(Part(first, part.role))
        for text in others:
            yield row
            row = [Part(text, part.role)]
    yield row


def _set_row(parts: Sequence[Part], room: float) -> list[Line]:
    text = "".join(part.text for part in parts)
    base = base_level(text)
    words = [Word(tuple(pieces(word))) for word in _words(_letters(parts, levels(text, base)))]
    fitting = [piece for word in words for piece in _fitted(word, room)]
    return [Line(tuple(line), base) for line in _filled(fitting, room)] or [Line((), base)]


def _letters(parts: Sequence[Part], of_levels: Sequence[int]) -> list[Letter]:
    told = iter(of_levels)
    return [
        Letter(letter, face, part.role, next(told))
        for part in parts
        for letter, face in writing.with_faces(part.text, part.role)
    ]


def _words(letters: Sequence[Letter]) -> Iterator[Sequence[Letter]]:
    first = 0
    for place in range(1, len(letters) + 1):
        if place == len(letters) or _may_break(letters[place - 1].text, letters[place].text):
            yield letters[first:place]
            first = place


def _may_break(before: str, after: str) -> bool:
    if _is_break(after):
        return False
    return _is_break(before) or ((_is_eastern(before) or _is_eastern(after)) and after not in _NEVER_FIRST)


def _is_break(letter: str) -> bool:
    return letter.isspace() and letter not in _NOT_A_BREAK


def _is_eastern(letter: str) -> bool:
    return any(ord(letter) in block for block in _EAST)


def _filled(words: Sequence[Word], room: float) -> Iterator[list[Word]]:
    line: list[Word] = []
    used = 0.0
    for word in words:
        if line and used + word.ink > room:
            yield line
            line, used = [], 0.0
        line.append(word)
        used += word.advance
    if line:
        yield line


def _fitted(word: Word, room: float) -> Iterator[Word]:
    """Yield a word as it is, or one too long for any line in as many parts as it needs."""
    letters = [Letter(letter, piece.face, piece.role, piece.level) for piece in word.pieces for letter in piece.text]
    if word.ink <= room or len(letters) == 1:
        yield word
        return
    share = max(1, int(len(letters) * room / word.ink * 0.9))
    first = 0
    while first < len(letters):
        end = _end_of_cluster(letters, min(first + share, len(letters)))
        part = Word(tuple(pieces(letters[first:end])))
        yield from _fitted(part, room) if end - first < len(letters) else (part,)
        first = end


def _end_of_cluster(letters: Sequence[Letter], end: int) -> int:
    while end < len(letters) and writing.is_joined(letters[end].text, letters[end - 1].text):
        end += 1
    return end
