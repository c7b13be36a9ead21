"""A face written into a PDF with only the glyphs a document uses, each told in letters to whoever listens."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from app.documents.fonts import Face
from app.documents.shaping import Glyph

_SYMBOLIC = 4
_STEM = 80
_NOT_FOR_DRAWING = (b"GSUB", b"GPOS", b"GDEF", b"name", b"cmap", b"post", b"OS/2")
_A_HUNDRED = 100
"""So many entries one block of a character map may hold (Adobe Technical Note 5014)."""


class EmbeddedFace:
    """The glyphs of one face that one document draws; reportlab asks it for its objects when the pages are done.

    Each glyph has a code for each text it stands for, so that what is read back is always what was written.
    """

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.resource = f"G{number}"
        self._name = f"{chr(ord('A') + number)}PAPER+{face.name}"
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> int:
        """Take a glyph in, and return the code that draws it."""
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def width(self, glyph: int) -> float:
        """Return a glyph's own width in thousandths of the type size."""
        return float(self.face.font.get_glyph_h_advance(glyph)) / self.face.unit

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the font, its widths, its letters and its outlines into the document."""
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(self._name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(self._descendant(document)))]),
            "ToUnicode": _stream(document, self._character_map().encode("ascii")),
        }
        document.idToObject[pdfdoc.BasicFonts].dict[self.resource] = document.Reference(PDFDictionary(font))

    def _descendant(self, document: Any) -> dict[str, Any]:
        registry = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        return {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(self._name),
            "CIDSystemInfo": PDFDictionary(registry),
            "CIDToGIDMap": _stream(document, b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self._codes)),
            "FontDescriptor": document.Reference(PDFDictionary(self._descriptor(document))),
            "W": PDFArray([1, PDFArray([self.width(glyph) for glyph, _ in self._codes])]),
        }

    def _descriptor(self, document: Any) -> dict[str, Any]:
        reach = self.face.font.get_font_extents("ltr")
        top, bottom = reach.ascender / self.face.unit, reach.descender / self.face.unit
        outlines = self._outlines()
        return {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(self._name),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([-1000, bottom, 3000, top]),
            "ItalicAngle": 0,
            "Ascent": top,
            "Descent": bottom,
            "CapHeight": top,
            "StemV": _STEM,
            "FontFile2": _stream(document, outlines, Length1=len(outlines)),
        }

    def _outlines(self) -> bytes:
        """Return the face with nothing in it but the glyphs used, under their own numbers."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self._codes})
        wanted.flags = (
            uharfbuzz.SubsetFlags.RETAIN_GIDS
            | uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(table, "big") for table in _NOT_FOR_DRAWING)
        return bytes(uharfbuzz.subset(self.face.font.face, wanted).blob.data)

    def _character_map(self) -> str:
        said = [f"<{code:04X}> <{utf16(text)}>" for (_, text), code in self._codes.items() if text]
        blocks = [said[first : first + _A_HUNDRED] for first in range(0, len(said), _A_HUNDRED)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CHARACTER_MAP.format(body=body)


_CHARACTER_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def utf16(text: str) -> str:
    """Return text as the hexadecimal digits of UTF-16, big end first."""
    return text.encode("utf-16-be", "replace").hex().upper()


def _stream(document: Any, content: bytes, **entries: Any) -> Any:
    stream = PDFStream(dictionary=PDFDictionary(entries), content=content, filters=[pdfdoc.PDFZCompress])
    return document.Reference(stream)
