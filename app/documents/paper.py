"""What a page is built of: type, colour, panels, quotes and numbered steps; it knows no form and no person.

Every piece says what it is in the document's tree, so that a page is read aloud as it is seen.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, SimpleDocTemplate, Spacer

from app.documents import fonts, writing
from app.documents.archival import LastingCanvas
from app.documents.flowing import paragraph
from app.documents.language import ENGLISH, Language
from app.documents.setting import Part
from app.documents.structure import Element
from app.look.tokens import LIGHT

MARGIN = 18 * mm
_STEP_INDENT = 15 * mm
_DISC = 4.6 * mm
_PEN_LINE = 8
"""How far a line for a pen stands above the foot of the line of words it follows, in points."""
_GAP = " \N{NO-BREAK SPACE}\N{NO-BREAK SPACE} "
_HEADINGS = {"title": "H1", "heading": "H2", "topic": "H3"}
_SHORT = 900
"""Up to this many characters a block is kept on one page; a longer one may run over."""

INK, ACCENT = HexColor(LIGHT.ink), HexColor(LIGHT.accent)
QUIET = HexColor(LIGHT.ink_2)
GROUND = HexColor(LIGHT.surface)

BODY = ParagraphStyle(
    "body", fontName=fonts.REGULAR, fontSize=14, leading=20, textColor=INK, spaceAfter=4, allowWidows=0, allowOrphans=0
)
FACT = ParagraphStyle("fact", BODY, spaceAfter=2)
SMALL = ParagraphStyle("small", BODY, fontSize=12, leading=17, textColor=QUIET)
MORE = ParagraphStyle("more", SMALL, leftIndent=14, spaceAfter=4)
TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=26, leading=32, textColor=ACCENT, spaceAfter=8)
HEADING = ParagraphStyle(
    "heading", BODY, fontName=fonts.BOLD, fontSize=16, leading=21, textColor=ACCENT, spaceBefore=10, spaceAfter=3
)
TOPIC = ParagraphStyle("topic", BODY, fontName=fonts.BOLD, spaceBefore=8, spaceAfter=2)
LABEL = ParagraphStyle("label", SMALL, fontName=fonts.BOLD, spaceBefore=2, spaceAfter=0)
STEP = ParagraphStyle("step", BODY, leftIndent=_STEP_INDENT, spaceAfter=0)
POINT = ParagraphStyle("point", BODY, leftIndent=16, spaceAfter=0)
STEP_TITLE = ParagraphStyle("step title", STEP, fontName=fonts.BOLD)
STEP_SMALL = ParagraphStyle("step small", SMALL, leftIndent=_STEP_INDENT, spaceAfter=0)
QUOTE = ParagraphStyle("quote", BODY, fontName=fonts.ITALIC, leftIndent=14, spaceBefore=2, spaceAfter=7, bar=ACCENT)
GOOD = ParagraphStyle(
    "good",
    BODY,
    leftIndent=10,
    rightIndent=10,
    ground=HexColor(LIGHT.good_soft),
    ground_padding=(5, 10, 8),
    spaceBefore=8,
    spaceAfter=20,
)
WANTED = ParagraphStyle("wanted", GOOD, ground=HexColor(LIGHT.warn_soft))


class Disc(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A step's number, to the left of what follows it; takes no room of its own."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.keepWithNext = 1
        self.number = number
        self.element = Element("Lbl")

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw the number in a filled circle beside the first line below."""
        middle = -STEP_TITLE.leading / 2 - 2
        with self.canv.artifact():
            self.canv.setFillColor(ACCENT)
            self.canv.circle(_DISC, middle, _DISC, stroke=0, fill=1)
        with self.canv.marked(self.element):
            self.canv.setFillColor(HexColor(LIGHT.on_accent))
            self.canv.setFont(fonts.BOLD, 13)
            self.canv.drawCentredString(_DISC, middle - 4.6, str(self.number))


