"""What makes a child's page look right for their age: pictures for a young child, none for a teenager; never a score.

A face says nothing that the words beside it do not say, and none is ever counted or averaged.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.childspage import BABY, TEENAGER, YOUNG
from app.look.kit import Button, Card, Column, Flow, Row, Text, theme
from app.look.speech import noted, tr
from app.ui.parts import holder
from app.ui.share.look import LEAST_SCALE

YOUNG_SCALE = 2.0
"""A young child's page is larger than any other that is turned to a family."""
PICTURES = {"well": "sun", "worries": "cloud", "wishes": "sprout", "yes": "eye", "no": "eye-off"}
"""The picture beside a short word; for a teenager there is none."""
CALLED = {
    YOUNG: {"well": noted("Good things"), "worries": noted("Worries"), "wishes": noted("Wishes")},
    TEENAGER: {
        "well": noted("What is going well"),
        "worries": noted("What is on my mind"),
        "wishes": noted("What I would like"),
    },
}
PRIVATE = noted(
    "This is your page. It is private until you say. Nobody at home sees it before that. When we finish, we go through "
    "together who else may see it. But for one thing: if somebody is not safe, I have to tell someone. I will try to "
    "tell you first."
)
"""What a teenager is told before anything is asked; no more than is so."""
_SHOWN_AS = {
    YOUNG: noted("The page for a young child"),
    TEENAGER: noted("The page for a teenager"),
    BABY: noted("The page for a baby"),
}
_FACE = 64
_FACES = ((-1.0, noted("0 is very hard")), (0.0, noted("5 is in the middle")), (1.0, noted("10 is very good")))


def scale_for(kind: str) -> float:
    """Return how large the page of a kind is at least."""
    return YOUNG_SCALE if kind == YOUNG else LEAST_SCALE


def pictures_for(kind: str) -> dict[str, str]:
    """Return the pictures beside the words of a kind of page."""
    return PICTURES if kind == YOUNG else {}


class Face(QWidget):
    """A plain round face whose mouth goes down, is straight, or goes up; it is decoration beside its words."""

    def __init__(self, mood: float) -> None:
        super().__init__()
        self._mood = mood
        theme.changed.connect(self._rescale)
        self._rescale()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_FACE), theme.px(_FACE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        pen = QPen(theme.colour("accent"), side / 18, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(side * 0.06, side * 0.06, side * 0.88, side * 0.88))
        for eye in (0.36, 0.64):
            painter.drawLine(QPointF(side * eye, side * 0.38), QPointF(side * eye, side * 0.42))
        bend = side * 0.1 * self._mood
        ends = ((0.3, -bend), (0.5, bend), (0.7, -bend))
        mouth = [QPointF(side * across, side * 0.66 + down) for across, down in ends]
        path = QPainterPath(mouth[0])
        path.quadTo(mouth[1] * 2 - (mouth[0] + mouth[2]) / 2, mouth[2])
        painter.drawPath(path)
        painter.end()

    def _rescale(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


def faces() -> Card:
    """Return what the numbers mean to a young child: three faces, each with its words."""
    row = Row(*(_over(Face(mood), tr(words)) for mood, words in _FACES), gap="m")
    for place in range(len(_FACES)):
        row.setStretch(place, 1)
    return Card(row)


def other_pages(kind: str, change: Callable[[str], None]) -> QWidget:
    """Return the ways to the page for another age, one press each."""
    buttons = []
    for other, words in _SHOWN_AS.items():
        if other != kind:
            button = Button(tr(words), None, "quiet")
            button.setObjectName(f"share.kind:{other}")
            button.clicked.connect(_to(other, change))
            buttons.append(button)
    return holder(
        Column(Text(tr("Another page instead:"), "ui", "ink_2", wrap=True), Flow(*buttons, gap="m"), gap="xs")
    )


def _to(kind: str, change: Callable[[str], None]) -> Callable[[], None]:
    return lambda: change(kind)


def _over(picture: QWidget, words: str) -> QWidget:
    return holder(Column(Row(picture, None), Text(words, "label", wrap=True), gap="s"))
