"""What every control of an item promises: show an answer silently, report each change by hand, and lose no text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item


class Control(QWidget):
    """The part of an item's widget that takes the answer.

    ``changed`` is sent at every keystroke and every choice made by hand, never while an answer is shown.
    ``settled`` is sent when somebody goes on from a box that is looked over for slips.
    ``caret_moved`` carries the caret's place in the text.
    """

    changed = Signal()
    settled = Signal()
    caret_moved = Signal(int)
    speaks_for_itself = False
    """Whether the control shows the item's words itself, so that no label is needed above it."""
    can_be_taken_away = False
    """Whether an answer once chosen can only be taken away by a button for it."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__()
        self.item, self.path = item, path
        self.setMinimumWidth(1)

    def given(self) -> Answer | None:
        """Return the answer as it stands, or ``None`` when there is none."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or emptiness, without reporting a change."""
        raise NotImplementedError

    def dim(self, *, aside: bool) -> None:
        """Show that a reason stands in the place of the answer for now; what was typed or chosen is kept."""
        raise NotImplementedError

    def entry(self) -> QWidget:
        """Return the widget that takes the focus first."""
        raise NotImplementedError

    def inputs(self) -> tuple[QWidget, ...]:
        """Return every widget that takes the focus."""
        return (self.entry(),)

    def describe(self, name: str, hint: str) -> None:
        """Tell screen readers what this is."""
        self.entry().setAccessibleName(name)
        self.entry().setAccessibleDescription(hint)

    def caret(self) -> int:
        """Return the caret's place in the text, or 0 where there is no text."""
        return 0

    def focus_at(self, _caret: int | None) -> None:
        """Take the focus, with the caret at a place in the text, or at its end for ``None``."""
        self.entry().setFocus(Qt.FocusReason.OtherFocusReason)
