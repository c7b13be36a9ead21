"""The letters that travel with a page: which face draws what; a letter none of them has is never dropped in silence.

Noto Sans sets nearly all that is written here, through reportlab. The other faces are opened, and anything is shaped,
only once a text needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paths import resources

if TYPE_CHECKING:
    import uharfbuzz

REGULAR, BOLD, ITALIC = "NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"
_ARABIC, _ARABIC_BOLD = "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"
_SCRIPTS = (
    "NotoSansHebrew-Regular",
    "NotoSansBengali-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansGurmukhi-Regular",
    "NotoSansGujarati-Regular",
    "NotoSansTamil-Regular",
    "NotoSansMalayalam-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansThai-Regular",
    "NotoSansSC-Regular",
)
EMOJI = "NotoEmoji-Regular"
_FACES = {role: (role, _ARABIC_BOLD if role == BOLD else _ARABIC, *_SCRIPTS, EMOJI) for role in (REGULAR, BOLD, ITALIC)}
_BOLD_ITSELF = frozenset({BOLD, _ARABIC_BOLD})


@cache
def letters() -> frozenset[int]:
    """Register the three faces of Noto Sans with reportlab, once, and return what all of them can draw."""
    drawable = []
    for name in (REGULAR, BOLD, ITALIC):
        font = TTFont(name, str(_file(name)), shapable=False)
        pdfmetrics.registerFont(font)
        drawable.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    return frozenset.intersection(*drawable)


@dataclass(frozen=True)
class Face:
    """One file of letters, opened when it is first asked for any."""

    name: str

    @cached_property
    def font(self) -> uharfbuzz.Font:
        """Return the face for shaping, in its own units."""
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(_file(self.name).read_bytes())))

    @cached_property
    def letters(self) -> frozenset[int]:
        """Return the code points it can draw."""
        return frozenset(self.font.face.unicodes)

    @cached_property
    def unit(self) -> float:
        """Return a thousandth of an em in the face's own units; a PDF measures glyphs in thousandths."""
        return float(self.font.face.upem) / 1000

    def is_lighter_than(self, role: str) -> bool:
        """Say whether ``role`` is bold and this face has no bold letters of its own."""
        return role == BOLD and self.name not in _BOLD_ITSELF


@cache
def face(name: str) -> Face:
    """Return a face by the name of its file."""
    return Face(name)


def faces_for(role: str) -> Iterator[Face]:
    """Yield the faces that may set text of a role (``REGULAR``, ``BOLD``, ``ITALIC``), the first choice first."""
    return map(face, _FACES[role])


@cache
def all_letters() -> frozenset[int]:
    """Return every code point that some face can draw; this opens all of them."""
    return letters().union(*(each.letters for each in faces_for(REGULAR) if each.name != REGULAR))


def _file(name: str) -> Path:
    return resources() / "fonts" / f"{name}.ttf"
