"""What a machine can check of PDF/UA-1 (Matterhorn Protocol 1.1), read with pikepdf; no substitute for a validator.

The identifier itself is not among it: no paper of ours says that it keeps to PDF/UA, because nobody can say in which
language a family's own words are, and no independent validator has read one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from seen_pdf import Part, loose_paint, marks_on_pages, not_embedded, opened, tree

_STANDARD = {
    *("Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "P", "H1", "H2", "H3", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "Span", "Quote", "Note", "Link", "Figure"),
}
_STANDS_IN = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TD": {"TR"}}


def findings(pdf: bytes) -> list[str]:
    """Return what is not as PDF/UA-1 has it, each with its checkpoint."""
    return [*_of_file(opened(pdf)), *_of_tree(tree(pdf), pdf), *_of_pages(pdf)]


def _of_file(found: Any) -> Iterator[str]:
    root = found.Root
    if not bool(root.MarkInfo.Marked):
        yield "01-006: not marked"
    if not str(root.get("/Lang", "")):
        yield "11-006: no language"
    if not bool(root.ViewerPreferences.get("/DisplayDocTitle", False)):
        yield "07-001: its title is not shown"
    with found.open_metadata() as said:
        if not said.get("dc:title"):
            yield "06-003: no title"
        if said.get("{http://www.aiim.org/pdfua/ns/id/}part"):
            yield "06-002: says of itself that it keeps to PDF/UA"
    if found.is_encrypted:
        yield "26-001: encrypted"


def _of_tree(top: Part, pdf: bytes) -> Iterator[str]:
    for part in top.walk():
        if part.tag not in _STANDARD:
            yield f"02-001: {part.tag}"
        if part.tag == "Figure" and not part.alt.strip():
            yield "13-004: a figure without words"
        for kid in part.kids:
            if part.tag not in _STANDS_IN.get(kid.tag, {part.tag}):
                yield f"09-004: {kid.tag} in {part.tag}"
    heights = [int(part.tag[1]) for part in top.walk() if part.tag in {"H1", "H2", "H3"}]
    if heights and heights[0] != 1:
        yield "14-002: does not begin with H1"
    if any(after > before + 1 for before, after in pairwise(heights)):
        yield "14-003: a heading skips a level"
    if {mark for part in top.walk() for mark in part.marks} != marks_on_pages(pdf):
        yield "01-005: the tree and the pages tell of different marks"
    yield from _boxes(opened(pdf))


def _boxes(found: Any) -> Iterator[str]:
    """Yield figures that do not say where on the page they stand (ISO 32000-1 §14.8.5.4.3)."""
    for each in found.objects:
        if isinstance(each, type(found.Root)) and str(each.get("/S", "")) == "/Figure":
            box = [float(edge) for edge in each.A.BBox] if "/A" in each else []
            if not (box and box[0] < box[2] and box[1] < box[3]):
                yield "a figure without its place"


def _of_pages(pdf: bytes) -> Iterator[str]:
    yield from (f"01-005: {problem}" for problem in loose_paint(pdf))
    yield from (f"31-009: {font} is not embedded" for font in not_embedded(pdf))
    for page in opened(pdf).pages:
        if str(page.obj.get("/Tabs", "")) != "/S":
            yield "28-008: the order of tabs is not that of the tree"
        if "/Annots" in page.obj:
            yield "28-002: an annotation"
        fonts: Any = page.Resources.Font.values()
        yield from ("31-027: a font whose letters have no text" for font in fonts if "/ToUnicode" not in font)
