"""The lines of a record, to be read and to be held back; what is held back is said in words, never by colour alone."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.look.kit import Card, Column, Heading, Row, Rule, Text, TickBox, theme
from app.look.speech import noted, tr
from app.ui.finishing.passages import told
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, stacked
from app.ui.states import ReadLine, ReadSection

_BESIDE_FROM = 520
"""From this width on, in pixels at 100 % text size, a tick stands beside its line and not under it."""
_KEPT_CLOSED = noted("Never sent to a service.")
_KEPT_FROM_HOME = noted("Kept from copies at home. Let it go only if they need exactly this.")
NOT_THIS_ONE = noted("Not this one")
THIS_ONE = noted("This one goes")


def read_card(section: ReadSection) -> Card:
    """Return one topic of a record to be read: its title, and each line with its label."""
    card = Card(Heading(section.title, "h2"))
    for line in section.lines:
        card.column.add(_spoken(line))
    return card


def _spoken(line: ReadLine) -> QWidget:
    """Return one line as it is read, under its label."""
    return stacked(Text(line.label, "strong", "ink_2", wrap=True), told(line), gap="xs")


def asked(label: str) -> str:
    """Return a label as it stands before its answer on one line: a question mark needs no colon."""
    return label if label.endswith("?") else f"{label}:"


def by_link_id(section: ReadSection) -> dict[str, list[ReadLine]]:
    """Return a section's lines by their ``linkId``: rows of one group share it, and are held back together."""
    lines: dict[str, list[ReadLine]] = {}
    for line in section.lines:
        lines.setdefault(line.link_id, []).append(line)
    return lines


class _Ticks(QWidget):
    """A tick for each line somebody may not see; ``held`` carries all ``linkId``s held back, as a tuple.

    What is held back stays so although its line is not shown now: it may be written again tomorrow.
    """

    held = Signal(object)

    def __init__(self, path: str) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._path = path
        self._ticks: dict[str, TickBox] = {}
        self._held: tuple[str, ...] = ()
        self._column = Column(gap="l")
        self.setLayout(self._column)

    def load(self, link_ids: tuple[str, ...]) -> None:
        """Show what is held back, without reporting it."""
        self._held = link_ids
        for link_id, tick in self._ticks.items():
            tick.setChecked(link_id in link_ids)

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return list(self._ticks.values())

    def _empty(self) -> None:
        self._ticks.clear()
        fill(self._column)

    def _tick(self, link_id: str, words: str, name: str) -> TickBox:
        tick = TickBox(words)
        tick.setObjectName(f"{self._path}:{link_id}")
        tick.setAccessibleName(name)
        tick.setChecked(link_id in self._held)
        tick.clicked.connect(self._ticked)
        self._ticks[link_id] = tick
        return tick

    def _ticked(self) -> None:
        shown = tuple(link_id for link_id, tick in self._ticks.items() if tick.isChecked())
        self._held = (*shown, *(link_id for link_id in self._held if link_id not in self._ticks))
        self.held.emit(self._held)


class ServiceLines(_Ticks):
    """The lines one service may be kept from, close together, each with its words in the tick itself."""

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str]) -> None:
        """Show a tick for each line; ``closed`` are lines no service sees anyway."""
        self._empty()
        self._column.add(Text(tr("Tick a line, and this service does not see it."), "hint", "ink_3", wrap=True))
        for section in sections:
            lines = {link_id: lines for link_id, lines in by_link_id(section).items() if link_id not in closed}
            if lines:
                ticks = (self._line(link_id, lines) for link_id, lines in lines.items())
                self._column.add(stacked(Text(section.title, "strong", wrap=True), *ticks, gap="xs"))

    def _line(self, link_id: str, lines: list[ReadLine]) -> TickBox:
        words = "\n".join(f"{asked(line.label)} {line.words}" for line in lines)
        return self._tick(link_id, words, words)


class HeldLines(_Ticks):
    """Every answered line by topic, who sees it, and a tick to hold it back from everyone."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._lines: dict[str, _Line] = {}

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str]) -> None:
        """Show all lines; ``closed`` are those nobody is ever sent, so that there is nothing to choose."""
        self._empty()
        self._lines.clear()
        for section in sections:
            self._column.add(self._section(section, closed))

    def show_seen(self, link_id: str, words: str) -> None:
        """Show who sees one line."""
        self._lines[link_id].show_seen(words, held=link_id in self._held)

    def link_ids(self) -> tuple[str, ...]:
        """Return the ``linkId``s of the lines that can be held back."""
        return tuple(self._lines)

    def _section(self, section: ReadSection, closed: frozenset[str]) -> Card:
        card = Card(Heading(section.title, "h2"))
        for place, (link_id, lines) in enumerate(by_link_id(section).items()):
            if place:
                card.column.add(Rule())
            card.column.add(self._line(link_id, lines, is_closed=link_id in closed))
        return card

    def _line(self, link_id: str, lines: list[ReadLine], *, is_closed: bool) -> QWidget:
        if is_closed:
            line = _Line(lines, None)
            line.show_seen(tr(_KEPT_CLOSED), held=True)
            return line
        tick = self._tick(link_id, tr(NOT_THIS_ONE), f"{tr(NOT_THIS_ONE)}: {lines[0].label}")
        tick.setAccessibleDescription(lines[0].words)
        line = self._lines[link_id] = _Line(lines, tick)
        return line


class GoingLines(_Ticks):
    """Every answered line by topic, and a tick for each that is to go; ``held`` then carries those that do."""

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str]) -> None:
        """Show all lines; ``closed`` are those that others at home are never shown, which is said beside them."""
        self._empty()
        for section in sections:
            card = Card(Heading(section.title, "h2"))
            for place, (link_id, lines) in enumerate(by_link_id(section).items()):
                if place:
                    card.column.add(Rule())
                card.column.add(self._line(link_id, lines, is_closed=link_id in closed))
            self._column.add(card)

    def _line(self, link_id: str, lines: list[ReadLine], *, is_closed: bool) -> QWidget:
        tick = self._tick(link_id, tr(THIS_ONE), f"{tr(THIS_ONE)}: {lines[0].label}")
        tick.setAccessibleDescription(lines[0].words)
        line = _Line(lines, tick)
        line.show_seen(tr(_KEPT_FROM_HOME) if is_closed else "", held=is_closed)
        return line


class _Line(QWidget):
    """One line (or the lines of several rows that share a ``linkId``), who sees it, and its tick."""

    def __init__(self, lines: list[ReadLine], tick: TickBox | None) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._seen = Remark("users", "")
        read = Column(*(_spoken(line) for line in lines), self._seen, gap="s")
        self._tick = tick
        self._row = Row(read, gap="l")
        self._row.setStretch(0, 1)
        if tick is not None:
            self._row.add(Column(tick, None))
        self.setLayout(self._row)
        theme.changed.connect(self._reflow)
        self._reflow()

    def show_seen(self, words: str, *, held: bool) -> None:
        """Show who sees the line; one that is held back says so with another icon and stronger words."""
        self._seen.say("eye-off" if held else "users", words, "ink" if held else "ink_3")
        self._seen.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        beside = self.width() / theme.scale >= _BESIDE_FROM
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if self._tick is not None:
            self._tick.setFixedWidth(self._tick.sizeHint().width())
