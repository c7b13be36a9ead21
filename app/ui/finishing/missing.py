"""What is still missing, said kindly, each line leading to its place; it is shown at signing and never before."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.look.kit import Card, Icon, Row, Text, announce, theme
from app.look.speech import each_told, noted, tr
from app.look.text import natural_width, set_lines
from app.look.tokens import TARGET_HEIGHT

_TITLE = noted("Nearly there. This is still missing.")
_NOTHING_IS_LOST = noted("Nothing is lost. Choose a line to go to its place.")
_PAD = 6


class LinkLine(QPushButton):
    """A sentence that leads somewhere; unlike a button's, its words go on in the next line."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = set_lines(self._words, "ui", max(width, 1)).lineCount()
        return max(lines * theme.line("ui") + 2 * theme.px(_PAD), theme.px(TARGET_HEIGHT))

    def sizeHint(self) -> QSize:
        width = natural_width(self._words, "ui")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, theme.px(TARGET_HEIGHT))

    def ring_rect(self) -> QRect:
        """Return what the focus ring goes round: the words, not the empty rest of the row."""
        return QRect(0, 0, min(self.width(), self.sizeHint().width() + theme.px(_PAD)), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        laid = set_lines(self._words, "ui", self.width())
        top = (self.height() - laid.lineCount() * theme.line("ui")) / 2
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("ink"), 2 if self.underMouse() else 1))
        for place in range(laid.lineCount()):
            line = laid.lineAt(place)
            below = top + line.y() + line.ascent() + theme.px(3)
            painter.drawLine(QPointF(0, below), QPointF(line.naturalTextWidth(), below))
        laid.draw(painter, QPointF(0, top))
        painter.end()


class MissingList(Card):
    """The card at the top of a page that is not complete; ``followed`` carries the sentence that was pressed."""

    followed = Signal(str)

    def __init__(self) -> None:
        title = Row(Icon("info", "accent", 22), Text(tr(_TITLE), "label", wrap=True), gap="m")
        title.setStretch(1, 1)
        super().__init__(title, Text(tr(_NOTHING_IS_LOST), "body", "ink_2", wrap=True), gap="xs", margin="l")
        self._links: list[LinkLine] = []
        self.hide()

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Show what is missing, move the keyboard to the first of it and have it spoken; nothing, and it is gone."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(sentence) for sentence in sentences]
        self.column.add(*self._links)
        for link in self._links:
            link.show()
        self.setVisible(bool(sentences))
        if sentences:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, f"{tr(_TITLE)} {' '.join(each_told(sentences))}", at_once=True)

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return list(self._links)

    def _link(self, sentence: str) -> LinkLine:
        link = LinkLine(tr(sentence))
        link.clicked.connect(lambda: self.followed.emit(sentence))
        return link
