"""A question with equal answers in sight; nothing is ever ticked beforehand, and no answer is larger than another."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.look.kit import Column, Icon, RadioChoice, Row, Text, theme
from app.look.speech import noted, tr
from app.look.tokens import RADIUS_CONTROL, Space

YES_OR_NO = (("yes", noted("Yes")), ("no", noted("No")))
_PICTURE = 40
"""The picture before an answer, in pixels at 100 % text size."""
_FEW = 4
"""So many answers in a line are many."""
_WIDEST = 342
"""The widest one answer gets, in pixels at 100 % text size."""


def yes_or_no() -> list[tuple[str, str]]:
    """Return yes and no in the language in use."""
    return [(code, tr(words)) for code, words in YES_OR_NO]


class _Answer(RadioChoice):
    """A radio button in a tile; with the keyboard on it, the ring goes round the tile."""

    def ring_rect(self) -> QRect:
        tile = self.parentWidget()
        return tile.rect().translated(-self.pos()) if tile is not None else self.rect()


class _Tile(QWidget):
    """One answer with an edge round it; all of it can be pressed, and each tile is as large as its neighbours."""

    def __init__(self, radio: _Answer, margin: Space) -> None:
        super().__init__()
        self.radio = radio
        self.setMinimumWidth(1)
        self._row = Row(radio, margin=(margin, "s"))
        self._row.setStretch(0, 1)
        self.setLayout(self._row)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        radio.toggled.connect(self.update)

    def show_picture(self, name: str) -> None:
        """Show a picture before the words."""
        self._row.insertWidget(0, Icon(name, "accent", _PICTURE))
        self._row.setAlignment(self.radio, Qt.AlignmentFlag.AlignVCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.click()
            self.radio.picked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = self.radio.isChecked()
        edge = max(theme.palette.edge, 2) if chosen else theme.palette.edge
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "control"), edge))
        painter.setBrush(theme.colour("surface"))
        inset = edge / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
        )
        painter.end()


class Choices(QWidget):
    """A question and its answers as radio buttons of equal size; ``chosen`` carries the code picked by hand.

    ``path`` names the controls (``path:code``). ``options`` are codes and their words, up to ``across`` in a line.
    Where many short ones stand in a line they are closer together, and the lines as even as can be. ``picked`` carries
    the code that is meant, after ``chosen``: not of those the arrow keys only come past.
    """

    chosen = Signal(str)
    picked = Signal(str)
    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, path: str, question: str, options: Sequence[tuple[str, str]] = YES_OR_NO, hint: str = "", across: int = 2
    ) -> None:
        super().__init__()
        self.setObjectName(path)
        self.setMinimumWidth(1)
        self.setAccessibleName(question)
        self.setAccessibleDescription(hint)
        self._across, self._columns = across, 0
        self._is_close = across > _FEW
        self._gap: Space = "s" if self._is_close else "m"
        shown = yes_or_no() if options is YES_OR_NO else options
        self._radios = {code: _Answer(words) for code, words in shown}
        self._group = QButtonGroup(self)
        self._tiles = [self._tile(path, question, code) for code in self._radios]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._answers = QWidget()
        self._answers.setMinimumWidth(1)
        self._answers.setLayout(self._grid)
        told = Text(hint, "hint", "ink_3", wrap=True)
        if not hint:
            told.hide()  # showing it here, before it has a parent, would open a window of its own
        self._hint, self._last_time = hint, Text("", "hint", "ink_2", wrap=True)
        self._last_time.hide()
        asked = Column(Text(question, "label", wrap=True), told, self._last_time, gap="hair")
        self.setLayout(Column(asked, self._answers, gap="s"))
        theme.changed.connect(self._reflow)
        self._reflow()

    def focus_first(self) -> None:
        """Take the keyboard to the answer that stands, or to the first where none does."""
        radios = list(self._radios.values())
        next((radio for radio in radios if radio.isChecked()), radios[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pictures(self, pictures: Mapping[str, str]) -> None:
        """Show an icon before the words of each answer that has one, by its code; it adds nothing to the words."""
        for code, tile in zip(self._radios, self._tiles, strict=True):
            if code in pictures:
                tile.show_picture(pictures[code])
        self._reflow()

    def load(self, code: str) -> None:
        """Show the answer, or none for a code that is not among them, without reporting it."""
        self._group.setExclusive(False)
        for known, radio in self._radios.items():
            radio.setChecked(known == code)
        self._group.setExclusive(True)

    def recall(self, code: str) -> None:
        """Say in words what was answered last time, or nothing; no answer is chosen for it."""
        last = self._radios.get(code)
        self.note(
            tr("Last time: {words}. Please ask again.").format(words=last.text().lower()) if last is not None else ""
        )

    def note(self, words: str) -> None:
        """Say something more under the question, or nothing."""
        self._last_time.say(words)
        self._last_time.setVisible(bool(words))
        self.setAccessibleDescription(" ".join(part for part in (self._hint, words) if part))

    def code(self) -> str:
        """Return the code of the answer, or an empty string while there is none."""
        return next((code for code, radio in self._radios.items() if radio.isChecked()), "")

    def entry(self) -> QWidget:
        """Return the radio button that takes the keyboard first."""
        return self._group.checkedButton() or next(iter(self._radios.values()))

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return list(self._radios.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _tile(self, path: str, question: str, code: str) -> _Tile:
        radio = self._radios[code]
        radio.setObjectName(f"{path}:{code}")
        radio.setAccessibleDescription(question)
        radio.clicked.connect(lambda: self.chosen.emit(code))
        radio.picked.connect(lambda: self.picked.emit(code))
        self._group.addButton(radio)
        return _Tile(radio, self._gap)

    def _reflow(self) -> None:
        gap = theme.space(self._gap)
        self._grid.setSpacing(gap)
        needed = max(tile.sizeHint().width() for tile in self._tiles) + gap
        columns = max(1, min(self._across, (self.width() + gap) // needed))
        if self._is_close:
            lines = ceil(len(self._tiles) / columns)
            columns = ceil(len(self._tiles) / lines)
        each = min((self.width() + gap) // columns - gap, theme.px(_WIDEST))
        self._answers.setMaximumWidth(columns * (each + gap) - gap)  # so that no pixel is left over for one of them
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // self._columns, place % self._columns)
        for column in range(self._across):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
