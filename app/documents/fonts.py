"""The letters on paper: Noto Sans, embedded; a letter the font lacks is never dropped in silence."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.paths import resources

REGULAR, BOLD, ITALIC = "NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"
MISSING = "\N{REPLACEMENT CHARACTER}"
_UNSEEN = {"Cc", "Cf", "Cs", "Mn"}


@cache
def letters() -> frozenset[int]:
    """Register the three faces with reportlab, once, and return the code points all of them can draw."""
    drawable = []
    for name in (REGULAR, BOLD, ITALIC):
        font = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
        drawable.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    return frozenset.intersection(*drawable)


def drawable(text: str) -> str:
    """Return ``text`` with what the font lacks shown as ``MISSING``, and what is never seen left out."""
    return "".join(map(_drawable, unicodedata.normalize("NFC", text)))


def lacking(given: object) -> bool:
    """Say whether an answer is text with letters that ``drawable`` shows as ``MISSING``."""
    return isinstance(given, str) and MISSING in drawable(given)


def _drawable(letter: str) -> str:
    if letter == "\t":
        return " "
    if unicodedata.category(letter) in {"Cc", "Cs"}:
        return ""
    if ord(letter) in letters():
        return letter
    return "" if unicodedata.category(letter) in _UNSEEN else MISSING
