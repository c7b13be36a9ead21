"""Letters made into glyphs by HarfBuzz: joined, stacked and turned as each script asks; it places nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents import writing
from app.documents.fonts import Face


@dataclass(frozen=True)
class Glyph:
    """One drawn shape. Lengths are thousandths of the type size; ``text`` is what it stands for, once a cluster."""

    number: int
    advance: float
    across: float
    up: float
    text: str


@dataclass(frozen=True)
class Piece:
    """Letters of one face that run one way, and their glyphs from left to right."""

    text: str
    face: Face
    role: str
    level: int
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        """Return how wide it is, in thousandths of the type size."""
        return sum(glyph.advance for glyph in self.glyphs)


@dataclass(frozen=True)
class Letter:
    """One letter of a text with all that decides how it is set."""

    text: str
    face: Face
    role: str
    level: int


def pieces(letters: Sequence[Letter]) -> Iterator[Piece]:
    """Yield letters as pieces of one face, role and level, in the order they are read."""
    first = 0
    for place in range(1, len(letters) + 1):
        if place == len(letters) or _differ(letters[place], letters[first]):
            yield _shaped(letters[first:place])
            first = place


def _differ(one: Letter, other: Letter) -> bool:
    """Say whether two letters cannot be in one piece; a space stands by itself, to be left out at a line's end."""
    kinds = ((letter.face, letter.role, letter.level, letter.text.isspace()) for letter in (one, other))
    return next(kinds) != next(kinds)


def _shaped(letters: Sequence[Letter]) -> Piece:
    import uharfbuzz

    first, text = letters[0], "".join(letter.text for letter in letters)
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(letter) for letter in text])
    buffer.direction = "rtl" if first.level % 2 else "ltr"
    buffer.guess_segment_properties()
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    uharfbuzz.shape(first.face.font, buffer)
    glyphs = tuple(_glyphs(text, first.face, buffer))
    return Piece(text, first.face, first.role, first.level, glyphs)


def _glyphs(text: str, face: Face, buffer: object) -> Iterator[Glyph]:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions  # type: ignore[attr-defined]  # checked by tests
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    told: set[int] = set()
    for info, at in zip(infos or (), positions or (), strict=True):
        meant = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
        told.add(info.cluster)
        seen = "".join(letter for letter in meant if not writing.is_unseen(letter))
        unit = face.unit
        yield Glyph(info.codepoint, at.x_advance / unit, at.x_offset / unit, at.y_offset / unit, seen)
