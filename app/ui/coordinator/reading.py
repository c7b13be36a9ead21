"""One released assessment to be read: what was checked, who may see it, and its words; nothing held back is in here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.voices import is_marked
from app.look.kit import Button, Card, Column, Flow, Heading, Icon, PageColumn, Row, Text, theme
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.finishing.passages import told
from app.ui.parts import discard, holder
from app.ui.states import CheckLine, Reading, ReadLine, ReadSection

_GOOD: tuple[str, str, Ink] = ("circle-check", noted("Checked"), "good")
_BAD: tuple[str, str, Ink] = ("circle-alert", noted("Not right"), "bad")
_BAR = 4
_HELD_BACK = noted("This is all the family released to you. Lines they chose to keep back are not in here.")


class ReadingPage(PageColumn):
    """An assessment, read only, in the order it was written; ``note`` says what is in it and what is not."""

    back_requested = Signal()

    def __init__(self, back: str = noted("Back to the list"), note: str = _HELD_BACK) -> None:
        super().__init__()
        self._note = note
        self._back = Button(tr(back), "arrow-left")
        self._back.setObjectName("reading.back")
        self._back.clicked.connect(self.back_requested)
        self._title, self._meta = Heading(tr("Assessment")), Text("", "body", "ink_2", wrap=True)
        self.head.add(Column(Flow(self._back), Column(self._title, self._meta), gap="l"))

    def show_reading(self, reading: Reading) -> None:
        """Show ``reading`` from its top, in the place of the one before."""
        self._title.say(reading.title)
        self._meta.say(reading.meta)
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                discard(widget)
        self.add(
            _checks(reading.checks),
            _may_see(reading.may_see),
            Text(reading.note or tr(self._note), "hint", "ink_2", wrap=True),
        )
        self.add(*(_section(section) for section in reading.sections))
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keyboard on the way back; the page then scrolls with the arrow and page keys."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


def _checks(checks: tuple[CheckLine, ...]) -> QWidget:
    return Card(Heading(tr("What was checked"), "h2"), *(_check(check) for check in checks))


def _check(check: CheckLine) -> QWidget:
    icon, word, ink = _GOOD if check.good else _BAD
    return _marked(Icon(icon, ink), Text(tr(word), "strong", ink), Text(check.words, "ui", wrap=True))


def _may_see(services: tuple[str, ...]) -> QWidget:
    lines = services or (tr("Nobody but you at this desk."),)
    rows = (_marked(Icon("users", "ink_2"), Text(words, "ui", wrap=True)) for words in lines)
    return Card(Heading(tr("Who may see it"), "h2"), *rows)


def _marked(*parts: QWidget) -> QWidget:
    """Return parts in a row, each at the top, the last one taking the room."""
    row = Row(*(Column(part, None) for part in parts[:-1]), parts[-1], gap="m")
    row.setStretch(len(parts) - 1, 1)
    return holder(row)


def _section(section: ReadSection) -> QWidget:
    card = Card(Heading(section.title, "h2"), gap="l")
    card.column.add(*(_line(line) for line in section.lines))
    return card


def _line(line: ReadLine) -> QWidget:
    said: QWidget = Quote(line.words) if line.is_quote and not is_marked(line.words) else told(line)
    return holder(Column(Text(line.label, "strong", "ink_2", wrap=True), said, gap="xs"))


class Quote(QWidget):
    """Somebody's own words: a bar at their side and quotation marks round them."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._column = Column(Text(f"“{words}”", "body", wrap=True))
        self.setLayout(self._column)
        theme.changed.connect(self._rescale)
        self._rescale()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, theme.px(_BAR), self.height(), theme.colour("bar"))
        painter.end()

    def _rescale(self) -> None:
        self._column.setContentsMargins(theme.px(_BAR) + theme.space("l"), theme.px(2), 0, theme.px(2))
        self.update()
