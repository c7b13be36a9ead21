"""The families on the home page, one light row each, so that three hundred are as quick as three; it opens nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look import tokens
from app.look.icons import picture
from app.look.kit import Column, theme
from app.look.speech import tr
from app.look.text import set_lines
from app.look.tokens import Ink, Kind
from app.ui.parts import discard
from app.ui.states import FamilyLine

_PAD, _GAP, _CHEVRON, _MARK = 12, 24, 18, 16
_KEYS: dict[int, Callable[[int, int], int]] = {
    Qt.Key.Key_Down: lambda at, _last: at + 1,
    Qt.Key.Key_Up: lambda at, _last: at - 1,
    Qt.Key.Key_Home: lambda _at, _last: 0,
    Qt.Key.Key_End: lambda _at, last: last,
}

Piece = tuple[str, Kind, Ink, str]
"""Words, their kind and ink, and an icon before them or nothing."""


class FamilyRow(QAbstractButton):
    """One child, to be opened: who, what comes next, how to talk with the family, and where the record is.

    The row paints its words itself in two halves, or in one column where it is narrow, and is never shorter than they.
    """

    reached = Signal()

    def __init__(self, line: FamilyLine) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self.show_line(line)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._rescale)

    def show_line(self, line: FamilyLine) -> None:
        """Show another child, or other words about the same."""
        self._line = line
        self.setObjectName(f"home.open:{line.episode_id}")
        self.setAccessibleName(tr("Open {name}").format(name=line.name))
        self.setAccessibleDescription(". ".join(word for word in (line.age, line.next, line.need, line.where) if word))
        self._rescale()

    @property
    def episode_id(self) -> str:
        """Return the episode this row opens."""
        return self._line.episode_id

    @property
    def name(self) -> str:
        """Return the child's name."""
        return self._line.name

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(width, None)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), self.heightForWidth(max(self.width(), theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.px(tokens.CONTROL_HEIGHT))

    def ring_rect(self) -> QRect:
        """Return what the focus ring goes round."""
        return self.rect().adjusted(theme.px(4), 5, -theme.px(4), -5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.reached.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            event.ignore()  # a button would take the arrows for itself
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), theme.colour("pressed" if self.isDown() else "hover"))
        painter.setPen(QPen(theme.colour("hairline"), theme.palette.edge))
        painter.drawLine(0, 0, self.width(), 0)
        self._place(self.width(), painter)
        chevron = picture("chevron-right", "ink_3", _CHEVRON)
        right = self.width() - theme.px(_PAD + _CHEVRON)
        painter.drawPixmap(right, (self.height() - theme.px(_CHEVRON)) // 2, chevron)
        painter.end()

    def _rescale(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _halves(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        line = self._line
        who: tuple[Piece, ...] = ((line.name, "label", "ink", ""), (line.age, "hint", "ink_2", ""))
        what: tuple[Piece, ...] = (
            (line.next, "strong", "ink", ""),
            (line.need, "ui", "ink_2", "ear"),
            (line.where, "hint", "ink_2", ""),
        )
        return tuple(p for p in who if p[0]), tuple(p for p in what if p[0])

    def _place(self, width: int, painter: QPainter | None) -> int:
        """Lay the words out within ``width``, paint them if there is a ``painter``, and return the height they need."""
        pad, gap = theme.px(_PAD), theme.px(_GAP)
        who, what = self._halves()
        inside = width - 2 * pad - theme.px(_CHEVRON) - pad
        if width / theme.scale < tokens.ROOMY * 0.75:
            return _stack(who + what, QRect(pad, pad, max(inside, 1), 0), painter) + pad
        left = round((inside - gap) * 0.4)
        one = _stack(who, QRect(pad, pad, left, 0), painter)
        other = _stack(what, QRect(pad + left + gap, pad, inside - gap - left, 0), painter)
        return max(one, other) + pad


def _stack(pieces: tuple[Piece, ...], place: QRect, painter: QPainter | None) -> int:
    """Set ``pieces`` one under another from the top of ``place``; return where they end."""
    top = place.top()
    for piece in pieces:
        words, kind, _, icon = piece
        aside = theme.px(_MARK + 6) if icon else 0
        laid = set_lines(words, kind, max(place.width() - aside, 1))
        if painter is not None:
            _paint(painter, laid, QPointF(place.left(), top), piece)
        top += laid.lineCount() * theme.line(kind)
    return top


def _paint(painter: QPainter, laid: QTextLayout, at: QPointF, piece: Piece) -> None:
    _, kind, ink, icon = piece
    aside = 0
    if icon:
        aside = theme.px(_MARK + 6)
        painter.drawPixmap(at + QPointF(0, (theme.line(kind) - theme.px(_MARK)) / 2), picture(icon, ink, _MARK))
    painter.setPen(theme.colour(ink))
    laid.draw(painter, at + QPointF(aside, 0))


class FamilyList(QWidget):
    """The rows. Tab comes to one row and leaves from it; the arrow keys, Home and End go from row to row."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._column = Column(gap="none")
        self.setLayout(self._column)
        self._families: tuple[FamilyLine, ...] = ()
        self._rows: list[FamilyRow] = []
        self._stop: FamilyRow | None = None

    def show_families(self, families: tuple[FamilyLine, ...]) -> None:
        """Show these families in this order; the keyboard stays on the child it is on."""
        if families == self._families:
            return
        on = next((row.episode_id for row in self._rows if row.hasFocus()), None)
        self._families = families
        while len(self._rows) > len(families):
            self._discard(self._rows.pop())
        for row, line in zip(self._rows, families, strict=False):
            row.show_line(line)
        self._append(families[len(self._rows) :])
        for row in self._rows:
            if row.episode_id == on:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_row(self, number: int) -> None:
        """Put the keyboard on one row, or on the last where there are fewer."""
        if self._rows:
            self._rows[min(number, len(self._rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def show_only(self, part: str) -> int:
        """Show only the rows whose name has ``part`` in it, and return how many they are."""
        wanted = part.casefold().split()
        self._show_rows({row for row in self._rows if all(word in row.name.casefold() for word in wanted)})
        shown = self._shown()
        if shown and self._stop not in shown:
            self._stop_at(shown[0])
        return len(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, shown = _KEYS.get(event.key()), self._shown()
        at = next((i for i, row in enumerate(shown) if row.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        aim = min(max(step(at, len(shown) - 1), 0), len(shown) - 1)
        shown[aim].setFocus(Qt.FocusReason.TabFocusReason)

    def _append(self, lines: tuple[FamilyLine, ...]) -> None:
        fresh = [FamilyRow(line) for line in lines]
        for row in fresh:
            row.hide()  # _show_rows shows them all in one go
            row.reached.connect(partial(self._stop_at, row))
            row.clicked.connect(partial(self._open, row))
        self._column.add(*fresh)
        self._rows += fresh
        if fresh:
            self._show_rows(set(self._rows))

    def _show_rows(self, wanted: set[FamilyRow]) -> None:
        """Show the ``wanted`` rows alone, all in one go: each row shown in sight would lay out the whole page anew."""
        changed = [row for row in self._rows if row.isHidden() == (row in wanted)]
        if not changed:
            return
        hidden = self.isHidden()
        self.hide()
        for row in changed:
            row.setVisible(row in wanted)
        self.setVisible(not hidden)

    def _open(self, row: FamilyRow, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signal brings it
        self.opened.emit(row.episode_id)

    def _discard(self, row: FamilyRow) -> None:
        if row is self._stop:
            self._stop = None
        discard(row)

    def _shown(self) -> list[FamilyRow]:
        return [row for row in self._rows if not row.isHidden()]

    def _stop_at(self, chosen: FamilyRow) -> None:
        if self._stop is not None:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = chosen
        chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
