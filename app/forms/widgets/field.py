"""One item on the page: its words, its control and the reasons for no answer; it reports, and stores nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Absent, Answer
from app.forms.definition import Item, ItemKind
from app.forms.widgets import wording
from app.forms.widgets.absent import AbsentChoices
from app.forms.widgets.control import Control
from app.look.kit import Column, Row, Text, leave_undo
from app.look.speech import tr

LookOver = Callable[[Item, Answer | None], str]
"""Says kindly what may be a slip in an answer, or nothing (``app.forms.slips``)."""


def nothing_to_say(_item: Item, _given: Answer | None) -> str:
    """Look over nothing."""
    return ""


class ItemField(QWidget):
    """An item and its control. ``answered`` carries the path and the answer, or ``None`` when it was cleared.

    ``caret_moved`` carries the path and the caret's place. While a reason stands in the answer's place, what was typed
    stays in the control, dimmed: switching the reason off brings it back, typing on switches the reason off.
    """

    answered = Signal(str, object)
    caret_moved = Signal(str, int)

    def __init__(self, control: Control, look_over: LookOver = nothing_to_say) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.item, self.path, self.control, self._look_over = control.item, control.path, control, look_over
        self._slip = Text("", "hint", "ink_2", wrap=True) if self.item.checked_as else None
        self.absent = AbsentChoices(
            self.path,
            self.item.text,
            is_open=self.item.kind is ItemKind.TEXT,
            can_take_away=control.can_be_taken_away,
        )
        self._lay_out()
        control.describe(self.item.text, " ".join(filter(None, (self.item.hint, self._needed()))))
        leave_undo(control.inputs())
        control.changed.connect(self._changed)
        control.settled.connect(self._say_slip)
        control.caret_moved.connect(lambda caret: self.caret_moved.emit(self.path, caret))
        self.absent.chosen.connect(self._reasoned)
        self.absent.taken_away.connect(self._take_away)
        if self.item.read_only:
            self._close()

    def load(self, answer: Answer | None, set_aside: Answer | None = None) -> None:
        """Show an answer without reporting it; ``set_aside`` is what stood here before a reason took its place."""
        if isinstance(answer, Absent):
            self.control.show_answer(set_aside)
            self.absent.show_reason(answer.reason)
        else:
            self.control.show_answer(answer)
            self.absent.show_reason(None)
        self.control.dim(aside=isinstance(answer, Absent))
        self._say_slip()

    def answer(self) -> Answer | None:
        """Return the answer as it stands: a reason, what the control holds, or ``None``."""
        reason = self.absent.reason()
        return self.control.given() if reason is None else Absent(reason)

    def tab_stops(self) -> list[QWidget]:
        """Return what takes the focus, in the order of reading: the control first, then the reasons."""
        return [*self.control.inputs(), *self.absent.tab_stops()]

    def _needed(self) -> str:
        return tr(wording.REQUIRED) if self.item.required else ""

    def _lay_out(self) -> None:
        column = Column(gap="s")
        title = self._title()
        if self.control.speaks_for_itself:
            column.add(self._beside(self.control), *self._hints())
        else:
            column.add(Column(self._beside(title), *self._hints(), gap="hair"), self.control)
            column.setStretch(1, 1)
            title.setBuddy(self.control.entry())
        if self._slip is not None:
            self._slip.setObjectName(f"{self.path}:slip")
            column.add(self._slip)
        column.add(self.absent)
        self.setLayout(column)

    def _title(self) -> Text:
        return Text(self.item.text, "label", wrap=True)

    def _beside(self, shown: QWidget) -> Row | QWidget:
        if self.absent.opener is None:
            return shown
        row = Row(shown, self.absent.opener, gap="s")
        row.setStretch(0, 1)
        row.setAlignment(shown, Qt.AlignmentFlag.AlignVCenter)
        row.setAlignment(self.absent.opener, Qt.AlignmentFlag.AlignTop)
        return row

    def _hints(self) -> list[QWidget]:
        typed = self.item.kind is ItemKind.DATE and not self.item.read_only
        hint = self.item.hint or (tr(wording.DATE_HINT) if typed else "")
        shown: list[QWidget] = [Text(hint, "hint", "ink_3", wrap=True)] if hint else []
        return [*shown, Text(self._needed(), "hint", "ink_2", wrap=True)] if self._needed() else shown

    def _changed(self) -> None:
        if self.absent.reason() is not None:
            self.absent.show_reason(None)
            self.control.dim(aside=False)
        if self._slip is not None:
            self._slip.hide()
        self.answered.emit(self.path, self.control.given())

    def _say_slip(self) -> None:
        if self._slip is not None:
            self._slip.say(self._look_over(self.item, self.answer()))
            self._slip.setVisible(bool(self._slip.words))

    def _reasoned(self, reason: object) -> None:
        self.control.dim(aside=reason is not None)
        self.answered.emit(self.path, self.answer())

    def _take_away(self) -> None:
        self.control.show_answer(None)
        self.absent.show_reason(None)
        self.control.dim(aside=False)
        self.answered.emit(self.path, None)

    def _close(self) -> None:
        """Leave the answer to be read only."""
        self.control.setEnabled(False)
        self.absent.hide()
        if self.absent.opener is not None:
            self.absent.opener.hide()