class Rule(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A line for a pen: after the words of the line above (``after``), or on room of its own (``room``), in points."""

    def __init__(self, after: float, room: float = 0) -> None:
        super().__init__()
        self.after, self.room = after, room

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the room asked for."""
        self.width = width
        return width, self.room

    def draw(self) -> None:
        """Draw the line, which is no content."""
        across, up = (self.width, 2) if self.room else (self.width * 0.75, _PEN_LINE)
        with self.canv.artifact():
            self.canv.setStrokeColor(QUIET)
            self.canv.setLineWidth(0.8)
            self.canv.line(self.after, up, across, up)


class Dot(Disc):
    """The mark of a point in a list, to the left of it."""

    def __init__(self) -> None:
        super().__init__(0)

    def draw(self) -> None:
        """Draw a small disc beside the line below."""
        with self.canv.marked(self.element):
            self.canv.setFillColor(ACCENT)
            self.canv.setFont(fonts.BOLD, BODY.fontSize)
            self.canv.drawString(2, -BODY.leading * 0.72, "•")


def block(text: str, style: ParagraphStyle = BODY, tag: str = "P") -> Flowable:
    """Return text as one paragraph; its line breaks stay."""
    return paragraph([Part(writing.drawable(text.strip()), style.fontName)], style, Element(tag))


def lines(text: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Return text as one paragraph a line, so that any length can run over pages; empty lines are small gaps."""
    return [block(line, style) if line.strip() else Spacer(0, 6) for line in text.strip().splitlines()]


def panel(text: str, style: ParagraphStyle) -> Flowable:
    """Return text on a soft ground."""
    return block(text, style)


def labelled(label: str, text: str, style: ParagraphStyle = BODY) -> Flowable:
    """Return ``label`` in bold and the text after it on the same line."""
    return labelled_line({label: text}, style)[0]


def labelled_line(parts: Mapping[str, str], style: ParagraphStyle) -> list[Flowable]:
    """Return texts by their labels on one line; those without text are left out."""
    given = [_labelled(label, text, style) for label, text in parts.items() if text.strip()]
    joined = [part for pair in given for part in (Part(_GAP, style.fontName), *pair)][1:]
    return [paragraph(joined, style, Element("P"))] if joined else []


def _labelled(label: str, text: str, style: ParagraphStyle) -> tuple[Part, Part]:
    said = writing.isolated(writing.drawable(text))
    return Part(f"{writing.drawable(label)}:", fonts.BOLD), Part(f" {said}", style.fontName)


def quote(text: str) -> list[Flowable]:
    """Return somebody's own words, in quotation marks."""
    words_said = block(f"“{text.strip()}”", QUOTE)
    Element("BlockQuote").adopt([words_said.element])
    return [words_said]


def heading(text: str, style: ParagraphStyle = HEADING, level: int | None = 0) -> Flowable:
    """Return a heading; with a level it stands in the outline too. It never stands last on a page."""
    above = block(text, style, _HEADINGS.get(style.name, "P"))
    above.outline_level = level
    above.keepWithNext = 1
    return above


def bullets(points: Iterable[str]) -> list[Flowable]:
    """Return points as a list."""
    listed = [part for point in points for part in _bullet(point)]
    return within("L", listed)


def _bullet(point: str) -> list[Flowable]:
    return within("LI", [Dot(), *within("LBody", [block(point, POINT)])])


def together(parts: Sequence[Flowable], length: int) -> list[Flowable]:
    """Return parts that stay on one page when they are short (``length`` in characters)."""
    return [KeepTogether(list(parts))] if length <= _SHORT else list(parts)


def within(tag: str, parts: Sequence[Flowable]) -> list[Flowable]:
    """Return the same parts, standing in one element of the tree: a list, an entry of it, what the entry says."""
    Element(tag).adopt(_elements(parts))
    return list(parts)


def line_to_write_on(label: str) -> list[Flowable]:
    """Return a label and a line for a pen."""
    asked = paragraph([Part(label, fonts.BOLD)], BODY, Element("P"))
    return [asked, Rule(stringWidth(label, fonts.BOLD, BODY.fontSize) + 6)]


def as_pdf(story: Iterable[Flowable], title: str, day: date, language: Language = ENGLISH) -> bytes:
    """Return the pages as a tagged PDF/A-2b whose properties name nobody, the same bytes for the same story and day."""
    fonts.letters()
    told, buffer = list(story), io.BytesIO()
    pages = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=15 * mm,
        bottomMargin=15 * mm,
        title=title,
        lang=language.code,
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    canvas = partial(LastingCanvas, document=Element("Document").adopt(_elements(told)), day=day)
    foot = partial(_foot, language)
    pages.build(told, onFirstPage=foot, onLaterPages=foot, canvasmaker=canvas)
    return buffer.getvalue()


def _elements(parts: Iterable[Flowable]) -> Iterator[Element]:
    for part in parts:
        if isinstance(part, KeepTogether):
            yield from _elements(part._content)  # noqa: SLF001 - reportlab has no getter
        elif hasattr(part, "element"):
            yield part.element


def _foot(language: Language, canvas: Any, _paper: Any) -> None:
    with canvas.artifact():
        canvas.setFont(fonts.REGULAR, 10)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(A4[0] - MARGIN, 9 * mm, language.papers.PAGE.format(number=canvas.getPageNumber()))
