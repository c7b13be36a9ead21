"""What a page is built of: type, colour, panels, quotes and numbered steps; it knows no form and no person."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from app.documents import fonts, words
from app.look.tokens import LIGHT

MARGIN = 18 * mm
_STEP_INDENT = 15 * mm
_DISC = 4.6 * mm
_SHORT = 900
"""Up to this many characters a block is kept on one page; a longer one may run over."""

INK, ACCENT = HexColor(LIGHT.ink), HexColor(LIGHT.accent)
QUIET = HexColor(LIGHT.ink_2)

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
STEP_TITLE = ParagraphStyle("step title", STEP, fontName=fonts.BOLD)
STEP_SMALL = ParagraphStyle("step small", SMALL, leftIndent=_STEP_INDENT, spaceAfter=0)
QUOTE = ParagraphStyle("quote", BODY, fontName=fonts.ITALIC, leftIndent=14, spaceBefore=2, spaceAfter=7)
GOOD = ParagraphStyle(
    "good",
    BODY,
    leftIndent=10,
    rightIndent=10,
    backColor=HexColor(LIGHT.good_soft),
    borderPadding=(5, 10, 8, 10),
    borderRadius=6,
    spaceBefore=8,
    spaceAfter=20,
)
WANTED = ParagraphStyle("wanted", GOOD, backColor=HexColor(LIGHT.warn_soft))


class Outlined(Paragraph):  # type: ignore[misc]  # reportlab ships no types
    """A heading that is also an entry in the document's outline."""

    level: int | None = None

    def draw(self) -> None:
        """Draw the heading and note its page."""
        if self.level is not None:
            key = f"heading-{id(self)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(self.getPlainText(), key, self.level)
        super().draw()


class Quoted(Paragraph):  # type: ignore[misc]  # reportlab ships no types
    """Somebody's own words, with a bar at their left."""

    def draw(self) -> None:
        """Draw the bar, then the words."""
        self.canv.setFillColor(ACCENT)
        self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
        super().draw()


class Disc(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A step's number, to the left of what follows it; takes no room of its own."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.keepWithNext = 1
        self.number = number

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw the number in a filled circle beside the first line below."""
        middle = -STEP_TITLE.leading / 2 - 2
        self.canv.setFillColor(ACCENT)
        self.canv.circle(_DISC, middle, _DISC, stroke=0, fill=1)
        self.canv.setFillColor(HexColor(LIGHT.on_accent))
        self.canv.setFont(fonts.BOLD, 13)
        self.canv.drawCentredString(_DISC, middle - 4.6, str(self.number))


def plain(text: str) -> str:
    """Return text as a paragraph takes it: only letters the font has, no markup, line breaks kept."""
    return "<br/>".join(escape(fonts.drawable(line)) for line in text.strip().splitlines())


def lines(text: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Return text as one paragraph a line, so that any length can run over pages; empty lines are small gaps."""
    return [Paragraph(plain(line), style) if line.strip() else Spacer(0, 6) for line in text.strip().splitlines()]


def panel(text: str, style: ParagraphStyle) -> Flowable:
    """Return text on a soft ground."""
    return Paragraph(plain(text), style)


def labelled(label: str, text: str, style: ParagraphStyle = BODY) -> Flowable:
    """Return ``label`` in bold and the text after it on the same line."""
    return Paragraph(f"<b>{plain(label)}:</b> {plain(text)}", style)


def labelled_line(parts: Mapping[str, str], style: ParagraphStyle) -> list[Flowable]:
    """Return texts by their labels on one line; those without text are left out."""
    given = [f"<b>{plain(label)}:</b> {plain(text)}" for label, text in parts.items() if text]
    return [Paragraph(" &nbsp;&nbsp; ".join(given), style)] if given else []


def quote(text: str) -> list[Flowable]:
    """Return somebody's own words, in quotation marks."""
    return [Quoted(plain(f"“{text.strip()}”"), QUOTE)]


def heading(text: str, style: ParagraphStyle = HEADING, level: int | None = 0) -> Flowable:
    """Return a heading; with a level it stands in the outline too. It never stands last on a page."""
    outlined = Outlined(plain(text), style)
    outlined.level = level
    outlined.keepWithNext = 1
    return outlined


def together(parts: Sequence[Flowable], length: int) -> list[Flowable]:
    """Return parts that stay on one page when they are short (``length`` in characters)."""
    return [KeepTogether(list(parts))] if length <= _SHORT else list(parts)


def line_to_write_on(label: str) -> Flowable:
    """Return a label and a line for a pen."""
    return Paragraph(f"<b>{plain(label)}</b> ........................................................", BODY)


def as_pdf(story: Iterable[Flowable], title: str) -> bytes:
    """Return the pages as a PDF whose properties name nobody, the same bytes for the same story."""
    fonts.letters()
    buffer = io.BytesIO()
    paper = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=15 * mm,
        bottomMargin=15 * mm,
        title=title,
        lang="en-GB",
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    paper.build(list(story), onFirstPage=_foot, onLaterPages=_foot)
    return buffer.getvalue()


def _foot(canvas: Any, _paper: Any) -> None:
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setFont(fonts.REGULAR, 10)
    canvas.setFillColor(QUIET)
    canvas.drawRightString(A4[0] - MARGIN, 9 * mm, words.PAGE.format(number=canvas.getPageNumber()))
