"""The tree of a tagged PDF: what each mark on a page is, in reading order; what is no content is said to be none.

It is written with reportlab's own objects (ISO 32000-1 §14.7 and §14.8), so nothing is changed after the pages are
made, and the same story gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from app.documents.embedding import EmbeddedFace, utf16
from app.documents.fonts import Face


@dataclass(eq=False)
class Element:
    """One part of a document: a heading, a paragraph, a list, a figure; ``marks`` are (page, number) on it.

    ``box`` is where on the page a figure stands, in points: left, low, right, high.
    """

    tag: str
    alt: str = ""
    kids: list[Element] = field(default_factory=list)
    parent: Element | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    box: tuple[float, ...] = ()

    def top(self) -> Element:
        """Return the outermost element this one stands in."""
        return self if self.parent is None else self.parent.top()

    def adopt(self, kids: Iterable[Element]) -> Element:
        """Take elements in, each once, in their order; return this one."""
        for kid in kids:
            if kid.top() is not self:
                outermost = kid.top()
                outermost.parent = self
                self.kids.append(outermost)
        return self


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """A canvas on which each mark belongs to an element, or is no content at all."""

    def __init__(self, *args: Any, document: Element, **named: Any) -> None:
        self._document = document
        self._on_page: list[Element] = []
        self._pages: list[list[Element]] = []
        self._faces: dict[str, EmbeddedFace] = {}
        self._entries = 0
        super().__init__(*args, **named)

    @contextmanager
    def marked(self, element: Element, said: str = "") -> Iterator[None]:
        """Draw something as (a part of) an element; ``said`` is what it says, when its letters alone would not tell."""
        number = len(self._on_page)
        self._on_page.append(element)
        element.marks.append((len(self._pages), number))
        spoken = f" /ActualText <FEFF{utf16(said)}>" if said else ""
        self._code.append(f"/{'Span' if said else element.tag} <</MCID {number}{spoken}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw something that is no content: a ground, a bar, a page's number."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def outline(self, title: str, level: int) -> None:
        """Enter a title in the document's outline; it leads to this page."""
        self._entries += 1
        key = f"entry-{self._entries}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level)

    def write(self, operators: Iterable[str]) -> None:
        """Add drawing operators to the page."""
        self._code.extend(operators)

    def embedded(self, face: Face) -> EmbeddedFace:
        """Return a face as this document embeds it; it comes into the file with what is drawn of it."""
        if face.name not in self._faces:
            self._faces[face.name] = EmbeddedFace(face, len(self._faces))
            self._doc.delayedFonts.append(self._faces[face.name])
        return self._faces[face.name]

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close a page, and say which of its marks are whose."""
        self._pages.append(self._on_page)
        self._on_page = []
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents = len(self._pages) - 1
        page.Tabs = PDFName("S")
        page.Trans = None

    def save(self) -> None:
        """Write the tree and close the document."""
        if len(self._code):
            self.showPage()
        self._doc.Catalog.StructTreeRoot = _Tree(self._doc, self._pages).written(self._document)
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()


class _Tree:
    """The tree as PDF objects of one document."""

    def __init__(self, doc: Any, pages: list[list[Element]]) -> None:
        self._doc, self._pages = doc, pages
        self._page_references = [doc.Reference(page) for page in doc.Pages.pages]
        self._references: dict[int, Any] = {}

    def written(self, document: Element) -> Any:
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._doc.Reference(root)
        root["K"] = PDFArray([self._element(document, reference)])
        root["ParentTree"] = self._doc.Reference(PDFDictionary({"Nums": PDFArray(list(self._owners()))}))
        root["ParentTreeNextKey"] = len(self._pages)
        return reference

    def _element(self, element: Element, parent: Any) -> Any:
        entries = {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent}
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        if element.box:
            placed = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray(list(element.box))}
            entries["A"] = PDFDictionary(placed)
        written = PDFDictionary(entries)
        reference = self._references[id(element)] = self._doc.Reference(written)
        marks = [self._mark(page, number) for page, number in element.marks]
        written["K"] = PDFArray([*marks, *(self._element(kid, reference) for kid in element.kids)])
        return reference

    def _mark(self, page: int, number: int) -> Any:
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._page_references[page], "MCID": number})

    def _owners(self) -> Iterator[Any]:
        for number, elements in enumerate(self._pages):
            yield number
            yield self._doc.Reference(PDFArray([self._references[id(element)] for element in elements]))


def _let_through(kind: Any, *keys: str) -> None:
    """Let reportlab write entries of ISO 32000-1 that it knows no use for."""
    kind.__NoDefault__ = [*kind.__NoDefault__, *(key for key in keys if key not in kind.__NoDefault__)]


_let_through(pdfdoc.PDFPage, "StructParents", "Tabs")
_let_through(pdfdoc.PDFCatalog, "OutputIntents")
