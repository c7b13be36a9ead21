"""Quick notes: a page to write on while somebody talks, each piece under its time; nothing here is in the record."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import new_id
from app.forms.widgets.marks import Marks, WritingHelp, helped
from app.look.buttons import ButtonLook
from app.look.kit import Button, Column, Field, Heading, PageColumn, Text, TextBox, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked

_LEAD = noted(
    "Write as you listen. Ctrl+Enter marks the time. None of it is in the record until you sort it into a topic."
)
_MARK = noted("A new piece with its time (Ctrl+Enter)")


@dataclass(frozen=True)
class Jotted:
    """One piece as it is shown: its id, its time in words, what it says, and where it was sorted; empty before."""

    note: str
    time: str
    text: str
    went_to: str = ""


class QuickNotesPage(QWidget):
    """The pieces of a visit, those not sorted in boxes, the others as they were.

    Signals: ``begun(str)`` with the id of a new piece, and ``note_changed(str, str)`` with its words;
    ``sort_requested()``; ``back_requested()``.
    """

    begun = Signal(str)
    note_changed = Signal(str, str)
    sort_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hers = WritingHelp()
        self._boxes: dict[str, TextBox] = {}
        self._said: dict[str, str] = {}
        self._marks: dict[str, Marks] = {}
        self._fields: list[Field] = []
        self._notes, self._sorted = Column(gap="l"), Column(gap="m")
        self._mark = named_button("quick.mark", tr("Mark the time"), "clock", "plain", tr(_MARK))
        self._sort = named_button(
            "quick.sort", tr("Sort your notes"), "list-checks", "plain", tr("Each goes where it belongs")
        )
        self._back = named_button("quick.back", tr("Back"), "arrow-left", "quiet", "")
        self._mark.clicked.connect(self.mark_time)
        self._sort.clicked.connect(self.sort_requested)
        self._back.clicked.connect(self.back_requested)
        self._title = Heading(tr("Already sorted"), "h2")
        page = PageColumn()
        page.head.add(Heading(tr("Quick notes")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        page.add(held_in(self._notes), side_by_side(self._mark, self._sort, self._back))
        page.add(stacked(self._title, held_in(self._sorted), gap="m"))
        self.setLayout(Column(page))

    def show_notes(self, notes: tuple[Jotted, ...]) -> None:
        """Show these pieces, without reporting them."""
        for field in self._fields:
            field.hide()
            self._notes.removeWidget(field)
            field.deleteLater()
        self._boxes, self._fields, self._marks = {}, [], {}
        for one in notes:
            if not one.went_to:
                self._show(one)
        done = [one for one in notes if one.went_to]
        fill(self._sorted, *(_as_sorted(one) for one in done))
        self._title.setVisible(bool(done))
        self._order()

    def add(self, one: Jotted) -> None:
        """Show a piece that was just begun, and put the keyboard in it."""
        self._show(one)
        self._order()
        self._boxes[one.note].setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_time(self) -> None:
        """Begin a piece, or go to the last one where that is still empty."""
        last = next(reversed(self._boxes.values()), None)
        if last is not None and not last.toPlainText().strip():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begun.emit(new_id())

    def write(self, words: str) -> None:
        """Write words at the end of the last piece."""
        box = next(reversed(self._boxes.values()))
        box.insertPlainText(words)

    def focus_first(self) -> None:
        """Put the keyboard at the end of the last piece, or on the button that begins the first."""
        self.focus_on("", None)

    def focus_on(self, note: str, caret: int | None) -> None:
        """Put the keyboard in a piece, its caret at a place or at the end; in the last one where it is not there."""
        box = self._boxes.get(note) or next(reversed(self._boxes.values()), None)
        if box is None:
            self._mark.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        cursor, end = box.textCursor(), len(box.toPlainText())
        cursor.setPosition(end if caret is None else min(max(caret, 0), end))
        box.setTextCursor(cursor)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Return where the caret stands in the piece that has the keyboard."""
        box = next((box for box in self._boxes.values() if box.hasFocus()), None)
        return box.textCursor().position() if box is not None else 0

    def _show(self, one: Jotted) -> None:
        box = TextBox(2)
        box.setObjectName(f"quick:{one.note}")
        self._marks[one.note] = helped(box)
        self._marks[one.note].hers = self.hers
        box.load(one.text)
        box.textChanged.connect(lambda: self._changed(one.note, box))
        self._said[one.note] = one.text
        field = Field(one.time, "", box)
        self._boxes[one.note] = box
        self._fields.append(field)
        self._notes.add(field)
        field.show()

    def _changed(self, note: str, box: TextBox) -> None:
        if box.toPlainText() == self._said.get(note):
            return  # only its look has changed
        self._said[note] = box.toPlainText()
        self._sort.setEnabled(True)
        self.note_changed.emit(note, box.toPlainText())

    def _order(self) -> None:
        self._sort.setEnabled(any(box.toPlainText().strip() for box in self._boxes.values()))
        tab_through([*self._boxes.values(), self._mark, self._sort, self._back])


def piece_shown(one: Jotted) -> QWidget:
    """Return a piece to be read."""
    return stacked(Text(one.time, "caption", "ink_2", wrap=True), Text(one.text, "body", wrap=True), gap="xs")


def _as_sorted(one: Jotted) -> QWidget:
    return stacked(
        piece_shown(one), Remark("circle-check", tr("Sorted into {went_to}").format(went_to=one.went_to)), gap="xs"
    )


def named_button(name: str, words: str, icon: str, look: ButtonLook, explained: str) -> Button:
    """Return a button with a name of its own."""
    button = Button(words, icon, look, explained=explained)
    button.setObjectName(name)
    return button
