"""Private notes: outside the record and in no view of it; nothing here may make them look shared, or more private."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ids import new_id
from app.look.kit import Button, Column, Field, Heading, Notice, PageColumn, Text, TextBox, tab_through
from app.look.speech import tr
from app.ui.finishing.stack import held_in, side_by_side


class PrivateNotes(QWidget):
    """A few boxes for notes; ``note_changed`` carries (note id, text), a new id for a new note."""

    note_changed = Signal(str, str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: list[TextBox] = []
        self._fields: list[Field] = []
        self._notes = Column(gap="l")
        self._add = Button(tr("Add a note"), "plus")
        self._add.setObjectName("notes.add")
        self._add.clicked.connect(self.begin_note)
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        self._back.setObjectName("notes.back")
        self._back.clicked.connect(self.back_requested)
        self._make_page()

    def show_notes(self, notes: tuple[tuple[str, str], ...]) -> None:
        """Show the notes, as (id, text), without reporting them."""
        for field in self._fields:
            field.hide()
            self._notes.removeWidget(field)
            field.deleteLater()
        self._boxes, self._fields = [], []
        for note_id, text in notes:
            self._show_note(note_id, text)

    def focus_first(self) -> None:
        """Put the keyboard in the last note, or on the button that adds the first."""
        (self._boxes[-1] if self._boxes else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, name: str, caret: int | None) -> None:
        """Take the keyboard to the note of this name, its caret at a place or at the end of the text."""
        box = next((box for box in self._boxes if box.objectName() == name), None)
        if box is None:
            self.focus_first()
            return
        cursor, end = box.textCursor(), len(box.toPlainText())
        cursor.setPosition(end if caret is None else min(max(caret, 0), end))
        box.setTextCursor(cursor)
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Return where the caret stands in the note that has the keyboard."""
        box = next((box for box in self._boxes if box.hasFocus()), None)
        return box.textCursor().position() if box is not None else 0

    def _make_page(self) -> None:
        page = PageColumn()
        lead = tr("For you alone. They are no part of the record, and nothing from here goes into it.")
        page.head.add(Heading(tr("Private notes")), Text(lead, "body", "ink_2", wrap=True))
        label = Notice("info", tr("Not shared. Could still be asked for by law."), icon="eye-off")
        page.add(label, held_in(self._notes), side_by_side(self._add, self._back))
        self.setLayout(Column(page))

    def _show_note(self, note_id: str, text: str) -> TextBox:
        box = TextBox(3)
        box.setObjectName(f"note:{note_id}")
        box.load(text)
        box.textChanged.connect(lambda: self.note_changed.emit(note_id, box.toPlainText()))
        field = Field(tr("Note {what}").format(what=len(self._boxes) + 1), "", box)
        self._boxes.append(box)
        self._fields.append(field)
        self._notes.add(field)
        field.show()
        tab_through([*self._boxes, self._add, self._back])
        return box

    def begin_note(self) -> None:
        """Open a fresh box, or go to the last one where that is still empty."""
        empty = bool(self._boxes) and not self._boxes[-1].toPlainText().strip()
        box = self._boxes[-1] if empty else self._show_note(new_id(), "")
        box.setFocus(Qt.FocusReason.OtherFocusReason)
