"""The private notes of the record that is open: kept beside it, and at the place somebody comes back to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.operations.family import FamilyFile
from app.ui.notes import PrivateNotes
from app.ui.shell.bench import Bench
from app.ui.shell.leftoff import NOTE


class Privately(QObject):
    """Holds the page of private notes. Signals: ``left()`` to go back to the record."""

    left = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._file: FamilyFile | None = None
        self.page = PrivateNotes()
        self.page.note_changed.connect(self._changed)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file = file
        self.page.show_notes(tuple((note.note, note.text) for note in file.notes) if file is not None else ())

    def begin(self) -> None:
        """Put the keyboard in a fresh note, or in the last one where that is still empty."""
        if self._file is not None:
            self.page.begin_note()

    def _changed(self, note: str, text: str) -> None:
        """Keep a private note, and that it is where somebody is writing."""
        if self._file is None:
            return
        self._bench.autosave.note_private(self._file.episode, note, text)
        written_beside = next(iter(self._file.drafts), None)
        if written_beside is not None:
            self._bench.autosave.note_place(written_beside.draft, f"{NOTE}{note}", self.page.caret())
