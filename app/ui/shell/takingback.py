"""Taking back and doing again by the keys, wherever a record is on the screen; it keeps no step itself."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.shell.writing import Writing


class TakingBack(QWidget):
    """A room in which what was written last can be taken back."""

    def writing_shown(self) -> Writing | None:
        """Return the writing on the screen; None where there is none."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back what was done last in the record that is open."""
        if (writing := self.writing_shown()) is not None:
            writing.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if (writing := self.writing_shown()) is not None:
            writing.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a box left to the page: its own key for taking back never reaches a shortcut."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)
