"""Paragraphs that know what they are in the document's tree; reportlab sets plain ones, ``setting`` all others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from app.documents import fonts, writing
from app.documents.inking import Place, ink_line
from app.documents.setting import Line, Part, set_lines
from app.documents.structure import Element

_TALL = 1.3
"""Arabic letters reach higher and lower than the lines of Latin ones have room for."""
_RADIUS = 6
_FEWEST_LINES = 2
_LINE_END = ") Tj T*"


def paragraph(parts: Sequence[Part], style: ParagraphStyle, element: Element) -> Flowable:
    """Return words as one paragraph, set by whichever of the two can; ``parts`` are drawable."""
    if all(writing.is_plain(part.text) for part in parts):
        return PlainText("".join(_markup(part, style) for part in parts), style, element=element)
    return SetText(parts, style, element=element)


def _markup(part: Part, style: ParagraphStyle) -> str:
    words = escape(part.text).replace("\n", "<br/>")
    return f"<b>{words}</b>" if part.role == fonts.BOLD != style.fontName else words


class _OnPaper:
    """What both kinds of paragraph do before they draw words: an entry in the outline, the ground behind."""

    element: Element
    outline_level: int | None
    canv: Any
    style: Any
    width: float
    height: float

    def draw(self) -> None:
        """Draw what is behind the words, which is no content, and then the words as their element."""
        if self.outline_level is not None:
            self.canv.outline(self.words(), self.outline_level)
        if hasattr(self.style, "ground") or hasattr(self.style, "bar"):
            with self.canv.artifact():
                self._draw_ground()
        self.draw_words()

    def words(self) -> str:
        """Return the words without markup."""
        raise NotImplementedError

    def draw_words(self) -> None:
        """Draw the words."""
        raise NotImplementedError

    def _draw_ground(self) -> None:
        ground, bar = getattr(self.style, "ground", None), getattr(self.style, "bar", None)
        if ground is not None:
            top, side, bottom = self.style.ground_padding
            left = self.style.leftIndent - side
            across = self.width - left - self.style.rightIndent + side
            self.canv.setFillColor(ground)
            self.canv.roundRect(left, -bottom, across, self.height + top + bottom, _RADIUS, stroke=0, fill=1)
        if bar is not None:
            self.canv.setFillColor(bar)
            self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)


class PlainText(_OnPaper, Paragraph):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph that reportlab sets."""

    def __init__(self, text: Any, style: Any = None, *, element: Element | None = None, **named: Any) -> None:
        super().__init__(text, style, **named)
        self.element, self.outline_level = element or Element("P"), None
        self._size, self._set_in = (0.0, 0.0), 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Set the words in lines of this width, once: what stays together on a page is asked for its size twice."""
        if self._set_in != width or not hasattr(self, "blPara"):
            self._size, self._set_in = super().wrap(width, height), width
        return self._size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits and what is left; both belong to the one element."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.element = self.element
        if parts:
            parts[0].outline_level = self.outline_level
        return parts

    def words(self) -> str:
        """Return the words without markup."""
        return str(self.getPlainText(identify=1))

    def draw_words(self) -> None:
        """Draw the words, with a space at each line's end, so that no two are read as one."""
        with self.canv.marked(self.element):
            before = len(self.canv._code)  # noqa: SLF001 - reportlab has no other way to what it drew
            Paragraph.draw(self)
            self.canv._code[before:] = [op.replace(_LINE_END, f" {_LINE_END}") for op in self.canv._code[before:]]  # noqa: SLF001


class SetText(_OnPaper, Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph of any script, set by ourselves; one that begins at the right stands at the right."""

    def __init__(self, parts: Sequence[Part], style: Any, *, element: Element) -> None:
        super().__init__()
        self.parts, self.style, self.element, self.outline_level = tuple(parts), style, element, None
        self._leading = style.leading * (_TALL if any(map(writing.is_tall, self.words())) else 1)
        self._lines: list[Line] = []
        self._room = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Set the words in lines of this width."""
        room = width - self.style.leftIndent - self.style.rightIndent
        if self._room != room:
            self._lines, self._room = set_lines(self.parts, room * 1000 / self.style.fontSize), room
        self.width, self.height = width, len(self._lines) * self._leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and those that are left; neither is ever one line alone."""
        self.wrap(width, height)
        fitting = int(height / self._leading)
        if fitting >= len(self._lines):
            return [self]
        fitting -= fitting == len(self._lines) - 1
        if fitting < _FEWEST_LINES:
            return []
        first, rest = self._with(self._lines[:fitting]), self._with(self._lines[fitting:])
        first.outline_level = self.outline_level
        return [first, rest]

    def words(self) -> str:
        """Return the words without markup."""
        return "".join(part.text for part in self.parts)

    def draw_words(self) -> None:
        """Draw line after line."""
        self.canv.setFillColor(self.style.textColor)
        self.canv.setStrokeColor(self.style.textColor)
        size = self.style.fontSize
        baseline = self.height - (self._leading - self.style.leading) / 2 - size
        for line in self._lines:
            spare = self._room - line.advance * size / 1000 if line.base else 0
            ink_line(self.canv, self.element, line, Place(self.style.leftIndent + spare, baseline, size))
            baseline -= self._leading

    def _with(self, lines: list[Line]) -> SetText:
        part = SetText(self.parts, self.style, element=self.element)
        part._lines, part._room = lines, self._room
        return part
