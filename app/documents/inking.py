"""Set lines drawn on a page: each word's glyphs where they belong, and its letters for whoever copies or listens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from reportlab.lib.rl_accel import fp_str

from app.documents import writing
from app.documents.setting import Line, Word
from app.documents.shaping import Glyph, Piece
from app.documents.structure import Element, TaggedCanvas

_OUTLINE = 0.03
"""How thick an outline makes letters bold that have no bold of their own, in ems."""


@dataclass(frozen=True)
class Place:
    """Where a line begins at the left, and how large its letters are; lengths in points."""

    left: float
    baseline: float
    size: float


def ink_line(canvas: TaggedCanvas, element: Element, line: Line, place: Place) -> None:
    """Draw a line of an element.

    Words and glyphs come in the order they are read, whatever way they run (ISO 32000-1 §14.8.2.3.3).
    """
    for said, words in groupby(line.placed(), key=_said):
        with canvas.marked(element, said):
            for _, places in words:
                for piece, edge in places:
                    canvas.write(_inked(canvas, piece, edge, place))


def _said(placed: tuple[Word, list[tuple[Piece, float]]]) -> str:
    """Return what a word says when its glyphs do not tell it letter by letter, else nothing.

    Readers turn a right-to-left word about by where its glyphs stand, so those always speak for themselves.
    """
    word, places = placed
    if all(piece.level % 2 or _tells_itself(piece) for piece, _ in places):
        return ""
    return "".join(letter for letter in word.text if letter not in writing.ISOLATES)


def _tells_itself(piece: Piece) -> bool:
    told = "".join(glyph.text for glyph in piece.glyphs)
    return told == "".join(letter for letter in piece.text if letter not in writing.ISOLATES)


def _inked(canvas: TaggedCanvas, piece: Piece, edge: float, place: Place) -> Iterator[str]:
    face, size = canvas.embedded(piece.face), place.size
    left = place.left + edge * size / 1000
    yield f"BT /{face.resource} {fp_str(size)} Tf 1 0 0 1 {fp_str(left, place.baseline)} Tm"
    bolder = piece.face.is_lighter_than(piece.role)
    if bolder:
        yield f"2 Tr {fp_str(size * _OUTLINE)} w"
    pen = 0.0
    for up, stands in groupby(_stands(piece), key=lambda stand: stand[0].up):
        shown = []
        for glyph, at in stands:
            shown.append(f"{fp_str(pen - at)} <{face.code(glyph):04X}>")
            pen = at + face.width(glyph.number)
        yield f"{fp_str(up * size / 1000)} Ts [{' '.join(shown)}] TJ"
    yield "0 Ts 0 Tr ET" if bolder else "0 Ts ET"


def _stands(piece: Piece) -> list[tuple[Glyph, float]]:
    """Return the glyphs as they are read, each with how far from the piece's left end it stands."""
    edges = accumulate((glyph.advance for glyph in piece.glyphs), initial=0.0)
    stands = [(glyph, edge + glyph.across) for glyph, edge in zip(piece.glyphs, edges, strict=False)]
    return stands[::-1] if piece.level % 2 else stands
