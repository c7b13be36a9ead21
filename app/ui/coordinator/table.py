"""The inbox as a table: the model that orders it and marks each state; nothing of an assessment is in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt

from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.linetable import LineModel, LineTable, Mark
from app.ui.states import EnvelopeState, InboxLine

COLUMNS = (noted("Child"), noted("From"), noted("Agreed on"), noted("Arrived"), noted("State"))
_SHARES, _NARROW_SHARES = (18, 27, 13, 17, 25), (17, 24, 17, 19, 23)
"""How much of the width each column has, in hundredths: where there is room, and where there is little."""
_STATE = len(COLUMNS) - 1
_MARKS: dict[EnvelopeState, tuple[str, Ink]] = {
    "new": ("mail-check", "accent"),
    "opened": ("mail-open", "ink_3"),
    "refused": ("circle-alert", "bad"),
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def short_day(day: date) -> str:
    """Return a day as a table shows it: ``6 Oct 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class InboxModel(LineModel[InboxLine]):
    """The lines of the inbox in the order last asked for; at first the newest on top."""

    columns = COLUMNS

    def __init__(self) -> None:
        super().__init__()
        self._by, self._order = 3, Qt.SortOrder.DescendingOrder

    def show_lines(self, lines: Sequence[InboxLine]) -> None:
        """Hold these lines, in the order last asked for."""
        super().show_lines(self._arranged(lines))

    def row_of(self, envelope_id: str) -> int | None:
        """Return the row that shows an envelope."""
        return next((row for row, line in enumerate(self.lines) if line.envelope_id == envelope_id), None)

    def cell(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        return _cell(self.lines[row], column)

    def mark(self, row: int, column: int) -> Mark | None:
        """Return the icon before a state."""
        return _MARKS[self.lines[row].state] if column == _STATE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()  # now the table says what it wants kept
        kept = [(index, self.lines[index.row()].envelope_id) for index in self.persistentIndexList()]
        self._by, self._order = column, order
        self.lines = self._arranged(self.lines)
        for index, envelope_id in kept:
            self.changePersistentIndex(index, self.index(self.row_of(envelope_id) or 0, index.column()))
        self.layoutChanged.emit()

    def _arranged(self, lines: Sequence[InboxLine]) -> list[InboxLine]:
        descending = self._order == Qt.SortOrder.DescendingOrder
        return sorted(lines, key=lambda line: _sort_key(line, self._by), reverse=descending)


def _cell(line: InboxLine, column: int) -> str:
    agreed = short_day(line.agreed_on) if line.agreed_on else tr("Not known")
    arrived = f"{short_day(line.arrived.date())}, {line.arrived:%H:%M}"
    return (line.child, f"{line.author}, {line.agency}", agreed, arrived, line.words)[column]


def _sort_key(line: InboxLine, column: int) -> tuple[str | date | datetime, datetime]:
    state = {"new": "0", "refused": "1", "opened": "2"}[line.state] + line.words
    keys = (line.child.casefold(), line.author.casefold(), line.agreed_on or date.min, line.arrived, state)
    return keys[column], line.arrived


class InboxTable(LineTable):
    """One row for each assessment; a press on a column's name sorts by it."""

    def __init__(self, model: InboxModel) -> None:
        super().__init__(model, (0, _STATE), (_SHARES, _NARROW_SHARES))
        self.setAccessibleName(tr("Assessments released to your desk"))
        self.setAccessibleDescription(tr("Up and down go from row to row. Enter opens the row."))
        self.horizontalHeader().setSectionsClickable(True)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
