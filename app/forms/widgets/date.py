"""A date in three boxes; what cannot be a date yet is kept as it was typed, never corrected and never dropped."""

import re
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item
from app.forms.fhir import is_date
from app.forms.widgets import wording
from app.forms.widgets.control import Control
from app.look.kit import Column, LineBox, Row, Text, set_aside
from app.look.speech import tr

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEAR_DIGITS = 4
_MONTHS = 12
_DIVIDER = "/"


def written_date(day: str, month: str, year: str) -> str:
    """Return what three boxes hold: ``2020-10-09``, ``2020-10`` or ``2020`` where that can be a date (FHIR ``date``).

    Anything else comes back as it was typed, divided by strokes (``9//``), or is empty when all three are.
    """
    if not (day or month):
        return year
    if year.isdecimal() and len(year) == _YEAR_DIGITS and month.isdecimal():
        if not day and 1 <= int(month) <= _MONTHS:
            return f"{year}-{int(month):02}"
        if day.isdecimal() and _is_day(int(day), int(month), int(year)):
            return f"{year}-{int(month):02}-{int(day):02}"
    return _DIVIDER.join((day, month, year))


def boxes_of(written: str) -> tuple[str, str, str]:
    """Return day, month and year as the three boxes show them, for anything ``written_date`` can return."""
    if found := _ISO.fullmatch(written):
        year, month, day = found[1], found[2] or "", found[3] or ""
        return day.lstrip("0"), month.lstrip("0"), year
    parts = written.split(_DIVIDER, 2)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else ("", "", written)  # noqa: PLR2004 - the three boxes


def _note_on(day: str, month: str, year: str) -> str:
    if not year or is_date(written_date(day, month, year)):
        return ""
    if len(year) != _YEAR_DIGITS:
        return tr(wording.WHOLE_YEAR)
    return tr(wording.NO_SUCH_DAY) if month else ""


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class DateBoxes(Control):
    """The control of a ``date`` item: day, month and year in boxes of their own."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self.setObjectName(path)
        names = ("day", "month", "year")
        self._boxes = LineBox(2), LineBox(2), LineBox(_YEAR_DIGITS)
        self._labels = tuple(
            Text(words, "caption", "ink_2") for words in (tr(wording.DAY), tr(wording.MONTH), tr(wording.YEAR))
        )
        row = Row(gap="m")
        for box, label, name in zip(self._boxes, self._labels, names, strict=True):
            box.setObjectName(f"{path}:{name}")
            label.setBuddy(box)
            row.add(Column(label, box, gap="xs"))
            box.textEdited.connect(self._typed)
            box.editingFinished.connect(self._check)
            box.editingFinished.connect(self.settled)
        row.add(None)
        self._note = Text("", "hint", "ink_2", wrap=True)
        self._note.hide()
        self.setLayout(Column(row, self._note))

    def given(self) -> Answer | None:
        day, month, year = (box.text().strip() for box in self._boxes)
        return written_date(day, month, year) or None

    def show_answer(self, answer: Answer | None) -> None:
        for box, words in zip(self._boxes, boxes_of(answer if isinstance(answer, str) else ""), strict=True):
            box.load(words)
        self._check()

    def dim(self, *, aside: bool) -> None:
        for box in self._boxes:
            set_aside(box, aside=aside)

    def entry(self) -> QWidget:
        return self._boxes[0]

    def inputs(self) -> tuple[QWidget, ...]:
        return self._boxes

    def describe(self, name: str, hint: str) -> None:
        for box, label in zip(self._boxes, self._labels, strict=True):
            box.setAccessibleName(f"{name}: {label.words.lower()}")
            box.setAccessibleDescription(hint)

    def _typed(self) -> None:
        self._note.hide()
        self.changed.emit()

    def _check(self) -> None:
        """Say so when there is no such day, or a year is cut short; half a date needs no comment."""
        parts = [box.text().strip() for box in self._boxes]
        self._note.say(_note_on(*parts))
        self._note.setVisible(bool(self._note.words))
