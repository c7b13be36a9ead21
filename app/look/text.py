"""Words on the screen, set with the leading of the type scale; they are never cut off and never read as markup."""

import unicodedata
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from app.look import tokens
from app.look.theme import theme
from app.look.tokens import Ink, Kind

_ENDLESS = 1_000_000
_ORDERS = dict.fromkeys((*range(0x202A, 0x202F), 0x2066, 0x2067))
"""Embeddings and overrides of direction, and isolates that say which (UAX #9, table 3)."""
_RIGHT = frozenset({"R", "AL"})
_STRONG = _RIGHT | {"L"}
_LINE_SEPARATOR = "\N{LINE SEPARATOR}"


def set_lines(
    words: str, kind: Kind, width: float, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QTextLayout:
    """Return ``words`` laid out in lines no wider than ``width``, at the type scale's line height."""
    laid = QTextLayout(without_orders(words).replace("\n", _LINE_SEPARATOR), theme.font(kind))
    option = QTextOption(alignment)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid.setTextOption(option)
    top, leading = 0, theme.line(kind)
    laid.beginLayout()
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + (leading - line.height()) / 2))
        top += leading
    laid.endLayout()
    return laid


def without_orders(words: str) -> str:
    """Return words without hidden orders to turn what follows about: they could make a line read otherwise."""
    return words if words.isascii() else words.translate(_ORDERS)


def apart(words: str) -> str:
    """Return a name, in whatever script, so that it can stand in a sentence and leave the sentence's order alone."""
    if not any(unicodedata.bidirectional(letter) in _RIGHT for letter in words):
        return words
    return f"\N{FIRST STRONG ISOLATE}{without_orders(words)}\N{POP DIRECTIONAL ISOLATE}"


def begins_right(words: str) -> bool:
    """Say whether words are read from the right: their first strong letter says so (UAX #9, P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in words)
    return next((kind in _RIGHT for kind in kinds if kind in _STRONG), False)


def natural_width(words: str, kind: Kind) -> int:
    """Return the width ``words`` take when nothing makes them wrap, in pixels."""
    laid = set_lines(words, kind, _ENDLESS)  # kept while its lines are read: they point into it
    return ceil(max((laid.lineAt(i).naturalTextWidth() for i in range(laid.lineCount())), default=0)) + 1


class Text(QLabel):
    """Words of one kind and ink; with ``wrap`` they take as many lines as they need, else exactly one.

    As the label of a control (``setBuddy``) its words become the control's spoken name.
    """

    def __init__(self, words: str = "", kind: Kind = "ui", ink: Ink = "ink", *, wrap: bool = False) -> None:
        super().__init__()
        self.kind, self.ink = kind, ink
        self._heights: dict[int, int] = {}
        self._natural: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.words = ""
        self.say(words)
        theme.changed.connect(self._rescale)

    def say(self, words: str) -> None:
        """Show other words. An ampersand is an ampersand, never a shortcut."""
        if words == self.words:
            return  # or all that stands around it would look for its place anew
        self.words = words
        self.setText(words.replace("&", "&&"))
        self._measure_anew()

    def set_ink(self, ink: Ink) -> None:
        """Show the words in another colour."""
        self.ink = ink
        self.update()

    def spoken_name(self) -> str:
        """Return the words as a screen reader says them."""
        return self.words

    def _rescale(self) -> None:
        self._measure_anew()
        self.update()

    def _measure_anew(self) -> None:
        self._heights.clear()
        self._natural = None
        self.updateGeometry()

    def _natural_width(self) -> int:
        """Return the width the words take when nothing makes them wrap; layouts ask for it over and over."""
        if self._natural is None:
            self._natural = natural_width(self.words, self.kind)
        return self._natural

    def _lines(self, width: float) -> QTextLayout:
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        if self.wordWrap() and begins_right(self.words) and natural_width(self.words, self.kind) > width:
            across = Qt.AlignmentFlag.AlignRight  # a paragraph; one line alone stays beside what it belongs to
        return set_lines(self.words, self.kind, width, across)

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        if width not in self._heights:
            self._heights[width] = self._lines(width).lineCount() * theme.line(self.kind)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._natural_width()
        if not self.wordWrap():
            return QSize(width, theme.line(self.kind))
        width = min(width, theme.px(tokens.MEASURE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.line(self.kind)) if self.wordWrap() else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        laid = self._lines(self.width() if self.wordWrap() else max(self.width(), self._natural_width()))
        spare = self.height() - laid.lineCount() * theme.line(self.kind)
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        painter = QPainter(self)
        painter.setPen(theme.colour(self.ink))
        laid.draw(painter, QPointF(0, spare / 2 if centred else 0))
        painter.end()


class Heading(Text):
    """A heading, on the screen and for a screen reader; each page has one of kind ``h1``, unique to it."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, words: str, kind: Kind = "h1") -> None:
        super().__init__(words, kind, wrap=True)
