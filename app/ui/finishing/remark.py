"""Small things to read: a remark with its icon, a saying in somebody's own words, a trouble; all of them wrap."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Column, Icon, Notice, Row, Text, announce, theme
from app.look.speech import noted, tr
from app.look.tokens import Ink, Kind

_ICON = 18
_BAR = 3
"""Width of the bar beside a quotation, in pixels at 100 % text size."""


class Remark(QWidget):
    """A line or more of quiet words with an icon before them, such as who sees a line."""

    def __init__(self, icon: str, words: str, ink: Ink = "ink_3", kind: Kind = "hint") -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._icon = Icon(icon, ink, _ICON)
        self._words = Text(words, kind, ink, wrap=True)
        self._mark = QWidget()
        self._mark.setLayout(Row(self._icon))
        row = Row(Column(self._mark, None), self._words, gap="s")
        row.setStretch(1, 1)
        self.setLayout(row)
        theme.changed.connect(self._rescale)
        self._rescale()

    def say(self, icon: str, words: str, ink: Ink = "ink_3") -> None:
        """Show other words."""
        self._icon.show_icon(icon, ink)
        self._words.set_ink(ink)
        if words != self._words.words:
            self._words.say(words)

    def words(self) -> str:
        """Return the words shown."""
        return self._words.words

    def _rescale(self) -> None:
        """Keep the icon in the middle of the first line, and of that alone."""
        self._mark.setFixedHeight(max(theme.line(self._words.kind), theme.px(_ICON)))


class Quote(QWidget):
    """What somebody said, word for word, behind a bar and with its source in words."""

    def __init__(self, words: str, source: str = noted("In their own words")) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        said = Text(tr(source), "caption", "ink_2", wrap=True)
        self.setLayout(Row(Column(said, Text(f"“{words}”", "body", wrap=True), gap="hair"), margin=("l", "xs")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, theme.px(_BAR), self.height()), 1.5, 1.5)
        painter.end()


def trouble_notice() -> Notice:
    """Return a notice for a trouble that is not there yet."""
    notice = Notice("warn", "")
    notice.hide()
    return notice


def tell(notice: Notice, title: str, words: str = "") -> None:
    """Show a notice with these words, and have them spoken."""
    notice.say(title, words)
    notice.show()
    announce(notice, f"{title} {words}".strip())


def tell_trouble(notice: Notice, trouble: Trouble) -> None:
    """Show what happened, what is safe and what to do next, and have it spoken."""
    tell(notice, tr(trouble.what), " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part))
