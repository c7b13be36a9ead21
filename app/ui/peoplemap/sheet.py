"""The map itself: a box for each person, moved by mouse, finger or arrow keys; it reports, and keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.ids import RowId
from app.domain.peoplemap import ACROSS, DOWN, OnMap, Place, within
from app.look.kit import tab_through, theme
from app.look.speech import noted, tr
from app.ui.peoplemap.painting import (
    MIDDLE,
    box_at,
    height_for,
    paint_box,
    paint_ground,
    paint_lines,
    sentence_of,
    words_of,
)

_STEP = 25
"""How far an arrow key moves somebody, in units of the sheet."""
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}
_HOW = noted(
    "Arrow keys move it, nearer is closer. Enter goes to the words about this person. Delete takes it off the map."
)


class PersonBox(QPushButton):
    """Somebody on the map. Signals: ``dragged(QPointF)`` by how far; ``stepped(int, int)``; ``removed()``."""

    dragged = Signal(QPointF)
    dropped = Signal()
    stepped = Signal(int, int)
    removed = Signal()

    def __init__(self, sheet: QWidget, one: OnMap) -> None:
        super().__init__(sheet)
        self.one = one
        self._from: QPointF | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleDescription(tr(_HOW))
        self.show_person(one)

    def show_person(self, one: OnMap) -> None:
        """Show what is said of them now."""
        self.one = one
        self.setObjectName(f"map:{one.row}")
        self.setAccessibleName(sentence_of(one))
        self.setToolTip(sentence_of(one))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (step := _ARROWS.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()
        self.raise_()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.position() - self._from)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._from = None
        self.setDown(False)
        self.dropped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, self.rect().toRectF(), self.one.name, words_of(self.one))
        painter.end()


class MapSheet(QWidget):
    """The sheet. Signals: ``moved(str, object)`` with the row and its place; ``chosen(str)``; ``removed(str)``."""

    moved = Signal(str, object)
    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._boxes: dict[RowId, PersonBox] = {}
        self._held: tuple[RowId, Place] | None = None
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._rescale)

    def show_people(self, name: str, people: tuple[OnMap, ...]) -> None:
        """Show these people round a child; whoever is there already keeps the keyboard."""
        self._name = name
        there = {one.row for one in people}
        for row in [row for row in self._boxes if row not in there]:
            gone = self._boxes.pop(row)
            gone.hide()
            gone.setObjectName("")
            gone.deleteLater()
        for one in people:
            if one.row in self._boxes:
                self._boxes[one.row].show_person(one)
            else:
                self._boxes[one.row] = self._box(one)
        self._boxes = {one.row: self._boxes[one.row] for one in people}
        tab_through(self.stops())
        self._lay()

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return list(self._boxes.values())

    def focus_on(self, row: str) -> None:
        """Put the keyboard on somebody."""
        if RowId(row) in self._boxes:
            self._boxes[RowId(row)].setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return height_for(width)

    def sizeHint(self) -> QSize:
        width = theme.px(720)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, height_for(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self)
        paint_lines(painter, self, tuple(self._where_now(box.one) for box in self._boxes.values()))
        paint_box(painter, box_at(MIDDLE, self), self._name, "", middle=True)
        painter.end()

    def _box(self, one: OnMap) -> PersonBox:
        box = PersonBox(self, one)
        box.clicked.connect(lambda: self.chosen.emit(box.one.row))
        box.removed.connect(lambda: self.removed.emit(box.one.row))
        box.stepped.connect(lambda across, down: self._step(box, across, down))
        box.dragged.connect(lambda by: self._drag(box, by))
        box.dropped.connect(lambda: self._drop(box))
        box.show()
        return box

    def _step(self, box: PersonBox, across: int, down: int) -> None:
        place = within(box.one.place[0] + across, box.one.place[1] + down)
        if place != box.one.place:
            self.moved.emit(box.one.row, place)

    def _drag(self, box: PersonBox, by: QPointF) -> None:
        middle = box.geometry().toRectF().center() + by
        place = within(middle.x() * ACROSS / max(self.width(), 1), middle.y() * DOWN / max(self.height(), 1))
        self._held = box.one.row, place
        self._lay()

    def _drop(self, box: PersonBox) -> None:
        held, self._held = self._held, None
        if held is not None and held[0] == box.one.row and held[1] != box.one.place:
            self.moved.emit(*held)
        self._lay()

    def _where_now(self, one: OnMap) -> OnMap:
        held = self._held
        if held is None or held[0] != one.row:
            return one
        return OnMap(one.row, one.name, one.who, one.closeness, held[1], one.helps, one.private)

    def _lay(self) -> None:
        for box in self._boxes.values():
            box.setGeometry(box_at(self._where_now(box.one).place, self).toRect())
        self.update()

    def _rescale(self) -> None:
        self.updateGeometry()
        self._lay()
