"""How a map of people is painted: lines whose look says the same as the word in the box, never more than it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.domain.peoplemap import ACROSS, DOWN, Closeness, OnMap, Place
from app.look.kit import theme
from app.look.speech import noted, tr
from app.look.tokens import RADIUS_CARD, RADIUS_CONTROL, Ink

MIDDLE = (ACROSS // 2, DOWN // 2)
CLOSENESS = {
    Closeness.CLOSE: noted("Close"),
    Closeness.BETWEEN: noted("In between"),
    Closeness.FAR: noted("Far"),
    Closeness.NO_CONTACT: noted("No contact"),
}
NOT_SAID, HELPS, PRIVATE = noted("Not said yet"), noted("helps"), noted("private")
_LINES = {
    Closeness.CLOSE: (4.0, Qt.PenStyle.SolidLine),
    Closeness.BETWEEN: (2.0, Qt.PenStyle.SolidLine),
    Closeness.FAR: (2.0, Qt.PenStyle.DashLine),
    None: (1.5, Qt.PenStyle.DotLine),
}
"""Width and look of the line to somebody; to somebody with no contact there is none."""
_BOX_WIDE, _BOX_LEAST, _BOX_TALL = 160, 112, 54
_BOX_SHARE = 0.17
"""How much of the width of a small sheet a box may take, so that neighbours do not cover each other."""
_LEAST_TALL = 372
"""How high the sheet is at least, in pixels at 100 % text size."""
_PAD = 8


def words_of(one: OnMap) -> str:
    """Return what the box of somebody says under the name: ``Close, helps``."""
    closeness = tr(CLOSENESS[one.closeness]) if one.closeness is not None else tr(NOT_SAID)
    return ", ".join(filter(None, (closeness, tr(HELPS) if one.helps else "", tr(PRIVATE) if one.private else "")))


def sentence_of(one: OnMap) -> str:
    """Return somebody on the map as they are read aloud: ``Ms Bassi, form tutor. Close, helps.``"""
    called = ", ".join(filter(None, (one.name, one.who)))
    return f"{called}. {words_of(one)}."


def height_for(width: int) -> int:
    """Return how high the sheet is at a width."""
    return max(round(width * DOWN / ACROSS), theme.px(_LEAST_TALL))


def box_at(place: Place, sheet: QWidget) -> QRectF:
    """Return where the box of somebody stands on a sheet, whole and inside of it."""
    wide = max(theme.px(_BOX_LEAST), sheet.width() * _BOX_SHARE)
    size = QSizeF(min(theme.px(_BOX_WIDE), wide, sheet.width() / 4), theme.px(_BOX_TALL))
    left = place[0] * sheet.width() / ACROSS - size.width() / 2
    top = place[1] * sheet.height() / DOWN - size.height() / 2
    return QRectF(
        min(max(left, 2), sheet.width() - size.width() - 2), min(max(top, 2), sheet.height() - size.height() - 2),
        size.width(), size.height(),
    )  # fmt: skip


def paint_ground(painter: QPainter, sheet: QWidget) -> None:
    """Paint the sheet itself."""
    edge = theme.palette.edge
    painter.setPen(QPen(theme.colour("control"), edge))
    painter.setBrush(theme.colour("surface"))
    inside = QRectF(sheet.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.drawRoundedRect(inside, RADIUS_CARD, RADIUS_CARD)


def paint_lines(painter: QPainter, sheet: QWidget, people: tuple[OnMap, ...]) -> None:
    """Paint the line from the child to each."""
    middle = box_at(MIDDLE, sheet).center()
    for one in people:
        if one.closeness in _LINES:
            width, look = _LINES[one.closeness]
            painter.setPen(QPen(theme.colour("ink_2"), theme.px(width), look))
            painter.drawLine(middle, box_at(one.place, sheet).center())


def paint_box(painter: QPainter, box: QRectF, name: str, words: str, *, middle: bool = False) -> None:
    """Paint a box with a name and the word under it; a name that is too long for it ends in dots."""
    ink: Ink = "on_accent" if middle else "ink"
    painter.setPen(QPen(theme.colour("accent" if middle else "control"), theme.palette.edge))
    painter.setBrush(theme.colour("accent" if middle else "surface_sunk"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
    room = box.adjusted(_PAD, 0, -_PAD, 0)
    line = theme.line("ui")
    top = box.center().y() - line * (1 if words else 0.5)
    painter.setPen(theme.colour(ink))
    for number, (text, font) in enumerate(((name, theme.font("strong")), (words, theme.font("ui")))):
        painter.setFont(font)
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        at = QRectF(QPointF(room.left(), top + number * line), QSizeF(room.width(), line))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, short)
